internal import TableFiles
internal import Tables

/// Why a row is in no figure.
package enum LeftOutReason: Hashable, Sendable {
  /// It repeats the header.
  case header
  /// Its cell is empty.
  case empty(column: String)
  /// Its cell holds a word for a missing value.
  case missing(column: String, word: String)
  /// Its cell holds a text where numbers are read.
  case noNumber(column: String, NotNumber)
  /// It is the total of other rows.
  case total(column: String, label: String)
  /// Its group is not one of those compared.
  case notCompared(column: String)
  /// Its respondent, by this column, has no value in the other group.
  case unpaired(column: String)
  /// The sizes of its period add up to nothing.
  case noSize(column: String)
}

/// Why a text is no number.
package enum NotNumber: Hashable, Sendable, CaseIterable {
  /// A word or a sentence.
  case word
  /// A number that is a bound, such as `<5`.
  case bound
  /// A number with a mark behind it, such as `123*`.
  case footnote
  /// A number with a unit that is not known.
  case unit
  /// A number whose mark may part thousands or decimals.
  case mark
  /// Digits that are no number, such as `007`.
  case identifier
}

/// Rows that are left out for the same reason.
package struct LeftOut: Hashable, Sendable {
  /// Why.
  package let reason: LeftOutReason
  /// How many rows.
  package let count: Int
  /// The line of the first one; `nil` for tables that no file holds.
  package let line: Int?

  /// Rows and their reason.
  package init(reason: LeftOutReason, count: Int, line: Int?) {
    self.reason = reason
    self.count = count
    self.line = line
  }
}

extension LeftOut {
  /// Header rows below the header.
  static func headers(_ rows: Set<Int>, of table: Table) -> [LeftOut] {
    rows.min().map {
      [LeftOut(reason: .header, count: rows.count, line: table.line(ofRow: $0))]
    } ?? []
  }
}

extension [LeftOut] {
  /// How many rows are left out.
  package var rowCount: Int { reduce(0) { $0 + $1.count } }
}

/// The rows that are left out, by reason, in the order in which the reasons first occur.
struct LeftOutTally {
  private var places: [LeftOutReason: Int] = [:]
  private var found: [(reason: LeftOutReason, count: Int, row: Int)] = []

  mutating func add(_ reason: LeftOutReason, row: Int) {
    if let place = places[reason] {
      found[place].count += 1
    } else {
      places[reason] = found.count
      found.append((reason, 1, row))
    }
  }

  /// What was found; `line` tells the line of a row.
  func rows(line: (Int) -> Int?) -> [LeftOut] {
    found.map { LeftOut(reason: $0.reason, count: $0.count, line: line($0.row)) }
  }
}

extension NotNumber {
  init(_ reason: NoNumber) {
    self =
      switch reason {
      case .word: .word
      case .bound: .bound
      case .footnote: .footnote
      case .unit: .unit
      case .mark: .mark
      case .identifier: .identifier
      }
  }
}

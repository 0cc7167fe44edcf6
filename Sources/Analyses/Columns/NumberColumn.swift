package import Diagnostics
internal import TableFiles
package import Tables

/// A column as numbers, row by row.
package struct NumberColumn: Sendable {
  /// What the cells of a column are.
  enum Content {
    /// Numbers, with a few other cells at most.
    case numbers
    /// Words, with a few numbers at most.
    case words
    /// Both, so that neither can be meant.
    case mixed
  }

  /// The name of the column.
  package let name: String
  /// A number for each row; `nil` where there is none.
  package let values: [Double?]
  /// How many cells hold a number with a percent sign, where others hold one without.
  package let percentsAmongPlain: Int
  private let gaps: CellGaps?

  /// Reads a column. True and false count as 1 and 0. In a column of texts, cells that are no
  /// numbers are left out, as long as they are few.
  ///
  /// - Parameters:
  ///   - name: The column.
  ///   - table: The table.
  ///   - missing: The words that stand for a missing value.
  ///   - isCertain: Whether the column is known to be one of numbers, however many cells are not.
  /// - Throws: A diagnostic `column` if there is no such column, or `column-type` if it holds days,
  ///   texts, or as many texts as numbers.
  package init(
    _ name: String, of table: Table, missing: MissingWords = MissingWords(),
    isCertain: Bool = false
  ) throws(Diagnostic) {
    let position = try table.position(ofNamed: name)
    var values: [Double?] = []
    values.reserveCapacity(table.rowCount)
    self.name = name
    switch table.schema.fields[position].type {
    case .text:
      let texts = NumberTexts(name, of: table, missing)
      if !isCertain, texts.content != .numbers { throw texts.refusal(in: table) }
      self.values = texts.values
      gaps = texts.gaps
      percentsAmongPlain = texts.percentsAmongPlain
      return
    case .date, .timestamp, .interval:
      throw Diagnostic(
        .error, "column-type", at: table.wholeLocation,
        "column '\(name)' holds days where numbers are needed", fixes: ["name a column of numbers"])
    case .integer, .real, .numeric, .boolean: break
    }
    for chunk in table.chunks {
      let column = chunk.columns[position]
      func append(_ number: (Int) -> Double) {
        for row in 0..<chunk.rowCount { values.append(column.isNull(row) ? nil : number(row)) }
      }
      switch column.storage {
      case .real(let numbers): append { numbers[$0] }
      case .integer(let numbers): append { Double(numbers[$0]) }
      case .numeric(let numbers): append { numbers[$0].double }
      case .boolean(let truths): append { truths[$0] ? 1 : 0 }
      case .text, .date, .timestamp, .interval: break
      }
    }
    self.values = values
    gaps = nil
    percentsAmongPlain = 0
  }

  /// Why a row has no number; `nil` if it has one.
  func gap(_ row: Int) -> LeftOutReason? {
    values[row] == nil ? gaps?[row] ?? .empty(column: name) : nil
  }
}

/// The texts of a column, read as numbers.
struct NumberTexts {
  private(set) var values: [Double?] = []
  private(set) var gaps: CellGaps?
  private(set) var percentsAmongPlain = 0
  private let name: String
  private var numbers = 0
  private var words = 0
  /// Cells such as `<5`, `123*` and `12 st`, and what they look like, in the order of the rows.
  private var nearNumbers = 0
  private var nearNumberForms: [NotNumber] = []
  private var firstOther: Int?

  /// Reads a column that the table has.
  init(_ name: String, of table: Table, _ missing: MissingWords) {
    self.name = name
    guard let column = TextColumn(name, of: table) else { return }
    let isMissing = column.values.map(missing.containsAmongNumbers)
    // What is missing is settled; the reader of numbers need not know more words.
    let read = CellReading.numbers(
      zip(column.values, isMissing).map { $1 ? "" : $0 }, missingWords: [])
    var reasons: [LeftOutReason?] = []
    for (text, reading) in zip(column.values, read) {
      switch reading {
      case .number: reasons.append(nil)
      case .missing: reasons.append(.missing(column: name, word: text))
      case .none(let reason): reasons.append(.noNumber(column: name, NotNumber(reason)))
      }
    }
    gaps = CellGaps(column, reasons)
    var percents = 0
    values.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let reading = column.code(row).map { read[$0] } ?? .missing
      values.append(reading.value)
      switch reading {
      case .number(_, let unit):
        numbers += 1
        percents += unit == "%" ? 1 : 0
      case .missing: break
      case .none(let reason):
        if reason == .word || reason == .identifier {
          words += 1
        } else {
          nearNumbers += 1
          let form = NotNumber(reason)
          if !nearNumberForms.contains(form) { nearNumberForms.append(form) }
        }
        firstOther = firstOther ?? row
      }
    }
    percentsAmongPlain = percents < numbers ? percents : 0
  }

  /// Cells of the other kind are few when there are five times as many of the one. A column of no
  /// cells is one of numbers, of which all are missing.
  var content: NumberColumn.Content {
    if (words + nearNumbers) * Self.few <= numbers { return .numbers }
    return (numbers + nearNumbers) * Self.few <= words ? .words : .mixed
  }

  private static let few = 5

  /// Whether a cell holds a number.
  var hasNumbers: Bool { numbers > 0 }

  /// Why the column cannot be read as numbers.
  func refusal(in table: Table, fixes: [String] = []) -> Diagnostic {
    let place = firstOther.map(table.location(ofRow:)) ?? table.wholeLocation
    guard content == .mixed else {
      return Diagnostic(
        .error, "column-type", at: place, "column '\(name)' holds text where numbers are needed",
        fixes: ["name a column of numbers", "count words as missing: --missing WORD"])
    }
    let forms = nearNumberForms.compactMap(\.example).joined(separator: " or ")
    let parts = [
      (numbers, numbers == 1 ? "number" : "numbers"),
      (nearNumbers, (nearNumbers == 1 ? "cell like " : "cells like ") + forms),
      (words, words == 1 ? "word" : "words"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return Diagnostic(
      .error, "column-type", at: place,
      "column '\(name)' holds " + parts.joined(separator: " and "),
      because: "so it is not clear whether it holds numbers",
      fixes: (nearNumberForms.contains(.mark) ? ["write 1.299 as 1299 or 1,299"] : []) + fixes
        + ["count some of them as missing: --missing WORD"])
  }
}

extension NotNumber {
  /// A made-up cell of this form; `nil` for what is like no number.
  fileprivate var example: String? {
    switch self {
    case .bound: "'<5'"
    case .footnote: "'123*'"
    case .unit: "'12 st'"
    case .mark: "'1.299', whose point may part thousands or decimals"
    case .word, .identifier: nil
    }
  }
}

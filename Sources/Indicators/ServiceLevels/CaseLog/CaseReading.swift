import TableFiles
import Tables

/// A day or moment of a case as the file gives it.
enum CaseReading: Hashable, Sendable {
  /// The cell is empty.
  case missing
  /// A moment; `hasTime` is false for a bare day, which stands for its first second.
  case moment(Timestamp, hasTime: Bool)
  /// A text or number that is no day.
  case unreadable

  /// - Parameters:
  ///   - cell: The cell. One bad cell makes a whole column text, and the other cells of it are still
  ///     days; days of eight digits come as whole numbers.
  ///   - reading: How the texts of its column are read.
  init(_ cell: Cell, _ reading: CellReading) {
    switch cell {
    case .null: self = .missing
    case .date(let day):
      self = Timestamp(day).map { .moment($0, hasTime: false) } ?? .unreadable
    case .timestamp(let moment): self = .moment(moment, hasTime: true)
    case .integer(let number): self = .init(text: String(number), reading)
    case .text(let text): self = .init(text: text, reading)
    case .real, .boolean, .interval: self = .unreadable
    }
  }

  private init(text: String, _ reading: CellReading) {
    if reading.isMissing(text) {
      self = .missing
    } else if let day = reading.day(text), let moment = Timestamp(day) {
      self = .moment(moment, hasTime: false)
    } else if let moment = reading.moment(text) {
      self = .moment(moment, hasTime: true)
    } else {
      self = .unreadable
    }
  }

  /// The cells of a column, read alike.
  static func readings(of cells: [Cell]) -> [CaseReading] {
    let texts = cells.compactMap { if case .text(let text) = $0 { text } else { nil } }
    let reading = CellReading(of: texts)
    return cells.map { CaseReading($0, reading) }
  }

  var timestamp: Timestamp? {
    if case .moment(let moment, _) = self { moment } else { nil }
  }

  var date: CalendarDate? { timestamp?.date }

  var hasTime: Bool {
    if case .moment(_, let hasTime) = self { hasTime } else { false }
  }

  /// Whether this comes before another. Two readings on one day are compared by the clock only if
  /// both have one.
  func isBefore(_ other: CaseReading) -> Bool {
    guard let a = timestamp, let b = other.timestamp else { return false }
    return hasTime && other.hasTime ? a < b : a.date < b.date
  }
}

extension CaseCondition {
  /// Whether a value is the wanted one.
  func holds(_ cell: Cell) -> Bool {
    switch cell {
    case .null: equals.isEmpty
    case .text(let text): text == equals
    case .boolean(let value):
      (value ? ["true", "ja", "yes", "sant", "1"] : ["false", "nej", "no", "falskt", "0"])
        .contains(equals.lowercased())
    case .integer(let value): Int64(equals) == value || Double(equals) == Double(value)
    case .real(let value): Double(equals) == value
    case .date(let value): value.description == equals
    case .timestamp(let value): value.description == equals
    case .interval(let value): value.description == equals
    }
  }
}

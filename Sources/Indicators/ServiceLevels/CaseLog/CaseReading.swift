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
  ///   - cell: The cell.
  ///   - cells: How the texts of the log are read.
  init(_ cell: Cell, _ cells: CellReading) {
    switch cell {
    case .null: self = .missing
    case .date(let day): self.init(day)
    case .timestamp(let moment): self = .moment(moment, hasTime: true)
    case .text(let text): self.init(text, cells)
    // `20240815` stands in a column of whole numbers.
    case .integer(let value): self.init(String(value), cells)
    case .real, .boolean, .interval: self = .unreadable
    }
  }

  private init(_ day: CalendarDate) {
    self = Timestamp(day).map { .moment($0, hasTime: false) } ?? .unreadable
  }

  /// One bad cell makes a whole column text; the other cells of it are read as a column of days or
  /// moments is.
  private init(_ text: String, _ cells: CellReading) {
    if let day = cells.day(text) {
      self.init(day)
    } else if let moment = cells.moment(text) {
      self = .moment(moment, hasTime: true)
    } else {
      self = cells.isMissing(text) ? .missing : .unreadable
    }
  }

  /// The readings of some columns, by row. One file is written in one way: a day above 12 in any of
  /// its columns tells which number is the day in all of them.
  static func columns(_ names: [String], of rows: [Row]) -> [String: [CaseReading]] {
    let texts = names.lazy.flatMap { name in
      rows.lazy.compactMap { row in
        if case .text(let text) = row[name] { text } else { nil as String? }
      }
    }
    let cells = CellReading(of: texts)
    return Dictionary(
      names.map { name in (name, rows.map { CaseReading($0[name], cells) }) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The reading in a column of days or of moments.
  func cell(_ type: ColumnType) -> Cell {
    guard let timestamp else { return .null }
    return type == .date ? .date(timestamp.date) : .timestamp(timestamp)
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

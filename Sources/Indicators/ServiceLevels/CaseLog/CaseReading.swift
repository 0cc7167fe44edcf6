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
    case .real, .numeric, .boolean, .interval: self = .unreadable
    }
  }

  /// A day without a time.
  init(_ day: CalendarDate) {
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
  /// Whether each row of a table has the wanted value; a text is looked at once.
  func holds(in table: Table) -> [Bool] {
    guard let position = table.schema.position(of: column) else {
      return Array(repeating: holds(.null), count: table.rowCount)
    }
    var known: (pool: TextPool, answers: [Bool?])?
    return table.chunks.flatMap { chunk -> [Bool] in
      let vector = chunk.columns[position]
      guard case .text(let codes, let pool) = vector.storage, pool.isDistinct else {
        return (0..<chunk.rowCount).map { holds(vector[$0]) }
      }
      var answers = known?.pool === pool ? known?.answers ?? [] : []
      answers += Array(repeating: nil, count: pool.count - answers.count)
      let isNull = holds(.null)
      let rows = codes.indices.map { row -> Bool in
        if vector.isNull(row) { return isNull }
        if let answer = answers[Int(codes[row])] { return answer }
        let answer = holds(vector[row])
        answers[Int(codes[row])] = answer
        return answer
      }
      known = (pool, answers)
      return rows
    }
  }

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
    case .numeric(let value): DecimalNumber(equals) == value
    case .date(let value): value.description == equals
    case .timestamp(let value): value.description == equals
    case .interval(let value): value.description == equals
    }
  }
}

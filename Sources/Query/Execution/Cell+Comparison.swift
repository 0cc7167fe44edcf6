internal import Tables

extension Cell {
  /// The value as a number, for arithmetic.
  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }

  /// Whether two values are equal; numbers compare across types.
  func equals(_ other: Cell) throws(QueryError) -> Bool {
    if let a = number, let b = other.number { return a == b }
    let (a, b) = Cell.alike(self, other)
    guard Cell.sameKind(a, b) else { throw Cell.mismatch(a, b) }
    return a == b
  }

  /// Whether this value comes first. Text compares by Unicode scalars.
  func isLess(than other: Cell) throws(QueryError) -> Bool {
    if let a = number, let b = other.number { return a < b }
    return switch Cell.alike(self, other) {
    case (.text(let a), .text(let b)): a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
    case (.date(let a), .date(let b)): a < b
    case (.timestamp(let a), .timestamp(let b)): a < b
    case (.boolean(let a), .boolean(let b)): !a && b
    case (let a, let b): throw Cell.mismatch(a, b)
    }
  }

  /// A text beside a day or a moment is read as one, as SQL reads an untyped literal.
  private static func alike(_ a: Cell, _ b: Cell) -> (Cell, Cell) {
    switch (a, b) {
    case (.date, .text(let text)): (a, CalendarDate(iso: text).map(Cell.date) ?? b)
    case (.text(let text), .date): (CalendarDate(iso: text).map(Cell.date) ?? a, b)
    case (.date(let day), .timestamp): (Timestamp(day).map(Cell.timestamp) ?? a, b)
    case (.timestamp, .date(let day)): (a, Timestamp(day).map(Cell.timestamp) ?? b)
    default: (a, b)
    }
  }

  private static func sameKind(_ a: Cell, _ b: Cell) -> Bool {
    switch (a, b) {
    case (.text, .text), (.date, .date), (.timestamp, .timestamp), (.boolean, .boolean): true
    default: false
    }
  }

  private static func mismatch(_ a: Cell, _ b: Cell) -> QueryError {
    QueryError("cannot compare \(a.kind) with \(b.kind)")
  }

  var kind: String {
    switch self {
    case .null: "nothing"
    case .text: "a text"
    case .integer, .real: "a number"
    case .boolean: "true/false"
    case .date: "a date"
    case .timestamp: "a timestamp"
    }
  }
}

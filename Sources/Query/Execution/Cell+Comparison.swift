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
    if let order = Cell.order(self, other) { return order == 0 }
    let (a, b) = Cell.alike(self, other)
    guard Cell.sameKind(a, b) else { throw Cell.mismatch(a, b) }
    return a == b
  }

  /// Whether this value comes first. Text compares by the Unicode scalars of its normal form, so
  /// that of two equal texts neither comes first.
  func isLess(than other: Cell) throws(QueryError) -> Bool {
    if let order = Cell.order(self, other) { return order < 0 }
    return switch Cell.alike(self, other) {
    case (.text(let a), .text(let b)): a < b
    case (.date(let a), .date(let b)): a < b
    case (.timestamp(let a), .timestamp(let b)): a < b
    case (.boolean(let a), .boolean(let b)): !a && b
    case (let a, let b): throw Cell.mismatch(a, b)
    }
  }

  /// Below 0 when the first number is less, 0 when they are equal; `nil` unless both are numbers.
  /// Whole numbers beyond 2^53 compare exactly, not by the nearest ``Double``.
  private static func order(_ a: Cell, _ b: Cell) -> Int? {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): a < b ? -1 : a > b ? 1 : 0
    case (.real(let a), .real(let b)): a < b ? -1 : a > b ? 1 : 0
    case (.integer(let a), .real(let b)): order(a, b)
    case (.real(let a), .integer(let b)): -order(b, a)
    default: nil
    }
  }

  private static func order(_ a: Int64, _ b: Double) -> Int {
    if b >= 0x1p63 { return -1 }
    if b < -0x1p63 { return 1 }
    let whole = b.rounded(.towardZero)
    if a != Int64(whole) { return a < Int64(whole) ? -1 : 1 }
    return b > whole ? -1 : b < whole ? 1 : 0
  }

  /// A text beside a day or a moment is read as one, as SQL reads an untyped literal.
  private static func alike(_ a: Cell, _ b: Cell) -> (Cell, Cell) {
    switch (a, b) {
    case (.date, .text(let text)): (a, CalendarDate(iso: text).map(Cell.date) ?? b)
    case (.text(let text), .date): (CalendarDate(iso: text).map(Cell.date) ?? a, b)
    case (.timestamp, .text(let text)): (a, moment(text) ?? b)
    case (.text(let text), .timestamp): (moment(text) ?? a, b)
    case (.date(let day), .timestamp): (Timestamp(day).map(Cell.timestamp) ?? a, b)
    case (.timestamp, .date(let day)): (a, Timestamp(day).map(Cell.timestamp) ?? b)
    default: (a, b)
    }
  }

  /// `2024-01-31`, `2024-01-31 08:30`, `2024-01-31T08:30:15`.
  private static func moment(_ text: String) -> Cell? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == " " || $0 == "T"
    }
    guard let day = parts.first.flatMap({ CalendarDate(iso: $0) }) else { return nil }
    guard parts.count == 2 else { return Timestamp(day).map(Cell.timestamp) }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = clock.compactMap { $0.count == 2 ? UInt8($0).map(Int.init) : nil }
    guard numbers.count == clock.count, (2...3).contains(numbers.count) else { return nil }
    return Timestamp(
      day, hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0
    ).map(Cell.timestamp)
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
    case .interval: "an interval"
    }
  }
}

public import Tables

/// A Swift type that values of a result are asked for as.
public protocol QueryValue {
  /// What it is, for messages: `whole number`.
  static var meaning: String { get }
  /// The value of a cell, or `nil` when it holds another kind of value.
  init?(_ cell: Cell)
}

extension Int: QueryValue {
  /// A whole number.
  public static var meaning: String { "whole number" }
  /// The whole number in a cell, `numeric` or not.
  public init?(_ cell: Cell) {
    guard let value = Int64(cell) else { return nil }
    self.init(exactly: value)
  }
}

extension Int64: QueryValue {
  /// A whole number.
  public static var meaning: String { "whole number" }
  /// The whole number in a cell.
  public init?(_ cell: Cell) {
    switch cell {
    case .integer(let value): self = value
    case .numeric(let value):
      guard let whole = value.integer else { return nil }
      self = whole
    default: return nil
    }
  }
}

extension Double: QueryValue {
  /// A number.
  public static var meaning: String { "number" }
  /// The number in a cell, whole or not.
  public init?(_ cell: Cell) {
    switch cell {
    case .real(let value): self = value
    case .integer(let value): self.init(value)
    case .numeric(let value): self = value.double
    default: return nil
    }
  }
}

extension DecimalNumber: QueryValue {
  /// A number.
  public static var meaning: String { "number" }
  /// The exact number in a cell, whole or decimal.
  public init?(_ cell: Cell) {
    switch cell {
    case .numeric(let value): self = value
    case .integer(let value): self.init(Int128(value))
    default: return nil
    }
  }
}

extension Bool: QueryValue {
  /// A truth value.
  public static var meaning: String { "truth value" }
  /// The truth value in a cell.
  public init?(_ cell: Cell) {
    guard case .boolean(let value) = cell else { return nil }
    self = value
  }
}

extension String: QueryValue {
  /// A text.
  public static var meaning: String { "text" }
  /// The text in a cell. Other values are not turned into text: the query can do that.
  public init?(_ cell: Cell) {
    guard case .text(let value) = cell else { return nil }
    self = value
  }
}

extension CalendarDate: QueryValue {
  /// A day.
  public static var meaning: String { "day" }
  /// The day in a cell.
  public init?(_ cell: Cell) {
    guard case .date(let value) = cell else { return nil }
    self = value
  }
}

extension Timestamp: QueryValue {
  /// A moment.
  public static var meaning: String { "moment" }
  /// The moment in a cell.
  public init?(_ cell: Cell) {
    guard case .timestamp(let value) = cell else { return nil }
    self = value
  }
}

extension CalendarInterval: QueryValue {
  /// A length of time.
  public static var meaning: String { "length of time" }
  /// The length of time in a cell.
  public init?(_ cell: Cell) {
    guard case .interval(let value) = cell else { return nil }
    self = value
  }
}

extension Optional: QueryValue where Wrapped: QueryValue {
  /// What the value is where there is one.
  public static var meaning: String { Wrapped.meaning }
  /// The value of a cell, or nothing where it is NULL.
  public init?(_ cell: Cell) {
    if cell == .null {
      self = .none
    } else {
      guard let value = Wrapped(cell) else { return nil }
      self = .some(value)
    }
  }
}

/// The numbers from `lower` to `upper`, both of them included; `nil` above means without end.
public struct ValueRange: Hashable, Sendable {
  /// The least value.
  public var lower: Double
  /// The largest value, or `nil` where there is none.
  public var upper: Double?

  /// Creates a range.
  public init(_ lower: Double, _ upper: Double?) {
    self.lower = lower
    self.upper = upper
  }

  /// What anybody knows about a count or an amount: it is not negative.
  public static let nonNegative = ValueRange(0, nil)

  /// The upper end less the lower; infinite without an upper end.
  public var width: Double { upper.map { $0 - lower } ?? .infinity }

  /// Whether a value lies within.
  public func contains(_ value: Double) -> Bool {
    value >= lower && upper.map { value <= $0 } ?? true
  }

  func intersection(_ other: ValueRange) -> ValueRange {
    let tops = [upper, other.upper].compactMap(\.self)
    return ValueRange(max(lower, other.lower), tops.min())
  }
}

/// A length of time as PostgreSQL keeps it: months, days and microseconds apart, because a month has no
/// fixed number of days.
///
/// Two lengths are equal when they take equally long: one month and 30 days are.
public struct CalendarInterval: Hashable, Sendable {
  /// Whole months; a year is twelve.
  public var months: Int32
  /// Whole days.
  public var days: Int32
  /// Microseconds.
  public var microseconds: Int64

  /// A length by its parts.
  public init(months: Int32 = 0, days: Int32 = 0, microseconds: Int64 = 0) {
    self.months = months
    self.days = days
    self.microseconds = microseconds
  }

  /// Microseconds where a month counts 30 days and a day 24 hours: what lengths are compared by.
  public var comparableMicroseconds: Int64 {
    // Queries make no lengths that leave this: ``isComparable``.
    (Int64(months) &* 30 &+ Int64(days)) &* 86_400_000_000 &+ microseconds
  }

  /// Whether it can be compared: whether it is shorter than 292 277 years.
  package var isComparable: Bool {
    let days = Int64(months) * 30 + Int64(days)
    let (whole, isTooLong) = days.multipliedReportingOverflow(by: 86_400_000_000)
    return !isTooLong && !whole.addingReportingOverflow(microseconds).overflow
  }

  /// Whether both take equally long.
  public static func == (a: Self, b: Self) -> Bool {
    a.comparableMicroseconds == b.comparableMicroseconds
  }

  /// Feeds what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(comparableMicroseconds) }
}

extension CalendarInterval: Comparable {
  /// Whether the left length is shorter.
  public static func < (a: Self, b: Self) -> Bool {
    a.comparableMicroseconds < b.comparableMicroseconds
  }
}

extension CalendarInterval: CustomStringConvertible {
  /// As PostgreSQL writes it: `1 year 2 mons -3 days +04:05:06.75`.
  public var description: String {
    var text = ""
    var wasNegative = false
    func add(_ count: Int, _ unit: String) {
      guard count != 0 else { return }
      if !text.isEmpty { text += " " }
      if wasNegative, count > 0 { text += "+" }
      text += "\(count) \(unit)\(count == 1 ? "" : "s")"
      wasNegative = count < 0
    }
    add(Int(months) / 12, "year")
    add(Int(months) % 12, "mon")
    add(Int(days), "day")
    guard microseconds != 0 || text.isEmpty else { return text }
    if !text.isEmpty { text += " " }
    if microseconds < 0 { text += "-" } else if wasNegative { text += "+" }
    let (seconds, rest) = microseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    return text + padded(Int(seconds / 3600), 2) + ":" + padded(Int(seconds / 60 % 60), 2) + ":"
      + padded(Int(seconds % 60), 2) + fraction(Int(rest))
  }
}

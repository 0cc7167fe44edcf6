import Tables

/// What follows from a day, found once for each day of a span: a log has far more cases than days.
struct DayValues<Value: Sendable>: Sendable {
  private let first: Int
  private let values: [Value]
  private let value: @Sendable (CalendarDate) -> Value

  /// The most days that are worth a table: more than a hundred years.
  private static var longest: Int { 40_000 }

  /// - Parameters:
  ///   - days: Where nearly all days lie that will be asked for; others are found one by one.
  ///   - value: What follows from a day.
  init(
    _ days: ClosedRange<CalendarDate>?, _ value: @escaping @Sendable (CalendarDate) -> Value
  ) {
    self.value = value
    guard let days else {
      (first, values) = (0, [])
      return
    }
    let last = Int(days.upperBound.daysSince1970)
    first = max(Int(days.lowerBound.daysSince1970), last - Self.longest + 1)
    values = (first...last).map { value(CalendarDate(daysSince1970: Int32(clamping: $0))) }
  }

  subscript(day: CalendarDate) -> Value {
    let place = Int(day.daysSince1970) - first
    return values.indices.contains(place) ? values[place] : value(day)
  }
}

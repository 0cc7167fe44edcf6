package import Tables

/// What expressions need beyond their chunk. One for each execution; shared by its workers.
package struct EvaluationContext: Sendable {
  /// Values of the row around a correlated subquery.
  package var parameters: [Cell]
  /// The moment at which the statement began, for `now()` and `current_date`.
  package var now: Timestamp
  /// Working days `d` with `first < d <= last`, negative where `last` comes first: the workspace's
  /// calendar, Monday to Friday without one.
  package var workingDays: @Sendable (_ first: CalendarDate, _ last: CalendarDate) -> Int
  /// Runs a subquery for given parameter values: its rows.
  package var run: @Sendable (Subquery, [Cell]) throws -> [[Cell]]

  /// The most bytes of memory that the query may take, as far as expressions take any: for texts.
  package var mostBytes = Int.max

  package init(
    parameters: [Cell] = [], now: Timestamp,
    workingDays: @escaping @Sendable (CalendarDate, CalendarDate) -> Int = weekdays(after:through:),
    run: @escaping @Sendable (Subquery, [Cell]) throws -> [[Cell]]
  ) {
    self.parameters = parameters
    self.now = now
    self.workingDays = workingDays
    self.run = run
  }
}

/// Days from Monday to Friday after the first and through the last.
package func weekdays(after first: CalendarDate, through last: CalendarDate) -> Int {
  func through(_ day: CalendarDate) -> Int {
    let sinceMonday = Int(day.daysSince1970) + 3
    let week = sinceMonday >= 0 ? sinceMonday / 7 : (sinceMonday - 6) / 7
    return week * 5 + min(sinceMonday - week * 7 + 1, 5)
  }
  return through(last) - through(first)
}

package import Tables

/// How a query is run.
package struct ExecutionOptions: Sendable {
  /// Threads that work at once; all cores if none is given.
  package var threads: Int?
  /// The most bytes that states and kept rows may take; no limit if none is given.
  package var memory: Int?
  /// What `now()` gives.
  package var now: Timestamp
  /// Working days after the first day and through the last.
  package var workingDays: @Sendable (CalendarDate, CalendarDate) -> Int
  /// Fewer rows than this are worked on by one thread: starting others costs more.
  var rowsForThreads = 50_000
  /// A table's different rows are counted first where so many rows share one as a rule.
  var rowsPerCombination = 16.0

  package init(
    threads: Int? = nil, memory: Int? = nil, now: Timestamp,
    workingDays: @escaping @Sendable (CalendarDate, CalendarDate) -> Int = weekdays(after:through:)
  ) {
    self.threads = threads
    self.memory = memory
    self.now = now
    self.workingDays = workingDays
  }
}

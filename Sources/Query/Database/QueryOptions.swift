public import Tables

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How a query is run.
public struct QueryOptions: Sendable {
  /// How texts are ordered by ORDER BY.
  public enum Collation: String, Sendable, CaseIterable, Hashable {
    /// By their bytes in UTF-8: capitals before small letters, and å, ä, ö anywhere after z.
    case bytes
    /// As a Swedish dictionary: å, ä, ö after z, capitals beside small letters.
    case swedish
  }

  /// Threads that work at once; all cores if `nil`. Results do not depend on it.
  public var threads: Int?
  /// The most bytes that groups, sorted rows and joins may take; no limit if `nil`.
  public var memory: Int?
  /// How texts are ordered.
  public var collation: Collation
  /// What `now()` and `current_date` give; the clock's time if `nil`.
  public var now: Timestamp?
  /// What `$name` stands for in a query, by its name: bound as a value, never read as SQL.
  public var parameters: [String: Cell]
  /// What `working_days` counts after the first day and through the last: Monday to Friday unless
  /// the host sets a calendar, as the command line does.
  package var workingDays: @Sendable (CalendarDate, CalendarDate) -> Int

  /// Options; the defaults suit most queries.
  public init(
    threads: Int? = nil, memory: Int? = nil, collation: Collation = .bytes, now: Timestamp? = nil,
    parameters: [String: Cell] = [:]
  ) {
    self.threads = threads
    self.memory = memory
    self.collation = collation
    self.now = now
    self.parameters = parameters
    workingDays = weekdays(after:through:)
  }

  var execution: ExecutionOptions {
    ExecutionOptions(
      threads: threads, memory: memory, now: now ?? .wallClock, workingDays: workingDays)
  }

  package var binding: BindingOptions {
    BindingOptions(
      collation: collation == .bytes ? .bytes : .swedish, parameters: parameters)
  }
}

extension Timestamp {
  /// What the wall clock of this machine shows.
  package static var wallClock: Timestamp {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var parts = tm()
    let ahead = localtime_r(&now.tv_sec, &parts) == nil ? 0 : Int64(parts.tm_gmtoff)
    return Timestamp(
      microsecondsSince1970: (Int64(now.tv_sec) + ahead) * 1_000_000 + Int64(now.tv_nsec) / 1000)
  }
}

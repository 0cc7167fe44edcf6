public import Tables

/// When plans are followed up: the last day of some months of every year.
///
/// The plans of the first organisation are followed up in April, August and December.
public struct FollowUpCalendar: Hashable, Sendable {
  /// The months, 1 to 12, in order.
  public let months: [Int]

  /// Follow-ups in some months, or `nil` when there are none or a month is not 1 to 12.
  public init?(months: [Int]) {
    guard !months.isEmpty, months.allSatisfy((1...12).contains) else { return nil }
    self.init(sorted: Set(months).sorted())
  }

  private init(sorted months: [Int]) {
    self.months = months
  }

  /// The follow-ups of a year in order; none outside the years 1 to 9999.
  public func dates(in year: Int) -> [CalendarDate] {
    months.compactMap {
      CalendarDate(
        year: year, month: $0, day: CalendarDate.days(inMonth: $0, year: year))
    }
  }

  /// The next follow-ups after a day; a follow-up on the day itself is not among them.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - count: How many; fewer are given at the end of the calendar, none for 0 and below.
  /// - Returns: The days in order.
  public func next(after day: CalendarDate, count: Int = 1) -> [CalendarDate] {
    var found: [CalendarDate] = []
    var year = day.year
    while found.count < count, (1...9999).contains(year) {
      found += dates(in: year).filter { $0 > day }
      year += 1
    }
    return Array(found.prefix(max(0, count)))
  }

  /// The follow-ups of a year whose day has come, the day itself included.
  public func passed(in year: Int, asOf: CalendarDate) -> [CalendarDate] {
    dates(in: year).filter { $0 <= asOf }
  }
}

/// Which plans are followed up, and when.
public struct PlanFollowUps: Hashable, Sendable {
  /// For plans without months of their own; `nil` when those have none.
  public var usual: FollowUpCalendar?
  /// By plan, as a slug.
  public var byPlan: [String: FollowUpCalendar]

  /// Follow-ups of some plans, and of all others; none unless they are given.
  public init(usual: FollowUpCalendar? = nil, byPlan: [String: FollowUpCalendar] = [:]) {
    self.usual = usual
    self.byPlan = byPlan
  }

  /// When a plan is followed up; `nil` when nothing says so.
  public func calendar(of plan: String?) -> FollowUpCalendar? {
    plan.flatMap { byPlan[$0] } ?? usual
  }
}

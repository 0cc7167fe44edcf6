public import Diagnostics
public import Statistics
public import Tables

/// How cases stand against one limit on one day.
///
/// `withinLimit + late + openOverdue + pending == total`, `answered + openNow == total`. Times are
/// working days or hours, as the limit counts.
public struct ServiceLevelResult: Hashable, Sendable {
  /// Cases that the limit covers and that can be judged.
  public var total = 0
  /// Those that were answered by the day.
  public var answered = 0
  /// Answered within the limit.
  public var withinLimit = 0
  /// Answered, but too late.
  public var late = 0
  /// Not answered by the day: overdue or pending.
  public var openNow = 0
  /// Not answered and over the limit.
  public var openOverdue = 0
  /// Not answered and not yet over the limit.
  public var pending = 0
  /// Of the open cases, those that the log calls closed. They count as open: closing a case does
  /// not answer it.
  public var closedUnanswered = 0
  /// Cases that came in after the day and are left out.
  public var notYetReceived = 0
  /// Rows that cannot be judged: no start, a date that cannot be read, an end before the start.
  /// Every one has a diagnostic. A year filter keeps those whose year is not known.
  public var unusable = 0
  /// The median time of answered cases; `nil` when there are none.
  public var median: Double?
  /// The 90th percentile of answered cases (type 7 of Hyndman and Fan, "Sample Quantiles in
  /// Statistical Packages", 1996).
  public var percentile90: Double?
  /// The longest time of an answered case.
  public var longest: Double?
  /// The longest time that an open case has taken so far.
  public var longestOpen: Double?
  /// The answered cases by how long the answer took, in order; empty for a part of the cases.
  public var byTime: [AnswerTimeClass] = []
  /// The same by month in which the clock started, in order; `nil` is the month that is not known.
  public var byMonth: [ServiceLevelGroup] = []
  /// The same by category, in order; `nil` is no category. Empty when the log keeps none.
  public var byCategory: [ServiceLevelGroup] = []

  /// The cases that are decided: answered, or open and over the limit.
  public var base: Int { answered + openOverdue }

  /// The share of decided cases that kept the limit, 0 to 1; `nil` when none is decided.
  ///
  /// An open case over the limit counts as not kept, so it never hides behind answered ones.
  public var shareWithin: Double? { base == 0 ? nil : Double(withinLimit) / Double(base) }

  /// The Wilson interval, at 95 %, for the share that the way of working keeps in the long run, of
  /// which these cases are taken as a sample; `nil` when none is decided. Of the cases themselves
  /// there is no doubt.
  public var longRunShare: Interval? {
    try? ProportionInterval.wilson(successes: withinLimit, trials: base)
  }
}

/// The result of a part of the cases.
public struct ServiceLevelGroup: Hashable, Sendable {
  /// The month as `2023-06`, or the category; `nil` when the row does not say.
  public var key: String?
  /// The result, without further breakdown.
  public var result: ServiceLevelResult
}

/// How one case stands against one limit on one day.
public struct CaseOutcome: Hashable, Sendable {
  /// Where a case stands.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Answered within the limit.
    case within
    /// Answered too late.
    case late
    /// Open, not yet over the limit.
    case pending
    /// Open and over the limit.
    case overdue
    /// Came in after the day.
    case notYetReceived
    /// Cannot be judged.
    case unusable
  }

  /// The case number, if the log keeps it.
  public var id: String?
  /// Where the row stands.
  public var location: SourceLocation
  /// The category, if the log keeps it and the row states it.
  public var category: String?
  /// Where the case stands.
  public var state: State
  /// The day the clock started.
  public var started: CalendarDate?
  /// The day it stopped, if it has.
  public var ended: CalendarDate?
  /// The last day in time, for limits in working days; `nil` during an open pause.
  public var due: CalendarDate?
  /// Working days or hours so far; `nil` for cases not yet received or unusable.
  public var elapsed: Double?
  /// Whether the log calls the case closed although it was not answered.
  public var isClosedUnanswered = false
}

/// The number of cases of a kind.
public struct CaseSubsetCount: Hashable, Sendable {
  /// The kind.
  public var subset: CaseSubset
  /// Cases of the kind.
  public var count: Int
  /// Cases of any kind in the same time.
  public var total: Int
}

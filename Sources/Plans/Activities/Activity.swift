public import Labels
public import Tables

/// One line of an activity plan.
public struct Activity: Hashable, Sendable {
  /// The slug.
  public var id: String
  /// The plan it belongs to, as a slug.
  public var plan: String?
  /// The area of the plan, as a slug.
  public var area: String?
  /// The wording.
  public var label: Label?
  /// When it is planned, as a slug, a year or a range of years.
  public var when: String?
  /// The wording of ``when``.
  public var whenLabel: Label?
  /// How often a year it is planned.
  public var perYear: Double?
  /// The beginning of its period.
  public var periodStart: PlanPeriod?
  /// The end of its period; the last day of it counts.
  public var periodEnd: PlanPeriod?
  /// How urgent it is.
  public var priority: ActivityPriority?
  /// How it is to be followed up.
  public var followUpMethod: Label?
  /// The role that answers for it.
  public var responsible: Label?
  /// With whom it is carried out.
  public var partner: Label?
  /// What the plan says; `nil` when it says nothing, or a word that is not known.
  public var status: ActivityStatus?
  /// How the status was found.
  public var statusBasis: StatusBasis?
  /// When status and count were told; `nil` where the plan does not say.
  public var asOf: PlanPeriod?
  /// How many times it was to happen.
  public var countTarget: Double?
  /// How many times it did.
  public var countActual: Double?
  /// What is counted.
  public var countUnit: Label?
  /// What was counted besides, in words.
  public var otherCounts: Label?
  /// What the follow-up tells, in words.
  public var followUp: Label?
  /// A remark.
  public var note: Label?
  /// Where the row stands.
  public var source: PlanSource

  /// The planned count: the stated target, else the planned frequency.
  public var plannedCount: Double? { countTarget ?? perYear }

  /// Counted events over planned ones, above 1 when there were more; `nil` if either is missing or
  /// nothing was planned.
  public var fulfilment: Double? {
    guard let countActual, let plannedCount, plannedCount > 0 else { return nil }
    return countActual / plannedCount
  }

  /// Why an activity should have been done by now.
  public enum LateRule: Hashable, Sendable {
    /// Its period ended on this day.
    case periodEnded(CalendarDate)
    /// It was planned for this year, or for years of which this is the last.
    case yearEnded(Int)
  }

  /// Which end has passed at the end of a day, whatever the status; `nil` when none has.
  ///
  /// A stated period goes before `when`. A day that is the end itself has passed.
  public func passedEnd(asOf: CalendarDate) -> LateRule? {
    if let periodEnd {
      return periodEnd.last <= asOf ? .periodEnded(periodEnd.last) : nil
    }
    guard let planned = when.flatMap({ PlanPeriod($0) }),
      planned.precision == .year || planned.precision == .years, planned.last <= asOf
    else { return nil }
    return .yearEnded(planned.last.year)
  }
}

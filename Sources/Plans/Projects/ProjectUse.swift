public import Labels

/// Budget use beside places use of one group at one time.
public struct ProjectUse: Hashable, Sendable {
  /// The row with the used budget.
  public internal(set) var budget: ProjectMeasure?
  /// The row with the used places.
  public internal(set) var places: ProjectMeasure?
  /// The row with the threshold for the budget.
  public internal(set) var threshold: ProjectMeasure?

  /// The row that says which group and time.
  var budgetOrPlaces: ProjectMeasure? { budget ?? places }

  /// The group, if one is named.
  public var group: Label? { budgetOrPlaces?.group }

  /// The time, if one is named.
  public var asOf: PlanPeriod? { budgetOrPlaces?.asOf }

  /// Budget use minus threshold in percentage points, negative below it; `nil` if either is missing.
  public var gap: Double? {
    guard let used = budget?.value, let limit = threshold?.value else { return nil }
    return used - limit
  }

  /// Whether the budget use keeps the threshold, which is a lower bound unless its word says that
  /// it is an upper one (`högst`, `upp till`, `max`).
  public var isMet: Bool? {
    let isUpper = ["högst", "upp till", "max", "at most"].contains(threshold?.qualifier ?? "")
    return gap.map { isUpper ? $0 <= 0 : $0 >= 0 }
  }

  /// Whether a number is rough by its own word, so that a small gap says little.
  public var isApproximate: Bool {
    [budget, places].contains { $0?.isApproximate ?? false }
  }
}

/// Participants against plan.
public struct ProjectParticipants: Hashable, Sendable {
  /// The row with the number.
  public let measure: ProjectMeasure
  /// The row with the planned number: a threshold with the same target.
  public let plan: ProjectMeasure?
  /// The row that says whether the number is in phase: the same row, or a status with the same
  /// target.
  public let phase: ProjectMeasure?

  /// Whether the number is in phase, by the report's own word. 0 participants may be in phase.
  public var status: ProjectStatus? { phase?.status }

  /// The number over the planned one; `nil` if either is missing or nothing was planned.
  public var fulfilment: Double? {
    guard let value = measure.value, let planned = plan?.value, planned > 0 else { return nil }
    return value / planned
  }

  init(_ measure: ProjectMeasure, among measures: [ProjectMeasure]) {
    self.measure = measure
    let related = measures.filter { $0.targetID != nil && $0.targetID == measure.targetID }
    plan = related.first { $0.kind == .threshold && !$0.isPercent }
    phase =
      measure.status?.isPhase == true
      ? measure : related.first { $0.kind == .status && $0.status?.isPhase == true }
  }
}

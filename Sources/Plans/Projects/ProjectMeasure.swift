public import Labels

/// What a row of a project report tells. The raw value is the slug in the file.
public enum ProjectMeasureKind: String, Hashable, Sendable, CaseIterable {
  /// A day or period.
  case date
  /// A number of meetings.
  case meeting
  /// Another number.
  case count
  /// A number of participants.
  case participants
  /// A number that others are held against.
  case threshold
  /// Used budget in percent.
  case budgetUse = "budget_use"
  /// Used places in percent.
  case placesUse = "places_use"
  /// Something that did not go as planned.
  case deviation
  /// A status without a number.
  case status
}

/// What a project report says about a measure. The raw value is the slug in the file.
public enum ProjectStatus: String, Hashable, Sendable, CaseIterable {
  /// In phase with the plan.
  case inPhase = "i_fas"
  /// In phase, with exceptions.
  case inPhaseWithDeviation = "i_fas_med_avvikelse"
  /// Out of phase.
  case outOfPhase = "ej_i_fas"
  /// Planned.
  case planned = "planerad"
  /// Under way.
  case underway = "pagar"
  /// Carried out.
  case carriedOut = "genomfort"
  /// Approved.
  case approved = "godkand"
  /// Moved to later.
  case postponed = "framskjuten"
  /// Not as planned.
  case deviation = "avvikelse"

  /// Whether the status tells if the project is in phase.
  public var isPhase: Bool {
    self == .inPhase || self == .inPhaseWithDeviation || self == .outOfPhase
  }
}

/// One row of a project report.
public struct ProjectMeasure: Hashable, Sendable {
  /// The slug.
  public var id: String
  /// The project, as a slug.
  public var project: String
  /// The organisation that reports, as a slug.
  public var organisation: String?
  /// What the row tells; `nil` when the file uses a word that is not known.
  public var kind: ProjectMeasureKind?
  /// The wording.
  public var label: Label?
  /// The number, in ``unit``; shares are in percent, 0 to 100.
  public var value: Double?
  /// The unit.
  public var unit: Label?
  /// A word that belongs to the number, such as `ca` or `minst`.
  public var qualifier: String?
  /// The time of the number.
  public var asOf: PlanPeriod?
  /// The first day, for dates.
  public var start: PlanPeriod?
  /// The last day, for dates.
  public var end: PlanPeriod?
  /// The group of people or places.
  public var group: Label?
  /// The status.
  public var status: ProjectStatus?
  /// The target it answers, as a slug.
  public var targetID: String?
  /// Why it went so.
  public var cause: Label?
  /// What is done about it.
  public var action: Label?
  /// A remark.
  public var note: Label?
  /// Where the row stands.
  public var source: PlanSource

  /// Whether the number is rounded or rough by its own word.
  public var isApproximate: Bool {
    ["ca", "cirka", "plus/minus", "runt", "drygt", "nästan"].contains(qualifier ?? "")
  }

  /// Whether the number is in percent.
  public var isPercent: Bool {
    ["procent", "percent", "%", "per cent"].contains(unit?.swedish ?? "")
  }
}

/// What a plan says about an activity. The raw value is the slug in the file.
public enum ActivityStatus: String, Hashable, Sendable, CaseIterable {
  /// Carried out.
  case carriedOut = "genomfort"
  /// Ended.
  case ended = "avslutad"
  /// Under way.
  case underway = "pagar"
  /// Started.
  case started = "paborjad"
  /// Goes on all the time.
  case continuous = "lopande"
  /// Partly done.
  case partly = "delvis"
  /// Goes according to plan.
  case onPlan = "enligt_plan"
  /// Extended beyond its period.
  case extended = "forlangd"
  /// Little has been done.
  case lowActivity = "lag_aktivitet"
  /// Planned.
  case planned = "planerad"
  /// Not started.
  case notStarted = "ej_paborjad"
  /// Not carried out.
  case notCarriedOut = "ej_genomfort"
  /// Not given priority, but not dropped either.
  case notPrioritised = "ej_prioriterad"
  /// Reported in another place.
  case reportedElsewhere = "separat_redovisning"
  /// Dropped by decision.
  case dropped = "avford"

  /// What follow-ups count.
  public enum Group: String, Hashable, Sendable, CaseIterable {
    /// Carried out or ended.
    case done
    /// Begun and not finished.
    case underway
    /// Not begun or not carried out.
    case notDone
    /// Followed up in another report.
    case reportedElsewhere
    /// No longer planned.
    case dropped
  }

  /// The group that the status belongs to.
  public var group: Group {
    switch self {
    case .carriedOut, .ended: .done
    case .underway, .started, .continuous, .partly, .onPlan, .extended, .lowActivity: .underway
    case .planned, .notStarted, .notCarriedOut, .notPrioritised: .notDone
    case .reportedElsewhere: .reportedElsewhere
    case .dropped: .dropped
    }
  }

  /// Whether the status itself says that the end date is no longer, or not, a problem.
  public var saysOnPlan: Bool { self == .onPlan || self == .extended }
}

/// How urgent an activity is; apart from its status.
public enum ActivityPriority: String, Hashable, Sendable, CaseIterable {
  /// High.
  case high = "hog"
  /// Medium.
  case medium = "medel"
  /// Low.
  case low = "lag"
}

/// How the status was found.
public enum StatusBasis: String, Hashable, Sendable, CaseIterable {
  /// The document has a word for it.
  case explicit = "uttrycklig"
  /// It was read from the narrative.
  case interpreted = "tolkad"
}

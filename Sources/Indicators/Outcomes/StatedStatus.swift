public import Labels

/// A status word of the documents.
public enum StatedStatus: String, Sendable, CaseIterable, Hashable {
  case carriedOut = "genomfort"
  case achieved = "uppnatt"
  case completed = "avslutad"
  case onTime = "inom_tid"
  case inPhase = "i_fas"
  case accordingToPlan = "enligt_plan"
  case continuous = "lopande"
  case goodFulfilment = "god_maluppfyllelse"
  case highFulfilment = "hog_maluppfyllelse"
  case betterThanBudget = "battre_an_budget"
  case inPhaseWithDeviation = "i_fas_med_avvikelse"
  case partly = "delvis"
  case underWay = "pagar"
  case started = "paborjad"
  case continues = "fortsatter"
  case extended = "forlangd"
  case postponed = "framskjuten"
  case notCarriedOut = "ej_genomfort"
  case notStarted = "ej_paborjad"
  case notAchieved = "ej_uppnatt"
  case notInPhase = "ej_i_fas"
  case notRunning = "ej_igang"
  case notReady = "ej_klart"
  case notPrioritised = "ej_prioriterad"
  case notGranted = "ej_beviljat"
  case closedDown = "nedlagt"
  case dropped = "avford"
  case noDemand = "ingen_efterfragan"
  case planned = "planerad"
  case forecast = "prognos"

  /// What a word says of the thing that it stands beside. ``AssessmentRules`` says which verdict
  /// follows.
  public enum Meaning: Hashable, Sendable {
    /// It is done.
    case done
    /// It is done but for a little: the middle of a scale of three.
    case almost
    /// It is on its way; how far is not said.
    case onItsWay
    /// It was begun or put off: all of it is not done.
    case unfinished
    /// It was not done.
    case notDone
    /// It is wanted no more.
    case dropped
    /// It is to come: no outcome.
    case expected
  }

  /// What the word says.
  public var meaning: Meaning {
    switch self {
    case .carriedOut, .achieved, .completed, .onTime, .inPhase, .accordingToPlan, .continuous,
      .goodFulfilment, .highFulfilment, .betterThanBudget:
      .done
    case .inPhaseWithDeviation: .almost
    case .underWay, .continues, .extended: .onItsWay
    case .started, .postponed, .partly, .notReady: .unfinished
    case .notCarriedOut, .notStarted, .notAchieved, .notInPhase, .notRunning, .notPrioritised,
      .notGranted, .closedDown:
      .notDone
    case .dropped, .noDemand: .dropped
    case .planned, .forecast: .expected
    }
  }

  /// The verdict that the document gives on the goal with this word; `nil` for words that tell
  /// what was carried out: beside a figure they speak of what was counted, not of the goal.
  public var documentVerdict: Verdict? {
    switch self {
    case .achieved, .goodFulfilment, .highFulfilment, .betterThanBudget, .onTime, .inPhase,
      .accordingToPlan:
      .met
    case .inPhaseWithDeviation: .nearly
    case .notAchieved, .notInPhase: .notMet
    default: nil
    }
  }

  /// The word as a report shows it.
  public var label: Label {
    switch self {
    case .carriedOut: Label("genomfört", "carried out")
    case .achieved: Label("uppnått", "achieved")
    case .completed: Label("avslutat", "completed")
    case .onTime: Label("inom tid", "on time")
    case .inPhase: Label("i fas", "in phase")
    case .accordingToPlan: Label("enligt plan", "according to plan")
    case .continuous: Label("löpande", "continuous")
    case .goodFulfilment: Label("god måluppfyllelse", "good fulfilment")
    case .highFulfilment: Label("hög måluppfyllelse", "high fulfilment")
    case .betterThanBudget: Label("bättre än budget", "better than budget")
    case .inPhaseWithDeviation: Label("i fas med avvikelse", "in phase with deviation")
    case .partly: Label("delvis", "partly")
    case .underWay: Label("pågår", "under way")
    case .started: Label("påbörjat", "started")
    case .continues: Label("fortsätter", "continues")
    case .extended: Label("förlängt", "extended")
    case .postponed: Label("framskjutet", "postponed")
    case .notCarriedOut: Label("ej genomfört", "not carried out")
    case .notStarted: Label("ej påbörjat", "not started")
    case .notAchieved: Label("ej uppnått", "not achieved")
    case .notInPhase: Label("ej i fas", "not in phase")
    case .notRunning: Label("ej igång", "not running")
    case .notReady: Label("ej klart", "not ready")
    case .notPrioritised: Label("ej prioriterat", "not prioritised")
    case .notGranted: Label("ej beviljat", "not granted")
    case .closedDown: Label("nedlagt", "closed down")
    case .dropped: Label("avfört", "dropped")
    case .noDemand: Label("ingen efterfrågan", "no demand")
    case .planned: Label("planerat", "planned")
    case .forecast: Label("prognos", "forecast")
    }
  }
}

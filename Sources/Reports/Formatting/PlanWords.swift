internal import Labels
internal import Plans
internal import Tables

extension ActivityStatus {
  var label: Label {
    switch self {
    case .carriedOut: Label("genomfört", "carried out")
    case .ended: Label("avslutat", "ended")
    case .underway: Label("pågår", "under way")
    case .started: Label("påbörjat", "started")
    case .continuous: Label("löpande", "continuous")
    case .partly: Label("delvis", "partly")
    case .onPlan: Label("enligt plan", "on plan")
    case .extended: Label("förlängt", "extended")
    case .lowActivity: Label("låg aktivitet", "low activity")
    case .planned: Label("planerat", "planned")
    case .notStarted: Label("ej påbörjat", "not started")
    case .notCarriedOut: Label("ej genomfört", "not carried out")
    case .notPrioritised: Label("ej prioriterat", "not prioritised")
    case .reportedElsewhere: Label("redovisas separat", "reported elsewhere")
    case .dropped: Label("avfört", "dropped")
    }
  }
}

extension ProjectStatus {
  var label: Label {
    switch self {
    case .inPhase: Label("i fas", "in phase")
    case .inPhaseWithDeviation: Label("i fas med avvikelse", "in phase with deviation")
    case .outOfPhase: Label("ej i fas", "not in phase")
    case .planned: Label("planerat", "planned")
    case .underway: Label("pågår", "under way")
    case .carriedOut: Label("genomfört", "carried out")
    case .approved: Label("godkänt", "approved")
    case .postponed: Label("framskjutet", "postponed")
    case .deviation: Label("avvikelse", "deviation")
    }
  }
}

extension ControlResult {
  var label: Label {
    switch self {
    case .ok: Label("utan anmärkning", "no remark")
    case .underway: Label("pågår", "under way")
    case .deviation: Label("avvikelse", "deviation")
    }
  }
}

extension PlanPeriod {
  /// The period as a report shows it: half-years and ranges in words, the rest as ISO 8601 writes it.
  var label: Label {
    let year = first.year
    return switch precision {
    case .day, .month, .year: Label(same: text)
    case .years: Label(same: "\(year)–\(last.year)")
    case .halfYear where first.parts.month == 1: Label("våren \(year)", "spring \(year)")
    case .halfYear: Label("hösten \(year)", "autumn \(year)")
    }
  }
}

internal import Labels
internal import Plans

/// What is said of a plan as a whole.
enum PlanSentence {
  /// How many activities stand where, naming only what there is, and how many are late.
  static func text(_ followUp: ActivityPlanFollowUp) -> Label {
    let total = followUp.total
    let parts = [
      part(total.done, Label("genomförd", "carried out"), "genomförda"),
      part(total.underway, Label("pågår", "under way"), "pågår"),
      part(
        total.notDone, Label("ej påbörjad eller ej genomförd", "not started or not carried out"),
        "ej påbörjade eller ej genomförda"),
      part(total.dropped, Label("avförd", "dropped"), "avförda"),
      part(
        total.reportedElsewhere, Label("redovisas separat", "reported elsewhere"),
        "redovisas separat"),
      part(total.withoutStatus, Label("utan status", "without status"), "utan status"),
    ].compactMap(\.self)
    let isOne = total.planned == 1
    return Label(
      "\(total.planned) \(isOne ? "aktivitet" : "aktiviteter"): "
        + "\(parts.map(\.swedish).listed(and: "och")). " + late(followUp).swedish,
      "\(total.planned) \(isOne ? "activity" : "activities"): "
        + "\(parts.map(\.english).listed(and: "and")). " + late(followUp).english)
  }

  private static func part(_ count: Int, _ one: Label, _ many: String) -> Label? {
    guard count > 0 else { return nil }
    return Label("\(count) \(count == 1 ? one.swedish : many)", "\(count) \(one.english)")
  }

  private static func late(_ followUp: ActivityPlanFollowUp) -> Label {
    let (late, onPlan) = (followUp.late.count, followUp.pastEndButOnPlan.count)
    let counted =
      switch late {
      case 0: Label("Ingen är försenad", "None is late")
      case 1: Label("1 är försenad", "1 is late")
      default: Label("\(late) är försenade", "\(late) are late")
      }
    let isOne = onPlan == 1
    let more = Label(late == 0 ? "" : "ytterligare ", late == 0 ? "" : "another ")
    let end =
      onPlan == 0
      ? Label(".", ".")
      : Label(
        "; för \(more.swedish)\(onPlan) är tiden ute, men \(isOne ? "den" : "de") anges gå enligt "
          + "plan.",
        "; for \(more.english)\(onPlan) the time is up, but \(isOne ? "it is" : "they are") said to "
          + "be on plan.")
    return Label(
      "\(counted.swedish) den \(followUp.asOf)\(end.swedish)",
      "\(counted.english) as of \(followUp.asOf)\(end.english)")
  }
}

internal import Labels
internal import Plans
internal import Tables

/// What is said above the tables of a plan: how many activities stand where. It names only what
/// there is.
struct ActivitySentence {
  var done = 0
  var underway = 0
  var notDone = 0
  var dropped = 0
  var reportedElsewhere = 0
  var withoutStatus = 0
  var late = 0
  /// Past their end, but by their own status on plan.
  var onPlan = 0
  let asOf: CalendarDate

  var label: Label { .sentences([states, lateness]) }

  private typealias State = (count: Int, attribute: Label, predicate: Label)

  /// Behind a number of activities, and said of all of them.
  private var all: [State] {
    func state(
      _ count: Int, _ one: String, _ several: String, _ english: String
    ) -> State {
      let participle = count == 1 ? one : several
      let be = count == 1 ? "is" : "are"
      return (
        count, Label(participle, english), Label("är \(participle)", "\(be) \(english)")
      )
    }
    return [
      state(done, "genomförd", "genomförda", "carried out"),
      (
        underway, Label("som pågår", "under way"),
        Label("pågår", "\(underway == 1 ? "is" : "are") under way")
      ),
      state(notDone, "ej gjord", "ej gjorda", "not done"),
      state(dropped, "avförd", "avförda", "dropped"),
      (
        reportedElsewhere, Label("som redovisas separat", "reported elsewhere"),
        Label(
          "redovisas separat", "\(reportedElsewhere == 1 ? "is" : "are") reported elsewhere")
      ),
      (
        withoutStatus, Label("utan angiven status", "without a stated status"),
        Label(
          "saknar angiven status", "\(withoutStatus == 1 ? "has" : "have") no stated status")
      ),
    ]
  }

  private var total: Int { all.reduce(0) { $0 + $1.count } }

  private var states: Label {
    let given = all.filter { $0.count > 0 }
    let activities = Noun(
      Label("aktivitet", "activity"), Label("aktiviteter", "activities")
    ).counted(total)
    if given.count == 1 {
      let words = given[0].predicate
      return Label(
        "\(activities.swedish) \(words.swedish).", "\(activities.english) \(words.english).")
    }
    let parts = Label.list(
      given.map {
        Label("\($0.count) \($0.attribute.swedish)", "\($0.count) \($0.attribute.english)")
      })
    return Label(
      "\(activities.swedish): \(parts.swedish).", "\(activities.english): \(parts.english).")
  }

  private var lateness: Label {
    let isOnly = total == 1
    let words =
      switch late {
      case 0 where isOnly: Label("Den är inte försenad den", "It is not late as of")
      case 1 where isOnly: Label("Den är försenad den", "It is late as of")
      case 0: Label("Ingen är försenad den", "None is late as of")
      case 1: Label("1 är försenad den", "1 is late as of")
      default: Label("\(late) är försenade den", "\(late) are late as of")
      }
    return Label(
      "\(words.swedish) \(asOf)\(pastEnd.swedish).", "\(words.english) \(asOf)\(pastEnd.english).")
  }

  private var pastEnd: Label {
    guard onPlan > 0 else { return Label("", "") }
    let isOne = onPlan == 1
    let which =
      total == 1
      ? Label("tiden är ute", "its time is up")
      : Label(
        "för \(late > 0 ? "ytterligare " : "")\(onPlan) är tiden ute",
        "for \(onPlan)\(late > 0 ? " more" : "") the time is up")
    return Label(
      "; \(which.swedish), men \(isOne ? "den" : "de") anges gå enligt plan",
      "; \(which.english), but \(isOne ? "it is" : "they are") said to be on plan")
  }

  /// The days of a year on which the plan was followed up, and the next one.
  static func followUps(year: Int, passed: [CalendarDate], next: CalendarDate?) -> Label {
    let days = passed.map(\.description).joined(separator: ", ")
    let (swedish, english) = (
      passed.isEmpty ? "ingen ännu" : days, passed.isEmpty ? "none yet" : days
    )
    return .sentences([
      Label(
        "\(passed.count > 1 ? "Uppföljningar" : "Uppföljning") \(year): \(swedish).",
        "\(passed.count > 1 ? "Follow-ups" : "Follow-up") \(year): \(english)."),
      next.map { Label("Nästa: \($0).", "Next: \($0).") },
    ])
  }
}

extension ActivitySentence {
  init(_ followUp: ActivityPlanFollowUp) {
    let total = followUp.total
    self.init(
      done: total.done, underway: total.underway, notDone: total.notDone, dropped: total.dropped,
      reportedElsewhere: total.reportedElsewhere, withoutStatus: total.withoutStatus,
      late: followUp.late.count, onPlan: followUp.pastEndButOnPlan.count, asOf: followUp.asOf)
  }
}

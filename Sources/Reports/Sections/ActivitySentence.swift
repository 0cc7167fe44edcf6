internal import Labels
internal import Plans
internal import Tables

/// What is said above the tables of a plan: how many activities stand where. It names only what
/// there is.
struct ActivitySentence {
  /// All activities, where a table counts them; otherwise the sum of the states.
  var planned: Fact?
  var done: Fact = 0
  var underway: Fact = 0
  var notDone: Fact = 0
  var dropped: Fact = 0
  var reportedElsewhere: Fact = 0
  var withoutStatus: Fact = 0
  var late: Fact = 0
  /// Past their end, but by their own status on plan.
  var onPlan: Fact = 0
  let asOf: CalendarDate

  var sentence: Sentence { .sentences([states, lateness]) }

  private typealias State = (count: Fact, attribute: Label, predicate: Label)

  /// Behind a number of activities, and said of all of them.
  private var all: [State] {
    func state(
      _ count: Fact, _ one: String, _ several: String, _ english: String
    ) -> State {
      let participle = count.isOne ? one : several
      let be = count.isOne ? "is" : "are"
      return (
        count, Label(participle, english), Label("är \(participle)", "\(be) \(english)")
      )
    }
    return [
      state(done, "genomförd", "genomförda", "carried out"),
      (
        underway, Label("som pågår", "under way"),
        Label("pågår", "\(underway.isOne ? "is" : "are") under way")
      ),
      state(notDone, "ej gjord", "ej gjorda", "not done"),
      state(dropped, "avförd", "avförda", "dropped"),
      (
        reportedElsewhere, Label("som redovisas separat", "reported elsewhere"),
        Label(
          "redovisas separat", "\(reportedElsewhere.isOne ? "is" : "are") reported elsewhere")
      ),
      (
        withoutStatus, Label("utan angiven status", "without a stated status"),
        Label(
          "saknar angiven status", "\(withoutStatus.isOne ? "has" : "have") no stated status")
      ),
    ]
  }

  private var total: Fact {
    planned ?? Fact(.count(Int(all.compactMap { $0.count.amount }.reduce(0, +))))
  }

  private var states: Sentence {
    let given = all.filter { !$0.count.isZero }
    let activities = Noun(
      Label("aktivitet", "activity"), Label("aktiviteter", "activities")
    ).counted(total)
    if given.count == 1 {
      let words = given[0].predicate
      return Sentence(
        "\(activities.swedish) \(words.swedish).", "\(activities.english) \(words.english).")
    }
    let parts = Sentence.list(
      given.map {
        Sentence("\($0.count) \($0.attribute.swedish)", "\($0.count) \($0.attribute.english)")
      })
    return Sentence(
      "\(activities.swedish): \(parts.swedish).", "\(activities.english): \(parts.english).")
  }

  private var lateness: Sentence {
    let words: Sentence =
      switch (late.amount, total.isOne) {
      case (0, true): Sentence("Den är inte försenad den", "It is not late as of")
      case (1, true): Sentence("Den är försenad den", "It is late as of")
      case (0, false): Sentence("Ingen är försenad den", "None is late as of")
      case (1, false): Sentence("\(late) är försenad den", "\(late) is late as of")
      default: Sentence("\(late) är försenade den", "\(late) are late as of")
      }
    let day = Fact(.day(asOf))
    return Sentence(
      "\(words.swedish) \(day)\(pastEnd.swedish).", "\(words.english) \(day)\(pastEnd.english).")
  }

  private var pastEnd: Sentence {
    guard !onPlan.isZero else { return Sentence("", "") }
    let more = late.isZero ? Label("", "") : Label("ytterligare ", " more")
    let which =
      total.isOne
      ? Sentence("tiden är ute", "its time is up")
      : Sentence(
        "för \(more.swedish)\(onPlan) är tiden ute", "for \(onPlan)\(more.english) the time is up")
    let they = onPlan.isOne ? Label("den", "it is") : Label("de", "they are")
    return Sentence(
      "; \(which.swedish), men \(they.swedish) anges gå enligt plan",
      "; \(which.english), but \(they.english) said to be on plan")
  }

  /// The days of a year on which the plan was followed up, and the next one.
  static func followUps(year: Int, passed: [CalendarDate], next: CalendarDate?) -> Sentence {
    let days =
      passed.isEmpty
      ? Sentence("ingen ännu", "none yet")
      : Sentence.joined(passed.map { Sentence(Fact(.day($0))) }, by: Label(same: ", "))
    let followUp =
      passed.count > 1 ? Label("Uppföljningar", "Follow-ups") : Label("Uppföljning", "Follow-up")
    return .sentences([
      Sentence(
        "\(followUp.swedish) \(String(year)): \(days.swedish).",
        "\(followUp.english) \(String(year)): \(days.english)."),
      next.map { Fact(.day($0)) }.map { Sentence("Nästa: \($0).", "Next: \($0).") },
    ])
  }
}

extension ActivitySentence {
  /// The sentence above the tables of a plan: counts by area with their total, and all activities.
  init(_ followUp: ActivityPlanFollowUp, areas: ReportTable, activities: ReportTable) {
    func total(_ column: String) -> Fact {
      areas.fact(row: Member.totalID, column: column) ?? 0
    }
    self.init(
      planned: total("planned"), done: total("done"), underway: total("underway"),
      notDone: total("not_done"), dropped: total("dropped"),
      reportedElsewhere: total("reported_elsewhere"),
      withoutStatus: activities.count(column: "status") { $0 == .none }, late: total("late"),
      onPlan: Fact(.count(followUp.pastEndButOnPlan.count)), asOf: followUp.asOf)
  }
}

internal import Diagnostics
internal import Indicators
internal import Labels
internal import Plans
internal import Surveys
internal import Tables

// What was known at the end of a day. A fact is known on its own day; one that has none is known when the
// year that it tells of is over.
//
// - An outcome: when its period has ended. One that is computed stays, without what is stated of it.
// - A goal: with its year. Why it was missed and what is done next: with an outcome.
// - A wave of a survey: when it went out. A case: when it came in; what happened to it has a day each.
// - A row of a table: on the day in the column that its definition names, or when its `year` is over.
// - An activity: always; its status and count on their day. A control: always; its result on its day.
// - A measure of a project: when its time is over.
// - A contradiction, and a rule that figures must agree by: these are about years that are over.
extension LoadedWorkspace {
  /// Leaves out all that was not known at the end of a day, and the computations of what has no days.
  ///
  /// - Returns: The outcomes of which nothing is known unless it is computed.
  mutating func leaveOut(
    after day: CalendarDate, computations: inout [Computation]
  ) -> Set<String> {
    let dated = Set(
      units.flatMap(\.allTables).filter(\.hasDays).map(\.table.name))
    computations.removeAll { computation in
      computation.table.map { !dated.contains($0) } ?? false
    }
    let known = KnownFacts(
      day: day, usualYear: year, computed: Set(computations.map(\.outcome)),
      goalSources: Dictionary(
        goals.compactMap { goal in goal.sources.first.map { (goal.id, $0) } },
        uniquingKeysWith: { first, _ in first }))
    let open = Set(outcomes.filter(known.isToBeComputed).map(\.id))
    for index in units.indices { units[index].leaveOut(known) }
    if !known.isYearsEnd { contradictions = [] }
    return open
  }

  /// Leaves out those of some outcomes that have no computed figure, unless there is one that is withheld.
  mutating func leaveOutUncomputed(_ open: Set<String>) {
    for index in units.indices {
      units[index].outcomes.removeAll {
        open.contains($0.id) && $0.computed == nil && !$0.isWithheld
      }
    }
  }
}

/// What is known at the end of a day.
private struct KnownFacts {
  let day: CalendarDate
  let usualYear: Int
  /// The outcomes that are computed from what has days.
  let computed: Set<String>
  /// Where the documents state the goals.
  let goalSources: [String: DocumentReference]

  /// Whether a year is over.
  func isOver(_ year: Int) -> Bool { .lastDay(of: year) <= day }

  /// Whether the year of the day is over with it.
  var isYearsEnd: Bool { isOver(day.year) }

  /// Whether an outcome's time goes on, and what there is of it is computed.
  func isToBeComputed(_ outcome: Outcome) -> Bool {
    outcome.lastDay > day && computed.contains(outcome.id) && outcome.year <= day.year
      && !outcome.isExpected
  }

  func outcome(_ outcome: Outcome) -> Outcome? {
    guard outcome.lastDay > day else {
      // A part of a year compares with no whole one.
      var known = outcome
      if outcome.year == day.year, outcome.lastDay < .lastDay(of: day.year), !isYearsEnd {
        known.indicator = nil
      }
      return known
    }
    guard isToBeComputed(outcome) else { return nil }
    return outcome.toBeComputed(by: day, source: outcome.goal.flatMap { goalSources[$0] })
  }

  /// Whether a time in a plan has passed; one that is not stated with the year of the day.
  func isKnown(_ period: PlanPeriod?) -> Bool { period.map { $0.last <= day } ?? isYearsEnd }
}

extension UnitContents {
  fileprivate mutating func leaveOut(_ known: KnownFacts) {
    goals.removeAll { $0.year > known.day.year }
    let answered = Set(outcomes.filter { $0.lastDay <= known.day }.compactMap(\.goal))
    outcomes = outcomes.compactMap(known.outcome)
    for index in goals.indices where !answered.contains(goals[index].id) {
      goals[index].cause = Label("", "")
      goals[index].nextStep = Label("", "")
    }
    surveys = surveys.compactMap { $0.known(by: known.day) }
    caseLogs = caseLogs.map { $0.known(by: known.day) }
    beforeAfters.removeAll { !known.isOver($0.year) }
    for index in activities.indices where !known.isKnown(activities[index].asOf) {
      activities[index].forgetStatus()
    }
    for index in controls.indices where !known.isKnown(controls[index].controlDate) {
      controls[index].forgetResult()
    }
    projectMeasures.removeAll { measure in
      let time = measure.asOf ?? measure.end ?? measure.start
      return time.map { $0.last > known.day } ?? !known.isOver(known.usualYear)
    }
    allTables = allTables.map(known.table)
    isInterim = !known.isYearsEnd
    if isInterim { consistencyRules = [] }
  }
}

extension Outcome {
  /// The outcome without what is stated of its whole period, to be computed of the time until a day. No
  /// document states it yet: its source is that of its goal.
  fileprivate func toBeComputed(by day: CalendarDate, source: DocumentReference?) -> Outcome {
    var rest = self
    rest.period = day.description
    rest.statedValue = nil
    rest.statedTotal = nil
    rest.forecast = nil
    rest.qualifiers = []
    rest.statedStatus = nil
    rest.readStatus = nil
    rest.indicator = nil
    rest.note = Label("", "")
    rest.source = source ?? DocumentReference(document: "", line: nil)
    return rest
  }
}

extension UnitTable {
  /// Whether its rows say when they became known.
  fileprivate var hasDays: Bool {
    definition?.day != nil || table.schema.position(of: "year") != nil
  }
}

extension KnownFacts {
  /// A table with the rows that are known. One whose rows have no days is shown when the year is over.
  fileprivate func table(_ whole: UnitTable) -> UnitTable {
    guard whole.hasDays else {
      var rest = whole
      if !isYearsEnd { rest.definition?.layout = nil }
      return rest
    }
    let column = whole.definition?.day
    let later = whole.table.rows.enumerated().filter { _, row in
      if let column { return row.date(column).map { $0 > day } ?? true }
      return row.integer("year").map { !isOver($0) } ?? true
    }
    return UnitTable(
      table: whole.table.leavingOut(Set(later.map(\.offset))), definition: whole.definition)
  }
}

extension Activity {
  fileprivate mutating func forgetStatus() {
    (followUp, otherCounts) = (nil, nil)
    (status, statusBasis, countActual, note, asOf) = (nil, nil, nil, nil, nil)
  }
}

extension ControlArea {
  fileprivate mutating func forgetResult() {
    (result, resultNote, controlDate) = (nil, nil, nil)
  }
}

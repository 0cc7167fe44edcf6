internal import Diagnostics
internal import Indicators
internal import Labels

/// Goals that stand in the definition of a survey or a case log, with their outcomes and how these are
/// computed: what `targets.csv`, `outcomes.csv` and `computed.yaml` would say.
struct DefinedGoals {
  private(set) var goals: [Goal] = []
  private(set) var outcomes: [Outcome] = []
  private(set) var computations: [Computation] = []
  /// The unit that owns them.
  let unit: String
  /// The definition, as reports name it: `unit/folder/survey.yaml`.
  let document: String
  private let percent: MeasurementUnit
  private let problems: ProblemCollector

  init(
    unit: String, document: String, vocabulary: IndicatorVocabulary, problems: ProblemCollector
  ) {
    (self.unit, self.document, self.problems) = (unit, document, problems)
    percent =
      vocabulary.measurementUnits["procent"]
      ?? MeasurementUnit(
        name: "procent", label: Label("procent", "per cent"), dimension: "share", factor: 1)
  }

  /// A share or a mean to reach in a year.
  struct Target {
    /// What it is about, as a name without the year; the goals of several years share it.
    let indicator: String
    /// The name of the goal of a year; of all years, made of the indicator and the year, where `nil`.
    let id: String?
    let label: Label
    let year: Int
    let direction: Direction
    /// What kind of figure it is.
    var measure = Measure.share
    /// In ``unit``.
    let target: Double
    /// What a mean is counted in; a share is in per cent.
    var unit: MeasurementUnit?
    let location: SourceLocation
  }

  /// A figure that answers a goal.
  struct Answer {
    let id: String
    /// The time that it is about.
    let period: String
    let method: Computation.Method
  }

  /// Adds a goal with what answers it. The same goal twice is told.
  mutating func add(_ target: Target, _ answers: [Answer]) {
    let id = target.id ?? "\(target.indicator)-\(target.year)"
    if let first = goals.first(where: { $0.id == id }) {
      problems.add(
        Diagnostic(
          .error, "goal-duplicate", at: target.location,
          "the goal is set twice for \(target.year)",
          because: "it is set first at \(first.locations[0]), and that one counts",
          fixes: ["remove one of the two", "give one of them an id of its own"]))
      return
    }
    let goal = Goal(
      defined: id, unit: unit, year: target.year, label: target.label,
      measure: target.measure, target: target.target,
      measurementUnit: target.measure == .share ? percent : target.unit,
      direction: target.direction, indicator: target.indicator,
      source: DocumentReference(document: document, line: target.location.line),
      location: target.location)
    goals.append(goal)
    for answer in answers {
      outcomes.append(Outcome(answering: goal, id: answer.id, period: answer.period))
      computations.append(
        Computation(
          outcome: answer.id, method: answer.method, unit: nil, location: target.location))
    }
  }
}

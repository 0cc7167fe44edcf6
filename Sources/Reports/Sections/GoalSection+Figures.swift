internal import Diagnostics
internal import Indicators
internal import Labels
internal import Statistics
internal import Workspace

extension GoalSection {
  /// The target as a figure; its unit alone where no figure is named.
  static func target(_ goal: Goal) -> ReportCell {
    let sources = FactSources(documents: goal.sources, locations: goal.locations)
    guard let target = goal.target else {
      return .fact(
        goal.measurementUnit.map { Fact(.interval, unit: FactUnit($0), sources: sources) })
    }
    var fact = GoalWords.fact(target, goal.measurementUnit)
    fact.interval = goal.upperTarget.map { FactInterval(lower: target, upper: $0) }
    fact.sources = sources
    return .fact(fact)
  }

  /// The outcome that decides as a figure.
  static func figure(_ outcome: Outcome?) -> ReportCell {
    guard let outcome else { return .none }
    let sources = FactSources(
      documents: [outcome.source],
      locations: [outcome.location] + (outcome.computed?.sources ?? []))
    let base = outcome.total.map { Base.part(outcome.value, of: $0) } ?? .none
    guard let value = outcome.value else {
      return .fact(
        outcome.measurementUnit.map {
          Fact(.interval, unit: FactUnit($0), base: base, sources: sources)
        })
    }
    var fact = GoalWords.fact(value, outcome.measurementUnit)
    (fact.base, fact.sources) = (base, sources)
    return .fact(fact)
  }

  /// A miss is never rounded up to the whole.
  static func fulfilment(_ assessment: Assessment) -> ReportCell {
    guard let value = assessment.fulfilment else { return .none }
    guard value < 1, assessment.verdict != .met else { return .share(value, decimals: 0) }
    let decimals = NumberStyle.decimals(ofShareBelowOne: value)
    return .share(decimals == nil ? 0.999_999_999_99 : value, decimals: decimals ?? 9)
  }

  /// Whom a survey's figure counts, the probability that the goal holds among them, and where the
  /// share of all lies.
  func surveyCells(_ assessment: Assessment) -> [ReportCell] {
    if case .surveyMean(let mean) = assessment.certainty {
      let count = Base.part(nil, of: Double(mean.answered), population: mean.invited)
      return [
        .fact(Fact(.interval, base: count)),
        .fact(
          assessment.goalProbability.map { Fact(.probability($0), precision: .decimals(4)) }),
        .none, .none,
      ]
    }
    guard case .survey(let base) = assessment.certainty, let census = base.nearCensus
    else { return Array(repeating: .none, count: 4) }
    let interval = (try? census.interval()).map { FactInterval($0.shares, .hypergeometric) }
    let count = Base.part(
      Double(base.positive), of: Double(base.answered), population: base.invited)
    let share = base.answered == 0 ? nil : Double(base.positive) / Double(base.answered)
    let fact = Fact(share.map(Fact.Value.share) ?? .interval, base: count, interval: interval)
    return [
      .fact(fact),
      .fact(
        assessment.goalProbability.map { Fact(.probability($0), precision: .decimals(4)) }),
      .fact(fact), .fact(Fact(.interval, interval: FactInterval(bounds: census.bounds))),
    ]
  }
}

internal import Labels

extension IndicatorTrend {
  /// The trends of goals and outcomes by indicator.
  static func trends(_ goals: [Goal], _ outcomes: [Outcome]) -> [String: IndicatorTrend] {
    var points: [String: [TrendPoint]] = [:]
    for outcome in wholeYears(outcomes) {
      guard let indicator = outcome.indicator, let value = outcome.value else { continue }
      let point = TrendPoint(outcome, value: value * (outcome.measurementUnit?.factor ?? 1))
      points[indicator, default: []].append(point)
    }
    for goal in goals {
      guard let indicator = goal.indicator, let target = goal.target else { continue }
      points[indicator, default: []].append(
        TrendPoint(
          year: goal.year, value: target * (goal.measurementUnit?.factor ?? 1), kind: .target,
          id: goal.id, dimension: goal.measurementUnit?.dimension))
    }
    return Dictionary(
      uniqueKeysWithValues: points.map {
        ($0.key, IndicatorTrend(indicator: $0.key, points: $0.value))
      })
  }

  /// What was told in the course of a year gives way to what is told of its end.
  private static func wholeYears(_ outcomes: [Outcome]) -> [Outcome] {
    struct Place: Hashable { var indicator: String?, year: Int, isExpected: Bool }
    func place(_ outcome: Outcome) -> Place {
      Place(
        indicator: outcome.indicator, year: outcome.year, isExpected: outcome.isExpected)
    }
    let ends = Dictionary(
      outcomes.filter { $0.value != nil }.map { (place($0), $0.lastDay) }, uniquingKeysWith: max)
    return outcomes.filter { $0.lastDay == ends[place($0)] }
  }
}

extension TrendPoint {
  /// The figure of an outcome, in base units.
  init(_ outcome: Outcome, value: Double) {
    let isForecast = outcome.role == .forecast || outcome.statedStatus == .forecast
    self.init(
      year: outcome.year, value: value,
      kind: isForecast ? .forecast : outcome.isExpected ? .plan : .outcome, id: outcome.id,
      dimension: outcome.measurementUnit?.dimension,
      definition: Definition(
        name: Self.withoutYears(outcome.label.swedish), unit: outcome.measurementUnit,
        label: outcome.label))
  }

  /// `Besökare 2023` names what `besökare 2022` names.
  static func withoutYears(_ name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }
      .filter { $0.count != 4 || Int($0) == nil }.joined(separator: " ")
  }
}

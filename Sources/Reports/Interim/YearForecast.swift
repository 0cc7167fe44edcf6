internal import Analyses
internal import Indicators
internal import Statistics

/// What the outcomes of the years before say of a year: their continuation by the method that did best on
/// their own past.
struct YearForecast {
  /// The expected outcome and its prediction interval, in base units.
  let point: Forecast.Point
  /// How it was found.
  let method: ForecastMethod
  /// The years that it rests on, and the outcomes.
  let years: ClosedRange<Int>
  let outcomes: [String]

  /// The confidence of the interval.
  static let confidence = 0.95
  /// The fewest years in a row: so many give a method a past to be tried on.
  static let fewestYears = 9

  /// `nil` where fewer than ``fewestYears`` comparable years lead up to the year, or where they are all
  /// the same. Targets, plans and examples are no outcomes.
  init?(of year: Int, _ trend: IndicatorTrend) {
    var run: [TrendPoint] = []
    for point in trend.points.reversed() where point.kind == .outcome && point.year < year {
      let next = run.last
      // Two figures of one year are two answers to one question.
      guard point.year == (next?.year ?? year) - 1, next?.isComparable(with: point) ?? true else {
        break
      }
      run.append(point)
    }
    run.reverse()
    let values = run.map(\.value)
    guard run.count >= Self.fewestYears, let first = run.first, let last = run.last,
      let best = ForecastFinding.best(for: values, season: nil),
      let point = try? Forecast(
        of: values, method: best.method, horizon: 1, confidence: Self.confidence
      ).points.first
    else { return nil }
    (self.point, method) = (point, best.method)
    (years, outcomes) = (first.year...last.year, run.map(\.id))
  }

  /// The probability that the outcome will lie within bounds, either of which may be infinite.
  func probability(_ bounds: GoalBounds) -> Double? {
    func above(_ bound: Double) -> Double? {
      if bound == .infinity { return 0 }
      if bound == -.infinity { return 1 }
      return try? point.probability(atLeast: bound)
    }
    guard let lower = above(bounds.lower), let upper = above(bounds.upper) else { return nil }
    return max(0, lower - upper)
  }
}

/// Where an outcome has to lie so that a goal is met.
struct GoalBounds: Hashable {
  var lower = -Double.infinity
  var upper = Double.infinity

  /// In the scale of a unit; `nil` where the goal wants no figure, or one of another unit.
  init?(_ assessment: Assessment, in unit: MeasurementUnit?) {
    let goal = assessment.goal
    let factor = unit?.factor ?? 1
    let before = assessment.trend?.latestOutcome(before: goal.year).flatMap {
      $0.dimension == unit?.dimension ? $0.value / factor : nil
    }
    let isOwnUnit = unit?.dimension == goal.measurementUnit?.dimension
    let scale = (goal.measurementUnit?.factor ?? 1) / factor
    switch (goal.direction, goal.target) {
    case (.keep, _):
      guard let before else { return nil }
      lower = before
    case (.increase, let growth) where goal.measure != .growth || unit?.dimension != "share":
      guard let before else { return nil }
      lower = growth.map { before * (1 + $0 / 100) } ?? before.nextUp
    case (.atLeast, let target?) where isOwnUnit: lower = target * scale
    case (.increase, let target?) where isOwnUnit: lower = target * scale
    case (.atMost, let target?) where isOwnUnit: upper = target * scale
    case (.range, let target?) where isOwnUnit:
      guard let end = goal.upperTarget else { return nil }
      (lower, upper) = (target * scale, end * scale)
    default: return nil
    }
  }

  func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

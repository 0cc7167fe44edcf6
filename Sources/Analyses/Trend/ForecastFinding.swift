package import Statistics
internal import Tables

/// What comes next.
package struct ForecastFinding: Sendable {
  /// One period to come.
  package struct Point: Sendable {
    /// What the period is called.
    package let label: String
    /// The forecast.
    package let value: Double
    /// Its prediction interval.
    package let interval: Interval
  }

  /// The method that did best on the series' own past.
  package let method: ForecastMethod
  /// The periods to come.
  package let points: [Point]
  /// How the method did on the series' own past, one period ahead; `nil` for series too short to
  /// try it on.
  package let errors: BackTest.Errors?
}

extension ForecastFinding {
  /// Continues the latest part of a series by the method that did best on its past.
  init(
    _ points: [SeriesPoint], of series: Series, periods: Int, season: Int?, confidence: Double
  ) throws(StatisticsError) {
    guard points[points.count - 1].index - points[0].index == points.count - 1 else {
      throw .trend(.unequalSteps(StatisticName("forecast")))
    }
    let values = points.map(\.value)
    let best = Self.best(for: values, season: season)
    // A series too short for a trial goes on as it is.
    let method = best?.method ?? season.map(ForecastMethod.seasonalNaive) ?? .naive
    let forecast = try Forecast(
      of: values, method: method, horizon: periods, confidence: confidence)
    let last = points[points.count - 1]
    self.method = method
    self.points = forecast.points.map { point in
      Point(
        label: series.label(stepsAfter: last, point.step), value: point.value,
        interval: point.interval)
    }
    errors = best?.overall
  }

  /// All methods forecast the same values, so that their errors compare: the second half, or what
  /// comes after the two seasons that methods with a season need. Where too little is left of that
  /// to try them, a season that was asked for is not dropped for it.
  package static func best(for values: [Double], season: Int?) -> BackTest? {
    let plain: [ForecastMethod] = [.naive, .drift, .simpleSmoothing, .holt, .dampedHolt]
    let seasonal: [ForecastMethod] =
      season.map {
        [.seasonalNaive(length: $0), .seasonalDrift(length: $0), .seasonalLine(length: $0)]
      } ?? []
    let first = max(values.count / 2, season.map { 2 * $0 + 2 } ?? 0)
    if season != nil, values.count - first < BackTest.fewestFits { return nil }
    let tests = (seasonal + plain).compactMap { method in
      attempt { () throws(StatisticsError) in
        try BackTest(of: values, method: method, firstFit: first, season: season)
      }
    }
    return tests.min { $0.overall.meanAbsoluteError < $1.overall.meanAbsoluteError }
  }
}

extension Series {
  /// What a period after another is called.
  fileprivate func label(stepsAfter point: SeriesPoint, _ steps: Int) -> String {
    if let length { return length.label(of: point.index + steps) }
    return point.label == "\(point.index)" ? "\(point.index + steps)" : "+\(steps)"
  }
}

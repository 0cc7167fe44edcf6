/// Which control chart.
package enum ChartKind: String, Sendable, CaseIterable {
  /// Individual values with moving ranges.
  case xmr
  /// Shares of a size.
  case p
  /// Rates per size.
  case u
  /// Counts.
  case c
}

/// What the figures should keep to.
package enum TrendTarget: Hashable, Sendable {
  case atLeast(Double)
  case atMost(Double)
}

/// What to find out about the series of a table.
package struct TrendRequest: Sendable {
  /// What the series are.
  package var series: SeriesRequest
  /// The first periods after a break, by their labels.
  package var breaks: [String]
  /// How many periods make a season.
  package var season: Int?
  /// How many periods to forecast.
  package var forecast: Int?
  /// The control chart to make.
  package var chart: ChartKind?
  /// What the figures should keep to.
  package var target: TrendTarget?
  /// The confidence of intervals.
  package var confidence: Double

  /// A request; without more, a trend test and a slope for each series.
  package init(
    series: SeriesRequest, breaks: [String] = [], season: Int? = nil, forecast: Int? = nil,
    chart: ChartKind? = nil, target: TrendTarget? = nil, confidence: Double = 0.95
  ) {
    self.series = series
    self.breaks = breaks
    self.season = season
    self.forecast = forecast
    self.chart = chart
    self.target = target
    self.confidence = confidence
  }
}

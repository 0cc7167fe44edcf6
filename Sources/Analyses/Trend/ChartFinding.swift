package import Statistics

/// The control chart of a series.
package struct ChartFinding: Sendable {
  /// Which chart.
  package let kind: ChartKind
  /// The chart, or what is used instead of one for a short series.
  package let result: ControlChartResult<ControlChart>
  /// Whether the latest figure is a signal; `nil` without a target, which says what is better.
  package let variation: Variation?
  /// Whether the target will be hit; `nil` without a target or for a short series.
  package let assurance: Assurance?
}

extension ChartFinding {
  /// Draws a chart whose limits start anew at each break.
  init(
    _ series: Series, _ kind: ChartKind, target: TrendTarget?, breaks: [Int]
  ) throws(StatisticsError) {
    let points = series.points
    let rebasings = breaks.compactMap { index in
      points.firstIndex { $0.index >= index }.map { $0 + 1 }
    }.filter { $0 > 1 }
    self.kind = kind
    switch kind {
    case .xmr:
      result = try ControlChart.individuals(series.values, rebasings: rebasings).values
    case .c:
      result = try ControlChart.counts(Self.whole(points.map(\.events)), rebasings: rebasings)
    case .p:
      result = try ControlChart.proportions(
        events: Self.whole(points.map(\.events)),
        cases: Self.whole(points.map { $0.size ?? 1 }), rebasings: rebasings)
    case .u:
      result = try ControlChart.rates(
        events: Self.whole(points.map(\.events)), sizes: points.map { $0.size ?? 1 },
        rebasings: rebasings)
    }
    if let target, let chart = result.chart {
      variation = chart.variation(desired: target.desired)
      assurance = try chart.assurance(target: target.value, desired: target.desired)
    } else {
      variation = nil
      assurance = nil
    }
  }

  /// Counts must be whole numbers.
  private static func whole(_ values: [Double]) throws(StatisticsError) -> [Int] {
    var counts: [Int] = []
    for (index, value) in values.enumerated() {
      guard let count = Int(exactly: value) else {
        throw .controlChart(.notWhole(position: index + 1))
      }
      counts.append(count)
    }
    return counts
  }
}

extension TrendTarget {
  /// The figure itself.
  package var value: Double {
    switch self {
    case .atLeast(let value), .atMost(let value): value
    }
  }

  var desired: DesiredDirection {
    switch self {
    case .atLeast: .higher
    case .atMost: .lower
    }
  }
}

extension ControlChartResult where Chart == IndividualsChart {
  /// The chart of the values alone.
  fileprivate var values: ControlChartResult<ControlChart> {
    switch self {
    case .chart(let chart): .chart(chart.values)
    case .tooFewPoints(let series): .tooFewPoints(series)
    }
  }
}

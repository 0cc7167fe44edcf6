package import Statistics

/// Which way a series went, as far as its figures can tell.
package enum TrendEvidence: String, Sendable, CaseIterable {
  /// The test finds a rise.
  case rose
  /// The test finds a fall.
  case fell
  /// The test finds neither.
  case noEvidence
}

/// What was found about one series.
package struct SeriesFinding: Sendable {
  /// The series.
  package let series: Series
  /// Its parts between breaks, in order; one without breaks.
  package let segments: [SegmentFinding]
  /// What comes next, or why that cannot be told; `nil` if it was not asked for.
  package let forecast: Result<ForecastFinding, StatisticsError>?
  /// Its control chart, or why there is none; `nil` if it was not asked for.
  package let chart: Result<ChartFinding, StatisticsError>?
}

/// A part of a series without breaks.
package struct SegmentFinding: Sendable {
  /// The figures, at least one.
  package let points: [SeriesPoint]
  /// The trend, or why there is none to compute.
  package let trend: Result<TrendFigures, StatisticsError>

  /// Which way the part went.
  package var evidence: TrendEvidence {
    guard case .success(let figures) = trend else { return .noEvidence }
    return figures.evidence
  }
}

/// A trend: a test, a slope, and where the level changed.
package struct TrendFigures: Sendable {
  /// Mann–Kendall, seasonal where a season was named.
  package let test: TestResult
  /// The same, corrected for figures that resemble their neighbours; `nil` for short series.
  package let corrected: TestResult?
  /// Theil–Sen, in the unit of the figures a period.
  package let slope: Double
  /// The interval of the slope; `nil` where the series is too short for one.
  package let slopeInterval: Interval?
  /// The last period before the level changed, and Pettitt's test of it.
  package let changePoint: (last: SeriesPoint, test: TestResult)?
  /// The confidence that evidence is judged by.
  package let confidence: Double

  /// The test that decides: of the two the one that finds less.
  package var decidingTest: TestResult {
    guard let corrected, corrected.pValue > test.pValue else { return test }
    return corrected
  }

  /// Which way it went.
  package var evidence: TrendEvidence {
    guard decidingTest.rejects(confidence: confidence), test.statistic != 0 else {
      return .noEvidence
    }
    return test.statistic > 0 ? .rose : .fell
  }
}

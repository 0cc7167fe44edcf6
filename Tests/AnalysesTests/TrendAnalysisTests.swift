import Analyses
import Diagnostics
import Statistics
import Tables
import Testing

@Suite("Trends of a table")
struct TrendAnalysisTests {
  /// The flow of the Nile at Aswan, 1871 to 1970 (Cobb 1978), as R ships it.
  static let nile = [
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676,
    649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923,
    975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
  ]

  static let flows = SeriesTests.table(
    "year,flow\n"
      + nile.enumerated().map { "\($0.offset + 1871),\($0.element)" }.joined(separator: "\n"))

  private func analysis(
    _ change: (inout TrendRequest) -> Void = { _ in }
  ) throws -> TrendAnalysis {
    var request = TrendRequest(series: SeriesRequest(time: "year", value: "flow"))
    change(&request)
    return try TrendAnalysis(request, of: Self.flows)
  }

  /// pymannkendall and statsmodels: S −1387, p 3.658263e-05, slope −2.6; Pettitt after 1898.
  @Test func nileFalls() throws {
    let segment = try analysis().findings[0].segments[0]
    let figures = try segment.trend.get()
    #expect(figures.test.statistic == -1387)
    #expect(abs(figures.test.pValue - 3.658263e-05) < 5e-12)
    #expect(abs(figures.slope + 2.6) < 1e-12)
    #expect(figures.changePoint?.last.label == "1898")
    #expect(segment.evidence == .fell)
  }

  @Test("nothing is computed across a break")
  func breaks() throws {
    let segments = try analysis { $0.breaks = ["1899"] }.findings[0].segments
    #expect(segments.map(\.points.count) == [28, 72])
    #expect(segments.map { $0.points[0].label } == ["1871", "1899"])
    #expect(segments.map(\.evidence) == [.noEvidence, .noEvidence])
  }

  @Test("limits of a chart start anew at a break, and the target is judged apart")
  func chart() throws {
    let finding = try analysis {
      $0.breaks = ["1899"]
      $0.chart = .xmr
      $0.target = .atLeast(300)
    }.findings[0]
    let chart = try #require(finding.chart).get()
    #expect(chart.result.chart?.phases.map(\.positions) == [1...28, 29...100])
    #expect(chart.assurance == .consistentlyHits)
  }

  @Test("a forecast takes the method that did best, from the last break on")
  func forecast() throws {
    let finding = try analysis {
      $0.breaks = ["1899"]
      $0.forecast = 2
    }.findings[0]
    let forecast = try #require(finding.forecast).get()
    #expect(forecast.points.map(\.label) == ["1971", "1972"])
    #expect(forecast.points.allSatisfy { $0.interval.contains($0.value) })
    #expect(try #require(forecast.errors).count == 36)
  }

  @Test("a short series is a finding, a bad request an error")
  func refusals() throws {
    let short = try TrendAnalysis(
      TrendRequest(series: SeriesRequest(time: "year", value: "flow")),
      of: SeriesTests.table("year,flow\n2001,3\n2002,4\n"))
    guard case .failure(let error) = short.findings[0].segments[0].trend else {
      Issue.record("two values have no trend")
      return
    }
    #expect(
      error.description == "the Mann–Kendall test needs at least 3 values; 2 were given")
    for (change, words) in [
      (
        { (request: inout TrendRequest) in request.breaks = ["1971"] },
        """
        figures.csv: error[break]: there is no period '1971' to break at
          a break is the first period of the new definition
          fix: did you mean '1871'?
        """
      ),
      (
        { $0.breaks = ["1871"] },
        """
        figures.csv: error[break]: the series cannot break at '1871', for nothing comes before it
          fix: name the first period of the new definition
        """
      ),
      (
        { $0.confidence = 95 },
        "figures.csv: error[statistics]: the confidence level must lie between 0 and 1; 95 was given, "
          + "did you mean 0.95?"
      ),
    ] {
      #expect {
        try analysis(change)
      } throws: { error in
        (error as? Diagnostic)?.formatted(showingValue: true) == words
      }
    }
  }

  @Test("shares are what happened over its size")
  func shares() throws {
    let rows = (1...12).map { "2023-\($0 < 10 ? "0" : "")\($0),\($0 % 3),20" }
    let table = SeriesTests.table("month,late,cases\n" + rows.joined(separator: "\n"))
    let analysis = try TrendAnalysis(
      TrendRequest(
        series: SeriesRequest(time: "month", value: "late", size: "cases"), chart: .p,
        target: .atMost(0.5)), of: table)
    #expect(analysis.findings[0].series.values[0] == 0.05)
    let chart = try #require(analysis.findings[0].chart).get()
    // 12 late of 240 cases.
    #expect(abs(try #require(chart.result.chart).phases[0].centre - 0.05) < 1e-15)
    #expect(chart.assurance == .consistentlyHits)
  }

  @Test("a chart of few points says what it uses instead")
  func fewPoints() throws {
    let table = SeriesTests.table("year,n\n2021,5\n2022,7\n2023,9\n")
    let analysis = try TrendAnalysis(
      TrendRequest(series: SeriesRequest(time: "year", value: "n"), chart: .c), of: table)
    let short = try #require(analysis.findings[0].chart).get().result.shortSeries
    #expect(short?.needed == 12 && short?.latest == 9 && short?.earlierRange == 5...7)
  }
}

import Analyses
import Labels
import Testing

@testable import Reports

/// The line chart of a trend without a control chart.
@Suite("Lines of trends") struct TrendLineTests {
  private static func document(
    _ request: (inout TrendRequest) -> Void = { _ in }
  ) throws -> ReportDocument {
    let rows = (2010...2021).map { "\($0),\(($0 - 2000) * 3 % 17)\n" }.joined()
    var wanted = TrendRequest(series: SeriesRequest(time: "year", value: "v"))
    request(&wanted)
    return TrendReport.document(
      try TrendAnalysis(wanted, of: AnalysisForms.table("year,v\n" + rows)))
  }

  private static func charts(_ document: ReportDocument) -> [ReportChart] {
    document.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  @Test("the series is drawn, and its figures are no second table") func drawn() throws {
    let document = try Self.document()
    let chart = try #require(Self.charts(document).first)
    #expect(chart.kind == .line)
    #expect(chart.data?.rows.count == 12)
    #expect(document.dataTables.map(\.id) == ["trend"])
    #expect(document.tables.map(\.id) == ["trend"])
    let page = HTMLRenderer(language: .swedish).render(document)
    #expect(page.contains("Talen i diagrammet"))
    #expect(page.contains("V över tid"))
  }

  @Test("a forecast is drawn with its interval") func forecast() throws {
    let document = try Self.document { $0.forecast = 3 }
    let chart = try #require(Self.charts(document).first)
    #expect(chart.figures == ["value", "forecast", "break"])
    let table = try #require(chart.data)
    #expect(table.rows.count == 15)
    let forecasts = table.rows.compactMap { $0.cells[3].fact }
    #expect(forecasts.count == 3 && forecasts.allSatisfy { $0.interval != nil })
    let svg = try #require(SVGRenderer(language: .english).file(chart, in: table))
    #expect(svg.contains("fill-opacity"))
    #expect(svg.contains("Forecast"))
  }

  @Test("a control chart shows the series already") func control() throws {
    let document = try Self.document { $0.chart = .xmr }
    #expect(Self.charts(document).map(\.kind) == [.control])
  }

  @Test("a break is seen: the line ends, and a dashed one stands between") func breaks() throws {
    func svg(_ breaks: [String]) throws -> String {
      let document = try Self.document { $0.breaks = breaks }
      let chart = try #require(Self.charts(document).first)
      let table = try #require(chart.data)
      return try #require(SVGRenderer(language: .english).file(chart, in: table))
    }
    let (whole, broken) = (try svg([]), try svg(["2015"]))
    #expect(whole.split(separator: "<path").count == 2)
    #expect(broken.split(separator: "<path").count == 3)
    #expect(!whole.contains("stroke-dasharray"))
    #expect(broken.contains("stroke-dasharray"))
  }
}

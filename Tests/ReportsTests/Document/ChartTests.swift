import Testing

@testable import Reports

/// A chart shows what stands in a table of its document.
@Suite struct ChartTests {
  @Test("every chart names a table, its dimension and its columns; its file has a name of its own")
  func charts() throws {
    var kinds: Set<ReportChart.Kind> = []
    for document in EveryDocument.all {
      let charts = document.charts
      #expect(Set(charts.map(\.id)).count == charts.count, "\(document.id)")
      for chart in charts {
        #expect(chart.id.utf8.allSatisfy { $0 < 128 } && !chart.id.isEmpty, "\(chart.id)")
        let table = try #require(document.tables.first { $0.id == chart.table }, "\(chart.id)")
        let labels = try #require(table.column(chart.labels), "\(chart.id): \(chart.labels)")
        #expect(table.columns[labels].dimension != nil, "\(chart.id): \(chart.labels)")
        #expect(!chart.figures.isEmpty)
        for figure in chart.figures + [chart.series].compactMap(\.self) {
          #expect(table.column(figure) != nil, "\(chart.id): \(figure)")
        }
        let keys = table.rows.indices.map(table.key)
        #expect(Set(chart.rows ?? []).isSubset(of: keys), "\(chart.id)")
        kinds.insert(chart.kind)
      }
    }
    #expect(kinds.contains(.stackedBar))
  }

  @Test("the parts of a case log's bars make up its cases, nobody is drawn twice") func stacked() {
    var bars = 0
    for document in EveryDocument.all {
      for chart in document.charts where chart.figures == ["within_limit", "late", "open"] {
        guard let table = document.tables.first(where: { $0.id == chart.table }) else { continue }
        for row in table.rows.indices {
          let key = table.key(of: row)
          // A row of few cases is a gap.
          guard table.fact(row: key, column: "total")?.isWithheld == false else { continue }
          let parts = chart.figures.compactMap { table.fact(row: key, column: $0)?.amount }
          #expect(parts.reduce(0, +) == table.fact(row: key, column: "total")?.amount, "\(key)")
          bars += 1
        }
      }
    }
    #expect(bars > 0)
  }
}

import Labels
import Testing
import Workspace

@testable import Reports

/// Charts that say what their tables say.
@Suite struct SVGRendererTests {
  @Test("every kind of chart is drawn, well-formed, twice the same", arguments: ChartFixture.charts)
  func drawn(chart: ReportChart) throws {
    for language in Language.allCases {
      for width in [300.0, 720, 1200] {
        let renderer = SVGRenderer(language: language, width: width)
        let text = try #require(renderer.file(chart, in: ChartFixture.table))
        let drawing = ParsedMarkup(text)
        #expect(drawing.problem == nil, "\(chart.kind): \(drawing.problem ?? "")")
        #expect(text == renderer.file(chart, in: ChartFixture.table))
        #expect(drawing.named("title").map { $0.text } == [chart.title[language]])
        #expect(!text.contains("nan") && !text.contains("inf\""))
        #expect(!text.contains("var("))
      }
    }
  }

  @Test("all kinds are covered") func kinds() {
    #expect(Set(ChartFixture.charts.map(\.kind)) == Set(ReportChart.Kind.allCases))
  }

  @Test(
    "what there is no room for is cut, and no number is left in part",
    arguments: [
      ("1\u{A0}200 / 2\u{A0}000 dagar", 85.0, "1\u{A0}200 /…"),
      ("1\u{A0}200 / 2\u{A0}000 dagar", 95, "1\u{A0}200 / 2\u{A0}000…"),
      ("15\u{A0}000", 40, "…"), ("besökare", 50, "besök…"), ("besökare", 56, "besökare"),
    ])
  func cut(text: String, width: Double, expected: String) {
    // In Helvetica a digit is 556 thousandths of the size, and we take an eighth more.
    #expect(AdvanceWidth.lines(text, size: 12, width: width, most: 1) == [expected])
  }

  @Test("no two texts touch and none leaves the drawing", arguments: ChartFixture.charts)
  func room(chart: ReportChart) throws {
    for width in [300.0, 480, 720] {
      let renderer = SVGRenderer(language: .swedish, width: width)
      let text = try #require(renderer.element(chart, in: ChartFixture.table, id: "c"))
      Self.checkRoom(ParsedMarkup(text), width: width, "\(chart.kind) \(width)")
    }
  }

  @Test(
    "a row's own value to reach is marked, also where its figure is not known",
    arguments: [
      ReportChart.Kind.shares, .dots,
    ])
  func rowTargets(kind: ReportChart.Kind) throws {
    let chart = try #require(
      ChartFixture.charts.first { $0.kind == kind && !$0.rowTargets.isEmpty })
    let text = try #require(
      SVGRenderer(language: .english).element(chart, in: ChartFixture.table, id: "c"))
    let drawing = ParsedMarkup(text)
    let marks = drawing.named("line").filter { $0.attributes["stroke-width"] == "2.5" }
      .compactMap { $0.attributes["x1"].flatMap(Double.init) }
    #expect(marks.count == 3 && marks == marks.sorted())
    // 60, 70 and 80 %: as far from each other.
    #expect(abs((marks[2] - marks[1]) - (marks[1] - marks[0])) < 0.2)
    let words = drawing.named("text").map(\.text)
    for end in ["(target 60%)", "(target 70%)", "(target 80%)"] {
      #expect(words.count { $0.hasSuffix(end) } == 1, "\(words)")
    }
    #expect(drawing.named("desc").first?.text.contains("50% (30–70%) (target 60%)") == true)
  }

  @Test("the limit stands behind the last class that holds it, wherever its end is told")
  func limit() throws {
    let charts = ChartFixture.charts.filter { $0.kind == .histogram }
    let places = try charts.map { chart in
      let text = try #require(
        SVGRenderer(language: .english).element(chart, in: ChartFixture.table, id: "c"))
      return ParsedMarkup(text).named("line").first { $0.attributes["stroke-dasharray"] != nil }?
        .attributes["x1"]
    }
    #expect(places.count == 2 && places[0] != nil && places[0] == places[1])
  }

  @Test("a forecast's band begins at the figure before it")
  func forecast() throws {
    let forecast = FactInterval(lower: 1, upper: 5, confidence: 0.95, method: "prediction")
    let table = ReportTable(
      id: "t", title: Label(same: "t"),
      columns: [
        .members("p", Label(same: "p"), of: .period), ReportColumn("v", Label(same: "v")),
        ReportColumn("f", Label(same: "f")),
      ],
      rows: [
        ReportRow([.code("1"), .count(2), .none]), ReportRow([.code("2"), .count(3), .none]),
        ReportRow([.code("3"), .none, .fact(Fact(.number(3), interval: forecast))]),
      ])
    let chart = ReportChart(
      id: "c", title: Label(same: "c"), kind: .line, table: "t", labels: "p", figures: ["v", "f"])
    let text = try #require(SVGRenderer(language: .english).element(chart, in: table, id: "c"))
    let drawing = ParsedMarkup(text)
    let band = try #require(
      drawing.named("path").first { $0.attributes["fill-opacity"] != nil }?.attributes["d"])
    // The last known figure, the upper end, the lower end, the last known figure.
    #expect(band.split(separator: "L").count == 4)
    let ends = band.dropFirst().dropLast().split(separator: "L")
    #expect(ends[0] == ends[3])
    let last = drawing.named("circle").compactMap { $0.attributes["cx"] }
    #expect(last.contains { ends[0].hasPrefix($0 + " ") })
  }

  @Test("no two texts of the shipped reports' charts touch", arguments: RenderedPages.years)
  func shippedRoom(year: Int) throws {
    for part in RenderedPages.parts(year) {
      for (place, block) in part.document.blocks.enumerated() {
        guard case .chart(let chart) = block else { continue }
        let table = try #require(part.document.table(ofChartAt: place), "\(chart.id) has no table")
        for language in Language.allCases {
          for width in [300.0, 860] {
            let renderer = SVGRenderer(language: language, width: width)
            let text = try #require(renderer.element(chart, in: table, id: "c"))
            Self.checkRoom(ParsedMarkup(text), width: width, "\(part.document.id) \(chart.id)")
          }
        }
      }
    }
  }

  private struct Box {
    var text: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    init?(_ element: ParsedMarkup.Element) {
      let attributes = element.attributes
      guard let x = attributes["x"].flatMap(Double.init),
        let y = attributes["y"].flatMap(Double.init)
      else { return nil }
      text = element.text
      let size = attributes["font-size"].flatMap(Double.init) ?? 12
      // Nearly the width that texts are laid out with, as coordinates are rounded.
      let width =
        AdvanceWidth.of(element.text, size: size, isBold: attributes["font-weight"] != nil) * 0.98
      let share: Double =
        switch attributes["text-anchor"] {
        case "middle": 0.5
        case "end": 1
        default: 0
        }
      (left, right) = (x - width * share, x + width * (1 - share))
      (top, bottom) = (y - size * 0.72, y + size * 0.2)
    }

    func touches(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private static func checkRoom(_ drawing: ParsedMarkup, width: Double, _ name: String) {
    let boxes = drawing.named("text").compactMap(Box.init)
    #expect(!boxes.isEmpty, "\(name)")
    for (place, box) in boxes.enumerated() {
      #expect(box.left > -1 && box.right < width + 1, "\(name): \(box.text)")
      for other in boxes[..<place] {
        #expect(!box.touches(other), "\(name): \(box.text) and \(other.text)")
      }
    }
  }

  @Test(
    "what is withheld or missing is a gap: no mark and no figure", arguments: ChartFixture.charts)
  func gaps(chart: ReportChart) throws {
    var table = ChartFixture.table
    table.rows = Array(table.rows[1...1])
    for row in table.rows.indices {
      for column in table.columns.indices where table.rows[row].cells[column].fact != nil {
        guard table.columns[column].id != "year" else { continue }
        table.rows[row].cells[column] = .fact(
          Fact(.withheld(.few), base: .part(1, of: 2), interval: FactInterval(lower: 0, upper: 1)))
      }
    }
    let withheld = try #require(
      SVGRenderer(language: .english).file(chart, in: table))
    let drawing = ParsedMarkup(withheld)
    let legend = 6.0
    // Signs of the legend stand at the left edge; whatever else is round or filled would be a figure.
    #expect(
      drawing.named("circle").allSatisfy {
        ($0.attributes["cx"].flatMap(Double.init) ?? 0) == legend
          || ($0.attributes["cy"].flatMap(Double.init) ?? 99) <= legend + 0.1
      }, "\(chart.kind)")
    #expect(drawing.named("path").isEmpty, "\(chart.kind)")
    #expect(drawing.named("desc").first?.text.contains("too few answers") == true)
    #expect(drawing.named("desc").first?.text.contains("50") == false)
  }

  @Test("bars are as long as the table's figures", arguments: RenderedPages.years)
  func figures(year: Int) throws {
    for part in RenderedPages.parts(year) {
      for (place, block) in part.document.blocks.enumerated() {
        guard case .chart(let chart) = block, let table = part.document.table(ofChartAt: place),
          let data = ChartData(chart, in: table, language: .swedish)
        else { continue }
        #expect(!data.rows.isEmpty, "\(chart.id)")
        for row in data.rows {
          for (column, fact) in zip(chart.figures, row.facts) {
            #expect(fact == table[row: row.key, column: column]?.fact, "\(chart.id) \(row.key)")
          }
        }
        guard chart.kind == .stackedBar else { continue }
        try Self.checkBars(chart, table, data)
      }
    }
  }

  /// The widths of a stacked bar's parts are to each other as the counts.
  private static func checkBars(_ chart: ReportChart, _ table: ReportTable, _ data: ChartData)
    throws
  {
    let text = try #require(
      SVGRenderer(language: .swedish).element(chart, in: table, id: "c"))
    let bars = ParsedMarkup(text).named("rect").filter { $0.attributes["height"] == "22" }
      .compactMap { $0.attributes["width"].flatMap(Double.init) }
    let counts = data.rows.flatMap { $0.facts.compactMap { $0?.plotted }.filter { $0 > 0 } }
    try #require(bars.count == counts.count)
    let scale = bars.reduce(0, +) / counts.reduce(0, +)
    for (bar, count) in zip(bars, counts) { #expect(abs(bar - count * scale) < 0.2) }
  }

  @Test("the words of a drawing give every figure of its rows", arguments: RenderedPages.years)
  func description(year: Int) throws {
    for part in RenderedPages.parts(year) {
      for (place, block) in part.document.blocks.enumerated() {
        guard case .chart(let chart) = block, let table = part.document.table(ofChartAt: place),
          let data = ChartData(chart, in: table, language: .english)
        else { continue }
        let text = ChartDescription(data: data).text
        for row in data.rows.prefix(30) {
          for fact in row.facts.compactMap(\.self) {
            #expect(text.contains(data.text(fact)), "\(chart.id): \(data.text(fact))")
          }
        }
      }
    }
  }

  @Test("a sparkline has a gap where nothing is known, and none with one figure")
  func sparkline() throws {
    let facts: [Fact?] = [1, 3, nil, 2, 5]
    let drawing = ParsedMarkup(try #require(Sparkline.svg(of: facts, description: "a < b")))
    #expect(drawing.problem == nil)
    #expect(drawing.named("path").count == 2)
    #expect(drawing.elements.first?.attributes["aria-label"] == "a < b")
    #expect(Sparkline.svg(of: [1, nil], description: "") == nil)
    #expect(Sparkline.svg(of: [1, Fact(.withheld(.few))], description: "") == nil)
  }

  @Test("a text is cut to its room and never runs over")
  func lines() {
    for width in [20.0, 60, 200] {
      let lines = AdvanceWidth.lines(
        "Kompetensplattformsgruppen träffas varje månad", size: 12, width: width, most: 2)
      #expect(lines.count <= 2)
      #expect(lines.allSatisfy { AdvanceWidth.of($0, size: 12) <= width + 0.1 }, "\(lines)")
    }
  }
}

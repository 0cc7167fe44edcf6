import Labels
import Testing
import TextLayout

@testable import Reports

/// Charts of characters that say what their tables say.
@Suite struct TextChartTests {
  private static func lines(
    _ chart: ReportChart, in table: ReportTable = ChartFixture.table, width: Int = 100,
    _ language: Language = .english
  ) throws -> [String] {
    let data = try #require(ChartData(chart, in: table, language: language))
    return TextChart(data: data, width: width).lines.map { $0.written(hasColours: false) }
  }

  private static func chart(_ kind: ReportChart.Kind) throws -> ReportChart {
    try #require(ChartFixture.charts.first { $0.kind == kind })
  }

  private static func hasMark(_ line: String) -> Bool {
    let signs: Set<Character> = ["█", "▏", "▌", "░", "▒", "▓", "▞", "▬", "─", "●", "○"]
    return line.contains(FactWords.withheldSign) || line.contains { signs.contains($0) }
  }

  /// The figures of ``ChartFixture``: a quarter, a quarter and a half of 20; withheld; all of 20; none.
  @Test(
    "what each kind draws",
    arguments: [
      (
        .divergingBars,
        [
          "░ No   ─ Partly   █ Yes",
          "a group with a very long name that has",
          "no room at all",
          "  ░░░──│──██████         n = 20",
          "b",
          "     ··│··               too few answers",
          "c",
          "       │█████████████    n = 20",
          "d",
          "       │                 –",
        ]
      ),
      (
        .histogram,
        [
          "2,021",
          "█████████████████        17",
          "2,022",
          "··                       too few answers",
          "╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌  limit 2,022",
          "2,023",
          "███████████████████████  23",
          "2,024",
          "                         –",
        ]
      ),
      (
        .stackedBar,
        [
          "█ Count   ▒ Upper",
          "a group with a very long name that has",
          "no room at all",
          "█████████▒▒▒▒▒▒▒▒▒▒▒     37",
          "b",
          "▒▒▒▒▒▒▒▒▒▒··             too few answers",
          "c",
          "████████████▒▒▒▒▒▒▒▒▒▒▒  43",
          "d",
          "                         –",
        ]
      ),
      (
        .bullet,
        [
          "█ Count   ┃ Upper",
          "a group with a very long name that has",
          "no room at all",
          "█████████████▉  ┃   17 / 20",
          "b",
          "··              ┃   too few answers / 20",
          "c",
          "██████████████┃█▍   23 / 20",
          "d",
          "                    – / –",
        ]
      ),
      (
        .shares,
        [
          "█ share   ░ interval, 95%   ┃ target 90%",
          "a group with a very long name that has",
          "no room at all",
          "███████████▌░░░░░   ┃    50% (30–70%)",
          "b",
          "··                  ┃    too few answers",
          "c",
          "████████████████████┃██  100% (90–100%)",
          "d",
          "                    ┃    –",
        ]
      ),
      (
        .dots,
        [
          "○ No   ● Yes   ┃ target 90%",
          "a group with a very long name that has",
          "no room at all",
          "┈┈┈┈┈○─────●        ┃    25% → 50%",
          "b",
          "··                  ┃    too few answers",
          "c",
          "○───────────────────┃─●  0% → 100%",
          "d",
          "                    ┃    –",
        ]
      ),
      (
        .line,
        [
          "  ▁··█",
          "  2,021: 50% → 2,023: 100%; target 90%",
        ]
      ),
      (
        .control,
        [
          "  ▆··█",
          "  2,021: 17 → 2,023: 23; Lower 5; Lower",
          "  5; Upper 20; signal: 2,023",
        ]
      ),
    ] as [(ReportChart.Kind, [String])])
  func drawn(kind: ReportChart.Kind, expected: [String]) throws {
    let lines = try Self.lines(Self.chart(kind), width: 40)
    #expect(lines == expected)
  }

  @Test("a mark or a gap a row in every kind, width and language", arguments: ChartFixture.charts)
  func marks(chart: ReportChart) throws {
    for width in [40, 60, 80, 100, 120, 200] {
      for language in Language.allCases {
        let lines = try Self.lines(chart, width: width, language)
        #expect(lines.allSatisfy { TextWidth.of($0) <= width }, "\(lines)")
        let text = lines.joined(separator: "\n")
        #expect(text.contains(FactWords.withheldSign), "\(chart.kind) \(width)")
        for label in ["b", "c", "d"] where chart.labels == "group" {
          #expect(lines.count { $0 == label || $0.hasPrefix(label + " ") } == 1, "\(lines)")
        }
      }
    }
  }

  @Test("what is withheld is a gap: no mark and no figure", arguments: ChartFixture.charts)
  func gaps(chart: ReportChart) throws {
    var table = ChartFixture.table
    table.rows = Array(table.rows[1...1])
    for column in table.columns.indices where table.rows[0].cells[column].fact != nil {
      guard table.columns[column].id != "year" else { continue }
      table.rows[0].cells[column] = .fact(
        Fact(.withheld(.few), base: .part(1, of: 2), interval: FactInterval(lower: 0, upper: 1)))
    }
    let lines = try Self.lines(chart, in: table)
    let row = try #require(lines.firstIndex { $0.contains("··") }, "\(lines)")
    let marks: Set<Character> = ["█", "▒", "░", "▏", "●", "○", "▁", "▄"]
    #expect(!lines[row].contains { marks.contains($0) }, "\(lines)")
    #expect(lines.joined().contains("too few answers"), "\(lines)")
    #expect(!lines[row].contains("50"), "\(lines)")
  }

  @Test("what is withheld beside a part that is known to be nothing is a gap too")
  func gapBesideZero() throws {
    let table = ReportTable(
      id: "t", title: Label(same: "t"),
      columns: [
        .dimension(.group, Label(same: "group")), ReportColumn("done", Label(same: "Done")),
        ReportColumn("open", Label(same: "Open")),
      ],
      rows: [
        ReportRow([.member("a", Label(same: "a")), .fact(Fact(.withheld(.few))), .count(0)]),
        ReportRow([.member("b", Label(same: "b")), .count(7), .count(0)]),
        ReportRow([.member("c", Label(same: "c")), .count(0), .count(0)]),
      ])
    let chart = ReportChart(
      id: "c", title: Label(same: "c"), kind: .stackedBar, table: "t", labels: "group",
      figures: ["done", "open"])
    #expect(
      try Self.lines(chart, in: table, width: 60) == [
        "█ Done", "a  ··" + String(repeating: " ", count: 40) + "too few answers",
        "b  " + String(repeating: "█", count: 40) + "  7",
        "c  ▏" + String(repeating: " ", count: 41) + "0",
      ])
  }

  @Test("a withheld answer is a gap on its side, between 2 and 11 answers", arguments: 2...11)
  func gapAmongAnswers(count: Int) throws {
    for withheld in 0..<count {
      let shares = (0..<count).map { place in
        ReportCell.fact(place == withheld ? Fact(.withheld(.few)) : Fact(.share(1 / Double(count))))
      }
      let table = ReportTable(
        id: "t", title: Label(same: "t"),
        columns: [.dimension(.question, Label(same: "q"))]
          + (0..<count).map { ReportColumn("a\($0)", Label(same: "\($0)")) },
        rows: [ReportRow([.member("q", Label(same: "q"))] + shares)])
      let chart = ReportChart(
        id: "c", title: Label(same: "c"), kind: .divergingBars, table: "t", labels: "question",
        figures: (0..<count).map { "a\($0)" })
      for width in [40, 80] {
        let row = try #require(Self.lines(chart, in: table, width: width).last)
        let sides = row.split(separator: "│", maxSplits: 1)
        try #require(sides.count == 2, "\(row)")
        let isMiddle = withheld * 2 + 1 == count
        let isBetter = withheld >= count / 2
        #expect(sides[0].contains("··") == (isMiddle || !isBetter), "\(row)")
        #expect(sides[1].contains("··") == (isMiddle || isBetter), "\(row)")
        // All other answers have a mark each.
        if count <= 5 { #expect(Set(row.filter { "░▒─▓█".contains($0) }).count == count - 1) }
      }
    }
  }

  @Test("what is known to be nothing has the thinnest mark, what is missing has none")
  func zero() throws {
    var plot = TextPlot(width: 4)
    #expect(plot.line.text == "    ")
    plot.bar(0, nil)
    #expect(plot.line.text == "▏   ")
  }

  @Test(
    "a bar is as long as its figure, to an eighth of a column",
    arguments: [
      (0.125, "▏   "), (0.5, "▌   "), (1, "█   "), (2.375, "██▍ "), (3.999, "████"), (9, "████"),
    ] as [(Double, String)])
  func bars(length: Double, text: String) {
    var plot = TextPlot(width: 4)
    plot.bar(length, nil)
    #expect(plot.line.text == text)
  }

  @Test("a sparkline has two dots for what is withheld and a blank for what is missing")
  func sparkline() {
    #expect(TextSparkline.word([1, 2, nil, Fact(.withheld(.few)), 8]) == "▁▂\u{A0}··█")
    #expect(TextSparkline.word([3, 3]) == "▅▅")
    #expect(TextSparkline.word([1, nil]) == nil)
    #expect(TextSparkline.word([1, Fact(.withheld(.few))]) == nil)
  }

  @Test("a long series takes several lines and loses no period")
  func long() throws {
    let table = ReportTable(
      id: "t", title: Label(same: "t"),
      columns: [ReportColumn("p", Label(same: "p")), ReportColumn("v", Label(same: "v"))],
      rows: (1...100).map { ReportRow([.code(String($0)), .count($0)]) })
    let chart = ReportChart(
      id: "c", title: Label(same: "c"), kind: .line, table: "t", labels: "p", figures: ["v"])
    let lines = try Self.lines(chart, in: table, width: 40)
    #expect(lines.map { TextWidth.of($0) } == [40, 40, 26, 17])
    #expect(lines.joined().count { "▁▂▃▄▅▆▇█".contains($0) } == 100)
    #expect(lines.last == "  1: 1 → 100: 100")
  }

  @Test("the shipped reports' charts have a mark or a gap for each of their rows")
  func shipped() throws {
    for document in EveryDocument.all {
      for (place, block) in document.blocks.enumerated() {
        guard case .chart(let chart) = block, let table = document.table(ofChartAt: place),
          let data = ChartData(chart, in: table, language: .swedish)
        else { continue }
        for width in [40, 80] {
          let drawn = TextChart(data: data, width: width).lines
          #expect(drawn.allSatisfy { $0.width <= width }, "\(document.id) \(chart.id)")
          guard ![.line, .control].contains(chart.kind) else { continue }
          let unknown = data.rows.count { row in
            (chart.kind == .bullet ? Array(row.facts.prefix(1)) : row.facts).allSatisfy {
              $0 == nil
            }
          }
          // Legends name their signs; the marks of a row stand in one line.
          let name = try #require(data.rows.first?.label.split(separator: " ").first)
          let marked = drawn.map(\.text).drop { !$0.hasPrefix(name) }.count(where: Self.hasMark)
          #expect(marked == data.rows.count - unknown, "\(document.id) \(chart.id) \(width)")
        }
      }
    }
  }
}

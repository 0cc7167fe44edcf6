import Analyses
import Labels
import TableFiles
import Tables
import Testing

@testable import Reports

/// Every figure of a sentence against the cells that it says it repeats.
@Suite("Figures of sentences and their cells")
struct QuotedCellTests {
  /// Reports of files whose sentences the goldens hold, and of some with more tables.
  private static func documents() throws -> [(name: String, document: ReportDocument)] {
    try AnalysisForms.all().map { ($0.name, $0.document) } + trends() + comparisons() + weightings()
  }

  private static func trends() throws -> [(String, ReportDocument)] {
    var rows = "year,v,part\n"
    for (place, part) in ["a", "b", "c"].enumerated() {
      for year in 0..<(place == 1 ? 5 : 30) {
        rows += "\(2001 + year),\(year * (7 - year % 5) % 11 + (year == 20 ? 90 : 0)),\(part)\n"
      }
    }
    return try [[], ["2003"]].map { breaks in
      let request = TrendRequest(
        series: SeriesRequest(time: "year", value: "v", part: "part"), breaks: breaks, forecast: 2,
        chart: .xmr, target: .atLeast(4), confidence: 0.8)
      return (
        "three series, \(breaks.count) breaks",
        TrendReport.document(try TrendAnalysis(request, of: AnalysisForms.table(rows)))
      )
    }
  }

  private static func comparisons() throws -> [(String, ReportDocument)] {
    let rows = (0..<60).map { row in
      "\(row % 20),\(["A", "B", "C"][row / 20]),\(row * row % 7),\(row % 3 == 0 ? "ja" : "nej")\n"
    }
    let table = AnalysisForms.table("id,g,v,s\n" + rows.joined())
    return try [
      ("numbers", ComparisonRequest(value: "v", by: "g")),
      (
        "ten per cent", ComparisonRequest(value: "v", by: "g", groups: ["A", "B"], confidence: 0.9)
      ),
      ("pairs", ComparisonRequest(value: "v", by: "g", pair: "id", groups: ["A", "C"])),
      ("shares", ComparisonRequest(value: "s", by: "g", positive: ["ja"])),
      ("two shares", ComparisonRequest(value: "s", by: "g", positive: ["ja"], groups: ["A", "B"])),
      ("words", ComparisonRequest(value: "s", by: "g")),
    ].map { ($0.0, ComparisonReport.document(try ComparisonAnalysis($0.1, of: table))) }
  }

  private static func weightings() throws -> [(String, ReportDocument)] {
    let rows = (0..<40).map { "\($0 % 3 == 0 ? "k" : "m"),\($0 % 7),\($0 % 2 == 0 ? "x" : "y")\n" }
    return try [nil, "h"].map { by in
      (
        "mean by \(by ?? "nothing")",
        WeightingReport.document(
          try WeightingAnalysis(
            WeightingRequest(mean: "y", by: by),
            of: AnalysisForms.table("sex,y,h\n" + rows.joined()),
            margins: AnalysisForms.table("column,category,total\nsex,k,50\nsex,m,50\n")))
      )
    }
  }

  /// All sentences: of paragraphs, remarks and footnotes, and those in cells.
  private static func sentences(of document: ReportDocument) -> [Sentence] {
    document.blocks.flatMap { block -> [Sentence] in
      switch block {
      case .paragraph(let sentence), .note(let sentence): [sentence]
      case .heading, .chart: []
      case .table(let table):
        table.notes.map(\.text)
          + table.rows.flatMap(\.cells).compactMap { cell in
            if case .words(let sentence) = cell { sentence } else { nil }
          }
      }
    }
  }

  @Test("a fact with one cell is what stands there, one with several counts them")
  func quotes() throws {
    var quoted = 0
    for (name, document) in try Self.documents() {
      for sentence in Self.sentences(of: document) {
        #expect(
          Set(sentence.swedish.facts) == Set(sentence.english.facts), "\(name): \(sentence.label)")
        for fact in sentence.facts where !fact.cells.isEmpty {
          let cells = fact.cells.compactMap { place in
            document.tables.first { $0.id == place.table }?[row: place.row, column: place.column]
          }
          #expect(cells.count == fact.cells.count, "\(name): \(fact.cells)")
          #expect(Set(fact.cells).count == fact.cells.count, "\(name): \(fact.cells)")
          if cells.count == 1, let repeated = cells[0].fact {
            #expect(repeated.value == fact.value, "\(name): \(sentence.label)")
          } else {
            #expect(fact.value == .count(cells.count), "\(name): \(sentence.label)")
          }
          quoted += 1
        }
      }
    }
    #expect(quoted > 100)
  }

  /// The columns that a report's last paragraph quotes, in the order of the Swedish words; `nil` is a
  /// figure that stands in no table.
  @Test(
    arguments: [
      ("compare, all rows", [nil, nil, nil, "p"]),
      ("compare, three groups", ["group", "p"]), ("compare, all alike", []),
      ("trend, one value", ["first"]), ("trend, two values", ["first", "last"]),
      ("trend, three values", ["slope", "p"]),
      ("trend, ten values", ["slope", "slope", "slope", "p"]),
      ("trend, 13 series", ["series"]), ("trend, 14 series", ["series"]),
      ("chart, one point", ["periods", nil]),
      ("chart, two points", ["periods", nil, "last", "first"]),
      ("chart, three points", ["periods", nil, "last", nil, nil, nil]),
      ("chart, no signal", ["value"]), ("chart, two signals", ["signals", "value"]),
      ("weight, all alike", ["respondents", "largest"]),
      ("weight, unlike", ["respondents", "smallest", "largest", "kish_effective_n"]),
    ] as [(String, [String?])])
  func columns(_ name: String, _ columns: [String?]) throws {
    let form = try #require(try AnalysisForms.all().first { $0.name == name })
    let paragraphs = form.document.blocks.compactMap { block in
      if case .paragraph(let sentence) = block { sentence } else { nil }
    }
    let facts = try #require(paragraphs.last).facts
    #expect(facts.map { $0.cells.first?.column } == columns)
  }

  @Test("the words of a sentence hold no figure of their own")
  func words() throws {
    for form in try AnalysisForms.all() where !form.name.hasPrefix("trend") {
      for case .paragraph(let sentence) in form.blocks {
        for part in sentence.swedish.parts + sentence.english.parts {
          guard case .words(let words) = part else { continue }
          #expect(words.firstMatch(of: /[0-9]/) == nil, "\(form.name): \(words)")
        }
      }
    }
  }

  @Test("charts name a table of the document, a dimension and figures of it")
  func charts() throws {
    var kinds: [ReportChart.Kind] = []
    for (name, document) in try Self.documents() {
      for (block, place) in zip(document.blocks, document.blocks.indices) {
        guard case .chart(let chart) = block else { continue }
        let table = try #require(document.table(ofChartAt: place), "\(name)")
        #expect(table.id == chart.table, "\(name)")
        for column in [chart.labels, chart.series].compactMap(\.self) {
          let place = try #require(table.column(column), "\(name): \(column)")
          #expect(table.columns[place].dimension != nil, "\(name): \(column)")
        }
        for column in chart.figures {
          let place = try #require(table.column(column), "\(name): \(column)")
          // The last column of a line may mark breaks in words.
          guard column != "break" else { continue }
          for row in table.rows { #expect(row.cells[place].fact != nil, "\(name): \(column)") }
        }
        kinds.append(chart.kind)
      }
    }
    #expect(Set(kinds) == [.control, .line, .shares])
  }

  @Test("a footnote is anchored to a column or row that its table has")
  func anchors() throws {
    for (name, document) in try Self.documents() {
      for table in document.tables {
        let keys = table.rows.indices.map(table.key)
        #expect(Set(keys).count == keys.count, "\(name): \(table.id): \(keys)")
        for note in table.notes {
          switch note.anchor {
          case .table: break
          case .column(let column): #expect(table.column(column) != nil, "\(name): \(column)")
          case .row(let row):
            #expect(keys.contains(row), "\(name): \(row)")
          case .cell(let row, let column):
            #expect(table[row: row, column: column] != nil, "\(name): \(row), \(column)")
          }
        }
      }
    }
  }
}

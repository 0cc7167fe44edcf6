import Foundation
import Labels
import Surveys
import TableFixtures
import Testing

@testable import Reports
@testable import Workspace

/// Units that asked the same question beside each other, and the charts of such comparisons.
@Suite struct UnitStandingTests {
  /// A unit: how many of each group are invited, answer and are positive.
  struct Unit {
    var id: String
    var groups: [(invited: Int, answered: Int, positive: Int)]
    var wording = "Jag trivs"
    var scale = "yes-no"
    var isSensitive = false
    /// Where its surveys lie, all alike.
    var folders = ["e"]
  }

  static func load(_ units: [Unit]) throws -> LoadedWorkspace {
    var files: [String: String?] = [
      "nyckeltal.yaml": """
      title: {sv: Mål, en: Goals}
      year: 2026
      units: [\(units.map(\.id).joined(separator: ", "))]
      """,
      "a/unit.yaml": nil, "a/targets.csv": nil, "a/outcomes.csv": nil, "b/unit.yaml": nil,
    ]
    for unit in units {
      files["\(unit.id)/unit.yaml"] = "label: {sv: Enhet \(unit.id), en: Unit \(unit.id)}"
      let groups = unit.groups.indices.map { "{id: g\($0)}" }.joined(separator: ", ")
      let survey = """
        title: {sv: Enkät, en: Survey}
        scale: \(unit.scale)
        groups: [\(groups)]
        waves: [{id: w1, date: 2026-03-01}]
        questions: [{id: trivs, label: {sv: \(unit.wording), en: \(unit.wording)}, sensitive: \(unit.isSensitive)}]
        """
      var (population, responses) = ("wave,group,invited\n", "wave,group,trivs\n")
      for (place, group) in unit.groups.enumerated() {
        population += "w1,g\(place),\(group.invited)\n"
        for person in 0..<group.answered {
          responses += "w1,g\(place),\(person < group.positive ? "ja" : "nej")\n"
        }
      }
      for folder in unit.folders {
        files["\(unit.id)/\(folder)/survey.yaml"] = survey
        files["\(unit.id)/\(folder)/population.csv"] = population
        files["\(unit.id)/\(folder)/responses.csv"] = responses
      }
    }
    return try DamagedWorkspace.load(files)
  }

  private static func compared(_ workspace: LoadedWorkspace) -> ReportDocument? {
    SectionReports.comparison(workspace, units: workspace.units, year: 2026)
  }

  private static let three = [
    Unit(id: "x", groups: [(60, 40, 36)]), Unit(id: "y", groups: [(60, 40, 20)]),
    Unit(id: "z", groups: [(60, 40, 8)]),
  ]

  @Test("units are compared on what they share, in their order") func shared() throws {
    let page = try #require(Self.compared(Self.load(Self.three)))
    let table = try #require(page.tables.first { $0.id == "units-standing" })
    #expect(table.rows.indices.map { table.key(of: $0) } == ["trivs/x", "trivs/y", "trivs/z"])
    #expect(table[row: "trivs/x", column: "positive_percent"]?.fact?.value == .share(0.9))
    #expect(table[row: "trivs/x", column: "ranks"]?.fact?.interval?.upper == 1)
    let finite = try #require(table[row: "trivs/y", column: "finite_95"]?.fact?.interval)
    let long = try #require(table[row: "trivs/y", column: "funnel_95"]?.fact?.interval)
    #expect(finite.lower > long.lower && finite.upper < long.upper)
    let kinds = page.blocks.compactMap { block -> ReportChart.Kind? in
      if case .chart(let chart) = block { chart.kind } else { nil }
    }
    #expect(kinds == [.funnel, .ranks])
  }

  @Test("another wording or another scale is another question, and told") func otherwise() throws {
    var units = Self.three
    units[1].wording = "Jag trivs inte"
    units[2].scale = "yes-partly-no"
    #expect(Self.compared(try Self.load(units)) == nil)
    units[2] = Self.three[2]
    let page = try #require(Self.compared(Self.load(units)))
    let table = try #require(page.tables.first)
    #expect(table.rows.count == 2)
    let text = TextRenderer(language: .swedish).render(page)
    #expect(text.contains("1 fråga har samma namn i flera enkäter"))
  }

  @Test("two surveys of one unit are no two units") func oneUnit() throws {
    var units = Self.three
    units[0].folders = ["e", "f"]
    #expect(Self.compared(try Self.load([units[0]])) == nil)
    let page = try #require(Self.compared(Self.load(units)))
    #expect(page.tables.first?.rows.count == 4)
  }

  @Test("the director's page has the comparison where units share a question") func director()
    throws
  {
    let workspace = try Self.load(Self.three)
    let page = DirectorReport.document(workspace, year: 2026)
    #expect(page.tables.contains { $0.id == "units-standing" })
    let alone = DirectorReport.document(try Self.load([Self.three[0]]), year: 2026)
    #expect(!alone.tables.contains { $0.id == "units-standing" })
  }

  /// What readers of a unit's own page are not told stands in no comparison: two workspaces that differ only in
  /// it have the same one.
  @Test("what is withheld changes nothing", arguments: 1...25 as ClosedRange<UInt64>)
  func withheld(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    var units: [Unit] = []
    for place in 0..<5 {
      var unit = Unit(id: "u\(place)", groups: [], isSensitive: place == 4)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let answered = Int.random(in: 0...12, using: &random)
        unit.groups.append(
          (
            answered + Int.random(in: 0...3, using: &random), answered,
            Int.random(in: 0...answered, using: &random)
          ))
      }
      units.append(unit)
    }
    let workspace = try Self.load(units)
    let table = Self.compared(workspace)?.tables.first
    for (place, unit) in workspace.units.enumerated() {
      let survey = try #require(unit.surveys.first).published(workspace.disclosure)
      let row = try #require(try survey.cube.result(wave: "w1").question("trivs"))
      let isTold =
        survey.disclosure.reasonForPositive(
          wave: "w1", question: row.question, part: .all,
          scale: survey.cube.definition.scale(of: row.question)) == nil
      let isCompared = table?.rows.indices.contains { table?.key(of: $0) == "trivs/\(unit.id)" }
      #expect(isCompared != true || isTold && row.base.answered >= 5, "\(unit.id) of seed \(seed)")
      guard !isTold else { continue }
      // Somebody of whom nothing is told answers otherwise.
      for group in units[place].groups.indices where units[place].groups[group].answered > 0 {
        units[place].groups[group].positive =
          units[place].groups[group].answered - units[place].groups[group].positive
      }
    }
    let other = Self.compared(try Self.load(units))
    #expect(other?.tables.first?.rows.map(\.cells) == table?.rows.map(\.cells), "seed \(seed)")
  }

  @Test("of groups only questions where one stands out are drawn, both kinds in every rendering")
  func drawings() throws {
    let page = try #require(Self.compared(Self.load(Self.three)))
    for language in [Language.swedish, .english] {
      for (place, block) in page.blocks.enumerated() {
        guard case .chart(let chart) = block, let table = page.table(ofChartAt: place) else {
          continue
        }
        let drawing = try #require(SVGRenderer(language: language).file(chart, in: table))
        #expect(drawing.contains("<desc"))
        let words = language == .swedish ? "Enhet x" : "Unit x"
        #expect(drawing.contains(words))
        if chart.kind == .funnel { #expect(drawing.contains("n = 40")) }
        let data = try #require(ChartData(chart, in: table, language: language))
        for width in [40, 60, 100] {
          let lines = TextChart(data: data, width: width).lines
          #expect(
            !lines.isEmpty && lines.allSatisfy { $0.width <= width }, "\(chart.id) at \(width)")
        }
      }
    }
  }
}

import Indicators
import Labels
import Tables
import Testing
import Workspace

@testable import Reports

/// What the section of a case log says, for none, one and many.
@Suite struct ServiceLevelWordsTests {
  private func text(
    _ rows: String, today: String? = nil, asked: String? = nil, _ language: Language
  ) throws -> String {
    let workspace = try DamagedWorkspace.load(
      [
        "a/cases/cases.yaml": """
        title: {sv: Ärenden, en: Cases}
        columns: {id: nr, received: in, answered: ut}
        about_persons: false
        limits:
          - {id: svar, label: {sv: fem dagar, en: five days}, from: in, to: ut, working_days: 5}
        """,
        "a/cases/cases.csv": "nr,in,ut\n" + rows,
      ], today: today, asked: asked)
    let section = CaseLogSection(
      workspace: workspace, log: try #require(workspace.caseLog("a/cases")), year: 2026)
    return section.blocks().flatMap { block -> [Label] in
      switch block {
      case .paragraph(let sentence): [sentence.label]
      case .table(let table): table.notes.map(\.label)
      case .heading, .note, .chart: []
      }
    }.map { $0[language] }.joined(separator: "\n")
  }

  @Test("the day is always said, and where it comes from") func day() throws {
    let rows = "1,2026-11-23,\n2,2026-11-24,2026-11-27\n"
    for (today, asked, swedish, english) in [
      (
        "2026-11-30", nil as String?, "Läget gäller 2026-11-27, den senaste dagen i loggen.",
        "As of 2026-11-27, the newest day in the log."
      ),
      ("2027-01-01", nil, "Läget gäller 2026-12-31.", "As of 2026-12-31."),
      ("2026-11-30", "2026-11-25", "Läget gäller 2026-11-25.", "As of 2026-11-25."),
    ] {
      let found = try text(rows, today: today, asked: asked, .swedish)
      #expect(found.contains("2 ärenden kom in 2026. " + swedish), "\(found)")
      let translated = try text(rows, today: today, asked: asked, .english)
      #expect(translated.contains("2 cases were received in 2026. " + english), "\(translated)")
    }
  }

  @Test("one case, one row, one open case") func one() throws {
    let swedish = try text("1,2026-11-26,\n2,,2026-11-27\n", today: "2026-11-30", .swedish)
    #expect(swedish.contains("1 ärende kom in 2026."))
    #expect(swedish.contains("1 öppet har tid kvar."))
    #expect(swedish.contains("1 rad går inte att bedöma;"))
    let english = try text("1,2026-11-26,\n2,,2026-11-27\n", today: "2026-11-30", .english)
    #expect(english.contains("1 case was received in 2026."))
    #expect(english.contains("1 open case has time left."))
    #expect(english.contains("1 row cannot be judged;"))
  }

  /// 15 of the 62 breaches are medium (004:2181), and only those are to be notified.
  @Test("a limit that covers some cases says which, and no open case is said in words")
  func covered() throws {
    let workspace = Datasets.workspace
    let log = try #require(
      workspace.units.flatMap(\.caseLogs).first {
        $0.definition.limits.contains { $0.condition != nil }
      })
    let notes = CaseLogSection(workspace: workspace, log: log, year: 2023).blocks()
      .flatMap { block -> [Label] in
        if case .table(let table) = block { table.notes.map(\.label) } else { [] }
      }
    #expect(
      notes.contains(
        Label(
          "Gränsen gäller 15 av 62 ärenden: medelstora.", "The limit covers 15 of 62 cases: medium."
        ))
    )
    #expect(notes.contains { $0.swedish.hasSuffix("Inget öppet har tid kvar.") })
    #expect(notes.contains { $0.english.hasSuffix("No open case has time left.") })
  }

  /// Of so many cases 58 are of kind x. Where all less those are fewer than five and the table withholds them, the
  /// sentence under it does not tell how many all are: 62 − 58 = 4.
  @Test(
    "how many cases there are is told by no sentence where it is withheld", arguments: [62, 63])
  func withheldTotal(cases: Int) throws {
    let isWithheld = cases - 58 < 5
    let rows = (0..<cases).map { "\($0),2026-11-23,2026-11-24,\($0 < 58 ? "x" : "y")\n" }
    let workspace = try DamagedWorkspace.load([
      "a/cases/cases.yaml": """
      title: {sv: Ärenden, en: Cases}
      columns: {id: nr, received: in, answered: ut, category: kind}
      limits:
        - {id: alla, label: {sv: svar, en: answer}, from: in, to: ut, working_days: 5}
        - {id: x, label: {sv: x, en: x}, from: in, to: ut, working_days: 5, where: {column: kind, equals: x}}
      """,
      "a/cases/cases.csv": "nr,in,ut,kind\n" + rows.joined(),
    ])
    let section = CaseLogSection(
      workspace: workspace, log: try #require(workspace.caseLog("a/cases")), year: 2026)
    #expect((section.disclosure.reason(.everything) != nil) == isWithheld)
    let said = section.blocks().flatMap { block -> [Label] in
      switch block {
      case .paragraph(let sentence): [sentence.label]
      case .table(let table): table.notes.map(\.label)
      case .heading, .note, .chart: []
      }
    }
    let total = isWithheld ? "··" : "\(cases)"
    #expect(said.contains { $0.swedish == "Gränsen gäller 58 av \(total) ärenden." }, "\(said)")
    #expect(said.contains { $0.english == "The limit covers 58 of \(total) cases." }, "\(said)")
    #expect(said.contains { $0.swedish.contains("\(cases)") } == !isWithheld, "\(said)")
  }

  @Test("no case of the year, no section") func none() throws {
    #expect(try text("1,2025-11-26,\n", .swedish).isEmpty)
    #expect(try text("", .swedish).isEmpty)
  }

  /// Working days are whole: a class begins behind the one before. Hours share their ends.
  @Test(
    "classes of answer times are called by what they hold",
    arguments: [
      ("working_days: 0", ["23", "24", "25"], ["0", "1", "över 1"], "båda ändarna medräknade"),
      ("working_days: 2", ["23", "25"], ["0–1", "2"], "båda ändarna medräknade"),
      ("hours: 2", ["23T08:30", "23T10:00"], ["0–1", "1–2"], "den övre änden medräknad"),
    ])
  func times(limit: String, answered: [String], classes: [String], ends: String) throws {
    let start = limit.hasPrefix("hours") ? "23T08:00" : "23"
    let workspace = try DamagedWorkspace.load(
      [
        "a/cases/cases.yaml": """
        title: {sv: Ärenden, en: Cases}
        columns: {id: nr, received: in, answered: ut}
        about_persons: false
        limits:
          - {id: svar, label: {sv: svar, en: answer}, from: in, to: ut, \(limit)}
        """,
        "a/cases/cases.csv": "nr,in,ut\n"
          + answered.map { "\($0),2026-11-\(start),2026-11-\($0)\n" }.joined(),
      ], today: "2026-11-30")
    let log = try #require(workspace.caseLog("a/cases"))
    let tables = CaseLogSection(workspace: workspace, log: log, year: 2026).blocks()
      .compactMap { block -> ReportTable? in
        if case .table(let table) = block { table } else { nil }
      }
    let table = try #require(tables.first { $0.id.hasSuffix("-times") })
    let place = try #require(table.column("answer_time"))
    let words = FactWords(.swedish)
    #expect(table.rows.map { words.text($0.cells[place], .label) } == classes)
    #expect(table.notes.contains { $0.label.swedish.contains(ends) })
  }

  @Test("the table says the day as well") func table() throws {
    let workspace = Datasets.workspace
    let log = try #require(workspace.units.flatMap(\.caseLogs).first)
    let section = CaseLogSection(workspace: workspace, log: log, year: 2023)
    for case .table(let table) in section.blocks() {
      let place = try #require(table.columns.firstIndex { $0.id == "as_of" })
      #expect(table.rows.allSatisfy { $0.cells[place].shown(.swedish) == "2023-12-31" })
    }
  }
}

import Diagnostics
import Foundation
import Indicators
import Labels
import Testing
import Workspace

@testable import Reports

/// What the documents do not have is shown as an example, and carries no claim.
@Suite struct ExamplesTests {
  /// The shipped workspace with the switch turned off.
  static let withoutExamples: LoadedWorkspace = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.copyItem(
        at: Datasets.root.appendingPathComponent("datasets"), to: folder)
      let file = folder.appendingPathComponent(WorkspaceLoader.definitionFile)
      let text = try String(contentsOf: file, encoding: .utf8)
      let turned = text.replacingOccurrences(
        of: "show_examples: true", with: "show_examples: false")
      precondition(turned != text)
      try turned.write(to: file, atomically: true, encoding: .utf8)
      return try WorkspaceLoader.load(folder: folder.path)
    } catch {
      fatalError("\(error)")
    }
  }()

  /// Every document of a year that a command can write.
  private func documents(_ workspace: LoadedWorkspace, _ year: Int) -> [ReportDocument] {
    let findings = workspace.findings()
    return [
      DirectorReport.document(workspace, year: year),
      GoalList.document(workspace, year: year, units: workspace.units.map(\.id)),
    ]
      + workspace.units.compactMap {
        UnitReport.document(workspace, unit: $0, year: year, findings: findings)
      }
      + [
        SectionReports.surveys(workspace, units: workspace.units, year: year),
        SectionReports.caseLogs(workspace, units: workspace.units, year: year),
        SectionReports.plans(workspace, units: workspace.units, year: year),
      ].compactMap(\.self)
  }

  @Test(
    "without examples, every row with a figure names a line of a document",
    arguments: [2012, 2016, 2023, 2025], Language.allCases)
  func everyFigureHasALine(year: Int, language: Language) {
    var rows = 0
    for document in documents(Self.withoutExamples, year) {
      for table in document.tables {
        // A total is the sum of rows that name theirs.
        for row in table.rows where row.totalOf == nil {
          let shown = row.cells.map { $0.shown(language) }
          guard shown.contains(where: { $0.contains(where: \.isNumber) }) else { continue }
          rows += 1
          let hasLine = row.documents.contains { $0.line != nil }
          #expect(hasLine, "\(year) \(document.id) \(table.id): \(shown)")
        }
      }
    }
    #expect(rows > 20)
  }

  @Test("without examples, nothing is said of them", arguments: Language.allCases)
  func silence(language: Language) {
    let text = TextRenderer(language: language, showsSources: true)
    for year in Self.withoutExamples.years {
      for document in documents(Self.withoutExamples, year) {
        let rendered = text.render(document).lowercased()
        for word in ["(exempel)", "(example)", "påhitta", "invented", "rekonstru", "reconstruct"] {
          #expect(!rendered.contains(word), "\(year) \(document.id) holds \(word)")
        }
      }
    }
    #expect(Self.withoutExamples.units.allSatisfy { $0.surveys.isEmpty && $0.caseLogs.isEmpty })
    #expect(Self.withoutExamples.outcomes.allSatisfy { $0.example == nil })
  }

  @Test("with and without examples, goals get the same verdicts from the same figures")
  func verdicts() {
    let (with, without) = (Datasets.workspace, Self.withoutExamples)
    for year in with.years {
      let tables = [with, without].map { workspace in
        DirectorReport.document(workspace, year: year).dataTables.last?.exportedRows ?? []
      }
      #expect(!tables[0].isEmpty && tables[0] == tables[1])
    }
  }

  @Test("example tables say so in their title and in every row of their data file")
  func marks() throws {
    let workspace = Datasets.workspace
    let examples = Set(
      [2012, 2023].flatMap { documents(workspace, $0) }.flatMap(\.tables)
        .filter(\.isExample).map(\.id))
    #expect(
      examples.isSuperset(of: [
        "survey-response", "survey-questions", "survey-groups", "survey-municipality",
        "before-after-grupper", "before-after-grupper-municipality", "case-mix", "cases-svar",
        "cases-svar-month", "incidents-art33", "incidents-art33-category",
      ]), "\(examples)")
    let unit = try #require(workspace.unit("narvardskontoret"))
    let document = try #require(
      UnitReport.document(workspace, unit: unit, year: 2023, findings: []))
    let questions = try #require(document.tables.first { $0.id == "survey-questions" })
    let lines = CSVRenderer(language: .swedish).render(questions).split(separator: "\n")
    #expect(lines[0].hasSuffix(",example,documents,file,line"))
    #expect(lines.dropFirst().allSatisfy { $0.contains(",true,,") })
    #expect(
      TextRenderer(language: .english).render(document).contains("Answers by question (example)"))
    let goals = try #require(document.tables.first { $0.id == "goals" })
    #expect(!goals.isExample)
  }

  /// 004:2582–2588: 49 % answered, 95 % of them yes. 004:2364–2403: 100 %, all, reached.
  @Test("the director's page shows the document's own figures and words, and no probability")
  func directorsPage() throws {
    let page = DirectorReport.document(Datasets.workspace, year: 2023)
    let columns = GoalSection.columns.map(\.id)
    let row = { (unit: String, goal: String) throws -> [String: String] in
      let table = try #require(page.tables.first { $0.id == "goals-\(unit)" })
      let row = try #require(table.rows.indices.first { table.key(of: $0) == goal })
      return Dictionary(
        zip(columns, table.rows[row].cells.map { $0.shown(.swedish) }),
        uniquingKeysWith: { first, _ in first })
    }
    for (unit, goal, outcome) in [
      ("narvardskontoret", "narvard-2023-professionell", "95\u{A0}%"),
      ("medarbetarcentrum", "mc-2023-nojd-samtal", "100\u{A0}%"),
      ("medarbetarcentrum", "mc-2023-korta-uppdrag", "alla"),
      ("medarbetarcentrum", "mc-2023-langa-uppdrag", "uppnått"),
      ("dataskyddsombud", "dso-2023-svarstid", "inom tid"),
      ("dataskyddsombud", "dso-2023-granskning-verksamheter", "77 av 79 granskningar"),
    ] {
      let shown = try row(unit, goal)
      #expect(shown["outcome"] == outcome)
      #expect(shown["certainty_label"] == "uppgift")
      #expect(shown["goal_probability"] == "–" && shown["positive"] == "–")
    }
    let rate = try #require(
      Datasets.workspace.outcomes.first { $0.id == "u-narvard-2023-professionell-svarsfrekvens" })
    #expect(GoalWords().outcome(rate).label == Label("49\u{A0}%", "49%"))
  }

  @Test("no sentence says that something made up has changed", arguments: [2012, 2023])
  func noClaims(year: Int) {
    for document in documents(Datasets.workspace, year) {
      for text in document.blocks.compactMap(\.paragraph) {
        for word in ["har ökat", "har minskat", "har stigit", "ändrades"] {
          #expect(!text.swedish.contains(word), "\(document.id): \(text.swedish)")
        }
        for word in ["has risen", "has fallen", "changed by"] {
          #expect(!text.english.contains(word), "\(document.id): \(text.english)")
        }
      }
    }
  }
}

import Foundation
import Labels
import Surveys
import Testing

@testable import Reports
@testable import Workspace

/// The page of a survey with questions of every type.
@Suite struct QuestionTypeReportTests {
  static let workspace: LoadedWorkspace = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("SurveyTypes")
    do {
      return try WorkspaceLoader.load(folder: folder.path)
    } catch {
      fatalError("\(error)")
    }
  }()

  static func page(_ workspace: LoadedWorkspace = workspace) throws -> ReportDocument {
    try #require(SectionReports.surveys(workspace, units: workspace.units, year: 2026))
  }

  @Test("every type has its table, for all, by group and by breakdown; ids are told once")
  func tables() throws {
    let tables = try Self.page().tables.map(\.id)
    let kinds = [
      "", "-on-trivsel", "-on-satisfaction-5", "-on-0-10", "-on-yes-no", "-on-kom", "-on-agree-5",
      "-means", "-promoters", "-of-kanaler", "-of-prio", "-numbers", "-texts", "-indices",
    ]
    for base in ["survey-questions", "survey-groups", "survey-ort"] {
      for kind in kinds { #expect(tables.contains(base + kind), "\(base + kind)") }
    }
    #expect(Set(tables).count == tables.count)
    #expect(tables.contains("survey-comparison") && tables.contains("survey-means-comparison"))
  }

  /// Each figure is computed anew from the rows of the file.
  @Test("figures are those of the file")
  func figures() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("SurveyTypes/a/survey/responses.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let names = lines[0]
    func column(_ name: String) throws -> [String] {
      let place = try #require(names.firstIndex(of: name))
      return lines.dropFirst().filter { $0[0] == "2026-09" }.map { $0[place] }
    }
    // With one answer enough, nothing is withheld.
    var open = Self.workspace
    open.disclosure.minimumAnswers = 1
    let page = try Self.page(open)
    func fact(_ table: String, _ row: String, _ column: String) throws -> Fact.Value {
      let found = try #require(page.tables.first { $0.id == table })
      return try #require(found[row: row, column: column]?.fact).value
    }
    let grades = try column("betyg").compactMap(Double.init)
    #expect(
      try fact("survey-questions-means", "betyg", "mean")
        == .number(grades.reduce(0, +) / Double(grades.count)))
    let nps = try column("nps").compactMap(Int.init)
    let score =
      Double(nps.count { $0 >= 9 } - nps.count { $0 <= 6 }) / Double(nps.count) * 100
    guard case .number(let found) = try fact("survey-questions-promoters", "nps", "nps") else {
      return #expect(Bool(false))
    }
    #expect(abs(found - score) < 1e-9)
    let calls = try column("kanaler").count { $0.contains("Telefon") }
    #expect(
      try fact("survey-questions-of-kanaler", "kanaler-tel", "chosen_percent")
        == .share(Double(calls) / Double(nps.count)))
    let minutes = try column("resa").compactMap(Double.init).sorted()
    let middle = minutes.count / 2
    #expect(
      try fact("survey-questions-numbers", "resa", "median")
        == .number(
          minutes.count % 2 == 1
            ? minutes[middle] : (minutes[middle - 1] + minutes[middle]) / 2))
    let firsts = try column("prio").count { $0.hasPrefix("lon") }
    #expect(
      try fact("survey-questions-of-prio", "prio-lon", "first_percent")
        == .share(Double(firsts) / Double(nps.count)))
    let meetings = try column("kanaler").count { $0.contains("Meetings") }
    #expect(try fact("survey-questions", "mote-langd", "base") == .count(meetings))
  }

  @Test("what people wrote is told only if it was asked for, and never of few")
  func comments() throws {
    let quiet = try Self.page()
    var asked = Self.workspace
    asked.showsComments = true
    let open = try Self.page(asked)
    func written(_ page: ReportDocument, _ language: Language) -> [String] {
      [
        TextRenderer(language: language).render(page),
        HTMLRenderer(language: language).render(page),
        JSONRenderer().render(page),
      ]
    }
    for language in Language.allCases {
      #expect(!written(quiet, language).contains { $0.contains("hemligt") })
      #expect(written(open, language).allSatisfy { $0.contains("hemligt 2026") })
    }
    #expect(
      !quiet.dataTables.contains { CSVRenderer(language: .english).render($0).contains("hemligt") })
    let survey = try #require(Self.workspace.units.first?.surveys.first)
    var rules = DisclosureRules()
    rules.minimumAnswers = 50
    let few = survey.published(rules).with(survey.data.comments)
    #expect(few.comments.values.flatMap(\.keys) == [])
  }

  @Test("the disclosure of everything that the survey publishes is safe")
  func safe() {
    let review = DisclosureReview(Self.workspace, units: Self.workspace.units, year: 2026)
    #expect(review.isSafe && !review.entries.isEmpty)
  }
}

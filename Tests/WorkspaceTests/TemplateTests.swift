import Diagnostics
import Labels
import Testing

@testable import Workspace

/// How a unit's definition arranges its report.
@Suite("Templates of reports") struct TemplateTests {
  private static func load(_ report: String) throws -> LoadedWorkspace {
    try WorkspaceFolder.loadCases(["a/unit.yaml": "label: A\nreport:\n\(report)\n"])
  }

  @Test("without a template all sections stand in their usual order") func usual() throws {
    let template = try #require(WorkspaceFolder.loadCases().unit("a")).template
    #expect(template == ReportTemplate())
    #expect(template.sections == ReportSection.allCases)
    #expect(template.omitted.isEmpty)
  }

  @Test(
    "a section has its titles in both languages and its id, in any case",
    arguments: ReportSection.allCases)
  func names(section: ReportSection) {
    for name in [section.rawValue, section.title.swedish, section.title.english] {
      #expect(ReportSection(name: name) == section)
      #expect(ReportSection(name: name.uppercased()) == section)
    }
    #expect(ReportSection.allCases.count { $0.title == section.title } == 1)
  }

  @Test("the order, the title and the introduction are the definition's") func chosen() throws {
    let workspace = try Self.load(
      """
        title: {sv: Vårt år, en: Our year}
        introduction: {sv: Ett bra år., en: A good year.}
        sections: [Service levels, mål]
      """)
    let template = try #require(workspace.unit("a")).template
    #expect(template.sections == [.cases, .goals])
    #expect(template.title == Label("Vårt år", "Our year"))
    #expect(template.introduction == Label("Ett bra år.", "A good year."))
    #expect(template.omitted == ReportSection.allCases.filter { $0 != .cases && $0 != .goals })
    #expect(workspace.diagnostics.isEmpty)
  }

  @Test(
    "what is wrong says what to write instead; the rest counts",
    arguments: [
      (
        "  sections: [mål, enkater]", "report-section", "there is no section 'enkater'",
        "did you mean 'enkäter'?", [ReportSection.goals]
      ),
      (
        "  sections: [Projects, gaols]", "report-section", "there is no section 'gaols'",
        "did you mean 'goals'?", [.projects]
      ),
      (
        "  sections: [mål, goals]", "report-section-twice", "the section 'goals' is listed twice",
        "take one of them out", [.goals]
      ),
      (
        "  sektions: [mål]", "definition-unknown-key", "the key 'sektions' means nothing here",
        "did you mean 'sections'?", ReportSection.allCases
      ),
    ])
  func wrong(
    _ report: String, code: String, message: String, fix: String, sections: [ReportSection]
  ) throws {
    let workspace = try Self.load(report)
    let problem = try #require(workspace.diagnostics.first)
    #expect(workspace.diagnostics.count == 1)
    #expect(problem.code == code)
    #expect(problem.message == message)
    #expect(problem.fixes == [fix])
    #expect(problem.location.file.hasSuffix("a/unit.yaml") && problem.location.line == 3)
    #expect(workspace.unit("a")?.template.sections == sections)
  }

  @Test("an empty list is no report") func empty() throws {
    let workspace = try Self.load("  sections: []")
    #expect(workspace.diagnostics.map(\.code) == ["definition-value"])
    #expect(workspace.unit("a")?.template.sections == ReportSection.allCases)
  }
}

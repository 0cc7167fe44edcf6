import Labels
import Testing

@testable import Reports
@testable import Workspace

/// A unit's report as its template arranges it.
@Suite("Reports by template") struct TemplateReportTests {
  private static func document(
    _ unit: String, _ change: (inout ReportTemplate) -> Void = { _ in }
  ) throws -> ReportDocument {
    let workspace = Datasets.workspace
    var contents = try #require(workspace.unit(unit))
    change(&contents.template)
    return try #require(
      UnitReport.document(workspace, unit: contents, year: 2023, findings: workspace.findings()))
  }

  private static func headings(_ document: ReportDocument) -> [String] {
    document.blocks.compactMap { block in
      if case .heading(1, let label) = block { label.swedish } else { nil }
    }
  }

  @Test("sections stand in the template's order, and goals further down have a heading")
  func order() throws {
    let document = try Self.document("navet") {
      $0.sections = [.contradictions, .goals]
      $0.title = Label("Navets år", "The year of Navet")
      $0.introduction = Label("Ett bra år.", "A good year.")
    }
    #expect(Self.headings(document) == ["Motsägelser och luckor", "Mål"])
    #expect(document.title == Label("Navets år", "The year of Navet"))
    #expect(
      document.subtitle?.text(.swedish)
        == "Rapport 2023 · Navet science center · Kommunalförbundets mål och resultat")
    guard case .paragraph(let first) = document.blocks.first else {
      Issue.record("no introduction")
      return
    }
    #expect(first.text(.swedish) == "Ett bra år.")
  }

  @Test("the last line names what is left out and has something to say") func omitted() throws {
    let document = try Self.document("navet") { $0.sections = [.goals] }
    guard case .note(let note) = document.blocks.last else {
      Issue.record("nothing is said of what is left out")
      return
    }
    let words = note.text(.swedish)
    #expect(words.hasPrefix("Avsnitt som utelämnats enligt definitionen: "))
    #expect(words.contains("övriga uppgifter") && words.contains("motsägelser och luckor"))
    // Navet has no survey: nothing is hidden there.
    #expect(!words.contains("enkäter"))
    #expect(note.text(.english).hasPrefix("Sections left out by the definition: "))
    let whole = try Self.document("navet")
    #expect(!TextRenderer(language: .swedish).render(whole).contains("utelämnats"))
  }

  @Test(
    "a template changes nothing in the sections that stay, and takes nothing away unsaid",
    arguments: Datasets.workspace.units.map(\.id))
  func same(unit: String) throws {
    let workspace = Datasets.workspace
    let contents = try #require(workspace.unit(unit))
    guard
      let whole = UnitReport.document(
        workspace, unit: contents, year: 2023, findings: workspace.findings())
    else { return }
    var seen: [String] = []
    for section in ReportSection.allCases {
      let part = try Self.document(unit) { $0.sections = [section] }
      for table in part.tables {
        #expect(whole.tables.contains(table), "\(unit): \(table.id)")
        seen.append(table.id)
      }
    }
    #expect(seen.sorted() == whole.tables.map(\.id).sorted())
  }

  /// Every table about answers is cut from one decision about all of them, so what is withheld in the
  /// whole report is withheld in each part of it.
  @Test("a report of the survey alone withholds what the whole report does") func disclosure()
    throws
  {
    func withheld(_ document: ReportDocument) -> Int {
      document.tables.flatMap(\.rows).flatMap(\.cells).count { $0.fact?.isWithheld == true }
    }
    let part = try Self.document("narvardskontoret") { $0.sections = [.surveys] }
    let whole = try Self.document("narvardskontoret")
    #expect(withheld(part) > 0)
    #expect(withheld(part) == withheld(whole))
  }

  @Test("a page bears the sign and the colour of its organisation") func appearance() throws {
    var document = try Self.document("navet")
    let plain = HTMLRenderer(language: .swedish).render(document)
    #expect(!plain.contains("<img") && !plain.contains("6px solid var(--link)"))
    document.appearance.logo = Appearance.Logo(address: "data:image/png;base64,iVBORw0KGgo=")
    document.appearance.accent = Appearance.Accent(
      light: WebColour(red: 0x7A, green: 0x1F, blue: 0xA2), dark: .white)
    let page = HTMLRenderer(language: .swedish).render(document)
    #expect(
      page.contains(
        "<img class=\"logo\" src=\"data:image/png;base64,iVBORw0KGgo=\" "
          + "alt=\"Kommunalförbundets mål och resultat\"/>"))
    #expect(page.contains(":root{--link:#7a1fa2;--focus:#7a1fa2}"))
    #expect(
      page.contains(
        "(prefers-color-scheme:dark){:root{--link:#ffffff;--focus:#ffffff}}"))
  }
}

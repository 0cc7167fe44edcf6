import Foundation
import Labels
import Testing
import ZipFixtures

@testable import Reports

/// Reports as Word files: what pandoc is given, and what it makes of it where it is installed.
@Suite struct WordRendererTests {
  @Test("the reference document is A4 with page numbers, and every style that is used is in it")
  func reference() throws {
    let archive = try #require(ZipReader(WordReference.bytes))
    for path in archive.paths {
      #expect(ParsedMarkup(archive.text(path) ?? "").problem == nil, "\(path)")
    }
    #expect(archive.text("word/document.xml")?.contains("w:w=\"11906\" w:h=\"16838\"") == true)
    #expect(archive.text("word/footer1.xml")?.contains("NUMPAGES") == true)
    let styles = ParsedMarkup(archive.text("word/styles.xml") ?? "").named("w:name")
      .compactMap { $0.attributes["w:val"] }
    for part in RenderedPages.parts(2023) {
      let page = WordPage(
        document: part.document, words: FactWords(.swedish), pictures: [:]
      ).text
      let used = ParsedMarkup(String(page.dropFirst("<!DOCTYPE html>\n".count))).elements
        .compactMap { $0.attributes["custom-style"] }
      #expect(Set(used).subtracting(styles).isEmpty)
    }
  }

  @Test(
    "tables have headings, and widths that fill no more than the page", arguments: Language.allCases
  )
  func tables(language: Language) {
    for part in RenderedPages.parts(2023) {
      let page = WordPage(document: part.document, words: FactWords(language), pictures: [:]).text
      let markup = ParsedMarkup(String(page.dropFirst("<!DOCTYPE html>\n".count)))
      #expect(markup.problem == nil)
      let tables = part.document.tables.filter { $0.audience != .dataFiles && !$0.rows.isEmpty }
      #expect(markup.named("table").count == tables.count)
      #expect(markup.named("thead").count == tables.count)
      var width = 0
      for element in markup.elements {
        if element.name == "colgroup" { width = 0 }
        guard element.name == "col" else { continue }
        width += Int(element.attributes["style"]?.filter(\.isNumber) ?? "") ?? 1000
        #expect(width <= 100)
      }
    }
  }

  @Test("headings say what the tables of a first page are, and what follows begins a page")
  func firstPage() throws {
    let part = try #require(RenderedPages.parts(2023).first { $0.document.firstPage > 0 })
    let page = WordPage(document: part.document, words: FactWords(.swedish), pictures: [:]).text
    let sheets = page.components(separatedBy: "<div custom-style=\"Next Page\">")
    #expect(sheets.count == 2)
    #expect(sheets[0].contains("<h1>Enheterna</h1>") && !sheets[0].contains("<caption>"))
    #expect(sheets[1].contains("<h1>Kräver åtgärd, hela listan</h1><table><caption>"))
    // Nothing but a paragraph keeps Word from joining a table with the one that follows.
    #expect(!page.contains("</table><table>"))
  }

  @Test("where pandoc is missing, a sentence says so in both languages, and what to do")
  func missing() {
    var renderer = WordRenderer(language: .english)
    renderer.pandoc = { nil }
    #expect {
      _ = try renderer.render(RenderedPages.hostile)
    } throws: { error in
      guard let problem = error as? RenderingProblem else { return false }
      return problem.label
        == Label(
          "Wordfiler skrivs av pandoc, som inte finns här",
          "Word files are written by pandoc, which is not there")
        && problem.fixes[0].english.contains("apt-get install pandoc")
        && problem.fixes[2].swedish.contains("--format html")
    }
  }

  @Test("where charts cannot be drawn, the report says so") func withoutCharts() throws {
    let script = try PDFRendererTests.Script(
      """
      for word in "$@"; do case $word in --output=*) target=${word#--output=};; esac; done
      printf 'PK' > "$target"; cat "$word" >> "$target"
      """)
    let program = script.program
    var renderer = WordRenderer(language: .swedish)
    renderer.pandoc = { program }
    renderer.drawer = { nil }
    let part = try #require(RenderedPages.parts(2023).first)
    let text = String(decoding: try renderer.render(part.document), as: UTF8.self)
    #expect(text.contains("Diagrammen saknas, eftersom programmet rsvg-convert inte fanns"))
    #expect(!text.contains("<img"))
  }

  @Test(
    "Word files repeat the headings of tables, know their language, and are the same every time",
    .enabled(if: ExternalProgram(["pandoc"], variable: WordRenderer.variable) != nil))
  func written() throws {
    let part = try #require(RenderedPages.parts(2023).first { $0.unit == "medarbetarcentrum" })
    let renderer = WordRenderer(language: .swedish)
    let bytes = try renderer.render(part.document)
    #expect(try renderer.render(part.document) == bytes)
    let archive = try #require(ZipReader(bytes))
    let document = ParsedMarkup(archive.text("word/document.xml") ?? "")
    #expect(document.problem == nil)
    #expect(document.named("w:tbl").count > 3)
    #expect(document.named("w:tblHeader").count == document.named("w:tbl").count)
    let languages = ParsedMarkup(archive.text("word/styles.xml") ?? "").named("w:lang")
    #expect(languages.compactMap { $0.attributes["w:val"] } == ["sv-SE"])
    #expect(document.named("w:footerReference").count == 1)
  }
}

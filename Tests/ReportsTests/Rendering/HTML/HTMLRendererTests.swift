import Labels
import Testing
import Workspace

@testable import Reports

/// Pages that browsers and readers can rely on.
@Suite struct HTMLRendererTests {
  static let cases: [(Int, Language)] = RenderedPages.years.flatMap { year in
    Language.allCases.map { (year, $0) }
  }

  static func files(_ year: Int, _ language: Language) throws -> [ReportFile] {
    try ReportSet(Datasets.workspace, year: year).files([HTMLRenderer(language: language)])
  }

  @Test("every page is well-formed, small and complete in itself", arguments: cases)
  func structure(year: Int, language: Language) throws {
    for file in try Self.files(year, language) {
      #expect(file.content.count < 300_000, "\(file.path): \(file.content.count) bytes")
      let page = ParsedMarkup(file.text)
      #expect(page.problem == nil, "\(file.path): \(page.problem ?? "")")
      #expect(page.elements.first?.attributes["lang"] == language.rawValue)
      #expect(page.named("h1").count == 1 && page.named("main").count == 1)
      // Nothing is fetched.
      for element in page.elements {
        #expect(element.attributes["src"] == nil, "\(file.path): \(element.name)")
        #expect(element.name != "link", "\(file.path)")
      }
      let ids = page.ids
      #expect(Set(ids).count == ids.count, "\(file.path): an id stands twice")
      for target in Self.references(page) {
        #expect(ids.contains(target), "\(file.path): nothing has the id \(target)")
      }
      Self.checkHeadings(page, file.path)
      Self.checkTables(page, file.path)
    }
  }

  private static func references(_ page: ParsedMarkup) -> [String] {
    page.elements.flatMap { element -> [String] in
      let links = element.attributes["href"].flatMap { $0.hasPrefix("#") ? $0.dropFirst() : nil }
      let names = element.attributes["aria-labelledby"]?.split(separator: " ") ?? []
      return ([links].compactMap(\.self) + names).map(String.init)
    }
  }

  /// No level of headings is left out.
  private static func checkHeadings(_ page: ParsedMarkup, _ path: String) {
    var level = 0
    for heading in page.elements where ["h1", "h2", "h3"].contains(heading.name) {
      let own = heading.name.last?.wholeNumberValue ?? 0
      #expect(own <= level + 1, "\(path): \(heading.text)")
      level = own
      #expect(!heading.text.isEmpty, "\(path): a heading without words")
    }
  }

  private static func checkTables(_ page: ParsedMarkup, _ path: String) {
    #expect(page.named("caption").count == page.named("table").count, "\(path)")
    for header in page.named("th") {
      #expect(["col", "row"].contains(header.attributes["scope"]), "\(path): \(header.text)")
      #expect(!header.text.isEmpty, "\(path): a header without words")
    }
    for drawing in page.named("svg") where drawing.attributes["role"] == "img" {
      let name = drawing.attributes["aria-labelledby"] ?? drawing.attributes["aria-label"]
      #expect(name?.isEmpty == false, "\(path)")
    }
  }

  @Test("the same report gives the same bytes", arguments: Language.allCases)
  func deterministic(language: Language) throws {
    #expect(try Self.files(2023, language) == Self.files(2023, language))
  }

  @Test("every row, figure and remark that text shows is on the page", arguments: cases)
  func complete(year: Int, language: Language) {
    let words = FactWords(language)
    for part in RenderedPages.parts(year) {
      let page = ParsedMarkup(HTMLRenderer(language: language).render(part.document))
      let cells = Set((page.named("td") + page.named("th")).map { Self.plain($0.text) })
      let remarks = Set((page.named("p") + page.named("li")).map { Self.plain($0.text) })
      for table in part.document.tables where table.audience != .dataFiles {
        for row in table.rows {
          for column in ShownTable(table).columns {
            let text = words.text(row.cells[column], table.columns[column].shows ?? .value)
            // A mark of a remark may stand behind it.
            let isThere =
              cells.contains(Self.plain(text))
              || cells.contains { $0.hasPrefix(Self.plain(text)) }
            #expect(isThere, "\(part.document.id) \(table.id): \(text)")
          }
        }
        for note in table.notes {
          #expect(remarks.contains(Self.plain(words.text(note.text))), "\(table.id)")
        }
      }
    }
  }

  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("no label becomes markup", arguments: Language.allCases)
  func escaping(language: Language) {
    let text = HTMLRenderer(language: language).render(RenderedPages.hostile)
    let page = ParsedMarkup(text)
    #expect(page.problem == nil, "\(page.problem ?? "")")
    #expect(page.named("script").count == 1)
    #expect(!text.contains("<script>alert"))
    #expect(!text.contains("\u{202E}") && !text.contains("\u{0}"))
    #expect(page.named("h1").first?.text.contains("<script>alert('x')</script>") == true)
  }

  @Test("remarks are linked from their column, row and cell, and withheld figures say why")
  func remarks() throws {
    let page = ParsedMarkup(HTMLRenderer(language: .english).render(RenderedPages.hostile))
    let marks = page.named("a").filter { $0.path.last == "sup" }
    #expect(marks.map { $0.text } == ["1", "2", "3"])
    #expect(marks.map { $0.path.dropLast().last } == ["th", "th", "td"])
    let withheld = try #require(
      page.named("td").first { $0.attributes["class"]?.contains("withheld") == true })
    #expect(withheld.text.hasPrefix("·· too few answers"))
    #expect(withheld.attributes["data-value"] == nil)
    let total = try #require(page.named("tr").last)
    #expect(total.attributes["class"] == "total")
  }

  @Test("the index leads to every report of the year", arguments: Language.allCases)
  func index(language: Language) throws {
    let files = try Self.files(2023, language)
    let index = try #require(files.last)
    #expect(index.path == "2023/index.html")
    let links = ParsedMarkup(index.text).named("a").compactMap { $0.attributes["href"] }
      .filter { !$0.hasPrefix("#") }
    #expect(links.map { "2023/\($0)" } == files.dropLast().map(\.path))
    for file in files.dropLast() {
      #expect(file.text.contains("href=\"index.html\""))
    }
  }

  @Test("a row's figures sort by the number and not by the words")
  func sorting() throws {
    let document = ReportDocument(
      id: "d", title: Label(same: "d"),
      blocks: [
        .table(
          ReportTable(
            id: "t", title: Label(same: "t"),
            columns: [
              ReportColumn("name", Label(same: "name")), ReportColumn("share", Label(same: "s")),
            ],
            rows: [
              ReportRow([.code("a"), .share(0.095, decimals: 1)]), ReportRow([.code("b"), .none]),
            ]))
      ])
    let cells = ParsedMarkup(HTMLRenderer(language: .swedish).render(document)).named("td")
    #expect(cells.map { $0.text } == ["9,5\u{A0}%", "–"])
    #expect(cells.map { $0.attributes["data-value"] } == ["9.5", nil])
  }
}

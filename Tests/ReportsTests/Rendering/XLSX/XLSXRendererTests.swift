import Labels
import Tables
import Testing
import Workspace
import ZipFixtures

@testable import Reports

/// Reports as workbooks, read back from the files in them.
@Suite struct XLSXRendererTests {
  static let cases: [(Int, Language)] = RenderedPages.years.flatMap { year in
    Language.allCases.map { (year, $0) }
  }

  private static func archive(_ document: ReportDocument, _ language: Language) throws -> ZipReader
  {
    try #require(ZipReader(try XLSXRenderer(language: language).render(document)))
  }

  @Test(
    "every table has its sheet, every figure is a number, and nothing is a formula",
    arguments: cases)
  func complete(year: Int, language: Language) throws {
    var count = 0
    for part in RenderedPages.parts(year) {
      let archive = try Self.archive(part.document, language)
      let names = SheetReader.names(archive)
      let tables = part.document.tables.filter { $0.audience != .dataFiles }
      #expect(names.count >= tables.count + 1 && names.allSatisfy { $0.utf16.count <= 31 })
      for path in archive.paths where path.hasSuffix(".xml") {
        #expect(
          ParsedMarkup(archive.text(path) ?? "").problem == nil, "\(part.place.path): \(path)")
      }
      for (place, table) in tables.enumerated() {
        let sheet = try #require(SheetReader(archive, sheet: place + 2))
        #expect(!sheet.cells.values.contains { $0.type == "f" })
        count += Self.check(table, sheet, "\(part.place.path) \(table.id)")
      }
    }
    // The years of which documents say least have a handful.
    #expect(count > 5)
  }

  /// Figures stand where they should, with their values.
  ///
  /// - Returns: How many.
  private static func check(_ table: ReportTable, _ sheet: SheetReader, _ place: String) -> Int {
    let shown = ShownTable(table)
    var (column, count) = (0, 0)
    for source in shown.columns {
      let facts = table.rows.map { $0.cells[source].fact }
      // Sides of intervals and bases take columns of their own.
      guard shown.aspect(source) == .value || shown.aspect(source) == .label else {
        column += 2
        continue
      }
      for (row, fact) in facts.enumerated() {
        guard let fact, let expected = excelNumber(fact) else { continue }
        let name = "\(String(UnicodeScalar(UInt8(65 + column))))\(row + 5)"
        let cell = sheet.cells[name]
        #expect(cell?.type == "n", "\(place) \(name): \(String(describing: cell))")
        let value = Double(cell?.value ?? "") ?? .nan
        #expect(abs(value - expected) <= 1e-9 * max(1, abs(expected)), "\(place) \(name)")
        count += 1
      }
      column += 1
    }
    return count
  }

  /// A percentage is a share of 1 to Excel; differences of shares are in points.
  private static func excelNumber(_ fact: Fact) -> Double? {
    switch fact.value {
    case .count(let count): Double(count)
    case .number(let number), .change(let number):
      fact.unit?.isPercent == true ? number / 100 : number
    case .share(let number), .growth(let number), .probability(let number), .pValue(let number, _):
      number
    case .points(let points): points * 100
    case .day, .flag, .interval, .withheld: nil
    }
  }

  @Test("the same report gives the same bytes", arguments: Language.allCases)
  func deterministic(language: Language) throws {
    for part in RenderedPages.parts(2023) {
      let renderer = XLSXRenderer(language: language)
      #expect(try renderer.render(part.document) == renderer.render(part.document))
    }
  }

  private static let measures = ReportDocument(
    id: "m", title: Label("Mått", "Measures"),
    blocks: [
      .table(
        ReportTable(
          id: "t", title: Label("Tabell", "Table"),
          columns: [
            .dimension(.year, Label("År", "Year")), ReportColumn("n", Label("Tal", "Number")),
            ReportColumn("i", Label("Intervall", "Interval"), shows: .interval, exports: []),
          ],
          rows: [
            ReportRow([
              .member("2023", Label(same: "2023")), .share(0.855, decimals: 1),
              .fact(
                Fact(
                  .share(0.855),
                  interval: FactInterval(
                    lower: 0.8, upper: 0.91, confidence: 0.95, method: "wilson"))),
            ]),
            ReportRow([
              .member("a", Label(same: "=a")), .fact(Fact(.withheld(.few))),
              .fact(Fact(.withheld(.few))),
            ]),
            ReportRow([
              .member("004", Label(same: "004")),
              .fact(Fact(.number(12.5), marks: [.qualified(Label("ca", "about"))])), .none,
            ]),
            ReportRow([.member("d", Label(same: "d")), .points(0.04), .none]),
            ReportRow([
              .member("e", Label(same: "e")), .day(.init(year: 2023, month: 8, day: 31)), .none,
            ]),
            ReportRow([
              .member("f", Label(same: "f")), .fact(Fact(.pValue(0.0001, level: 0.05))), .none,
            ]),
            ReportRow([.member("g", Label(same: "g")), .none, .none]),
            ReportRow([.member([.total()]), .count(1234), .none], totalOf: .year),
          ],
          notes: [Footnote(Label("Om talet.", "On the number."), on: .column("n"))]))
    ])

  @Test("types, formats and reasons of cells") func cells() throws {
    let archive = try Self.archive(Self.measures, .swedish)
    let sheet = try #require(SheetReader(archive, sheet: 2))
    let formats = SheetReader.formats(archive)
    func cell(_ name: String) -> [String] {
      guard let cell = sheet.cells[name] else { return [] }
      return [cell.type, cell.value] + (cell.type == "n" ? [formats[cell.style]] : [])
    }
    #expect(cell("A4") == ["s", "År"])
    #expect(cell("B4") == ["s", "Tal\u{202F}¹⁾"])
    #expect(cell("C4") == ["s", "Intervall, från"] && cell("D4") == ["s", "Intervall, till"])
    #expect(cell("A5") == ["n", "2023", "0"])
    #expect(cell("B5") == ["n", "0.855", "0.0%"])
    #expect(cell("C5") == ["n", "0.8", "0%"] && cell("D5") == ["n", "0.91", "0%"])
    #expect(cell("A6") == ["s", "=a"] && cell("B6") == ["s", "·· för få svar"])
    #expect(cell("A7") == ["s", "004"])
    #expect(cell("B7") == ["n", "12.5", ###""ca "#,##0.0"###])
    #expect(cell("B8") == ["n", "4", ###"+#,##0;-#,##0;"±"#,##0"###])
    #expect(cell("B9") == ["n", "45169", "yyyy-mm-dd"])
    #expect(cell("B10") == ["n", "0.0001", "\"<\u{A0}0,001\""])
    #expect(cell("B11") == ["s", "–"])
    #expect(cell("B12") == ["n", "1234", "#,##0"])
    #expect(cell("A14") == ["s", "\u{202F}¹⁾ Om talet."])
    #expect(sheet.markup.contains("<pane ySplit=\"4\""))
    // The total is bold, what is above it is not.
    let stylesheet = archive.text("xl/styles.xml") ?? ""
    let styles = ParsedMarkup(stylesheet)
    let isBold = stylesheet.split(separator: "<font>").dropFirst().map { $0.contains("<b/>") }
    let looks = styles.elements.filter { $0.name == "xf" && $0.path.last == "cellXfs" }
    let total = try #require(sheet.cells["B12"]?.style)
    let other = try #require(sheet.cells["B5"]?.style)
    func font(_ style: Int) -> Int { looks[style].attributes["fontId"].flatMap { Int($0) } ?? 0 }
    #expect(isBold[font(total)] && !isBold[font(other)])
    #expect(looks[total].attributes["borderId"] != looks[other].attributes["borderId"])
  }

  @Test("the contents lead to every table, and the sources come last", arguments: Language.allCases)
  func contents(language: Language) throws {
    let part = try #require(RenderedPages.parts(2023).first { $0.unit == "medarbetarcentrum" })
    let archive = try Self.archive(part.document, language)
    let names = SheetReader.names(archive)
    #expect(names.first == Label("Innehåll", "Contents")[language])
    #expect(names.last == Label("Källor", "Sources")[language])
    let contents = try #require(SheetReader(archive, sheet: 1))
    let tables = part.document.tables.filter { $0.audience != .dataFiles }
    let links = ParsedMarkup(contents.markup).named("hyperlink")
    #expect(links.count == tables.count)
    for link in links {
      let sheet = (link.attributes["location"] ?? "").dropFirst().dropLast("'!A1".count)
      #expect(names.contains(String(sheet)), "\(sheet)")
    }
    #expect(contents.cells["A1"]?.value == part.document.title[language])
    let texts = Set(contents.cells.values.map(\.value))
    for case .paragraph(let sentence) in part.document.blocks {
      #expect(texts.contains(sentence.text(language)))
    }
  }

  @Test("charts are native, say what they show, and take their figures from cells")
  func charts() throws {
    let part = try #require(RenderedPages.parts(2023).first { $0.unit == nil })
    let archive = try Self.archive(part.document, .swedish)
    let charts = part.document.blocks.count { if case .chart = $0 { true } else { false } }
    let paths = archive.paths.filter { $0.hasPrefix("xl/charts/chart") }
    #expect(charts > 0 && paths.count == charts)
    for path in paths {
      let markup = ParsedMarkup(archive.text(path) ?? "")
      #expect(!markup.named("c:barChart").isEmpty)
      let places = markup.named("c:f").map(\.text)
      #expect(!places.isEmpty && places.allSatisfy { $0.hasPrefix("Diagramdata!$") }, "\(places)")
      // What is drawn is kept with the chart, so that a viewer need not compute it.
      #expect(!markup.named("c:v").isEmpty)
    }
    let drawings = archive.paths.filter { $0.hasPrefix("xl/drawings/drawing") }
    for path in drawings {
      for chart in ParsedMarkup(archive.text(path) ?? "").named("xdr:cNvPr") {
        #expect(!(chart.attributes["descr"] ?? "").isEmpty)
      }
    }
  }

  @Test("what is meant to break out stays in its cell", arguments: Language.allCases)
  func hostile(language: Language) throws {
    let archive = try Self.archive(RenderedPages.hostile, language)
    for path in archive.paths where path.hasSuffix(".xml") || path.hasSuffix(".rels") {
      #expect(ParsedMarkup(archive.text(path) ?? "").problem == nil, "\(path)")
    }
  }
}

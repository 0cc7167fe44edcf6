import Labels
import Testing
import TextLayout
import Workspace

@testable import Reports

/// Reports on terminals of any width.
@Suite struct TextCardTests {
  private static let columns = [40, 60, 80, 100, 120]

  @Test(
    "no line of any report is wider than the terminal")
  func everyTable() {
    for document in EveryDocument.all {
      for language in Language.allCases {
        for width in Self.columns {
          let renderer = TextRenderer(
            language: language, style: TextStyle(width: width, isDrawn: true, hasColours: false))
          for line in renderer.render(document).split(separator: "\n") {
            #expect(TextWidth.of(line) <= width, "\(document.id) \(width): \(line)")
          }
        }
      }
    }
  }

  @Test("the width of a terminal is used from 40 to 200 columns")
  func widths() {
    #expect(
      [1, 40, 73, 200, 999].map { TextStyle.terminal(columns: $0).width } == [40, 40, 73, 200, 200])
  }

  /// Names, values and headings that each fit a line of 40 columns, so that they can be found again.
  private static func table(columns: Int) -> TextTable {
    TextTable(
      headers: (0..<columns).map { "Heading \($0)" },
      rows: (0..<7).map { row in (0..<columns).map { "value-\(row).\($0)x" } } + [
        ["Total"] + (1..<columns).map { "sum.\($0)x" }
      ], rightAligned: Array(repeating: false, count: columns))
  }

  @Test("a table fits or becomes cards, which hold every cell", arguments: columns)
  func cells(width: Int) {
    for columns in 1...14 {
      let table = Self.table(columns: columns)
      let lines = table.lines(width: width, mayBeCards: true).map(\.text)
      #expect(lines.allSatisfy { TextWidth.of($0) <= width }, "\(columns)")
      for row in table.rows {
        for (column, cell) in row.enumerated() {
          #expect(lines.contains { $0.contains(cell) }, "\(width) \(columns): \(cell)")
          let isCard = !lines[0].contains("Heading 0")
          let isNamed = lines.contains { $0.contains("Heading \(column): \(cell)") }
          #expect(!isCard || column == 0 || isNamed, "\(width) \(columns): \(cell)")
        }
      }
      #expect(
        (lines[0] == "value-0.0x") == (columns * 10 + (columns - 1) * 2 > width), "\(columns)")
    }
  }

  @Test(
    "a card: its name, its cells in as few lines as they fit, none for a cell that holds nothing")
  func card() {
    let table = TextTable(
      headers: ["Enhet", "Målvärde", "Anmärkning", "Tom", "Ingen", "", "År"],
      rows: [["Navet", "minst 20 uppgifter i varje klass och år", "ja", "", "–", "▁█", "2023"]],
      rightAligned: [false, true, false, false, false, false, false], nothing: "–")
    #expect(
      table.cards(width: 30).map(\.text) == [
        "Navet", "  Målvärde: minst 20", "    uppgifter i varje klass",
        "    och år · Anmärkning: ja",
        "  ▁█ · År: 2023",
      ])
    let dates = TextTable(
      headers: ["From", "To"], rows: [["2023-01", "2023-12"]], rightAligned: [false, false],
      isNamed: false)
    #expect(dates.cards(width: 30).map(\.text) == ["From: 2023-01", "  To: 2023-12"])
  }

  @Test("a figure is never cut: rows become cards first", arguments: columns)
  func figures(width: Int) {
    for columns in 1...12 {
      let table = TextTable(
        headers: Array(repeating: "Vattenförsörjningsplan", count: columns),
        rows: [Array(repeating: "2023-12-31", count: columns)],
        rightAligned: Array(repeating: false, count: columns), language: .swedish)
      let found = table.lines(width: width, mayBeCards: true).map(\.text).joined(separator: "\n")
        .ranges(of: "2023-12-31").count
      #expect(found == columns, "\(width) \(columns)")
    }
  }

  @Test("total rows and remarks stay where rows are cards", arguments: Language.allCases)
  func totals(language: Language) throws {
    for part in RenderedPages.parts(2023) {
      let text = TextRenderer(language: language, style: .terminal(columns: 40)).render(
        part.document)
      let words = Self.words(text)
      for table in part.document.tables where table.audience != .dataFiles {
        for note in table.notes {
          #expect(words.contains(Self.words(note.text.text(language))), "\(table.id)")
        }
        for row in table.rows where row.totalOf != nil {
          let name = FactWords(language).text(row.cells[0])
          #expect(words.contains(Self.words(name)), "\(table.id): \(name)")
        }
      }
    }
  }

  /// A text without what a layout changes: blanks, ends of lines and hyphens.
  private static func words(_ text: String) -> String {
    text.filter { !" \n\u{A0}-".contains($0) }
  }

  @Test("colours only add: without their signs the text is the same", arguments: columns)
  func colours(width: Int) throws {
    let page = DirectorReport.document(Datasets.workspace, year: 2023)
    let coloured = TextRenderer(language: .swedish, style: .terminal(columns: width)).render(page)
    let drawn = TextRenderer(
      language: .swedish, style: TextStyle(width: width, isDrawn: true, hasColours: false)
    ).render(page)
    #expect(coloured.contains("\u{1B}[32muppnått\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[31mej uppnått\u{1B}[0m") || width < 120)
    #expect(coloured.replacing(/\u{1B}\[[0-9]+m/, with: "") == drawn)
    #expect(!drawn.contains("\u{1B}"))
  }

  @Test("plain text draws nothing: what is no chart is all there is, in 100 columns")
  func plain() {
    let page = DirectorReport.document(Datasets.workspace, year: 2023)
    var bare = page
    bare.blocks.removeAll { if case .chart = $0 { true } else { false } }
    let text = TextRenderer(language: .swedish).render(page)
    #expect(text == TextRenderer(language: .swedish).render(bare))
    #expect(text != TextRenderer(language: .swedish, style: .terminal(columns: 100)).render(page))
  }
}

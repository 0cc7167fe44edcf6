import Labels
import Testing
import TextLayout

@testable import Reports

@Suite struct TextTableTests {
  @Test("columns line up on display width; numbers stand to the right")
  func aligns() {
    let table = TextTable(
      headers: ["Enhet", "Antal"], rows: [["Närvård", "7"], ["a\u{30A}", "12"]],
      rightAligned: [false, true])
    #expect(
      table.lines(width: 100).map(\.text) == [
        "Enhet    Antal", "───────  ─────", "Närvård      7", "a\u{30A}           12",
      ])
  }

  @Test("a table that is too wide wraps instead", arguments: [30, 40, 60, 100])
  func fits(width: Int) {
    let row = [
      "kompetensplattformsgruppen träffas", "≥ 6 möten per år", "inget utfall angivet", "–",
    ]
    let table = TextTable(
      headers: ["Mål", "Målvärde", "Utfall", "Uppf."], rows: [row, row],
      rightAligned: [false, false, false, true])
    #expect(table.lines(width: width).allSatisfy { $0.width <= width })
  }

  @Test("columns that say nothing are left out for readers and kept in data files")
  func emptyColumns() {
    let table = ReportTable(
      id: "t", title: Label("T", "T"),
      columns: [
        ReportColumn("name", Label("Namn", "Name")), ReportColumn("note", Label("Not", "Note")),
        .data("secret"),
      ], rows: [ReportRow([.code("a"), .none, .count(3)])])
    let document = ReportDocument(id: "d", title: Label("D", "D"), blocks: [.table(table)])
    let text = TextRenderer(language: .swedish).render(document)
    #expect(!text.contains("Not") && !text.contains("3"))
    let csv = CSVRenderer(language: .swedish).render(table)
    #expect(csv == "name,note,secret,documents,file,line\na,,3,,,\n")
  }

  @Test("a label of a file cannot steer the terminal")
  func controls() {
    let document = ReportDocument(
      id: "d", title: Label("D", "D"),
      blocks: [.paragraph(Label(same: "a\u{1B}[31m\u{7}b\u{9B}1m \u{202E}c\u{7F}"))])
    let text = TextRenderer(language: .swedish).render(document)
    #expect(text.hasSuffix("\na\u{241B}[31m\u{2407}b\u{FFFD}1m \u{FFFD}c\u{2421}\n"))
  }
}

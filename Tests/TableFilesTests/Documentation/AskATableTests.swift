import TableFiles
import TableFixtures
import Tables
import Testing

/// The article "Ask a table your first question": its code stands here, and gives what it says.
@Suite("Asking a table") struct AskATableTests {
  @Test("all code of the article stands in this file")
  func holdsTheArticle() throws {
    let article = try ArticleCode("Sources/Tables/Tables.docc/AskATable.md", for: #filePath)
    #expect(article.blocks.count == 4)
    #expect(try article.missing(from: #filePath) == [])
  }

  @Test("the article's answers are those of its code")
  func answers() throws {
    let bytes = Array(
      """
      ärende;inkom;timmar
      2024-1;4 mars 2024;1,5
      2024-2;5 mars 2024;
      2024-3;5 mars 2024;12,25

      """.utf8)

    let file = CSVReader.read(bytes: bytes, named: "cases.csv")
    let table = file.table
    let types = table.schema.fields.map { "\($0.name): \($0.type)" }
    #expect(types == ["ärende: text", "inkom: date", "timmar: real"])
    #expect(file.diagnostics.isEmpty)

    var hours = 0.0
    var unfinished: [Int] = []
    for row in table.rows {
      if let spent = row.number("timmar") {
        hours += spent
      } else if let line = row.line {
        unfinished.append(line)
      }
    }
    #expect(hours == 13.75)
    #expect(unfinished == [3])

    var months = ColumnBuilder(.text)
    for label in ["2024M01", "2024M02", "2024M03"] { months.append(.text(label)) }
    let made = Table(
      name: "months", schema: Schema([Field("month", .text)]), columns: [months.column])
    #expect(made.rowCount == 3)

    let periods = try PeriodColumn(made.rows.compactMap { $0.text("month") })
    let first = periods.periods.first.flatMap { $0?.firstDay }
    #expect(periods.length == .month)
    #expect(first == CalendarDate(iso: "2024-01-01"))
  }
}

import Foundation
import Query
import TableFixtures
import Tables
import Testing

/// The article "Ask your first question": its code stands here, and gives what it says.
@Suite("The first question") struct FirstQuestionTests {
  private static let file = """
    municipality,day,visits
    Borås,2024-03-01,31
    Mark,2024-03-01,12
    Borås,2024-03-02,9
    Ulricehamn,2024-03-02,

    """

  @Test("all code of the article stands in this file")
  func holdsTheArticle() throws {
    let article = try ArticleCode(
      "Sources/Query/Query.docc/AskYourFirstQuestion.md", for: #filePath)
    #expect(article.blocks.count == 6)
    #expect(try article.missing(from: #filePath) == [])
  }

  @Test("the article's answers are those of its code")
  func answers() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try Self.file.write(to: url.appending(path: "visits.csv"), atomically: true, encoding: .utf8)
    let folder = url.path()

    let database = Database(folder: folder)
    let result = try database.query(
      """
      SELECT municipality, sum(visits) AS visits, count(*) AS days
      FROM visits GROUP BY municipality ORDER BY visits DESC NULLS LAST
      """)
    #expect(result.columns.map(\.type) == [.text, .numeric, .integer])

    var lines: [String] = []
    for row in result.rows {
      let municipality = try row["municipality", as: String.self]
      let visits = try row["visits", as: Int?.self]
      lines.append("\(municipality): \(visits.map { "\($0)" } ?? "not counted")")
    }
    #expect(lines == ["Borås: 40", "Mark: 12", "Ulricehamn: not counted"])

    struct Municipality: Decodable {
      var municipality: String
      var visits: Int?
      var days: Int
    }
    let municipalities = try result.decoded(as: Municipality.self)
    #expect(municipalities.map(\.days) == [2, 1, 1])
    #expect(municipalities.map(\.visits) == [40, 12, nil])

    var message = ""
    let misspelt = "SELECT municipalty FROM visits"
    do {
      _ = try database.query(misspelt)
    } catch let error as QueryError {
      message = error.formatted(in: misspelt)
    }
    #expect(message.hasSuffix("hint: did you mean 'municipality'?"))
    let article = try ArticleCode(
      "Sources/Query/Query.docc/AskYourFirstQuestion.md", for: #filePath)
    #expect(article.text.contains("\n" + message + "\n"))

    let kept = try database.keeping("SELECT * FROM visits", as: "visits")
    let busiest = try kept.query("SELECT day FROM visits ORDER BY visits DESC NULLS LAST LIMIT 1")
    #expect(try busiest.rows[0]["day", as: CalendarDate.self].description == "2024-03-01")

    var total = 0
    var options = QueryOptions()
    options.threads = 2
    options.memory = 500 << 20
    try database.forEach("SELECT visits FROM visits", options) { rows in
      for row in rows { total += try row[0, as: Int?.self] ?? 0 }
    }
    #expect(total == 52)
  }
}

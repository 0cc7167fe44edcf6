import Foundation
import HTTPTypes
import Tables
import Testing

@testable import WebService

@Suite("Questions in SQL")
struct QueryPageTests {
  static func ask(_ browser: Browser, _ sql: String, step: String = "run") async throws
    -> Browser.Answer
  {
    let token = try #require(try await browser.get("/query").token)
    let place = try #require(
      try await browser.post("/query", [("token", token), ("sql", sql), ("step", step)]).place)
    for _ in 0..<200 {
      let answer = try await browser.get(place)
      if !answer.text.contains("Frågan körs") { return answer }
      try await Task.sleep(for: .milliseconds(50))
    }
    return try await browser.get(place)
  }

  @Test("an answer with its rows, sorted and page by page")
  func answer() async throws {
    try await WebFixture().run { browser in
      _ = try await browser.logIn("anna")
      let page = try await Self.ask(
        browser, "SELECT i AS n, 'å' || i AS t FROM generate_series(1, 250) AS s(i)")
      #expect(page.text.contains("250 rader"))
      #expect(
        page.text.contains("<td class=\"num\">100</td>")
          && !page.text.contains("<td class=\"num\">101</td>"))
      let place = try #require(
        page.text.firstMatch(of: /href="(\/query\/runs\/[0-9a-f]+)\?page=2"/)
      ).1
      #expect(try await browser.get("\(place)?page=3").text.contains("<td class=\"num\">250</td>"))
      let sorted = try await browser.get("\(place)?by=0&order=down").text
      let (first, last) = (sorted.firstRange(of: ">250<"), sorted.firstRange(of: ">249<"))
      let (up, down) = (try #require(first), try #require(last))
      #expect(up.lowerBound < down.lowerBound)
      #expect(try await browser.get("\(place)/files/result.csv").text.hasPrefix("n,t\n1,å1\n"))
      #expect(try await browser.get("\(place)/files/result.exe").status == 404)
      // A result is its owner's.
      let other = browser.another()
      _ = try await other.logIn("ada")
      #expect(try await other.get(String(place)).status == 403)
    }
  }

  /// Texts as Svenska Akademiens ordlista has them: é is an e, and ä and ö stand behind z.
  @Test(
    "a column is sorted as its values are, and what is missing stands last",
    arguments: [
      ("('ö'), ('Ä'), (NULL), ('é'), ('f'), ('a')", "a é f Ä ö NULL", "ö Ä f é a NULL"),
      ("(2), (NULL), (10), (-1)", "-1 2 10 NULL", "10 2 -1 NULL"),
    ])
  func order(values: String, up: String, down: String) async throws {
    let fixture = try WebFixture()
    defer { try? FileManager.default.removeItem(atPath: fixture.folder) }
    let catalogue = try await fixture.service.site.current().catalogue()
    let run = QueryRun("SELECT v FROM (VALUES \(values)) AS t (v)", account: "anna")
    run.run(in: catalogue, seesAnswers: false, isRecorded: false)
    guard case .done(let table, _) = run.phase else {
      Issue.record("there is no result of \(values)")
      return
    }
    for (isDescending, expected) in [(false, up), (true, down)] {
      let rows = run.page(of: table, from: 0, count: 10, by: 0, isDescending: isDescending)
      #expect(
        rows.map { $0.first?.written ?? "NULL" }.joined(separator: " ") == expected)
    }
  }

  @Test("an error stands at its place, and says the way out")
  func fault() async throws {
    try await WebFixture().run { browser in
      _ = try await browser.logIn("anna")
      let page = try await Self.ask(browser, "SELECT unit,\n  labl_sv FROM targets")
      #expect(page.text.contains("rad 2, tecken 3"))
      #expect(page.text.contains("label_sv"))
      #expect(page.text.contains("SELECT unit"))
    }
  }

  @Test(
    "no file outside of the workspace is read, and no rows of persons",
    arguments: [
      "SELECT * FROM \"/etc/passwd\"", "SELECT * FROM \"../*.csv\"", "SELECT * FROM \"./x.csv\"",
      "SELECT * FROM \"-\"", "SUMMARIZE \"/etc/passwd\"", "SELECT * FROM responses",
      "SELECT * FROM \"medarbetarcentrum/survey/responses\"", "SUMMARIZE responses",
      "WITH r AS (SELECT * FROM responses) SELECT * FROM r", "SELECT * FROM cases",
      "SELECT (SELECT max(respondent) FROM responses)", "DESCRIBE \"/etc/passwd\"",
      "EXPLAIN ANALYZE SELECT * FROM \"/etc/passwd\"",
      // Beside a table of persons, which is published, files are not opened either.
      "SELECT roo FROM responses, \"/etc/passwd\"",
      "SELECT count(*) FROM responses, read_csv('/etc/passwd', header := true) AS p GROUP BY root",
      "SELECT count(*), (SELECT max(roo) FROM \"/etc/passwd\") FROM responses",
    ])
  func confined(sql: String) async throws {
    try await WebFixture().run { browser in
      _ = try await browser.logIn("anna")
      let page = try await Self.ask(browser, sql)
      #expect(page.text.contains("Frågan gav inget svar"), "\(sql)")
      #expect(!page.text.contains("root:") && !page.text.contains("nologin"))
    }
  }

  @Test("files in folders below a survey's are rows of persons too")
  func below() async throws {
    let fixture = try WebFixture()
    try FileManager.default.createDirectory(
      atPath: "\(fixture.folder)/medarbetarcentrum/survey/raw", withIntermediateDirectories: true)
    try fixture.write(
      "respondent,answer\np1,hemligt\n", to: "medarbetarcentrum/survey/raw/svar.csv")
    try await fixture.run { browser in
      _ = try await browser.logIn("anna")
      for name in ["svar", "medarbetarcentrum/survey/raw/svar"] {
        let page = try await Self.ask(browser, "SELECT * FROM \"\(name)\"")
        #expect(page.text.contains("Frågan gav inget svar") && !page.text.contains("hemligt"))
      }
    }
  }

  @Test("what is counted of persons is published, and put on record")
  func published() async throws {
    let fixture = try WebFixture()
    try await fixture.run { browser in
      _ = try await browser.logIn("anna")
      let page = try await Self.ask(
        browser,
        "SELECT unit, survey, wave, question, count(*) AS n FROM responses GROUP BY 1, 2, 3, 4")
      #expect(page.text.contains("narvardskontoret"))
      #expect(FileManager.default.fileExists(atPath: "\(fixture.folder)/published.json"))
    }
    let demonstration = try WebFixture(isReadOnly: true)
    try await demonstration.run { browser in
      _ = try await browser.logIn("anna")
      _ = try await Self.ask(
        browser,
        "SELECT unit, survey, wave, question, count(*) AS n FROM responses GROUP BY 1, 2, 3, 4")
      #expect(!FileManager.default.fileExists(atPath: "\(demonstration.folder)/published.json"))
    }
  }

  @Test("a series has a chart, and a plan can be seen")
  func chart() async throws {
    try await WebFixture().run { browser in
      _ = try await browser.logIn("anna")
      let page = try await Self.ask(
        browser, "SELECT year, count(*) AS goals FROM targets GROUP BY year ORDER BY year")
      #expect(page.text.contains("<figure") && page.text.contains("<svg"))
      let plan = try await Self.ask(browser, "SELECT count(*) FROM targets", step: "plan")
      #expect(!plan.text.contains("Frågan gav inget svar"))
      #expect(try await browser.get("/query/words.json").text.contains("\"targets\""))
      // What was asked is there to be asked again.
      #expect(try await browser.get("/query").text.contains("SELECT count(*) FROM targets"))
    }
  }

  @Test("a query that takes long can be stopped")
  func stop() async throws {
    try await WebFixture().run { browser in
      _ = try await browser.logIn("anna")
      let token = try #require(try await browser.get("/query").token)
      let sql = """
        SELECT count(*) FROM generate_series(1, 100000) AS a(i), generate_series(1, 100000) AS b(j)
        WHERE i * j % 7 = 3
        """
      let place = try #require(
        try await browser.post("/query", [("token", token), ("sql", sql)]).place)
      let running = try await browser.get(place)
      #expect(running.text.contains("Frågan körs"))
      let refresh = try #require(HTTPField.Name("Refresh"))
      #expect(running.headers[refresh] == "1")
      #expect(try await browser.post("\(place)/cancel", [("token", token)]).place == place)
      var text = ""
      for _ in 0..<100 {
        text = try await browser.get(place).text
        if text.contains("Frågan avbröts") { break }
        try await Task.sleep(for: .milliseconds(50))
      }
      #expect(text.contains("Frågan avbröts"))
    }
  }

  @Test("a result that would take all memory is refused, and old ones go when there is no room")
  func memory() async throws {
    try await WebFixture().run { browser in
      _ = try await browser.logIn("anna")
      let page = try await Self.ask(
        browser, "SELECT 1, 2, 3, 4 FROM generate_series(1, 3000000) AS s(i)")
      #expect(page.text.contains("the result has more than 2000000 rows"))
    }
    let runs = QueryRuns()
    let fixture = try WebFixture()
    let catalogue = try await fixture.service.site.current().catalogue()
    let ids = (0..<3).map { number -> String in
      let run = QueryRun(
        "SELECT i, i, i, i FROM generate_series(1, 1500000) AS s(i)", account: "anna\(number)")
      let id = runs.begin(run)
      run.run(in: catalogue, seesAnswers: false, isRecorded: false)
      runs.makeRoom()
      return id
    }
    try FileManager.default.removeItem(atPath: fixture.folder)
    // Three of six million cells each: two have room.
    #expect(runs.find(ids[0], account: "anna0") == nil)
    #expect(runs.find(ids[1], account: "anna1") != nil)
    #expect(runs.find(ids[2], account: "anna2") != nil)
  }
}

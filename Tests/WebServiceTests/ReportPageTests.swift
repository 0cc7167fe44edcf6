import HTTPTypes
import Testing

@testable import WebService

@Suite("Pages of reports")
struct ReportPageTests {
  @Test("the first page of a year in the language of the reader, with what is chosen")
  func director() async throws {
    try await WebFixture().run { browser in
      _ = try await browser.logIn("rut")
      let swedish = try await browser.get("/years/2023")
      #expect(swedish.status == 200)
      #expect(swedish.text.contains("<html lang=\"sv\">"))
      #expect(swedish.text.contains("Kräver åtgärd"))
      browser.language = "en-GB,sv;q=0.4"
      #expect(try await browser.get("/years/2023").text.contains("Needs action"))
      // A choice holds whatever the browser says.
      #expect(try await browser.get("/language/sv?next=/years/2023").place == "/years/2023")
      #expect(try await browser.get("/years/2023").text.contains("Kräver åtgärd"))
      #expect(
        try await browser.get("/choose?year=2012&unit=navet&verdict=").place
          == "/years/2012?unit=navet")
      let navet = try await browser.get("/years/2012?unit=navet&verdict=not_met").text
      #expect(navet.contains("mål av det valda slaget"))
      #expect(navet.contains("chip v-not-met"))
      #expect(!navet.contains("chip v-met"))
    }
  }

  @Test("no page has a style or script in it, and those that it names are there")
  func assets() async throws {
    try await WebFixture().run { browser in
      _ = try await browser.logIn("rut")
      let text = try await browser.get("/years/2012").text
      #expect(!text.contains("<style") && !text.contains(" style="))
      #expect(!text.contains("onclick="))
      for match in text.matches(of: /(?:href|src)="(\/assets\/[^"]+)"/) {
        let asset = try await browser.get(String(match.1))
        #expect(asset.status == 200)
        #expect(asset.headers[.cacheControl] == "public, max-age=31536000, immutable")
      }
      #expect(text.matches(of: /\/assets\//).count == 2)
    }
  }

  @Test("from a figure to what it rests on: goal, document, line, file")
  func evidence() async throws {
    try await WebFixture().run { browser in
      _ = try await browser.logIn("rut")
      let page = try await browser.get("/years/2012").text
      #expect(page.contains("href=\"/years/2012/goals/navet-2012-temabesok-elever\""))
      #expect(page.contains("href=\"/years/2012/units/navet\""))
      let goal = try await browser.get("/years/2012/goals/navet-2012-temabesok-elever")
      #expect(goal.status == 200)
      // navet/targets.csv: document 000, line 618, the first row of the file.
      #expect(goal.text.contains("Årsredovisning 2012, rad\u{A0}618"))
      #expect(goal.text.contains("navet/targets.csv:2"))
      #expect(goal.text.contains("href=\"/years/2012/units/navet\""))
      #expect(try await browser.get("/years/2023/goals/navet-2012-temabesok-elever").status == 404)
    }
  }

  @Test(
    "a report can be had as files",
    arguments: [
      ("/years/2012/files/goals-2012.xlsx", "PK"), ("/years/2012/files/goals-2012.csv", "\u{FEFF}"),
      ("/years/2012/units/navet/files/navet-2012.xlsx", "PK"),
      ("/years/2012/units/navet/files/navet-2012.csv", "\u{FEFF}"),
    ])
  func files(path: String, beginning: String) async throws {
    try await WebFixture().run { browser in
      _ = try await browser.logIn("rut")
      let answer = try await browser.get(path)
      #expect(answer.status == 200)
      #expect(answer.text.unicodeScalars.starts(with: beginning.unicodeScalars))
      #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment") ?? false)
    }
  }

  @Test("pages of a unit and its parts", arguments: ["", "/plans", "/surveys", "/cases"])
  func unit(part: String) async throws {
    try await WebFixture().run { browser in
      _ = try await browser.logIn("rut")
      let unit =
        part == "/surveys" ? "medarbetarcentrum" : part == "/cases" ? "dataskyddsombud" : "kansli"
      let answer = try await browser.get("/years/2023/units/\(unit)\(part)")
      #expect(answer.status == 200)
    }
  }

  @Test("the page of a reader holds nothing of another reader's")
  func own() async throws {
    try await WebFixture().run { browser in
      let other = browser.another()
      _ = try await browser.logIn("rut")
      _ = try await other.logIn("anna")
      let (first, second) = (
        try await browser.get("/years/2012"), try await other.get("/years/2012")
      )
      #expect(first.text.contains("rut (läsare)") && !first.text.contains("anna (analytiker)"))
      #expect(second.text.contains("anna (analytiker)") && !second.text.contains("rut (läsare)"))
      #expect(first.token != second.token)
    }
  }
}

import HTTPTypes
import Hummingbird
import Testing

@testable import WebService

@Suite("Routes")
struct RouteTests {
  /// Who may use which route, written down a second time: r reader, u head of the unit navet, a analyst, d
  /// administrator; o is everybody.
  static let allowed: [String: String] = [
    "GET /": "ruad", "GET /login": "o", "POST /login": "o", "POST /logout": "ruad",
    "GET /language/:language": "o", "GET /assets/:file": "o", "GET /accessibility": "o",
    "GET /choose": "ruad", "GET /years/:year": "ruad", "GET /years/:year/files/:file": "ruad",
    "GET /years/:year/units/:unit": "ruad", "GET /years/:year/units/:unit/:part": "ruad",
    "GET /years/:year/units/:unit/files/:file": "ruad", "GET /years/:year/goals/:goal": "ruad",
    "GET /units/:unit": "ruad", "GET /units/:unit/edit/:table/:row": "u",
    "POST /units/:unit/edit/:table/:row": "u", "GET /units/:unit/import": "u",
    "POST /units/:unit/import": "u", "GET /units/:unit/import/file/:import": "u",
    "POST /units/:unit/import/file/:import": "u", "GET /units/:unit/import/done/:folder": "u",
    "POST /units/:unit/import/undo": "u", "GET /query": "a", "POST /query": "a",
    "GET /query/words.json": "a", "GET /query/runs/:run": "a",
    "POST /query/runs/:run/cancel": "a", "GET /query/runs/:run/files/:file": "a",
    "GET /administration": "d", "POST /administration/accounts": "d",
    "POST /administration/accounts/remove": "d", "GET /administration/log": "d",
    "GET /administration/ledger": "d",
  ]

  private static let people: [(letter: Character, name: String?)] = [
    ("-", nil), ("r", "rut"), ("u", "ulla"), ("a", "anna"), ("d", "ada"),
  ]

  /// An address that a pattern means.
  private static func address(_ path: String, unit: String = "navet") -> String {
    path.replacing(":year", with: "2012").replacing(":unit", with: unit)
      .replacing(":goal", with: "navet-2012-temabesok-elever")
      .replacing(":language", with: "sv").replacing(":part", with: "plans")
      .replacing(":file", with: "none").replacing(":table", with: "targets")
      .replacing(":row", with: "navet-2012-temabesok-elever").replacing(":import", with: "none")
      .replacing(":folder", with: "none").replacing(":run", with: "none")
  }

  @Test("every route is in the table of who may use it, and nothing else is")
  func complete() {
    let routes = Routes.all.map { "\($0.method) \($0.path)" }
    #expect(Set(routes) == Set(Self.allowed.keys))
    #expect(routes.count == Set(routes).count)
  }

  @Test("every route lets in those who may use it, and nobody else", arguments: people.indices)
  func permissions(place: Int) async throws {
    let (letter, name) = Self.people[place]
    try await WebFixture().run { browser in
      if let name { #expect((try await browser.logIn(name)).status == 303) }
      var session = browser.cookies
      for route in Routes.all {
        browser.cookies = session
        let key = "\(route.method) \(route.path)"
        let allowed = try #require(Self.allowed[key])
        let isAllowed = allowed == "o" || allowed.contains(letter)
        let path = Self.address(route.path)
        let answer: Browser.Answer
        if route.method == .post {
          let place = name == nil ? "/login" : "/accessibility"
          let token = try #require(try await browser.get(place).token)
          answer = try await browser.post(path, [("token", token)])
        } else {
          answer = try await browser.get(path)
        }
        if isAllowed {
          // A log-in without a name is refused as a log-in.
          #expect(answer.status != 403 || key == "POST /login", "\(key)")
          #expect(!(answer.place?.hasPrefix("/login?") ?? false), "\(key)")
        } else if name == nil, route.method == .get {
          #expect(answer.place?.hasPrefix("/login?next=") ?? false, "\(key)")
        } else {
          #expect(answer.status == 403, "\(key)")
        }
        // The session of the others ends with it.
        if key == "POST /logout", let name {
          browser.cookies = [:]
          #expect((try await browser.logIn(name)).status == 303)
          session = browser.cookies
        }
      }
    }
  }

  @Test("a head of a unit has no say in another", arguments: Routes.all.indices)
  func otherUnits(place: Int) async throws {
    let route = Routes.all[place]
    guard route.permission == .changeUnit else { return }
    try await WebFixture().run { browser in
      _ = try await browser.logIn("ulla")
      let path = Self.address(route.path, unit: "westum")
      let answer =
        route.method == .post
        ? try await browser.post(path, [("token", try await browser.token())])
        : try await browser.get(path)
      #expect(answer.status == 403, "\(route.path)")
    }
  }

  @Test("who sends a form when her session is over is told so, and not that she may not")
  func loggedOut() async throws {
    try await WebFixture().run { browser in
      let answer = try await browser.post("/logout", [("token", "0")])
      #expect(answer.status == 403 && answer.text.contains("Du är inte inloggad längre"))
    }
  }

  @Test("what takes too long is given up, and what does not is not")
  func slow() async throws {
    await #expect(throws: WebProblem.self) {
      try await WebService.within(.milliseconds(20)) { try await Task.sleep(for: .seconds(600)) }
    }
    #expect(try await WebService.within(.seconds(600)) { 1 } == 1)
  }

  @Test("every answer carries the policy: pages, redirects, errors")
  func policy() async throws {
    try await WebFixture().run { browser in
      for path in ["/login", "/years/2012", "/nowhere", "/assets/none", "/years/%FF"] {
        let headers = try await browser.get(path).headers
        let policy = try #require(headers[.contentSecurityPolicy])
        for rule in [
          "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'",
          "form-action 'self'", "base-uri 'none'",
        ] { #expect(policy.contains(rule)) }
        #expect(!policy.contains("unsafe"))
        #expect(headers[.xContentTypeOptions] == "nosniff")
        let referrer = try #require(HTTPField.Name("Referrer-Policy"))
        #expect(headers[referrer] == "no-referrer")
        #expect(headers[.cacheControl] == "no-store")
      }
    }
  }

  @Test(
    "addresses that lead nowhere",
    arguments: [
      "/nowhere", "/years/1", "/years/x", "/years/2012/units/none",
      "/years/2012/units/..%2F..%2Fetc", "/years/2012/goals/none",
      "/years/2012/files/goals-2012.exe",
      "/years/2012/files/..%2Fnyckeltal.yaml", "/assets/..%2F..%2Fnyckeltal.yaml",
      "/years/2012/units/navet/files/navet-2012.csv%00", "/years/2012/units/navet/none",
    ])
  func missing(path: String) async throws {
    try await WebFixture().run { browser in
      _ = try await browser.logIn("rut")
      let answer = try await browser.get(path)
      #expect(answer.status == 404)
      #expect(answer.text.contains("Sidan finns inte"))
    }
  }

  @Test("a form that is too large, or of another type, is refused")
  func bodies() async throws {
    try await WebFixture().run { browser in
      let token = try #require(try await browser.get("/login").token)
      let large = String(repeating: "x", count: 300 << 10)
      #expect(try await browser.post("/login", [("token", token), ("name", large)]).status == 413)
      let json = try await browser.post("/login", [("token", token)], [.contentType: "text/plain"])
      #expect(json.status == 400)
    }
  }
}

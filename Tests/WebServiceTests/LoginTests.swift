import Foundation
import HTTPTypes
internal import Imports
import Testing

@testable import WebService

@Suite("Logging in")
struct LoginTests {
  @Test("the first page leads to the log-in page, and from there back")
  func wayIn() async throws {
    try await WebFixture().run { browser in
      let first = try await browser.get("/years/2012?unit=navet")
      #expect(first.status == 303)
      #expect(first.place == "/login?next=%2Fyears%2F2012%3Funit%3Dnavet")
      let page = try await browser.get("/login?next=%2Fyears%2F2012%3Funit%3Dnavet")
      #expect(page.status == 200)
      #expect(page.text.contains("value=\"/years/2012?unit=navet\""))
      let answer = try await browser.post(
        "/login",
        [
          ("token", try #require(page.token)), ("name", "rut"), ("password", WebFixture.password),
          ("next", "/years/2012?unit=navet"),
        ])
      #expect(answer.status == 303)
      #expect(answer.place == "/years/2012?unit=navet")
      #expect(try await browser.get("/years/2012").status == 200)
    }
  }

  @Test("a wrong password and an unknown name get the same answer")
  func wrong() async throws {
    try await WebFixture().run { browser in
      let wrong = try await browser.logIn("rut", "fel")
      let unknown = try await browser.logIn("nobody", "fel")
      #expect(wrong.status == 403 && unknown.status == 403)
      #expect(wrong.text.contains("Användarnamnet eller lösenordet stämmer inte."))
      #expect(unknown.text.contains("Användarnamnet eller lösenordet stämmer inte."))
      #expect(try await browser.get("/years/2012").status == 303)
    }
  }

  @Test("after five wrong passwords the right one does not help for a while")
  func limit() async throws {
    try await WebFixture().run { browser in
      var answers: [Int] = []
      for _ in 0..<5 { answers.append(try await browser.logIn("rut", "fel").status) }
      answers.append(try await browser.logIn("rut").status)
      // Others are not locked out with her.
      answers.append(try await browser.logIn("anna").status)
      #expect(answers == [403, 403, 403, 403, 403, 429, 303])
    }
  }

  @Test("the limit ends when its time has passed")
  func limitEnds() {
    let clock = TestClock()
    let limit = LoginLimit { clock.now }
    // What has begun counts, whether or not it has failed yet.
    for _ in 0..<LoginLimit.perName { #expect(limit.begin(name: "rut", address: "a")) }
    #expect(!limit.begin(name: "rut", address: "b"))
    clock.advance(by: LoginLimit.pause)
    #expect(limit.begin(name: "rut", address: "b"))
    for _ in 0..<LoginLimit.perAddress { limit.hasFailed(address: "a") }
    #expect(!limit.begin(name: "new", address: "a"))
    #expect(limit.begin(name: "new", address: "b"))
  }

  @Test("now and then a wrong password from a large office locks nobody out")
  func office() {
    let clock = TestClock()
    let limit = LoginLimit { clock.now }
    for _ in 0..<5 * LoginLimit.perAddress {
      #expect(limit.begin(name: "rut", address: "a"))
      limit.hasFailed(address: "a")
      limit.hasSucceeded(name: "rut")
      clock.advance(by: .seconds(60))
    }
  }

  @Test("what was not looked at does not count, and a right password lets the name begin anew")
  func notBegun() {
    let limit = LoginLimit()
    for _ in 0..<3 * LoginLimit.perName {
      #expect(limit.begin(name: "rut", address: "a"))
      limit.hasNotBegun(name: "rut")
    }
    for _ in 0..<LoginLimit.perName { #expect(limit.begin(name: "rut", address: "a")) }
    limit.hasSucceeded(name: "rut")
    #expect(limit.begin(name: "rut", address: "a"))
  }

  @Test(
    "what counts as one address: IPv4 whole, IPv6 by its network of 64 bits (RFC 4291, section 2.5.4)",
    arguments: [
      ("192.0.2.1", "192.0.2.2", false), ("2001:db8::1", "2001:db8::ffff:1", true),
      ("2001:db8:0:1::1", "2001:db8:0:2::1", false), ("2001:DB8::1:2:3:4", "2001:0db8::", true),
      ("2001:db8:0:1:2:3:4:5", "2001:db8:0:1::", true), ("::1", "fe80::1", false),
      ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false), ("::ffff:192.0.2.1", "192.0.2.1", true),
    ])
  func addresses(one: String, other: String, areOne: Bool) {
    func counted(_ text: String) -> String { RemoteAddress.counted(RemoteAddress.plain(text)) }
    #expect((counted(one) == counted(other)) == areOne)
  }

  @Test("a log-in gets another cookie than the page before it had: no fixation")
  func fixation() async throws {
    try await WebFixture().run { browser in
      try await browser.get("/login")
      let before = try #require(browser.cookies["nyckeltal"])
      #expect((try await browser.logIn("rut")).status == 303)
      let after = try #require(browser.cookies["nyckeltal"])
      #expect(before != after)
      let thief = browser.another()
      thief.cookies["nyckeltal"] = before
      #expect(try await thief.get("/years/2012").status == 303)
    }
  }

  @Test("the cookie is for this server alone, and not for scripts")
  func cookie() async throws {
    try await WebFixture().run { browser in
      let line = try #require(try await browser.get("/login").headers[.setCookie])
      for word in ["HttpOnly", "SameSite=Lax", "Path=/"] { #expect(line.contains(word)) }
      #expect(line.hasPrefix("nyckeltal="))
      #expect(!line.contains("Secure"))
    }
    var options = WebOptions()
    options.isSecure = true
    try await WebFixture(options: options).run { browser in
      let answer = try await browser.get("/login")
      let line = try #require(answer.headers[.setCookie])
      #expect(line.contains("Secure"))
      // What browsers ask of a name that begins so: Secure, a path of "/", no domain.
      #expect(line.hasPrefix("__Host-nyckeltal=") && !line.contains("Domain"))
      #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000")
    }
  }

  @Test("who logs out is out, also with the old cookie")
  func logOut() async throws {
    try await WebFixture().run { browser in
      _ = try await browser.logIn("rut")
      let session = try #require(browser.cookies["nyckeltal"])
      let token = try await browser.token()
      #expect(try await browser.post("/logout", [("token", token)]).place == "/login")
      #expect(browser.cookies["nyckeltal"] == nil)
      browser.cookies["nyckeltal"] = session
      #expect(try await browser.get("/years/2012").status == 303)
    }
  }

  @Test("a session ends after an hour without a request, and after ten hours with them")
  func expiry() throws {
    let rut = Account(
      name: "rut", role: .reader, password: try #require(PasswordHash("lösenord ett", cost: 16)))
    let clock = TestClock()
    let sessions = SessionStore { clock.now }
    let idle = sessions.begin(for: rut)
    #expect(sessions.account(of: idle) == rut)
    clock.advance(by: SessionStore.idleTime)
    #expect(sessions.account(of: idle) == nil)
    let used = sessions.begin(for: rut)
    for _ in 0..<19 {
      clock.advance(by: .seconds(30 * 60))
      #expect(sessions.account(of: used) == rut)
    }
    clock.advance(by: .seconds(30 * 60))
    #expect(sessions.account(of: used) == nil)
  }

  @Test("a form without the token of its visitor changes nothing")
  func token() async throws {
    try await WebFixture().run { browser in
      let other = browser.another()
      let foreign = try #require(try await other.get("/login").token)
      try await browser.get("/login")
      for token in ["", "0", foreign] {
        let answer = try await browser.post(
          "/login", [("token", token), ("name", "rut"), ("password", WebFixture.password)])
        #expect(answer.status == 403)
        #expect(answer.text.contains("Formuläret har gått ut"))
      }
      #expect(try await browser.get("/years/2012").status == 303)
    }
  }

  @Test(
    "a form that another site sends is refused whatever it holds, and our own is not",
    arguments: [
      ("Origin", "https://elsewhere.example", 403), ("Sec-Fetch-Site", "cross-site", 403),
      ("Sec-Fetch-Site", "same-site", 403), ("Sec-Fetch-Site", "same-origin", 303),
      // A browser that sends no referrer sends no origin either.
      ("Origin", "null", 303),
    ])
  func origin(name: String, value: String, status: Int) async throws {
    try await WebFixture().run { browser in
      let token = try #require(try await browser.get("/login").token)
      let header = try #require(HTTPField.Name(name))
      let answer = try await browser.post(
        "/login", [("token", token), ("name", "rut"), ("password", WebFixture.password)],
        [header: value])
      #expect(answer.status == status)
    }
  }

  @Test(
    "nobody is sent to another server",
    arguments: [
      "https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example",
      "javascript:alert(1)", "/a\r\nSet-Cookie: x=1",
    ])
  func openRedirect(next: String) async throws {
    try await WebFixture().run { browser in
      let token = try #require(try await browser.get("/login").token)
      let answer = try await browser.post(
        "/login",
        [
          ("token", token), ("name", "rut"), ("password", WebFixture.password), ("next", next),
        ])
      #expect(answer.place == "/")
    }
  }

  @Test("the accounts of a demonstration stand on the log-in page, and only there")
  func demonstration() async throws {
    try await WebFixture().run { browser in
      let text = try await browser.get("/login").text
      #expect(!text.contains(WebFixture.password))
    }
    var options = WebOptions()
    options.demonstrationPassword = WebFixture.password
    try await WebFixture(options: options).run { browser in
      let text = try await browser.get("/login").text
      #expect(text.contains(WebFixture.password))
    }
  }
}

/// A clock that stands still until it is told.
final class TestClock: @unchecked Sendable {
  var now = ContinuousClock.now
  func advance(by duration: Duration) { now = now.advanced(by: duration) }
}

@Suite("Accounts")
struct AccountTests {
  @Test("a password matches its own hash alone, also from its text")
  func password() throws {
    let hash = try #require(PasswordHash("lösenord ett", cost: 16))
    #expect(hash.matches("lösenord ett"))
    #expect(!hash.matches("lösenord två"))
    #expect(!hash.matches(""))
    let read = try #require(PasswordHash(text: hash.text))
    #expect(read == hash && read.matches("lösenord ett"))
    // Two hashes of one password have their own salts.
    #expect(PasswordHash("lösenord ett", cost: 16) != hash)
  }

  @Test("a new hash costs what OWASP asks for at 32 MB: N = 2^15, r = 8, p = 3")
  func cost() throws {
    let hash = try #require(PasswordHash("lösenord ett"))
    #expect(hash.text.hasPrefix("scrypt$32768$8$3$"))
  }

  @Test("scrypt gives what RFC 7914, section 12, prints for its third vector")
  func vector() throws {
    let expected = "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
    let salt = Array("SodiumChloride".utf8).hexadecimal
    let hash = try #require(PasswordHash(text: "scrypt$16384$8$1$\(salt)$\(expected)"))
    #expect(hash.matches("pleaseletmein"))
  }

  /// Each of them but the first two is wrong in one place alone.
  @Test(
    "a text that is no hash, or would take all memory, is none",
    arguments: [
      "", "scrypt", "bcrypt$2$8$1$SALT$HASH", "scrypt$3$8$1$SALT$HASH",
      "scrypt$524288$8$1$SALT$HASH",
      "scrypt$2$9$1$SALT$HASH", "scrypt$2$0$1$SALT$HASH", "scrypt$2$8$17$SALT$HASH",
      "scrypt$2$8$0$SALT$HASH", "scrypt$2$8$1$00$HASH", "scrypt$2$8$1$SALT$00",
      "scrypt$2$8$1$SALT$HASH$",
    ])
  func unreadable(text: String) {
    func hash(_ text: String) -> PasswordHash? {
      PasswordHash(
        text: text.replacing("SALT", with: "0011223344556677")
          .replacing("HASH", with: String(repeating: "00", count: 32)))
    }
    #expect(hash("scrypt$2$8$1$SALT$HASH") != nil)
    #expect(hash(text) == nil)
  }

  @Test(
    "a password has 12 characters or more, and no more bytes than a log-in looks at",
    arguments: [(11, "å", false), (12, "å", true), (500, "å", true), (501, "å", false)])
  func lengths(count: Int, letter: String, isPassword: Bool) {
    #expect(PasswordHash.isPassword(String(repeating: letter, count: count)) == isPassword)
  }

  @Test("accounts are kept in a file that only its owner may read, and are seen when it changes")
  func file() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("users-\(UUID().uuidString)/users.csv").path
    defer {
      try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }
    let hash = try #require(PasswordHash("lösenord ett", cost: 16))
    let file = try AccountFile(path: path)
    #expect(file.accounts.isEmpty)
    let anna = Account(
      name: "anna", role: .unitLead, units: ["navet", "westum"], seesAnswers: true, password: hash)
    try file.set(anna)
    #expect(try AccountFile(path: path).accounts == [anna])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    // Another process takes her away.
    try AccountFile(path: path).remove(named: "anna")
    #expect(file.account(named: "anna") == nil)
    try file.set(anna)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(throws: (any Error).self) { try AccountFile(path: path) }
    // What cannot be read is not written over.
    var bo = anna
    bo.name = "bo"
    #expect(throws: (any Error).self) { try file.set(bo) }
    #expect(throws: (any Error).self) { try file.remove(named: "anna") }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }
}

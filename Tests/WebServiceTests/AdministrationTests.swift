import Foundation
import Tables
import Testing

@testable import WebService

@Suite("Administration")
struct AdministrationTests {
  /// A service whose accounts are in a file.
  private static func service(_ fixture: WebFixture, in folder: String) throws -> WebFixture {
    let accounts = try AccountFile(path: "\(folder)/users.csv")
    for account in fixture.service.accounts.accounts { try accounts.set(account) }
    return WebFixture(
      folder: fixture.folder,
      service: try WebService(
        site: fixture.service.site, accounts: accounts,
        log: AccessLog(path: "\(folder)/access.csv", days: 30)))
  }

  private static func withFolder(
    _ test: @Sendable (String, Browser, WebFixture) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("web-accounts-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let fixture = try service(WebFixture(), in: folder)
    try await fixture.run { browser in
      _ = try await browser.logIn("ada")
      try await test(folder, browser, fixture)
    }
  }

  @Test("an account is added, changed and taken away, and its sessions end with it")
  func accounts() async throws {
    try await Self.withFolder { folder, browser, _ in
      let token = try await browser.token()
      let added = try await browser.post(
        "/administration/accounts",
        [
          ("token", token), ("name", "bo"), ("role", "unit-lead"), ("unit", "navet"),
          ("unit", "no-such-unit"), ("password", "ett nytt lösenord"),
        ])
      #expect(added.place == "/administration")
      let bo = browser.another()
      #expect((try await bo.logIn("bo", "ett nytt lösenord")).status == 303)
      #expect(try await bo.get("/units/navet/import").status == 200)
      #expect(try await bo.get("/units/westum/import").status == 403)
      // Without a password the old one stays; another role ends her sessions.
      _ = try await browser.post(
        "/administration/accounts", [("token", token), ("name", "bo"), ("role", "reader")])
      #expect(try await bo.get("/years/2012").status == 303)
      #expect((try await bo.logIn("bo", "ett nytt lösenord")).status == 303)
      #expect(try await bo.get("/units/navet/import").status == 403)
      _ = try await browser.post(
        "/administration/accounts/remove", [("token", token), ("name", "bo")])
      #expect(try await bo.get("/years/2012").status == 303)
      #expect((try await bo.logIn("bo", "ett nytt lösenord")).status == 403)
      let text = try String(contentsOfFile: "\(folder)/users.csv", encoding: .utf8)
      #expect(!text.contains("lösenord") && !text.contains("bo,"))
    }
  }

  @Test("a password that is changed elsewhere ends what was begun with the one before")
  func otherPassword() async throws {
    try await Self.withFolder { folder, browser, _ in
      let rut = browser.another()
      #expect((try await rut.logIn("rut")).status == 303)
      #expect(try await rut.get("/years/2012").status == 200)
      // As 'nyckeltal-web user add rut' does it, in a process of its own.
      let file = try AccountFile(path: "\(folder)/users.csv")
      var account = try #require(file.account(named: "rut"))
      account.password = try #require(PasswordHash("ett nytt lösenord", cost: 16))
      try file.set(account)
      #expect(try await rut.get("/years/2012").status == 303)
      #expect((try await rut.logIn("rut", "ett nytt lösenord")).status == 303)
    }
  }

  @Test(
    "what makes no account is refused",
    arguments: [
      ([("name", "a b"), ("role", "reader"), ("password", "ett nytt lösenord")], 422),
      ([("name", "bo"), ("role", "king"), ("password", "ett nytt lösenord")], 422),
      ([("name", "bo"), ("role", "reader"), ("password", "kort")], 422),
      ([("name", "bo"), ("role", "unit-lead"), ("password", "ett nytt lösenord")], 422),
      ([("name", "ada"), ("role", "reader")], 409),
    ])
  func refused(fields: [(String, String)], status: Int) async throws {
    try await Self.withFolder { _, browser, fixture in
      let before = fixture.service.accounts.accounts
      let token = try await browser.token()
      let answer = try await browser.post("/administration/accounts", [("token", token)] + fields)
      #expect(answer.status == status)
      #expect(fixture.service.accounts.accounts == before)
    }
  }

  @Test("the last administrator stays")
  func last() async throws {
    try await Self.withFolder { _, browser, _ in
      let token = try await browser.token()
      let answer = try await browser.post(
        "/administration/accounts/remove", [("token", token), ("name", "ada")])
      #expect(answer.status == 409)
      #expect(try await browser.get("/administration").status == 200)
    }
  }

  @Test("the log says who saw and changed what, and nothing of what it held")
  func log() async throws {
    try await Self.withFolder { folder, browser, fixture in
      let rut = browser.another()
      _ = try await rut.logIn("rut")
      _ = try await rut.get("/years/2012?unit=navet")
      _ = try await rut.get("/administration")
      let anna = browser.another()
      _ = try await anna.logIn("anna")
      _ = try await anna.get("/query?sql=SELECT%20hemligt")
      let text = try await browser.get("/administration/log").text
      for cells in [
        "<td>rut</td><td>GET</td><td>/years/2012</td><td>200</td>",
        "<td>rut</td><td>GET</td><td>/administration</td><td>403</td>",
        "<td>anna</td><td>GET</td><td>/query</td><td>200</td>",
      ] { #expect(text.contains(cells)) }
      #expect(!text.contains("hemligt"))
      fixture.service.log.flush()
      let file = try String(contentsOfFile: "\(folder)/access.csv", encoding: .utf8)
      #expect(file.contains("rut,GET,/years/2012,200") && !file.contains("hemligt"))
      let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/access.csv")[
        .posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test("rows of the log go when their time has passed")
  func retention() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("access-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let log = AccessLog(path: path, days: 30)
    log.add(
      .init(time: "2026-01-01 10:00:00", account: "rut", method: "GET", path: "/", status: 200))
    log.flush()
    // Rows that are just being written while others go are lost neither.
    for _ in 0..<300 {
      log.add(
        .init(time: "2026-02-20 10:00:00", account: "rut", method: "GET", path: "/", status: 200))
    }
    // 30 days before 1 March 2026 is 30 January.
    let today = try #require(CalendarDate(iso: "2026-03-01"))
    try log.purge(today: today)
    #expect(Set(log.entries.map(\.time)) == ["2026-02-20 10:00:00"])
    log.flush()
    #expect(AccessLog(path: path, days: 30).entries.count == 300)
  }

  @Test("the ledger tells of what forms changed")
  func ledger() async throws {
    try await Self.withFolder { _, browser, _ in
      let ulla = browser.another()
      _ = try await ulla.logIn("ulla")
      let form = try await ulla.get(EditTests.edit)
      _ = try await ulla.post(
        EditTests.edit,
        EditTests.changed(
          EditTests.fields(form.text), ["field-target_value": "21000", "step": "apply"]))
      let text = try await browser.get("/administration/ledger").text
      #expect(text.contains("ulla") && text.contains("target_value: 20000 → 21000"))
    }
  }
}

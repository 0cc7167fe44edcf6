import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@testable import WebService

/// A service over a copy of the shipped workspace, with an account of each role.
struct WebFixture {
  let folder: String
  let service: WebService

  static let password = "ett-langt-losenord"

  /// The project's folder.
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A service of a test's own over a copy that is there.
  init(folder: String, service: WebService) { (self.folder, self.service) = (folder, service) }

  init(isReadOnly: Bool = false, options: WebOptions = WebOptions()) throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("web-\(UUID().uuidString)").path
    try FileManager.default.copyItem(
      atPath: Self.root.appendingPathComponent("datasets").path, toPath: folder)
    let hash = try #require(PasswordHash(Self.password, cost: 16))
    let accounts = AccountFile(demonstration: [
      Account(name: "rut", role: .reader, password: hash),
      Account(name: "ulla", role: .unitLead, units: ["navet"], password: hash),
      Account(name: "anna", role: .analyst, password: hash),
      Account(name: "ada", role: .administrator, password: hash),
    ])
    service = try WebService(
      site: Site(folder, isReadOnly: isReadOnly), accounts: accounts, options: options)
  }

  /// Runs a test against the service, and takes the copy away.
  func run(_ test: @Sendable (Browser) async throws -> Void) async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await Application(router: service.router()).test(.router) { client in
      try await test(Browser(client))
    }
  }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }
}

/// Somebody with a browser: it keeps cookies, and follows nothing by itself.
final class Browser: @unchecked Sendable {
  let client: any TestClientProtocol
  var cookies: [String: String] = [:]
  var language = "sv"

  init(_ client: any TestClientProtocol) { self.client = client }

  /// Another browser at the same server.
  func another() -> Browser { Browser(client) }

  struct Answer {
    var status: Int
    var headers: HTTPFields
    var text: String

    /// Where it sends the browser.
    var place: String? { headers[.location] }
    /// The token of the forms on the page.
    var token: String? {
      text.firstMatch(of: /name="token" value="([0-9a-f]+)"/).map { String($0.1) }
    }
  }

  @discardableResult
  func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Answer {
    try await send(path, .get, headers, nil)
  }

  @discardableResult
  func post(
    _ path: String, _ fields: [(String, String)], _ headers: HTTPFields = [:]
  ) async throws -> Answer {
    var headers = headers
    if headers[.contentType] == nil {
      headers[.contentType] = "application/x-www-form-urlencoded"
    }
    let body = fields.map { "\(FormFields.encoded($0))=\(FormFields.encoded($1))" }
      .joined(separator: "&")
    return try await send(path, .post, headers, ByteBuffer(string: body))
  }

  func send(
    _ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: ByteBuffer?
  ) async throws -> Answer {
    var headers = headers
    if !cookies.isEmpty {
      headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }
    if headers[.acceptLanguage] == nil { headers[.acceptLanguage] = language }
    let response = try await client.executeRequest(
      uri: path, method: method, headers: headers, body: body)
    for line in response.headers[values: .setCookie] {
      let pair = line.split(separator: ";")[0].split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
    }
    return Answer(
      status: response.status.code, headers: response.headers,
      text: String(buffer: response.body))
  }

  /// Logs in.
  func logIn(_ name: String, _ password: String = WebFixture.password) async throws -> Answer {
    let token = try #require(try await get("/login").token)
    return try await post(
      "/login", [("token", token), ("name", name), ("password", password)])
  }

  /// The token of a page's forms.
  func token(of path: String = "/years/2012") async throws -> String {
    try #require(try await get(path).token)
  }
}

internal import Hummingbird
internal import Imports
internal import Labels
internal import Logging
internal import Reports
internal import Workspace

/// Logging in and out.
enum LoginPage {
  static func show(_ exchange: Exchange) async throws -> Response {
    if exchange.account != nil { return Response(redirecting: "/") }
    return page(exchange, next: exchange.query["next"], name: "", problem: nil, status: .ok)
  }

  static func logIn(_ exchange: Exchange) async throws -> Response {
    let service = exchange.service
    let (name, password) = (exchange.form["name"] ?? "", exchange.form["password"] ?? "")
    let next = exchange.form["next"]
    let address = service.address(of: exchange)
    guard service.limit.begin(name: name, address: address) else {
      return page(
        exchange, next: next, name: name,
        problem: Label(
          "För många försök. Vänta en kvart och försök igen.",
          "Too many attempts. Wait a quarter of an hour and try again."), status: .tooManyRequests)
    }
    // A name that nobody has costs as much time as a wrong password.
    let account = service.accounts.account(named: name)
    let matches: Bool
    do {
      matches = try await service.passwords.run {
        let hash = account?.password ?? Self.nobody
        return password.utf8.count <= PasswordHash.longest && hash?.matches(password) ?? false
      }
    } catch {
      service.limit.hasNotBegun(name: name)
      throw error
    }
    guard let account, matches else {
      service.limit.hasFailed(address: address)
      exchange.context.logger.notice("log-in refused", metadata: ["address": "\(address)"])
      return page(
        exchange, next: next, name: name,
        problem: Label(
          "Användarnamnet eller lösenordet stämmer inte.", "The user name or password is wrong."),
        status: .forbidden)
    }
    service.limit.hasSucceeded(name: name)
    // A new id: whoever knew the cookie of before knows nothing now.
    service.sessions.end(exchange.visitor)
    var response = Response(redirecting: Address.inside(next) ?? "/")
    response.setCookie(
      service.cookie(service.sessionCookie, service.sessions.begin(for: account)))
    return response
  }

  static func logOut(_ exchange: Exchange) async throws -> Response {
    let service = exchange.service
    service.sessions.end(exchange.visitor)
    var response = Response(redirecting: Address.login)
    response.setCookie(service.cookie(service.sessionCookie, "", maxAge: 0))
    return response
  }

  private static let nobody = PasswordHash(SecretBytes.random(16).hexadecimal)

  private static func page(
    _ exchange: Exchange, next: String?, name: String, problem: Label?,
    status: HTTPResponse.Status
  ) -> Response {
    let (service, language) = (exchange.service, exchange.language)
    var values: [String: Any] = [
      "token": service.tokens.text(for: exchange.visitor), "name": name,
      "next": Address.inside(next) ?? "",
    ]
    values["problem"] = problem?[language]
    if let password = service.options.demonstrationPassword {
      values["isDemonstration"] = true
      values["password"] = password
      values["accounts"] = service.accounts.accounts.map { account -> [String: Any] in
        let units = account.units.sorted().compactMap {
          exchange.state.workspace.unit($0)?.label[language]
        }.joined(separator: ", ")
        var shown: [String: Any] = ["name": account.name, "role": account.role.label[language]]
        if !units.isEmpty { shown["units"] = units }
        return shown
      }
    }
    let html = service.templates.render(.login, language, values)
    var response = SitePage(exchange).response(
      title: exchange.words("Logga in", "Log in"), status: status, [.markup(html)])
    if !exchange.isKnown {
      response.setCookie(service.cookie(service.sessionCookie, exchange.visitor))
    }
    return response
  }
}

internal import HTTPTypes
internal import Hummingbird
internal import Imports
internal import Labels
internal import NIOCore
internal import Query
internal import Tables

extension WebService {
  /// The name of the cookie that tells visitors apart. Of TLS it has a beginning with which browsers take it from this
  /// server alone, and not from a neighbour in its domain (RFC 6265bis, section 4.1.3.2).
  var sessionCookie: String { options.isSecure ? "__Host-nyckeltal" : "nyckeltal" }
  static let languageCookie = "nyckeltal-language"
  /// The most bytes of the fields of a form.
  private static let formLimit = 256 << 10
  /// How long they may take to come: a form has no file in it.
  static let formTime = Duration.seconds(60)

  /// Answers a request by its route, and puts on the log who asked.
  func answer(_ request: Request, _ context: WebContext, by route: Route) async throws -> Response {
    let visitor = request.cookies[sessionCookie].flatMap {
      Self.isVisitor($0.value) ? $0.value : nil
    }
    let account = visitor.flatMap { loggedIn(under: $0) }
    do {
      let response = try await answer(request, context, by: route, visitor, account)
      note(request, account, response.status.code)
      return response
    } catch {
      note(request, account, (error as? WebProblem)?.status.code ?? 500)
      throw error
    }
  }

  /// Who is logged in, as her account is now. Another password, from wherever it came, ends what was begun with the
  /// one before.
  private func loggedIn(under visitor: String) -> Account? {
    guard let known = sessions.account(of: visitor),
      let account = accounts.account(named: known.name), account.password == known.password
    else { return nil }
    return account
  }

  private func note(_ request: Request, _ account: Account?, _ status: Int) {
    guard let account else { return }
    // The query of an address may hold a statement, and a statement names of persons.
    log.add(
      AccessLog.Entry(
        time: Timestamp.wallClock.description, account: account.name,
        method: request.method.rawValue, path: request.uri.path, status: status))
  }

  /// Who asks, whether she may, and whether the form is one of ours.
  private func answer(
    _ request: Request, _ context: WebContext, by route: Route, _ visitor: String?,
    _ account: Account?
  ) async throws -> Response {
    let unit = context.parameters.get("unit").flatMap { FormFields.decoded(pathPart: $0) }
    guard route.permission.isGranted(to: account, unit: unit) else {
      guard account == nil else { throw WebProblem.forbidden }
      guard route.method == .get else { throw WebProblem.loggedOut }
      let next = request.head.path ?? "/"
      return Response(redirecting: "\(Address.login)?next=\(FormFields.encoded(next))")
    }
    if route.changes, site.isReadOnly { throw WebProblem.readOnly }
    var form = FormFields()
    if route.method == .post {
      try checkOrigin(of: request)
      if route.body == .form { form = try await fields(of: request) }
      // A file comes behind the token, which its reader looks at.
      if route.body != .file {
        guard let visitor, tokens.matches(form["token"] ?? "", visitor: visitor) else {
          throw WebProblem.expiredForm
        }
      }
    }
    guard let query = FormFields(encoded: request.uri.query ?? "") else { throw WebProblem.badForm }
    let exchange = Exchange(
      service: self, state: try await site.current(), request: request, context: context,
      account: account, visitor: visitor ?? SecretBytes.random(32).hexadecimal,
      isKnown: visitor != nil, language: Self.language(of: request), query: query, form: form)
    return try await route.handler(exchange)
  }

  private static func isVisitor(_ text: String) -> Bool {
    text.utf8.count == 64 && SecretBytes.read(text) != nil
  }

  private func fields(of request: Request) async throws -> FormFields {
    let type = request.headers[.contentType] ?? ""
    guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
      throw WebProblem.badForm
    }
    let body = try await Self.within(Self.formTime) {
      do {
        return try await request.body.collect(upTo: Self.formLimit)
      } catch is NIOTooManyBytesError {
        throw WebProblem.tooLarge
      } catch {
        // It broke off.
        throw WebProblem.badForm
      }
    }
    guard let text = String(validating: body.readableBytesView, as: UTF8.self),
      let fields = FormFields(encoded: text)
    else { throw WebProblem.badForm }
    return fields
  }

  /// What some work gives, unless it takes too long: who sends a byte a minute keeps nobody waiting for ever.
  static func within<Result: Sendable>(
    _ time: Duration, _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
      group.addTask(operation: work)
      group.addTask {
        try await Task.sleep(for: time)
        throw WebProblem.tooSlow
      }
      defer { group.cancelAll() }
      guard let result = try await group.next() else { throw WebProblem.tooSlow }
      return result
    }
  }

  /// A browser says whether a form stands on a page of ours. Where it says nothing, or hides its address as our own
  /// pages ask it to, the token alone decides.
  private func checkOrigin(of request: Request) throws {
    if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
      guard site == "same-origin" || site == "none" else { throw WebProblem.expiredForm }
    }
    guard let origin = request.headers[.origin], origin != "null" else { return }
    let host = request.head.authority ?? ""
    guard origin == "http://\(host)" || origin == "https://\(host)" else {
      throw WebProblem.expiredForm
    }
  }

  /// The language that a reader has chosen, or that her browser asks for; Swedish where it asks for neither.
  static func language(of request: Request) -> Language {
    if let chosen = request.cookies[languageCookie].flatMap({ Language(rawValue: $0.value) }) {
      return chosen
    }
    var best: (language: Language, weight: Double)?
    for part in (request.headers[.acceptLanguage] ?? "").prefix(500).split(separator: ",") {
      let sides = part.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
      guard let name = sides.first, let language = Language(rawValue: name.prefix(2).lowercased())
      else { continue }
      let weight = sides.dropFirst().first { $0.hasPrefix("q=") }.flatMap {
        Double($0.dropFirst(2))
      }
      if (weight ?? 1) > best?.weight ?? 0 { best = (language, weight ?? 1) }
    }
    return best?.language ?? .swedish
  }

  /// The address that a request came from; behind a proxy that is trusted, what the proxy says.
  func address(of exchange: Exchange) -> String {
    let direct = RemoteAddress.plain(exchange.context.remoteAddress)
    guard let proxy = options.trustedProxy, direct == proxy,
      let name = HTTPField.Name("X-Forwarded-For"),
      let last = exchange.request.headers[name]?.split(separator: ",").last
    else { return direct }
    return RemoteAddress.plain(last.filter { !$0.isWhitespace })
  }

  /// A cookie for this server alone, which no script reads and no form of another site sends. A link in a letter or
  /// on another page does send it: whoever follows one is still logged in, and keeps her session.
  func cookie(_ name: String, _ value: String, maxAge: Int? = nil) -> Cookie {
    Cookie(
      name: name, value: value, maxAge: maxAge, path: "/", secure: options.isSecure, httpOnly: true,
      sameSite: .lax)
  }
}

extension Response {
  /// Sends a browser to another page of this server.
  init(redirecting place: String) {
    self.init(status: .seeOther, headers: [.location: place])
  }
}

extension FormFields {
  /// A part of a path without percent signs, in which a plus is a plus.
  static func decoded(pathPart text: String) -> String? {
    decoded(text.replacing("+", with: "%2B"))
  }
}

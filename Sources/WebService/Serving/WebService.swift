internal import Hummingbird
internal import HummingbirdTLS
package import Logging

/// The page in a browser: a site, those who may log in, and the table of routes.
package final class WebService: Sendable {
  let site: Site
  let accounts: AccountFile
  let options: WebOptions
  let sessions = SessionStore()
  let tokens = FormToken()
  let limit = LoginLimit()
  let imports = PendingImports()
  let queries = QueryRuns()
  let log: AccessLog
  let templates: Templates
  let logger: Logger
  /// Where passwords are looked at, two at a time: each takes 32 MB.
  let passwords = WorkQueue("passwords", width: 2, mostWaiting: 32)

  /// A service.
  ///
  /// - Throws: What is wrong with the templates of the pages, which a test would have seen.
  package init(
    site: Site, accounts: AccountFile, options: WebOptions = WebOptions(),
    log: AccessLog = AccessLog(path: nil, days: 90), logger: Logger = Logger(label: "nyckeltal-web")
  ) throws {
    (self.site, self.accounts, self.options, self.logger) = (site, accounts, options, logger)
    self.log = log
    templates = try Templates()
  }

  /// The router, with every route of the table behind the one place that asks for permission.
  func router() -> Router<WebContext> {
    let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: PolicyMiddleware(options: options))
    router.add(middleware: ProblemMiddleware(service: self))
    router.add(middleware: HostMiddleware(options: options))
    for route in Routes.all {
      router.on(RouterPath(route.path), method: route.method) { [self] request, context in
        try await answer(request, context, by: route)
      }
    }
    return router
  }
}

/// How a service is reached.
package struct WebOptions: Sendable {
  /// The address to listen on: loopback unless told.
  package var host = "127.0.0.1"
  package var port = 8080
  /// Whether browsers come by TLS, so that cookies are for TLS alone.
  package var isSecure = false
  /// The address of a proxy whose headers are believed; `nil` for none.
  package var trustedProxy: String?
  /// The most bytes of a file that somebody brings in.
  package var uploadLimit = 200 << 20
  /// The password of all accounts of a demonstration, which the log-in page shows.
  package var demonstrationPassword: String?

  package init() {}
}

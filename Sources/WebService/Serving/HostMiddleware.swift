internal import Hummingbird
internal import NIOCore

/// Answers to names of this server alone.
///
/// Whoever owns a name can have it lead to this machine, and then a page under it is of one origin with ours and reads
/// what we answer (DNS rebinding). Its requests carry that name, and never an address or the name that we were told. Under
/// TLS its name stands in no certificate of ours, and a proxy knows the names that it serves.
struct HostMiddleware: RouterMiddleware {
  typealias Context = WebContext

  let options: WebOptions

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard isOurs(request.head.authority) else { throw WebProblem.wrongHost }
    return try await next(request, context)
  }

  /// Whether a name that a request asks for is one of ours.
  func isOurs(_ authority: String?) -> Bool {
    // Browsers never leave it out.
    guard !options.isSecure, let authority, !authority.isEmpty else { return true }
    let name: Substring
    if authority.hasPrefix("[") {
      name = authority.dropFirst().prefix { $0 != "]" }
    } else {
      name = authority.prefix { $0 != ":" }
    }
    let known = ["localhost", options.host.lowercased()]
    return known.contains(name.lowercased())
      || (try? SocketAddress(ipAddress: String(name), port: 0)) != nil
  }
}

internal import Hummingbird
internal import Labels

/// Remembers which language a reader has chosen.
enum LanguagePage {
  static func choose(_ exchange: Exchange) async throws -> Response {
    guard let language = exchange.parameter("language").flatMap(Language.init(rawValue:)) else {
      throw WebProblem.notFound
    }
    var response = Response(redirecting: Address.inside(exchange.query["next"]) ?? "/")
    response.setCookie(
      exchange.service.cookie(
        WebService.languageCookie, language.rawValue, maxAge: 365 * 24 * 60 * 60))
    return response
  }
}

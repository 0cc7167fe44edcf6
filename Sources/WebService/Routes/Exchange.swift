internal import HTTPTypes
internal import Hummingbird
internal import Labels
internal import NIOCore

/// A request with all that is known of who asks, in one place for every handler.
struct Exchange: Sendable {
  let service: WebService
  let state: SiteState
  let request: Request
  let context: WebContext
  /// Who is logged in.
  let account: Account?
  /// The cookie that the visitor's forms are tied to.
  let visitor: String
  /// Whether the browser sent that cookie, or has to be given it.
  let isKnown: Bool
  let language: Language
  /// The fields of the address.
  let query: FormFields
  /// The fields of the form.
  let form: FormFields

  /// A part of the address, by the name that the pattern has for it.
  func parameter(_ name: String) -> String? {
    context.parameters.get(name).flatMap { FormFields.decoded(pathPart: $0) }
  }

  /// The year of the address.
  ///
  /// - Throws: ``WebProblem/notFound`` for what is none.
  var year: Int {
    get throws {
      guard let text = parameter("year"), let year = Int(text), (1900...2200).contains(year) else {
        throw WebProblem.notFound
      }
      return year
    }
  }

  /// The token of the visitor's forms.
  var token: String { service.tokens.text(for: visitor) }

  /// The path and query, for links that lead back here.
  var here: String { request.head.path ?? "/" }

  /// A text in the language of the reader.
  func words(_ swedish: String, _ english: String) -> String { Label(swedish, english)[language] }
}

/// What the server knows of a request before it is answered.
struct WebContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address that the request came from.
  let remoteAddress: String

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress?.ipAddress ?? ""
  }
}

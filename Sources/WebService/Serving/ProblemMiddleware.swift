internal import Diagnostics
internal import HTTPTypes
internal import Hummingbird
internal import Labels
internal import Logging

/// Makes a page of whatever kept a request from being answered. What a reader cannot help stands in the log,
/// and never on a page.
struct ProblemMiddleware: RouterMiddleware {
  typealias Context = WebContext

  let service: WebService

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      return page(of: problem(error, context), for: request)
    }
  }

  private func problem(_ error: any Error, _ context: WebContext) -> WebProblem {
    switch error {
    case let problem as WebProblem: return problem
    case let error as HTTPError:
      switch error.status {
      case .notFound, .methodNotAllowed: return .notFound
      case .contentTooLarge: return .tooLarge
      default: return .badForm
      }
    default:
      // A diagnostic's description holds no value of a file.
      context.logger.error("\(error)")
      return .failed
    }
  }

  private func page(of problem: WebProblem, for request: Request) -> Response {
    let language = WebService.language(of: request)
    let html = service.templates.render(
      .problem, language,
      ["title": problem.title[language], "message": problem.message[language]])
    let page = SitePage.bare(title: problem.title[language], html, language)
    return Response(
      status: problem.status, headers: [.contentType: "text/html; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(string: page)))
  }
}

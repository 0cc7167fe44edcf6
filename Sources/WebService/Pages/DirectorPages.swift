internal import Hummingbird
internal import Reports

/// The page of a year for whoever leads the organisation.
enum DirectorPages {
  static func show(_ exchange: Exchange) async throws -> Response {
    let year = try exchange.year
    guard exchange.state.years.contains(year) else { throw WebProblem.notFound }
    let choice = GoalChoice(year: year, exchange.query, in: exchange.state)
    return try await SitePage(exchange).report(
      choice.address, year: year, files: files(year).list, choice: choice
    ) { choice.document(of: $0) }
  }

  static func file(_ exchange: Exchange) async throws -> Response {
    let year = try exchange.year
    guard exchange.state.years.contains(year) else { throw WebProblem.notFound }
    return try await files(year).response(exchange) { $0.director(year) }
  }

  /// What the form above the page sends leads to an address that can be kept.
  static func choose(_ exchange: Exchange) async throws -> Response {
    guard let year = exchange.query["year"].flatMap({ Int($0) }),
      exchange.state.years.contains(year)
    else { throw WebProblem.notFound }
    return Response(
      redirecting: GoalChoice(year: year, exchange.query, in: exchange.state).address)
  }

  private static func files(_ year: Int) -> ReportFiles {
    ReportFiles(name: "\(DirectorReport.id)-\(year)", address: Address.year(year))
  }
}

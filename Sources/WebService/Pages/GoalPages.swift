internal import Hummingbird
internal import Indicators
internal import Labels
internal import Reports
internal import Workspace

/// From a figure to its evidence: a goal, the documents and lines that state it, and the files that it was
/// computed from.
enum GoalPages {
  static func show(_ exchange: Exchange) async throws -> Response {
    let year = try exchange.year
    guard let asked = exchange.parameter("goal"),
      let goal = exchange.state.workspace.goals.first(where: { $0.id == asked && $0.year == year })
    else { throw WebProblem.notFound }
    let (id, unit) = (goal.id, goal.unit)
    return try await SitePage(exchange).report(
      Address.goal(id, year), year: year, files: [], more: UnitPages.links(exchange, unit, year)
    ) { GoalReport.document($0.workspace, goal: id, year: year) }
  }
}

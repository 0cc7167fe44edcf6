internal import Hummingbird
internal import Labels
internal import Reports
internal import Workspace

/// The report of a unit and year, and the parts of it by themselves: surveys, case logs, plans.
enum UnitPages {
  static func show(_ exchange: Exchange) async throws -> Response {
    let (unit, year) = try place(exchange)
    return try await SitePage(exchange).report(
      Address.unit(unit, year), year: year, files: files(unit, year).list,
      more: links(exchange, unit, year)
    ) { $0.unit(unit, year) }
  }

  /// A part of the report, with the waves and figures of that kind alone.
  static func part(_ exchange: Exchange) async throws -> Response {
    let (unit, year) = try place(exchange)
    guard let part = exchange.parameter("part").flatMap(Part.init(rawValue:)) else {
      throw WebProblem.notFound
    }
    return try await SitePage(exchange).report(
      "\(Address.unit(unit, year))/\(part.rawValue)", year: year, files: [],
      more: links(exchange, unit, year)
    ) { state in state.workspace.unit(unit).flatMap { part.document(state, $0, year) } }
  }

  /// A part of a unit's report.
  enum Part: String, CaseIterable, Sendable {
    case surveys, cases, plans

    var label: Label {
      switch self {
      case .surveys: Label("Enkäter", "Surveys")
      case .cases: Label("Svarstider", "Service levels")
      case .plans: Label("Planer", "Plans")
      }
    }

    func document(_ state: SiteState, _ unit: UnitContents, _ year: Int) -> ReportDocument? {
      switch self {
      case .surveys: SectionReports.surveys(state.workspace, units: [unit], year: year)
      case .cases: SectionReports.caseLogs(state.workspace, units: [unit], year: year)
      case .plans: SectionReports.plans(state.workspace, units: [unit], year: year)
      }
    }

    /// Whether a unit has any of it at all.
    func isThere(in unit: UnitContents) -> Bool {
      switch self {
      case .surveys: !unit.surveys.isEmpty
      case .cases: !unit.caseLogs.isEmpty
      case .plans:
        !unit.activities.isEmpty || !unit.controls.isEmpty || !unit.projectMeasures.isEmpty
      }
    }
  }

  /// Where a reader of a unit's figures may go from here.
  static func links(_ exchange: Exchange, _ unit: String, _ year: Int) -> [PageFile] {
    guard let unit = exchange.state.workspace.unit(unit) else { return [] }
    let report = Address.unit(unit.id, year)
    // A year without goals has no first page.
    let whole =
      exchange.state.years.contains(year)
      ? [
        PageFile(
          address: Address.year(year), text: Label("Läget \(year)", "Where we stand \(year)"))
      ] : []
    return whole + [PageFile(address: report, text: unit.label)]
      + Part.allCases.filter { $0.isThere(in: unit) }.map {
        PageFile(address: "\(report)/\($0.rawValue)", text: $0.label)
      }
  }

  static func file(_ exchange: Exchange) async throws -> Response {
    let (unit, year) = try place(exchange)
    return try await files(unit, year).response(exchange) { $0.unit(unit, year) }
  }

  private static func place(_ exchange: Exchange) throws -> (unit: String, year: Int) {
    guard let asked = exchange.parameter("unit"),
      let unit = exchange.state.workspace.unit(asked)
    else { throw WebProblem.notFound }
    return (unit.id, try exchange.year)
  }

  private static func files(_ unit: String, _ year: Int) -> ReportFiles {
    ReportFiles(name: "\(unit)-\(year)", address: Address.unit(unit, year))
  }
}

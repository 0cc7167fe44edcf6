internal import Diagnostics
internal import Indicators
internal import Labels
internal import Reports
internal import Synchronization
internal import Workspace
internal import WorkspaceQuery

/// A workspace as it was read at some moment, and the pages that were made of it.
///
/// A request works with one state from its beginning to its end, whatever happens to the files meanwhile.
final class SiteState: Sendable {
  /// Counts the states of a site.
  let generation: Int
  let workspace: LoadedWorkspace
  /// What keeps a newer state of the files from being shown; empty where this is the newest.
  let damage: [Diagnostic]
  let style: WebAsset
  let cache: PageCache
  private let tables: Mutex<WorkspaceCatalogue?> = Mutex(nil)
  private let links: @Sendable (Int) -> HTMLHost.Links

  init(
    generation: Int, workspace: LoadedWorkspace, damage: [Diagnostic] = [],
    cache: PageCache = PageCache()
  ) {
    (self.generation, self.workspace, self.damage) = (generation, workspace, damage)
    self.cache = cache
    style = WebAsset(
      "style", "css", HTMLHost.styleSheet(of: workspace) + SiteStyle.text, "text/css; charset=utf-8"
    )
    let goals = Set(workspace.goals.map { "\($0.year)/\($0.id)" })
    let units = Dictionary(
      workspace.units.map { ($0.id, Set($0.years(usual: workspace.year))) },
      uniquingKeysWith: { first, _ in first })
    links = { year in
      { dimension, id in
        switch dimension {
        case .unit where units[id]?.contains(year) ?? false: Address.unit(id, year)
        case .goal where goals.contains("\(year)/\(id)"): Address.goal(id, year)
        default: nil
        }
      }
    }
  }

  /// The same pages, with what is wrong with the files now.
  func damaged(_ damage: [Diagnostic]) -> SiteState {
    SiteState(
      generation: generation, workspace: workspace, damage: damage, cache: cache)
  }

  /// The years of which there is a page, in order.
  var years: [Int] {
    let years = workspace.years
    return years.isEmpty ? [workspace.year] : years
  }

  /// What is put around a page about a year.
  func host(year: Int? = nil, before: String = "", after: String = "") -> HTMLHost {
    HTMLHost(
      style: style.address, script: WebAsset.script.address, before: before, after: after,
      links: year.map(links))
  }

  /// The tables of the workspace for SQL, which reads the rows of persons when a query first names them.
  func catalogue() -> WorkspaceCatalogue {
    tables.withLock { tables in
      let found =
        tables
        ?? WorkspaceCatalogue(
          folder: workspace.folder, readsStandardInput: false, today: workspace.day.today)
      tables = found
      return found
    }
  }

  // MARK: Reports

  /// The director's page of a year.
  func director(_ year: Int) -> ReportDocument {
    DirectorReport.document(workspace, year: year)
  }

  /// The report of a unit and year; `nil` where there is nothing of it.
  func unit(_ unit: String, _ year: Int) -> ReportDocument? {
    workspace.unit(unit).flatMap {
      UnitReport.document(workspace, unit: $0, year: year, findings: workspace.findings())
    }
  }
}

internal import Labels
public import Workspace

/// Everything that a year's report consists of: the director's page and the reports of the units, each
/// built once, whatever formats it is written in.
public struct ReportSet: Sendable {
  /// A report of the set.
  public struct Part: Sendable {
    /// The unit that it is about; `nil` for the director's page.
    public var unit: String?
    /// What it says.
    public var document: ReportDocument
    /// Where it stands.
    public var place: ReportPlace
  }

  /// The reports, the director's page first.
  public var parts: [Part]

  /// The reports of a year, of all units.
  public init(_ workspace: LoadedWorkspace, year: Int) {
    let page = DirectorReport.document(workspace, year: year)
    let findings = workspace.findings()
    parts = [
      Part(
        unit: nil, document: page,
        place: ReportPlace(path: "\(year)/\(page.id)", folder: "\(year)"))
    ]
    parts += workspace.units.compactMap { unit in
      UnitReport.document(workspace, unit: unit, year: year, findings: findings).map { document in
        let path = "\(year)/\(unit.id)"
        return Part(
          unit: unit.id, document: document, place: ReportPlace(path: path, folder: path))
      }
    }
  }

  /// The files of all reports in some formats, the first format's first.
  public func files(_ renderers: [any ReportRenderer]) -> [ReportFile] {
    parts.flatMap { part in
      renderers.flatMap { $0.files(of: part.document, at: part.place) }
    }
  }
}

public import Labels
internal import Tables
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
  /// The year.
  public let year: Int
  /// The folder that the reports stand in: the year, or the day of an interim report.
  public let folder: String
  private let title: Label
  private let appearance: Appearance

  /// The reports of a year, of all units.
  public init(_ workspace: LoadedWorkspace, year: Int) {
    let page = DirectorReport.document(workspace, year: year)
    let findings = workspace.findings()
    let folder = workspace.day.interim?.description ?? String(year)
    (self.year, self.folder) = (year, folder)
    title = workspace.title
    appearance = workspace.appearance
    parts = [
      Part(
        unit: nil, document: page,
        place: ReportPlace(path: "\(folder)/\(page.id)", folder: folder, isListed: true))
    ]
    parts += workspace.units.compactMap { unit in
      UnitReport.document(workspace, unit: unit, year: year, findings: findings).map { document in
        let path = "\(folder)/\(unit.id)"
        return Part(
          unit: unit.id, document: document,
          place: ReportPlace(path: path, folder: path, isListed: true))
      }
    }
  }

  /// The files of all reports in some formats, the first format's first, and what leads to them.
  ///
  /// - Throws: Where a program or library that a format needs is not there, or fails.
  public func files(
    _ renderers: [any ReportRenderer]
  ) throws(RenderingProblem) -> [ReportFile] {
    var files: [ReportFile] = []
    for part in parts {
      for renderer in renderers { files += try renderer.files(of: part.document, at: part.place) }
    }
    let index = ReportIndex(
      title: title, year: year, folder: folder, parts: parts, appearance: appearance)
    for renderer in renderers { files += try renderer.files(ofIndex: index) }
    return files
  }
}

/// What leads to the reports of a year.
public struct ReportIndex: Sendable {
  /// Whose reports they are.
  public var title: Label
  /// The year.
  public var year: Int
  /// The folder that they stand in.
  public var folder: String
  /// The reports.
  public var parts: [ReportSet.Part]
  /// How the pages look.
  public var appearance = Appearance()
}

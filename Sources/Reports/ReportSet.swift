public import Labels
internal import Synchronization
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

  /// The reports of a year.
  ///
  /// - Parameters:
  ///   - workspace: Whose reports they are.
  ///   - year: The year.
  ///   - only: The unit whose report alone is wanted; `nil` for the director's page and all units.
  public init(_ workspace: LoadedWorkspace, year: Int, unit only: String? = nil) {
    let findings = workspace.findings()
    let folder = workspace.day.interim?.description ?? String(year)
    (self.year, self.folder) = (year, folder)
    title = workspace.title
    appearance = workspace.appearance
    let units = workspace.units.filter { only == nil || $0.id == only }
    parts = Self.inParallel(units.count + 1) { place -> Part? in
      if place == 0 {
        if only != nil { return nil }
        let page = DirectorReport.document(workspace, year: year)
        return Part(
          unit: nil, document: page,
          place: ReportPlace(path: "\(folder)/\(page.id)", folder: folder, isListed: true))
      }
      let unit = units[place - 1]
      let path = "\(folder)/\(unit.id)"
      return UnitReport.document(workspace, unit: unit, year: year, findings: findings).map {
        Part(
          unit: unit.id, document: $0,
          place: ReportPlace(path: path, folder: path, isListed: true))
      }
    }.compactMap(\.self)
  }

  /// The files of all reports in some formats, the first format's first, and what leads to them.
  ///
  /// - Throws: Where a program or library that a format needs is not there, or fails.
  public func files(
    _ renderers: [any ReportRenderer]
  ) throws(RenderingProblem) -> [ReportFile] {
    let pages = parts.flatMap { part in renderers.map { (part: part, renderer: $0) } }
    let index = ReportIndex(
      title: title, year: year, folder: folder, parts: parts, appearance: appearance)
    let files = try Self.inParallel(pages.count + renderers.count) {
      place throws(RenderingProblem) -> [ReportFile] in
      guard place < pages.count else {
        return try renderers[place - pages.count].files(ofIndex: index)
      }
      let page = pages[place]
      return try page.renderer.files(of: page.part.document, at: page.part.place)
    }
    return files.flatMap(\.self)
  }

  /// Results of numbered pieces of work, which any thread may do, in their order.
  private static func inParallel<Result: Sendable, Problem: Error>(
    _ count: Int, _ work: (Int) throws(Problem) -> Result
  ) throws(Problem) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: count))
    try ParallelLoop.run(count) { place throws(Problem) in
      let result = try work(place)
      results.withLock { $0[place] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
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

internal import Diagnostics

/// Writes reports in one format. A renderer knows no workspace: all that it shows stands in the document.
public protocol ReportRenderer: Sendable {
  /// The files of a report that stands at a place among others.
  ///
  /// - Throws: Where a program or library that the format needs is not there, or fails.
  func files(
    of document: ReportDocument, at place: ReportPlace
  ) throws(RenderingProblem) -> [ReportFile]

  /// The files that lead to the reports of a year.
  ///
  /// - Throws: Where a program or library that the format needs is not there, or fails.
  func files(ofIndex index: ReportIndex) throws(RenderingProblem) -> [ReportFile]
}

extension ReportRenderer {
  /// Most formats are read one report at a time.
  public func files(ofIndex index: ReportIndex) -> [ReportFile] { [] }
}

/// Where a report stands in a folder of reports.
public struct ReportPlace: Hashable, Sendable {
  /// The path of the report without its suffix, such as `2023/navet`.
  public var path: String
  /// The folder of what belongs to it, its tables and charts, such as `2023/navet`.
  public var folder: String
  /// Whether a page beside it lists it with others.
  public var isListed: Bool

  /// A place.
  public init(path: String, folder: String, isListed: Bool = false) {
    self.path = path
    self.folder = folder
    self.isListed = isListed
  }

  /// The path of a file in the report's folder. This is the one place where names of tables become
  /// names of files: whatever data call a plan, the file stays in the folder.
  func file(_ name: String, _ suffix: String) -> String {
    "\(folder)/\(Identifier.fileName(name)).\(suffix)"
  }
}

/// One file of a rendered report.
public struct ReportFile: Hashable, Sendable {
  /// The path below the folder of reports, such as `2023/navet/goals.csv`.
  public var path: String
  /// Its bytes.
  public var content: [UInt8]

  /// A file.
  public init(path: String, content: [UInt8]) {
    self.path = path
    self.content = content
  }
}

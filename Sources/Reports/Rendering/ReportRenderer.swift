/// Writes reports in one format. A renderer knows no workspace: all that it shows stands in the document.
public protocol ReportRenderer: Sendable {
  /// The files of a report that stands at a place among others.
  func files(of document: ReportDocument, at place: ReportPlace) -> [ReportFile]
}

/// Where a report stands in a folder of reports.
public struct ReportPlace: Hashable, Sendable {
  /// The path of the report without its suffix, such as `2023/navet`.
  public var path: String
  /// The folder of what belongs to it, its tables and charts, such as `2023/navet`.
  public var folder: String

  /// A place.
  public init(path: String, folder: String) {
    self.path = path
    self.folder = folder
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

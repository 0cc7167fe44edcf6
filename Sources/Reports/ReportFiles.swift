internal import Labels
internal import TableFiles
public import Workspace

/// One file of a rendered report.
public struct ReportFile: Hashable, Sendable {
  /// The path below the folder of reports, such as `2023/navet/goals.csv`.
  public var path: String
  /// What stands in it.
  public var content: String
}

/// Everything that a year's report consists of, as files.
public enum ReportFiles {
  /// Renders the director's page and the reports of the units as text, and every table as CSV.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - year: The year.
  ///   - text: How to write text.
  ///   - csv: How to write tables.
  /// - Returns: The files, the director's page first.
  public static func render(
    _ workspace: LoadedWorkspace, year: Int, text: TextRenderer, csv: CSVRenderer
  ) -> [ReportFile] {
    let findings = workspace.findings()
    let page = DirectorReport.document(workspace, year: year)
    var files = [ReportFile(path: "\(year)/\(page.id).txt", content: text.render(page))]
    files += DirectorReport.dataTables(of: page, workspace, year: year).map {
      ReportFile(path: "\(year)/\($0.id).csv", content: csv.render($0))
    }
    for unit in workspace.units {
      guard
        let document = UnitReport.document(workspace, unit: unit, year: year, findings: findings)
      else { continue }
      files.append(ReportFile(path: "\(year)/\(unit.id).txt", content: text.render(document)))
      files += document.tables.map {
        ReportFile(path: "\(year)/\(unit.id)/\($0.id).csv", content: csv.render($0))
      }
    }
    return files
  }
}

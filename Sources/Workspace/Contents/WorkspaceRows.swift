package import Diagnostics
package import Indicators
package import Surveys

/// The rows of persons in the surveys and case logs of a workspace, for whoever asks its own questions
/// with SQL.
///
/// ``WorkspaceLoader/loadWithRows(folder:day:)`` is the one way to them. No member of a
/// ``LoadedWorkspace`` gives a row, so what is handed a workspace can show counts alone.
package struct WorkspaceRows: Sendable {
  /// The rows of one unit.
  package struct Unit: Sendable {
    package let surveys: [SurveyData]
    package let caseLogs: [CaseLog]
  }

  /// The units in the order of the workspace.
  package let units: [Unit]

  init(_ workspace: LoadedWorkspace) {
    units = workspace.units.map { unit in
      Unit(surveys: unit.surveys.map(\.data), caseLogs: unit.caseLogs.map(\.log))
    }
  }
}

extension WorkspaceLoader {
  /// Reads a workspace as ``load(folder:day:)`` does, and the rows of its persons.
  package static func loadWithRows(
    folder: String, day: ReportingDay = ReportingDay()
  ) throws(Diagnostic) -> (workspace: LoadedWorkspace, rows: WorkspaceRows) {
    let workspace = try load(folder: folder, day: day)
    return (workspace, WorkspaceRows(workspace))
  }
}

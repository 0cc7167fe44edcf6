package import Diagnostics
package import Indicators
package import Surveys
package import Tables

/// The rows of a workspace: persons in surveys and case logs, and every table of a unit's folder; for
/// whoever asks its own questions with SQL.
///
/// ``WorkspaceLoader/loadWithRows(folder:day:)`` is the one way to them. No member of a
/// ``LoadedWorkspace`` gives a row of a person, so what is handed a workspace can show counts alone.
package struct WorkspaceRows: Sendable {
  /// The rows of one unit.
  package struct Unit: Sendable {
    package let surveys: [SurveyData]
    package let caseLogs: [CaseLog]
    /// Named `unit/name`.
    package let tables: [Table]
  }

  /// The units in the order of the workspace.
  package let units: [Unit]

  init(_ workspace: LoadedWorkspace) {
    units = workspace.units.map { unit in
      Unit(
        surveys: unit.surveys.map(\.data), caseLogs: unit.caseLogs.map(\.log),
        tables: unit.allTables.map(\.table))
    }
  }
}

extension WorkspaceLoader {
  /// Reads a workspace as ``load(folder:day:)`` does, and gives its rows too.
  package static func loadWithRows(
    folder: String, day: ReportingDay = ReportingDay()
  ) throws(Diagnostic) -> (workspace: LoadedWorkspace, rows: WorkspaceRows) {
    let workspace = try load(folder: folder, day: day)
    return (workspace, WorkspaceRows(workspace))
  }
}

internal import Diagnostics
internal import Indicators
internal import Labels
internal import Tables
internal import Workspace

/// The goals of a workspace as a table: what was wanted, what was reached, and the verdict. Figures
/// are computed where they can be, as in the reports.
enum GoalTable {
  /// A column and how its cell comes from an assessment.
  private struct GoalColumn {
    let name: String
    let type: ColumnType
    let cell: (Assessment) -> Cell

    init(_ name: String, _ type: ColumnType, _ cell: @escaping (Assessment) -> Cell) {
      self.name = name
      self.type = type
      self.cell = cell
    }

    static func text(_ name: String, _ value: @escaping (Assessment) -> String?) -> GoalColumn {
      GoalColumn(name, .text) { value($0).map { .text($0) } ?? .null }
    }

    static func real(_ name: String, _ value: @escaping (Assessment) -> Double?) -> GoalColumn {
      GoalColumn(name, .real) { value($0).map { .real($0) } ?? .null }
    }

    static func integer(_ name: String, _ value: @escaping (Assessment) -> Int?) -> GoalColumn {
      GoalColumn(name, .integer) { value($0).map { .integer(Int64($0)) } ?? .null }
    }

    static func flag(_ name: String, _ value: @escaping (Assessment) -> Bool?) -> GoalColumn {
      GoalColumn(name, .boolean) { value($0).map { .boolean($0) } ?? .null }
    }
  }

  static func table(of workspace: LoadedWorkspace) -> Table {
    let assessments = workspace.goals.map(workspace.assess)
    let doubts = workspace.doubts(about: assessments.compactMap(\.deciding))
    let columns =
      columns + [
        .flag("doubted") { assessment in
          assessment.deciding.map { doubts[$0.id] != nil }
        }
      ]
    let built = columns.map { column in
      var builder = ColumnBuilder(column.type)
      for assessment in assessments { builder.append(column.cell(assessment)) }
      return builder.column
    }
    return Table(
      name: UnitedTable.goals.rawValue, schema: Schema(columns.map { Field($0.name, $0.type) }),
      columns: built)
  }

  private static var columns: [GoalColumn] {
    [
      .text("unit", \.goal.unit), .text("id", \.goal.id), .integer("year", \.goal.year),
      GoalColumn("ends", .date) { .date($0.goal.lastDay) },
      .text("label_sv", \.goal.label.swedish), .text("label_en", \.goal.label.english),
      .text("kind", \.goal.kind.rawValue), .text("part_of", \.goal.group),
      .text("measure") { $0.goal.measure?.rawValue }, .real("target_value", \.goal.target),
      .real("target_upper", \.goal.upperTarget),
      .text("target_unit") { $0.goal.measurementUnit?.name },
      .text("direction") { $0.goal.direction?.rawValue },
      .text("outcome_id") { $0.deciding?.id }, .real("outcome") { $0.deciding?.value },
      .real("of_total") { $0.deciding?.total },
      .text("outcome_unit") { $0.deciding?.measurementUnit?.name },
      .flag("computed") { $0.deciding.map { $0.computed != nil } },
      .real("fulfilment", \.fulfilment), .text("verdict", \.verdict.rawValue),
      .text("reason", \.reason.id), .text("stated_status") { $0.statedStatus?.rawValue },
      .flag("differs", \.differs), .text("certainty") { $0.certainty?.id },
      .real("goal_probability", \.goalProbability), .integer("baseline_year") { $0.baseline?.year },
      .real("baseline", \.baselineValue), .real("gap", \.gap),
      .text("document") { ($0.deciding?.source ?? $0.goal.sources.first)?.document },
      .integer("line") { ($0.deciding?.source ?? $0.goal.sources.first)?.line },
    ]
  }
}

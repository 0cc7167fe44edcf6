internal import Indicators
internal import Surveys
internal import Tables
internal import Workspace

/// The tables that hold what all units have, with a column `unit`.
enum UnitedTable: String, CaseIterable {
  case responses, invitations, population, cases, goals, targets, outcomes, activities, controls

  /// Whether its rows are of single persons or of their cases: of them only counts are published.
  var holdsPersons: Bool {
    switch self {
    case .responses, .invitations, .cases: true
    case .population, .goals, .targets, .outcomes, .activities, .controls: false
    }
  }

  /// Where the rows come from, for SHOW TABLES.
  var origin: String {
    switch self {
    case .responses: "surveys: a row a person and question, with the answer's code"
    case .invitations: "surveys: a row an invited person"
    case .population: "surveys: how many were invited, by wave and group"
    case .cases: "case logs of all units"
    case .goals: "goals of all units and years with outcome, fulfilment and verdict"
    default: "\(rawValue).csv of all units"
    }
  }

  /// The rows of all units, in the order of the workspace.
  func table(of workspace: LoadedWorkspace, _ rows: WorkspaceRows) -> Table {
    if self == .goals { return GoalTable.table(of: workspace) }
    let parts = zip(workspace.units, rows.units).flatMap { unit, rows -> [UnitedPart] in
      func part(_ table: Table, _ ids: [(String, String)], _ names: [String: String] = [:])
        -> UnitedPart
      {
        UnitedPart(table: table, ids: [("unit", unit.id)] + ids, names: names)
      }
      switch self {
      case .responses:
        return rows.surveys.map {
          part($0.answersTable, [("survey", Self.folder($0.definition.id))])
        }
      case .invitations:
        return rows.surveys.map {
          part($0.peopleTable, [("survey", Self.folder($0.definition.id))])
        }
      case .population:
        return rows.surveys.map {
          part($0.populationTable, [("survey", Self.folder($0.definition.id))])
        }
      case .cases:
        return rows.caseLogs.map {
          part(
            $0.table, [("log", Self.folder($0.definition.id))], $0.definition.columns.meanings)
        }
      case .goals: return []
      case .targets, .outcomes, .activities, .controls:
        return rows.tables.filter { $0.name == "\(unit.id)/\(rawValue)" }.map { part($0, []) }
      }
    }
    return UnitedPart.table(of: parts, named: rawValue, types: types)
  }

  /// What columns hold whatever one file makes of it.
  private var types: [String: ColumnType] {
    switch self {
    case .invitations: ["substitute": .boolean]
    case .targets: ["target_value": .real]
    case .outcomes: ["value": .real, "of_total": .real]
    case .responses, .population, .cases, .goals, .activities, .controls: [:]
    }
  }

  /// `survey` of `medarbetarcentrum/survey`.
  private static func folder(_ id: String) -> String {
    id.split(separator: "/").last.map(String.init) ?? id
  }
}

internal import Diagnostics
internal import Query
internal import TableFiles
internal import WorkspaceQuery

/// Finds what one cell depends on.
struct CellPlanner {
  let cell: NotebookCell
  let names: [String: Int]
  let parameters: [String: ParameterValue]
  let tables: WorkspaceCatalogue
  let folder: NotebookFolder
  let files: InputFiles
  let commands: any CommandRunning
  let hasWorkspace: Bool
  let rows: SurveyRows

  func plan() -> CellPlan {
    var plan = CellPlan()
    if let problem = cell.problem {
      plan.failure = CellFailure(problem, line: cell.line)
      return plan
    }
    do {
      switch cell.kind {
      case .sql: try readQuery(&plan)
      case .command: try readCommand(&plan)
      }
    } catch let failure as CellFailure {
      plan.failure = failure
    } catch let error as QueryError {
      plan.failure = CellFailure(error, in: cell)
    } catch let problem as Diagnostic {
      plan.failure = CellFailure(
        message: problem.message, line: cell.line + 1, reason: problem.reason, fixes: problem.fixes)
    } catch {
      plan.failure = CellFailure(message: "\(error)", line: cell.line)
    }
    return plan
  }

  // MARK: Queries

  private func readQuery(_ plan: inout CellPlan) throws {
    let references = try StatementReferences(cell.text)
    guard references.isQuery else {
      throw QueryError(
        "a cell holds a query", at: 1,
        hint: "SHOW TABLES, DESCRIBE, SUMMARIZE and EXPLAIN are for nyckeltal query")
    }
    for parameter in references.parameters {
      _ = try value(of: parameter.name, at: parameter.position, &plan)
    }
    for function in references.functions {
      switch function.name {
      case "working_days": plan.usesCalendar = true
      case "now", "current_date", "current_timestamp", "localtimestamp", "current_timestamp_n",
        "localtimestamp_n":
        guard parameters["day"] == nil else {
          plan.parameters.append("day")
          continue
        }
        throw QueryError(
          "a notebook does not change with the clock", at: function.position,
          hint: "say which day it is: add   day: 2023-12-31   at the head of the notebook")
      default: break
      }
    }
    for table in references.tables {
      do {
        let parameter = ParameterValue.parameter(ofTable: table.name)
        let named = try parameter.map { try value(of: $0, at: table.position, &plan).text }
        try add(table: named ?? table.name, to: &plan)
      } catch var error as QueryError {
        error.position = table.position
        throw error
      }
    }
  }

  private func value(
    of parameter: String, at position: Int, _ plan: inout CellPlan
  ) throws -> ParameterValue {
    plan.parameters.append(parameter)
    if let value = parameters[parameter] { return value }
    throw QueryError(
      "there is no parameter $\(parameter)", at: position,
      hint: "add   \(parameter): …   between the lines --- at the head of the notebook")
  }

  // MARK: Commands

  private func readCommand(_ plan: inout CellPlan) throws {
    for word in CommandWords.split(cell.text) {
      guard word.hasPrefix("$") else {
        plan.words.append(word)
        continue
      }
      let name = String(word.dropFirst())
      guard let value = parameters[name] else {
        throw CellFailure(
          message: "there is no parameter \(word)", line: cell.line + 1,
          fixes: [
            suggestion(for: name, among: parameters.keys.sorted())
              ?? "add   \(name): …   between the lines --- at the head of the notebook"
          ])
      }
      plan.parameters.append(name)
      plan.words.append(value.text)
    }
    let needs = try commands.needs(of: plan.words)
    if needs.readsWorkspace {
      guard hasWorkspace else {
        throw CellFailure(
          message: "the notebook names no workspace", line: cell.line + 1,
          fixes: ["add   workspace: ../datasets   between the lines --- at its head"])
      }
      plan.readsWorkspace = true
      // What a running year is told of depends on the day.
      if parameters["day"] != nil { plan.parameters.append("day") }
    }
    for table in needs.tables { try add(table: table, to: &plan) }
  }

  // MARK: Tables

  private func add(table name: String, to plan: inout CellPlan) throws {
    if let index = names[name] {
      if !plan.cells.contains(index) { plan.cells.append(index) }
      return
    }
    if name == "-" {
      throw QueryError("a notebook has no standard input", hint: "name a file")
    }
    if DataFiles.isPath(name) {
      guard DataFiles.isPattern(name), !DataFiles.isFile(folder.path(name)) else {
        return try add(file: name, to: &plan)
      }
      for file in files.paths(pattern: name) { try refuse(file: file) }
      if !plan.patterns.contains(name) { plan.patterns.append(name) }
      return
    }
    if hasWorkspace, SurveyRows.holds(table: name) {
      // A command takes rows as they are.
      guard cell.kind == .sql else { throw SurveyRows.refusal(ofTable: name) }
      plan.isPublished = true
    }
    switch try tables.place(named: name) {
    case .workspace?:
      plan.readsWorkspace = true
      if parameters["day"] != nil { plan.parameters.append("day") }
    case .file(let path)?: try add(file: folder.name(path), to: &plan)
    case nil:
      let known = names.keys.sorted() + tables.tableNames
      throw QueryError(
        "there is no table \"\(name)\"", hint: suggestion(for: name, among: known))
    }
  }

  private func add(file name: String, to plan: inout CellPlan) throws {
    try refuse(file: folder.path(name))
    if !plan.files.contains(name) { plan.files.append(name) }
  }

  /// What is no file never ends, or waits for somebody to write: it is refused before it is hashed.
  private func refuse(file path: String) throws {
    if let refusal = rows.refusal(ofFile: path) { throw refusal }
    if RegularFile.isOther(path) {
      throw QueryError(
        "\"\(folder.name(path))\" is no file", hint: "a notebook reads files, not devices or pipes")
    }
  }
}

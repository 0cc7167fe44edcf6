internal import Diagnostics
internal import Indicators
internal import Labels
internal import Plans
internal import Surveys
internal import TableFiles
internal import Tables

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads the folder of one unit.
///
/// `targets.csv`, `outcomes.csv`, `activities.csv`, `controls.csv`, `projects.csv` and `rules.csv`
/// have a fixed meaning, in any format; any other data file is a table that computations can use. A
/// subfolder
/// with `survey.yaml` is a survey, one with `cases.yaml` a case log; either may state goals.
struct UnitReader {
  let id: String
  let folder: String
  let vocabulary: IndicatorVocabulary
  let problems: ProblemCollector

  private var path: String { folder.appending(path: id) }
  private var loader: TableLoader { TableLoader(problems: problems) }

  func read(defaultYear: Int) -> (UnitContents, [Computation]) {
    let definition = definitionNode()
    let label = definition?.requiredLabel("label") ?? Label(same: id)
    var unit = UnitContents(id: id, label: label.isEmpty ? Label(same: id) : label)
    definition?.allow([
      "label", "short", "tables", "before_after", "report", "renamed_from", "merged_into",
    ])
    if let definition {
      unit.shortLabel = definition.label("short")
      unit.template = definition.reportTemplate()
      unit.mergedInto = definition.text("merged_into")
      unit.formerNames = definition.formerNames()
    }
    let folderCheck = FolderCheck(folder: path, problems: problems)
    var files: [String: String] = [:]
    for name in folderCheck.names.filter(TableFile.holdsTable) {
      let stem = name.withoutPathExtension
      if let other = files[stem] {
        reportSecond(name, beside: other, table: stem)
        continue
      }
      files[stem] = name
      readTable(name, definition?["tables"], into: &unit)
    }
    let described = definition?.mapping("tables")?.entries ?? []
    for (key, node) in described
    where !unit.allTables.contains(where: { $0.table.name == "\(id)/\(key)" }) {
      problems.add(
        Diagnostic(
          .error, "table-missing", at: node.location, "there is no table '\(key)'",
          because:
            "the folder holds no file '\(key)' of a format that is read as a table, such as \(key).csv",
          fixes: [
            closestName(
              to: key, in: unit.allTables.map { String($0.table.name.dropFirst(id.count + 1)) }
            )
            .map { "did you mean '\($0)'?" }
          ].compactMap(\.self)))
    }
    var computations: [Computation] = []
    for name in folderCheck.names where !name.contains(".") {
      computations += readSubfolder(name, into: &unit)
    }
    let studied = (definition?.list("before_after") ?? []).compactMap { $0.text("table") }
    folderCheck.report(
      tables: FolderCheck.unitTables, definitions: ["unit", "computed"],
      used: Set(described.map(\.key) + studied))
    folderCheck.reportUndefined()
    for file in ["survey.yaml", "cases.yaml"] {
      folderCheck.reportUnread(
        with: file, { !$0.contains(".") }, "the folder is not read: its name holds a point",
        { "call it \($0.split(separator: ".").first ?? "survey")" })
    }
    for node in definition?.list("before_after") ?? [] {
      readStudy(node, defaultYear, into: &unit)
    }
    let computed = join(path, "computed.yaml")
    if FileManager.default.fileExists(atPath: computed),
      let file = DefinitionFile.read(computed, named: computed, problems: problems)
    {
      computations += Computation.read(file)
    }
    return (unit, computations)
  }

  /// A table has one file: of two, who can say which is meant?
  private func reportSecond(_ name: String, beside other: String, table stem: String) {
    problems.add(
      Diagnostic(
        .error, "table-twice", at: SourceLocation(file: join(path, name)),
        "the table '\(stem)' stands in two files", because: "\(other) is read, and this one is not",
        fixes: ["take one of them away, or give it another name"]))
  }

  private func definitionNode() -> DefinitionNode? {
    guard FileManager.default.fileExists(atPath: path) else {
      problems.add(
        Diagnostic(
          .error, "unit-missing", at: SourceLocation(file: path),
          "the folder of unit '\(id)' is missing",
          because: "\(WorkspaceLoader.definitionFile) lists it among the units",
          fixes: ["create the folder", "take '\(id)' off the list"]))
      return nil
    }
    let file = join(path, "unit.yaml")
    return DefinitionFile.read(file, named: file, problems: problems)
  }

  // MARK: Tables

  private func readTable(
    _ name: String, _ definitions: DefinitionNode?, into unit: inout UnitContents
  ) {
    let stem = name.withoutPathExtension
    let file = join(path, name)
    guard let table = loader.read(file, table: "\(id)/\(stem)") else { return }
    unit.allTables.append(
      UnitTable(table: table, definition: definitions?[stem].map { tableDefinition($0, table) }))
    switch stem {
    case "targets":
      let (goals, more) = Goal.read(table, unit: id, vocabulary: vocabulary)
      unit.goals = goals
      problems.add(more)
      reportUnknownColumns(table, Goal.columns)
    case "outcomes":
      let (outcomes, more) = Outcome.read(table, unit: id, vocabulary: vocabulary)
      unit.outcomes = outcomes
      problems.add(more)
      reportUnknownColumns(table, Outcome.columns)
    case "activities":
      let plan = ActivityPlan(table)
      unit.activities = plan.activities
      problems.add(plan.diagnostics)
      reportMisspelt(table, ActivityPlan.columns)
    case "controls":
      let plan = InternalControlPlan(table)
      unit.controls = plan.areas
      problems.add(plan.diagnostics)
      reportMisspelt(table, InternalControlPlan.columns)
    case "projects":
      let report = ProjectReport(table)
      unit.projectMeasures = report.measures
      problems.add(report.diagnostics)
      reportMisspelt(table, ProjectReport.columns)
    case "rules":
      unit.consistencyRules = ConsistencyRule.read(table)
      reportUnknownColumns(table, ConsistencyRule.columns)
    default: break
    }
    reportTwice(unit, in: stem)
  }

  private func tableDefinition(_ node: DefinitionNode, _ table: Table) -> TableDefinition {
    node.allow([
      "title", "unit", "provenance", "day", "value", "rows", "columns", "totals", "statements",
      "notes",
    ])
    var layout: CrossLayout?
    var statements: StatementLayout?
    if node["statements"] != nil {
      statements = StatementLayout(
        value: column(node, "value", table), rows: column(node, "rows", table),
        statements: column(node, "statements", table), notes: node.text("notes"))
    } else if node["value"] != nil {
      layout = CrossLayout(
        value: column(node, "value", table), rows: column(node, "rows", table),
        columns: column(node, "columns", table), rowTotal: node["totals"]?.text("row"),
        columnTotal: node["totals"]?.text("column"))
      _ = node.mapping("totals", of: ["row", "column"])
    }
    if let unit = node.text("unit"), vocabulary.measurementUnits[unit] == nil {
      node["unit"]?.wrong("a unit that measurement-units.csv lists")
    }
    return TableDefinition(
      title: node.requiredLabel("title"), provenance: node.provenance(),
      measurementUnit: node.text("unit"),
      day: node["day"] == nil ? nil : dayColumn(node, table), layout: layout,
      statements: statements)
  }

  /// The column that a table's rows have their days in.
  private func dayColumn(_ node: DefinitionNode, _ table: Table) -> String? {
    let name = column(node, "day", table)
    guard let position = table.schema.position(of: name) else { return nil }
    let type = table.schema.fields[position].type
    guard type == .date || type == .timestamp || table.rowCount == 0 else {
      node["day"]?.wrong("a column that holds nothing but days, such as 2023-08-31")
      return nil
    }
    return name
  }

  private func column(_ node: DefinitionNode, _ key: String, _ table: Table) -> String {
    guard let name = node.required(key) else { return "" }
    if table.schema.position(of: name) == nil {
      problems.add(
        Diagnostic(
          .error, "table-column", at: node[key]?.location ?? node.location,
          "table '\(table.name)' has no column '\(name)'",
          fixes: [nearest(to: name, in: table.schema.names)].compactMap(\.self),
          found: table.schema.names))
    }
    return name
  }

  private func reportUnknownColumns(_ table: Table, _ known: [String]) {
    problems.reportColumns(of: table, known: known)
  }

  /// Columns of a table that may have others, which are nearly those that mean something and are not there.
  private func reportMisspelt(_ table: Table, _ known: [String]) {
    problems.reportColumns(of: table, known: known, onlyMisspelt: true)
  }

  /// What stands twice in a table whose rows all count, or whose names findings give.
  private func reportTwice(_ unit: UnitContents, in stem: String) {
    switch stem {
    case "controls":
      problems.reportTwice(
        unit.controls.map { ([$0.section, $0.area], $0.source.location) },
        code: "control-duplicate", { "'\($0.compactMap(\.self).last ?? "")'" },
        effect: ", and both count")
    case "projects":
      problems.reportTwice(
        unit.projectMeasures.map { ([$0.project, $0.id], $0.source.location) },
        code: "project-duplicate", { "'\($0.last ?? "")'" }, effect: ", and both count",
        fix: "take one of them away, or give it another id")
    case "rules":
      problems.reportTwice(
        unit.consistencyRules.map { ($0.id, $0.location) }, { "rule '\($0)'" },
        fix: "give one of them another id")
    default: break
    }
  }

  // MARK: Surveys, case logs, studies

  /// Reads what a folder defines, and gives the computations of the goals that it states.
  private func readSubfolder(_ name: String, into unit: inout UnitContents) -> [Computation] {
    let folder = join(path, name)
    func goals(of file: String) -> DefinedGoals {
      DefinedGoals(
        unit: id, document: "\(id)/\(name)/\(file)", vocabulary: vocabulary, problems: problems)
    }
    var (surveyGoals, caseGoals) = (goals(of: "survey.yaml"), goals(of: "cases.yaml"))
    let survey = join(folder, "survey.yaml")
    if FileManager.default.fileExists(atPath: survey),
      let node = DefinitionFile.read(survey, named: survey, problems: problems),
      let found = SurveyReader(id: "\(id)/\(name)", folder: folder, loader: loader).read(node)
    {
      unit.surveys.append(found)
      for goal in SurveyGoalReader(definition: found.definition).read(node) {
        surveyGoals.add(goal, of: found, folder: name)
      }
    }
    let check = FolderCheck(folder: folder, problems: problems)
    check.reportLinks()
    check.reportUndefined()
    let cases = join(folder, "cases.yaml")
    if FileManager.default.fileExists(atPath: cases),
      let node = DefinitionFile.read(cases, named: cases, problems: problems),
      let found = CaseLogReader(id: "\(id)/\(name)", folder: folder, loader: loader).read(node)
    {
      unit.caseLogs.append(found.log)
      for goal in found.goals { caseGoals.add(goal, of: found.log, folder: name) }
    }
    for defined in [surveyGoals, caseGoals] {
      unit.goals += defined.goals
      unit.outcomes += defined.outcomes
    }
    return surveyGoals.computations + caseGoals.computations
  }

  private func readStudy(
    _ node: DefinitionNode, _ defaultYear: Int, into unit: inout UnitContents
  ) {
    node.allow(["id", "title", "table", "year", "threshold", "goal", "provenance"])
    guard let name = node.identifier("id"), let tableName = node.required("table") else { return }
    guard let table = unit.allTables.first(where: { $0.table.name == "\(id)/\(tableName)" })?.table
    else {
      problems.add(
        Diagnostic(
          .error, "table-missing", at: node["table"]?.location ?? node.location,
          "there is no table '\(tableName)'",
          fixes: [suggestion(for: tableName, among: unit.allTables.map(\.table.name))]
            .compactMap(\.self)))
      return
    }
    let measurement = GroupMeasurement(table)
    problems.add(measurement.diagnostics)
    do throws(Diagnostic) {
      unit.beforeAfters.append(
        BeforeAfterStudy(
          id: name, title: node.requiredLabel("title"), provenance: node.provenance(),
          year: node.integer("year") ?? defaultYear, goal: node.text("goal"),
          result: try measurement.result(threshold: node.number("threshold") ?? 0.10),
          table: table.name, location: table.rows.first?.location))
    } catch {
      problems.add(error)
    }
  }

  // MARK: Files

  private func join(_ folder: String, _ name: String) -> String {
    folder.appending(path: name)
  }
}

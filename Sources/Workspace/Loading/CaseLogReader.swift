internal import Diagnostics
internal import Indicators
internal import Labels
internal import Tables

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads a case log: `cases.yaml` with its columns and limits, and the file of its cases.
struct CaseLogReader {
  let id: String
  let folder: String
  let loader: TableLoader

  /// The log, and the goals that its definition states.
  func read(_ node: DefinitionNode) -> (log: UnitCaseLog, goals: [CaseGoal])? {
    node.allow([
      "title", "provenance", "data", "columns", "limits", "subsets", "about_persons", "goals",
    ])
    guard let columns = node["columns"] else {
      _ = node.required("columns")
      return nil
    }
    columns.allow([
      "id", "received", "answered", "paused_from", "paused_to", "closed", "category",
    ])
    guard let received = columns.required("received") else { return nil }
    var definition = CaseLogDefinition(
      id: id, title: node.requiredLabel("title"),
      provenance: node.provenance(parts: ["limits"]),
      columns: CaseColumns(
        id: columns.text("id"), received: received, answered: columns.text("answered"),
        pausedFrom: columns.text("paused_from"), pausedTo: columns.text("paused_to"),
        closed: columns.text("closed"), category: columns.text("category")),
      limits: node.list("limits").compactMap(limit),
      subsets: node.list("subsets").compactMap(subset),
      isAboutPersons: node["about_persons"] == nil || node.flag("about_persons"),
      location: SourceLocation(file: node.file))
    var reader = CaseGoalReader(columns: definition.columns, limits: definition.limits)
    let goals = reader.read(node)
    definition.limits = reader.limits
    let name = node.text("data") ?? "cases.csv"
    let path = folder.appending(path: name)
    // Flags compare as the text that conditions give.
    let types = Dictionary(
      definition.subsets.map { ($0.condition.column, ColumnType.text) },
      uniquingKeysWith: { a, _ in a })
    guard let table = loader.read(path, table: "\(id)/cases", types: types) else {
      guard !FileManager.default.fileExists(atPath: path) else { return nil }
      node.problems.add(
        Diagnostic(
          .error, "file-missing", at: node["data"]?.location ?? node.location,
          "the case log has no file '\(name)'", because: "it is looked for at \(path)",
          fixes: ["add the file", "name another file:   data: file.csv"]))
      return nil
    }
    let log = CaseLog(definition: definition, table: table)
    node.problems.add(log.diagnostics)
    return (UnitCaseLog(log), goals)
  }

  private func limit(_ node: DefinitionNode) -> CaseLimit? {
    node.allow(["id", "label", "from", "to", "working_days", "hours", "where", "invented"])
    guard let id = node.identifier("id"), let from = node.required("from"),
      let to = node.required("to")
    else { return nil }
    let duration: CaseLimit.Duration
    if let days = node.integer("working_days") {
      guard (0...10_000).contains(days) else {
        node["working_days"]?.wrong("working days from 0 to 10 000")
        return nil
      }
      duration = .workingDays(days)
    } else if let hours = node.number("hours") {
      duration = .hours(hours)
    } else {
      node.problems.add(
        Diagnostic(
          .error, "case-limit", at: node.location, "limit '\(id)' does not say how long",
          fixes: ["working_days: 5", "hours: 72"]))
      return nil
    }
    return CaseLimit(
      id: id, label: node.label("label") ?? Label(same: id), from: from, to: to,
      duration: duration, condition: node["where"].flatMap(condition),
      isInvented: node.flag("invented"))
  }

  private func subset(_ node: DefinitionNode) -> CaseSubset? {
    node.allow(["id", "label", "column", "equals"])
    guard let id = node.identifier("id"), let condition = condition(node) else { return nil }
    return CaseSubset(id: id, label: node.label("label") ?? Label(same: id), condition: condition)
  }

  private func condition(_ node: DefinitionNode) -> CaseCondition? {
    guard let column = node.required("column"), let equals = node.required("equals") else {
      return nil
    }
    return CaseCondition(column: column, equals: equals)
  }
}

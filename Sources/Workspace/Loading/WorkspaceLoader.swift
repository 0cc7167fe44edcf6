public import Diagnostics
internal import Dispatch
internal import Foundation
internal import Indicators
internal import Labels
internal import Plans
internal import Synchronization
internal import TableFiles
internal import Tables

/// Reads a workspace from its folder.
public enum WorkspaceLoader {
  /// The file that makes a folder a workspace.
  public static let definitionFile = "nyckeltal.yaml"

  /// Reads everything in a workspace and computes the outcomes that can be computed.
  ///
  /// - Throws: A `Diagnostic` when the folder is no workspace. Whatever else is wrong is in
  ///   ``LoadedWorkspace/diagnostics``, and the rest is read all the same.
  public static func load(folder: String) throws(Diagnostic) -> LoadedWorkspace {
    let problems = ProblemCollector()
    let path = (folder as NSString).appendingPathComponent(definitionFile)
    guard FileManager.default.fileExists(atPath: path) else {
      throw Diagnostic(
        .error, "no-workspace", at: SourceLocation(file: folder), "the folder is not a workspace",
        because: "it holds no \(definitionFile)",
        fixes: ["name another folder with --workspace", "see README.md for how to start one"])
    }
    guard let root = DefinitionFile.read(path, named: path, problems: problems) else {
      throw problems.diagnostics[0]
    }
    var loading = WorkspaceLoading(folder: folder, root: root, problems: problems)
    return loading.run()
  }
}

private struct WorkspaceLoading {
  let folder: String
  let root: DefinitionNode
  let problems: ProblemCollector
  var computations: [Computation] = []

  mutating func run() -> LoadedWorkspace {
    root.allow([
      "title", "year", "calendar", "days_off", "verdicts", "follow_up_months", "documents", "units",
    ])
    var workspace = LoadedWorkspace(
      folder: folder, title: root.requiredLabel("title"), year: year(), calendar: calendar(),
      followUps: followUps(), rules: rules(), documents: documents(), units: [], codes: codes(),
      measurementUnits: measurementUnits(), contradictions: contradictions(), diagnostics: [])
    let vocabulary = IndicatorVocabulary(measurementUnits: workspace.measurementUnits)
    for part in readUnits(vocabulary, defaultYear: workspace.year) {
      workspace.units.append(part.unit)
      computations += part.computations
      problems.add(part.diagnostics)
    }
    var computer = OutcomeComputer(
      workspace: workspace, computations: computations, problems: problems)
    let computed = computer.computed()
    for unit in workspace.units.indices {
      workspace.units[unit].outcomes = workspace.units[unit].outcomes.map { computed[$0.id] ?? $0 }
    }
    workspace.diagnostics = problems.diagnostics
    return workspace
  }

  private struct UnitPart: Sendable {
    var unit: UnitContents
    var computations: [Computation]
    var diagnostics: [Diagnostic]
  }

  /// Reads the units side by side; the result is in the order of the definition all the same.
  private func readUnits(_ vocabulary: IndicatorVocabulary, defaultYear: Int) -> [UnitPart] {
    let ids = root.texts("units")
    let folder = folder
    let parts = Mutex([UnitPart?](repeating: nil, count: ids.count))
    DispatchQueue.concurrentPerform(iterations: ids.count) { index in
      let problems = ProblemCollector()
      let reader = UnitReader(
        id: ids[index], folder: folder, vocabulary: vocabulary, problems: problems)
      let (unit, computations) = reader.read(defaultYear: defaultYear)
      let part = UnitPart(
        unit: unit, computations: computations, diagnostics: problems.diagnostics)
      parts.withLock { $0[index] = part }
    }
    return parts.withLock { $0.compactMap(\.self) }
  }

  private func year() -> Int {
    guard let year = root.integer("year") else {
      _ = root.required("year")
      return 2000
    }
    return year
  }

  private func calendar() -> WorkingCalendar {
    let name = root.text("calendar") ?? WorkingCalendar.sverige.name
    let daysOff = root.list("days_off").compactMap { node -> CalendarDate? in
      guard let text = node.text, let date = CalendarDate(iso: text) else {
        node.wrong("a date such as 2023-12-27")
        return nil
      }
      return date
    }
    if let calendar = WorkingCalendar.named(name, extraDaysOff: daysOff) { return calendar }
    problems.add(
      Diagnostic(
        .error, "calendar", at: root["calendar"]?.location ?? root.location,
        "there is no calendar '\(name)'",
        fixes: [suggestion(for: name, among: WorkingCalendar.names)].compactMap(\.self)))
    return .sverige
  }

  private func followUps() -> FollowUpCalendar {
    guard let node = root["follow_up_months"] else { return .threeTimesAYear }
    let months = node.elements.compactMap { $0.text.flatMap(Int.init) }
    guard months.count == node.elements.count, let calendar = FollowUpCalendar(months: months) else {
      node.wrong("months from 1 to 12")
      return .threeTimesAYear
    }
    return calendar
  }

  private func rules() -> AssessmentRules {
    var rules = AssessmentRules()
    if let node = root["verdicts"] {
      node.allow(["nearly", "approximate"])
      rules.nearlyFloor = node.number("nearly") ?? rules.nearlyFloor
      rules.approximateFloor = node.number("approximate") ?? rules.approximateFloor
    }
    return rules
  }

  private func documents() -> [Document] {
    (root["documents"]?.entries ?? []).map { id, node in
      node.allow(["file", "title"])
      return Document(id: id, file: node.text("file") ?? id, title: node.requiredLabel("title"))
    }
  }

  private func codes() -> CodeLabels {
    var codes = CodeLabels()
    for row in rows("codes.csv") {
      guard let column = row.text("column"), let code = row.text("code") else { continue }
      codes.add(
        code, column: column,
        Label(row.text("label_sv") ?? code, row.text("label_en") ?? row.text("label_sv") ?? code))
    }
    return codes
  }

  private func measurementUnits() -> [String: MeasurementUnit] {
    var units: [String: MeasurementUnit] = [:]
    for row in rows("measurement-units.csv") {
      guard let name = row.text("unit") else { continue }
      units[name] = MeasurementUnit(
        name: name, label: Label(name, row.text("label_en") ?? name),
        dimension: row.text("dimension") ?? name, factor: row.number("factor") ?? 1)
    }
    return units
  }

  private func contradictions() -> [Contradiction] {
    rows("contradictions.csv").map { row in
      Contradiction(
        id: row.text("id") ?? "", kind: row.text("kind") ?? "", unit: row.text("unit") ?? "",
        label: Label(row.text("label_sv") ?? "", row.text("label_en") ?? ""),
        values: [row.text("value_a"), row.text("value_b")].compactMap(\.self),
        sources: ["a", "b"].compactMap { side in
          row.text("document_\(side)").map {
            DocumentReference(document: $0, line: row.integer("line_\(side)"))
          }
        }, note: Label(row.text("note_sv") ?? "", row.text("note_en") ?? ""),
        location: row.location)
    }
  }

  /// The rows of a table of the workspace itself, which may be absent.
  private func rows(_ name: String) -> [Row] {
    TableLoader(problems: problems).read(
      (folder as NSString).appendingPathComponent(name), table: name)?.rows ?? []
  }
}

public import Diagnostics
internal import Dispatch
internal import Indicators
internal import Labels
internal import Plans
internal import Surveys
internal import Synchronization
internal import TableFiles
internal import Tables

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads a workspace from its folder.
public enum WorkspaceLoader {
  /// The file that makes a folder a workspace.
  public static let definitionFile = "nyckeltal.yaml"

  /// Reads everything in a workspace and computes the outcomes that can be computed.
  ///
  /// - Parameters:
  ///   - folder: The folder as the user typed it.
  ///   - day: What day it is, and as of which day the cases are counted. Years that are over do not
  ///     depend on what day it is.
  /// - Returns: The workspace, with what is wrong in its files.
  /// - Throws: A `Diagnostic` when the folder is no workspace. Whatever else is wrong is in
  ///   ``LoadedWorkspace/diagnostics``, and the rest is read all the same.
  public static func load(
    folder: String, day: ReportingDay = ReportingDay()
  ) throws(Diagnostic) -> LoadedWorkspace {
    let problems = ProblemCollector()
    let path = folder.appending(path: definitionFile)
    guard FileManager.default.fileExists(atPath: path) else {
      throw noWorkspace(folder)
    }
    guard let root = DefinitionFile.read(path, named: path, problems: problems) else {
      throw problems.diagnostics[0]
    }
    _ = try WorkspaceVersion.stated(root)
    var loading = WorkspaceLoading(folder: folder, day: day, root: root, problems: problems)
    return loading.run()
  }
}

extension WorkspaceLoader {
  static func noWorkspace(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "no-workspace", at: SourceLocation(file: folder), "the folder is not a workspace",
      because: "it holds no \(definitionFile)",
      fixes: [
        FolderCheck.misnamed(definitionFile, in: folder).map { "call \($0) \(definitionFile)" }
      ]
      .compactMap(\.self)
        + ["name another folder with --workspace", "see README.md for how to start one"])
  }
}

private struct WorkspaceLoading {
  let folder: String
  let day: ReportingDay
  let root: DefinitionNode
  let problems: ProblemCollector
  var computations: [Computation] = []

  mutating func run() -> LoadedWorkspace {
    root.allow([
      "title", "year", "calendar", "days_off", "verdicts", "follow_up_months", "documents", "units",
      "show_examples", "disclosure", "appearance", "version",
    ])
    let stated = year()
    var workspace = LoadedWorkspace(
      folder: folder, title: root.requiredLabel("title"), year: stated ?? unstatedYear, day: day,
      calendar: calendar(),
      followUps: followUps(), rules: rules(), documents: documents(), units: [],
      codes: CodeLabels(),
      measurementUnits: WorkspaceTables(folder: folder, problems: problems).measurementUnits(),
      contradictions: [],
      diagnostics: [])
    workspace.disclosure = disclosure()
    workspace.appearance = root.appearance(in: folder)
    let folderCheck = FolderCheck(folder: folder, problems: problems)
    folderCheck.report(
      tables: FolderCheck.workspaceTables, definitions: ["nyckeltal"], ending: ".csv")
    let listed = Set(root.texts("units"))
    folderCheck.reportUnread(
      with: "unit.yaml", { listed.contains($0) }, "the folder is not read: no unit is called so",
      { "add '\($0)' to units: in \(WorkspaceLoader.definitionFile)" })
    workspace.acknowledgements = WorkspaceTables(folder: folder, problems: problems)
      .acknowledgements()
    for part in readParts(workspace) {
      problems.add(part.diagnostics)
      switch part.content {
      case .unit(let unit, let more):
        workspace.units.append(unit)
        computations += more
      case .codes(let codes): workspace.codes = codes
      case .contradictions(let contradictions): workspace.contradictions = contradictions
      }
    }
    workspace.documents += definitionDocuments(workspace)
    if stated == nil { workspace.year = latestYear(workspace) }
    reportDuplicates(workspace)
    reportUnanswered(workspace)
    reportUnknownPlans(workspace)
    reportUnknownWholes(workspace)
    var open: Set<String> = []
    if let asked = day.asked {
      open = workspace.leaveOut(after: asked, computations: &computations)
    }
    // As of a day, a wave or a row that a computation wants may not be there yet: what cannot
    // be computed is not known, and no fault of the files.
    let faults = day.asked == nil ? problems : ProblemCollector()
    workspace.surveyTargets = SurveyTarget.all(computations, in: workspace)
    for computation in computations {
      guard case .survey(let figure) = computation.method, let question = figure.question else {
        continue
      }
      workspace.questionOutcomes["\(figure.survey)/\(question)", default: []]
        .append(computation.outcome)
    }
    let showsExamples = root["show_examples"] == nil || root.flag("show_examples")
    var computer = OutcomeComputer(
      workspace: workspace, shown: showsExamples ? workspace : workspace.withoutExamples,
      computations: computations, problems: faults)
    let computed = computer.computed()
    for unit in workspace.units.indices {
      workspace.units[unit].outcomes = workspace.units[unit].outcomes.map { computed[$0.id] ?? $0 }
    }
    workspace.leaveOutUncomputed(open)
    workspace.diagnostics = problems.diagnostics
    return showsExamples ? workspace : workspace.withoutExamples
  }

  /// A part of the workspace that can be read while others are.
  private struct Part: Sendable {
    enum Content: Sendable {
      case unit(UnitContents, [Computation])
      case codes(CodeLabels)
      case contradictions([Contradiction])
    }

    var content: Content
    var diagnostics: [Diagnostic]
  }

  /// The units that the definition lists. One that names a place outside the workspace is told and
  /// left out.
  private func unitIdentifiers() -> [String] {
    let names = root.list("units").filter { $0.text != nil }
    if names.isEmpty { root["units"]?.wrong("a list of units") ?? { _ = root.required("units") }() }
    var first: [String: SourceLocation] = [:]
    return names.compactMap { node -> String? in
      guard let id = node.text else { return nil }
      guard Identifier.isValid(id) else {
        node.wrong(
          "the name of a folder beside \(WorkspaceLoader.definitionFile): \(Identifier.rule)")
        return nil
      }
      guard let earlier = first[id] else {
        first[id] = node.location
        return id
      }
      // Read twice, all of it would count twice.
      problems.add(
        Diagnostic(
          .error, "id-duplicate", at: node.location, "unit '\(id)' stands twice",
          because: "it stands first at \(earlier)", fixes: ["take one of them away"]))
      return nil
    }
  }

  /// Reads the units and the larger tables side by side. The result is in a fixed order: units as
  /// the definition lists them, then the tables.
  private func readParts(_ workspace: LoadedWorkspace) -> [Part] {
    let ids = unitIdentifiers()
    let (folder, year) = (folder, workspace.year)
    let vocabulary = IndicatorVocabulary(measurementUnits: workspace.measurementUnits)
    let parts = PartList(count: ids.count + 2)
    @Sendable func read(_ index: Int) {
      let problems = ProblemCollector()
      let tables = WorkspaceTables(folder: folder, problems: problems)
      let content: Part.Content
      switch index - ids.count {
      case 0: content = .codes(tables.codes())
      case 1: content = .contradictions(tables.contradictions())
      default:
        let (unit, computations) = UnitReader(
          id: ids[index], folder: folder, vocabulary: vocabulary, problems: problems
        ).read(defaultYear: year)
        content = .unit(unit, computations)
      }
      parts.set(index, Part(content: content, diagnostics: problems.diagnostics))
    }
    // What loops within a loop of all threads runs on one thread: a single unit has them to itself.
    if ids.count == 1 {
      for index in 0..<ids.count + 2 { read(index) }
    } else {
      DispatchQueue.concurrentPerform(iterations: ids.count + 2, execute: read)
    }
    return parts.all
  }

  /// The parts as they are read.
  private final class PartList: Sendable {
    private let parts: Mutex<[Part?]>

    init(count: Int) { parts = Mutex(Array(repeating: nil, count: count)) }

    func set(_ index: Int, _ part: Part) { parts.withLock { $0[index] = part } }

    var all: [Part] { parts.withLock { $0.compactMap(\.self) } }
  }

  /// The year that the definition states; what is wrong with it is reported.
  private func year() -> Int? {
    guard let node = root["year"] else {
      problems.add(
        Diagnostic(
          .error, "definition-key", at: root.location, "the key 'year' is missing",
          because: "reports are about this year unless another is asked for",
          fixes: ["add   year: \(unstatedYear)"]))
      return nil
    }
    guard let year = node.text.flatMap({ Int($0) }), (1900...2200).contains(year) else {
      node.wrong("a year from 1900 to 2200")
      return nil
    }
    return year
  }

  /// The year to go by where the definition states none and no goal does.
  private var unstatedYear: Int { day.today?.year ?? 2000 }

  /// The latest year with goals that has begun.
  private func latestYear(_ workspace: LoadedWorkspace) -> Int {
    workspace.years.last { $0 <= day.today?.year ?? .max } ?? unstatedYear
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

  /// Months for all plans as a list, or a list for each plan that has some.
  private func followUps() -> PlanFollowUps {
    guard let node = root["follow_up_months"] else { return PlanFollowUps() }
    if node.entries.isEmpty { return PlanFollowUps(usual: followUpCalendar(node)) }
    var followUps = PlanFollowUps()
    for (plan, months) in node.entries { followUps.byPlan[plan] = followUpCalendar(months) }
    return followUps
  }

  private func followUpCalendar(_ node: DefinitionNode) -> FollowUpCalendar? {
    let months = node.elements.compactMap { $0.text.flatMap(Int.init) }
    guard months.count == node.elements.count, let calendar = FollowUpCalendar(months: months)
    else {
      node.wrong("months from 1 to 12")
      return nil
    }
    return calendar
  }

  private func reportUnknownPlans(_ workspace: LoadedWorkspace) {
    let plans = Set(workspace.units.flatMap(\.activities).compactMap(\.plan)).sorted()
    for (plan, node) in root["follow_up_months"]?.entries ?? [] where !plans.contains(plan) {
      problems.add(
        Diagnostic(
          .warning, "follow-up-plan", at: node.location, "no activity belongs to a plan '\(plan)'",
          because: plans.isEmpty ? nil : "the plans are " + plans.joined(separator: ", "),
          fixes: [closestName(to: plan, in: plans).map { "did you mean '\($0)'?" }]
            .compactMap(\.self)))
    }
  }

  /// A unit can only be a part of another one that is there.
  private func reportUnknownWholes(_ workspace: LoadedWorkspace) {
    for unit in workspace.units {
      guard let whole = unit.mergedInto, whole == unit.id || workspace.unit(whole) == nil else {
        continue
      }
      let others = workspace.units.map(\.id).filter { $0 != unit.id }
      problems.add(
        Diagnostic(
          .error, "unit-merged",
          at: SourceLocation(file: folder.appending(path: unit.id).appending(path: "unit.yaml")),
          "unit '\(unit.id)' is merged into '\(whole)', which is no other unit",
          fixes: [suggestion(for: whole, among: others)].compactMap(\.self)))
    }
  }

  /// Ids are unique in the whole workspace: outcomes, computations and formulas refer to them.
  private func reportDuplicates(_ workspace: LoadedWorkspace) {
    let named =
      workspace.goals.map { ("goal", $0.id, $0.locations[0]) }
      + workspace.outcomes.map { ("outcome", $0.id, $0.location) }
      + computations.map { ("computed outcome", $0.outcome, $0.location) }
    var first: [String: SourceLocation] = [:]
    for (kind, id, location) in named {
      guard let earlier = first[kind + " " + id] else {
        first[kind + " " + id] = location
        continue
      }
      // Within one file the reader of the rows has said so already.
      guard earlier.file != location.file else { continue }
      problems.add(
        Diagnostic(
          .error, "id-duplicate", at: location, "\(kind) '\(id)' stands twice",
          because: "it stands first at \(earlier)", fixes: ["give one of them another id"]))
    }
  }

  /// Goals of years that are over, and nothing at all that answers a goal: a file may be missing.
  private func reportUnanswered(_ workspace: LoadedWorkspace) {
    guard let year = day.today?.year else { return }
    for unit in workspace.units where unit.outcomes.isEmpty {
      guard let goal = unit.goals.first(where: { $0.year < year }), let place = goal.locations.first
      else { continue }
      problems.add(
        Diagnostic(
          .note, "outcomes-missing", at: SourceLocation(file: place.file),
          "unit '\(unit.id)' has goals of \(goal.year), and no outcomes of any year",
          fixes: ["write outcomes.csv beside it"]))
    }
  }

  private func rules() -> AssessmentRules {
    var rules = AssessmentRules()
    if let node = root.mapping("verdicts", of: ["nearly", "approximate"]) {
      rules.nearlyFloor = node.number("nearly") ?? rules.nearlyFloor
      rules.approximateFloor = node.number("approximate") ?? rules.approximateFloor
      let isUsable =
        0 < rules.nearlyFloor && rules.nearlyFloor <= rules.approximateFloor
        && rules.approximateFloor <= 1
      guard isUsable else {
        node.wrong("shares with 0 < nearly ≤ approximate ≤ 1, such as 0.90 and 0.95")
        return AssessmentRules()
      }
    }
    return rules
  }

  private func disclosure() -> DisclosureRules {
    var rules = DisclosureRules()
    let keys = ["minimum_answers", "allow_below_three"]
    guard let node = root.mapping("disclosure", of: keys, unknown: .error) else { return rules }
    node.refuseWithoutValue(
      ["minimum_answers"], advice: "write a number", such: "\(rules.minimumAnswers)")
    guard let value = node["minimum_answers"] else { return rules }
    let least = node.flag("allow_below_three") ? 1 : DisclosureRules.leastMinimum
    guard let minimum = value.text.flatMap({ Int($0) }), minimum >= least else {
      value.wrong(
        "minimum_answers: a whole number from \(least)"
          + (least == 1 ? "" : "; lower ones need allow_below_three: true"))
      return rules
    }
    rules.minimumAnswers = minimum
    return rules
  }

  /// The definitions of surveys and case logs that state goals: these are the documents of such goals.
  private func definitionDocuments(_ workspace: LoadedWorkspace) -> [Document] {
    let titles =
      workspace.units.flatMap(\.surveys).map {
        ($0.definition.id + "/survey.yaml", $0.definition.title)
      }
      + workspace.units.flatMap(\.caseLogs).map {
        ($0.definition.id + "/cases.yaml", $0.definition.title)
      }
    let named = Set(workspace.goals.flatMap(\.sources).map(\.document))
    return titles.filter { named.contains($0.0) }.map { file, title in
      Document(
        id: file, file: file,
        title: Label("\(title.swedish) (\(file))", "\(title.english) (\(file))"),
        shortTitle: Label(same: file))
    }
  }

  private func documents() -> [Document] {
    (root.mapping("documents")?.entries ?? []).map { id, node in
      node.allow(["file", "title", "short"])
      return Document(
        id: id, file: node.text("file") ?? id, title: node.requiredLabel("title"),
        shortTitle: node.label("short"))
    }
  }
}

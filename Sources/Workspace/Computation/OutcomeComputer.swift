internal import Diagnostics
internal import Dispatch
internal import Indicators
internal import Labels
internal import Query
internal import Surveys
internal import Tables

/// Computes outcomes from the data of a workspace.
///
/// Every outcome is computed once, formulas after what they use. What cannot be computed leaves
/// the stated figure in place and a diagnostic behind.
struct OutcomeComputer {
  let workspace: LoadedWorkspace
  /// The workspace as reports show it: what must not be told beside their figures is not told here.
  let shown: LoadedWorkspace
  private let computations: [String: Computation]
  private let problems: ProblemCollector
  private var outcomes: [String: Outcome]
  /// The outcomes that are computed from a table, and what was found for them together.
  private var byTable: [String: [String]] = [:]
  private var groups: [String: [String: AggregatedGroup]] = [:]
  private var underWay: Set<String> = []
  private var depth = 0

  init(
    workspace: LoadedWorkspace, shown: LoadedWorkspace, computations: [Computation],
    problems: ProblemCollector
  ) {
    self.workspace = workspace
    self.shown = shown
    self.problems = problems
    self.computations = Dictionary(
      computations.map { ($0.outcome, $0) }, uniquingKeysWith: { first, _ in first })
    outcomes = Dictionary(
      workspace.outcomes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for outcome in workspace.outcomes {
      if let table = self.computations[outcome.id]?.table {
        byTable[table, default: []].append(outcome.id)
      }
    }
    for computation in computations where outcomes[computation.outcome] == nil {
      problems.add(
        Diagnostic(
          .error, "computed-outcome", at: computation.location,
          "there is no outcome '\(computation.outcome)'",
          fixes: [
            closestName(to: computation.outcome, in: outcomes.keys.sorted())
              .map { "did you mean '\($0)'?" }
          ].compactMap(\.self)))
    }
  }

  /// The outcomes with their computed figures, by id.
  mutating func computed() -> [String: Outcome] {
    countAhead()
    for outcome in workspace.outcomes { _ = value(ofOutcome: outcome.id) }
    return outcomes
  }

  /// The figure of an outcome, computed first if it can be.
  private mutating func value(ofOutcome id: String) -> Double? {
    guard let outcome = outcomes[id] else { return nil }
    guard let computation = computations[id], outcome.computed == nil, outcome.example == nil else {
      return outcome.value
    }
    guard underWay.insert(id).inserted else {
      report(computation, "computed-cycle", "'\(id)' is computed from itself")
      return nil
    }
    do throws(QueryError) {
      guard depth < 200 else {
        throw QueryError("the formulas use each other more than 200 levels deep")
      }
      depth += 1
      defer { depth -= 1 }
      let named = try unit(computation)
      let unit = outcome.measurementUnit ?? named
      guard let (computed, isExample) = try compute(computation) else {
        outcomes[id]?.isWithheld = true
        outcomes[id]?.measurementUnit = unit
        return outcomes[id]?.value
      }
      let figure = unit?.dimension == "share" ? try computed.asShare() : computed
      if isExample { outcomes[id]?.example = figure } else { outcomes[id]?.computed = figure }
      outcomes[id]?.measurementUnit = unit
    } catch {
      report(computation, "computed", "'\(id)' cannot be computed", because: error.description)
    }
    return outcomes[id]?.value
  }

  /// A figure, and whether the data that it comes from is made up.
  typealias Figure = (value: ComputedValue, isExample: Bool)

  /// The figure; `nil` where it must not be told.
  private mutating func compute(_ computation: Computation) throws(QueryError) -> Figure? {
    switch computation.method {
    case .table(let name, let value, let whole, let filter):
      return try fromTable(name, value, whole, filter, computation.outcome)
    case .formula(let formula):
      return try fromFormula(formula)
    case .survey(let figure):
      return try fromSurvey(figure)
    case .cases(let name, let year, let subset, let limit):
      let told = year ?? outcomes[computation.outcome]?.year ?? workspace.year
      return try fromCases(name, year, subset, limit, told: told)
    case .beforeAfter(let id):
      return try fromStudy(id)
    }
  }

  private func unit(_ computation: Computation) throws(QueryError) -> MeasurementUnit? {
    guard let name = computation.unit else { return nil }
    guard let unit = workspace.measurementUnits[name] else {
      throw unknown("unit of measure", name, workspace.measurementUnits.keys.sorted())
    }
    return unit
  }

  // MARK: Kinds of computation

  private mutating func fromTable(
    _ name: String, _ value: Formula, _ whole: Formula?, _ filter: Formula?, _ outcome: String
  ) throws(QueryError) -> Figure {
    guard let unitTable = workspace.table(name) else {
      throw unknown("table", name, workspace.units.flatMap(\.allTables).map(\.table.name))
    }
    let plan = FormulaAggregation(value, whole, filter)
    let group: AggregatedGroup
    if let found = foundTogether(name, unitTable.table)[outcome] {
      group = found
    } else {
      group = try plan.groups(of: unitTable.table)[0]
    }
    guard let figure = Double(group.results[0]) else {
      throw QueryError("no row of '\(name)' counts")
    }
    let file = unitTable.table.file ?? name
    let computed = ComputedValue(
      value: figure, total: whole == nil ? nil : Double(group.results[1]),
      method: unitTable.definition?.title ?? Label("tabell", "table"), certainty: .fullCount,
      sources: [SourceLocation(file: file, line: group.lines?.lowerBound)])
    return (computed, unitTable.definition?.provenance?.isExample == true)
  }

  /// Counts side by side what figures rest on: the tables, each survey and each case log. Each is counted once
  /// a load by whoever asks first, so this changes when it is done and not what is found.
  private mutating func countAhead() {
    let counting = DispatchGroup()
    let rules = workspace.disclosure
    for survey in surveysToCount() {
      DispatchQueue.global().async(group: counting) { _ = survey.published(rules) }
    }
    for count in casesToCount() { DispatchQueue.global().async(group: counting, execute: count) }
    for name in byTable.keys.sorted() {
      if let table = workspace.table(name)?.table { _ = foundTogether(name, table) }
    }
    counting.wait()
  }

  private func surveysToCount() -> [UnitSurvey] {
    let names = computations.values.compactMap { computation -> String? in
      guard case .survey(let figure) = computation.method else { return nil }
      return figure.survey
    }
    return Set(names).sorted().compactMap { shown.survey($0) ?? workspace.survey($0) }
  }

  /// What counts the cases of each log and year.
  private func casesToCount() -> [@Sendable () -> Void] {
    var counted: Set<String> = []
    return workspace.outcomes.compactMap { outcome in
      guard case .cases(let name, let year, _, _)? = computations[outcome.id]?.method,
        let log = workspace.caseLog(name)
      else { return nil }
      let told = year ?? outcome.year
      guard counted.insert("\(name)/\(year ?? 0)/\(told)").inserted else { return nil }
      let (workspace, shown) = (workspace, shown)
      return { _ = Self.counts(of: log, year, told: told, workspace, shown) }
    }
  }

  /// What all outcomes rest on that are computed from a table, by outcome; nothing if one of them
  /// cannot be computed, so that each tells for itself.
  private mutating func foundTogether(_ name: String, _ table: Table) -> [String: AggregatedGroup] {
    if let known = groups[name] { return known }
    var (ids, plans): ([String], [FormulaAggregation]) = ([], [])
    for id in byTable[name] ?? [] {
      guard case .table(_, let value, let whole, let filter)? = computations[id]?.method else {
        continue
      }
      ids.append(id)
      plans.append(FormulaAggregation(value, whole, filter))
    }
    let found = plans.count > 1 ? FormulaAggregation.together(plans, on: table) : nil
    let byOutcome = Dictionary(
      zip(ids, found ?? []).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    groups[name] = byOutcome
    return byOutcome
  }

  private mutating func fromFormula(_ formula: Formula) throws(QueryError) -> Figure? {
    var locations: [SourceLocation] = []
    var asOf: CalendarDate?
    var values: [String: Double] = [:]
    for name in formula.names {
      guard outcomes[name] != nil else {
        throw unknown("outcome", name, outcomes.keys.sorted())
      }
      guard let value = value(ofOutcome: name) else {
        if outcomes[name]?.isWithheld == true { return nil }
        throw QueryError(
          "outcome '\(name)' has no figure"
            + (outcomes[name]?.example == nil ? "" : " but that of an example"))
      }
      values[name] = value
      if let outcome = outcomes[name] {
        locations.append(outcome.location)
        asOf = asOf ?? outcome.computed?.asOf
      }
    }
    guard let figure = try Double(formula.value(values)) else {
      throw QueryError("the formula gives no number")
    }
    let computed = ComputedValue(
      value: figure, method: Label("uträkning av andra uppgifter", "computed from other figures"),
      certainty: .fullCount, sources: locations, asOf: asOf)
    return (computed, false)
  }

  private func fromCases(
    _ name: String, _ year: Int?, _ subset: String?, _ limit: String?, told reportYear: Int
  ) throws(QueryError) -> Figure? {
    guard let log = workspace.caseLog(name) else {
      throw unknown("case log", name, workspace.units.flatMap(\.caseLogs).map(\.definition.id))
    }
    let definition = log.definition
    let (asOf, cube, disclosure) = Self.counts(
      of: log, year, told: reportYear, workspace, shown)
    let value: Int
    var total: Int?
    if let limit {
      guard let found = definition.limit(limit), let result = cube.result(limit: limit) else {
        throw unknown("limit", limit, definition.limits.map(\.id))
      }
      if found.isInvented { throw invented("limit", limit) }
      guard result.base > 0 else { throw QueryError("no case is decided yet\(inYear(year))") }
      if disclosure.reasonForShare(limit: found.id, .all) != nil { return nil }
      (value, total) = (result.withinLimit, result.base)
    } else if let subset {
      guard let found = cube.subsets.first(where: { $0.subset.id == subset }) else {
        throw unknown("subset", subset, definition.subsets.map(\.id))
      }
      if disclosure.reason(.subset(subset)) != nil { return nil }
      (value, total) = (found.count, found.total)
    } else {
      if disclosure.reason(.everything) != nil { return nil }
      value = cube.caseCount
    }
    let computed = ComputedValue(
      value: Double(value), total: total.map(Double.init),
      method: Label("ur ärendeloggen", "from the case log"),
      certainty: .fullCount, sources: [definition.location].compactMap(\.self),
      asOf: asOf == .lastDay(of: reportYear) ? nil : asOf)
    return (computed, definition.provenance?.isReconstructed == true)
  }

  private static func counts(
    of log: UnitCaseLog, _ year: Int?, told reportYear: Int, _ workspace: LoadedWorkspace,
    _ shown: LoadedWorkspace
  ) -> (asOf: CalendarDate, cube: CaseCube, disclosure: CaseLogDisclosure) {
    let asOf = workspace.asOf(year: reportYear, in: log)
    let published = (shown.caseLog(log.definition.id) ?? log).published(
      workspace.disclosure, asOf: asOf, calendar: workspace.calendar, year: year)
    return (
      asOf, log.cube(asOf: asOf, calendar: workspace.calendar, year: year), published.disclosure
    )
  }

  private func inYear(_ year: Int?) -> String { year.map { " in \($0)" } ?? "" }

  private func fromStudy(_ id: String) throws(QueryError) -> Figure {
    let studies = workspace.units.flatMap(\.beforeAfters)
    guard let study = studies.first(where: { $0.id == id }) else {
      throw unknown("before-after study", id, studies.map(\.id))
    }
    guard let change = study.result.summary.meanRelativeChange else {
      throw QueryError("no group of '\(id)' was measured twice")
    }
    let file = workspace.table(study.table)?.table.file ?? study.table
    let computed = ComputedValue(
      value: change * 100,
      method: Label("medel över grupper mätta två gånger", "mean over groups measured twice"),
      certainty: .fullCount, sources: [SourceLocation(file: file)])
    return (computed, study.provenance?.isExample == true)
  }

  /// What no document has can give no outcome, not even as an example.
  func invented(_ kind: String, _ name: String) -> QueryError {
    QueryError("\(kind) '\(name)' is invented", hint: "no document has it; leave the stated figure")
  }

  func unknown(_ kind: String, _ name: String, _ known: [String]) -> QueryError {
    QueryError("there is no \(kind) '\(name)'", hint: suggestion(for: name, among: known))
  }

  private func report(
    _ computation: Computation, _ code: String, _ message: String, because reason: String? = nil
  ) {
    problems.add(
      Diagnostic(.error, code, at: computation.location, message, because: reason))
  }
}

extension ComputedValue {
  /// A part of a whole as the percentage that an outcome in per cent wants.
  fileprivate func asShare() throws(QueryError) -> ComputedValue {
    guard let total else { return self }
    guard total > 0 else { throw QueryError("the whole is 0, so there is no share of it") }
    var share = self
    share.value = 100 * value / total
    share.total = nil
    return share
  }
}

extension FormulaAggregation {
  fileprivate init(_ value: Formula, _ whole: Formula?, _ filter: Formula?) {
    self.init(results: [value.text] + (whole.map { [$0.text] } ?? []), filter: filter?.text)
  }

  /// Runs over a table of the workspace. The columns of a table without rows have no type: that it has
  /// none is said, not that texts cannot be added up.
  fileprivate func groups(of table: Table) throws(QueryError) -> [AggregatedGroup] {
    do throws(QueryError) {
      return try run(on: table)
    } catch {
      throw table.rowCount == 0 ? QueryError("table '\(table.name)' holds no rows") : error
    }
  }
}

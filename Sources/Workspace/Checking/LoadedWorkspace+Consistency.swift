internal import Diagnostics
internal import Indicators
internal import Labels
internal import Query
internal import Tables

extension LoadedWorkspace {
  /// The comparisons that the rules and the stated totals of a unit give, equal or not.
  public func consistency(of unit: UnitContents) -> [ConsistencyResult] {
    computed.consistency.value(unit.id) {
      unit.consistencyRules.flatMap { (try? results($0, unit.id)) ?? [] }
        + unit.tables.flatMap { table in
          table.definition?.layout.map { totals(table.table, $0, unit.id) } ?? []
        }
    }
  }

  // MARK: Rules

  /// The rules of a unit that name a contradiction that is not listed.
  func unknownContradictions(of unit: UnitContents) -> [Finding] {
    let listed = contradictions.map(\.id)
    return unit.consistencyRules.flatMap { rule in
      rule.known.filter { !listed.contains($0) }.map { id in
        let hint = closestName(to: id, in: listed)
        return Finding(
          severity: .error, code: "contradiction-unknown", subject: id, unit: unit.id, year: nil,
          message: Label(
            "regeln \(rule.id) hänvisar till \(id), som inte finns i contradictions.csv"
              + (hint.map { "; menas \($0)?" } ?? ""),
            "rule \(rule.id) refers to \(id), which is not in contradictions.csv"
              + (hint.map { "; is \($0) meant?" } ?? "")),
          location: rule.location, sources: [])
      }
    }
  }

  /// The rules of a unit that name something that does not exist, or that give no figure.
  func brokenRules(of unit: UnitContents) -> [Finding] {
    unit.consistencyRules.compactMap { rule in
      do throws(QueryError) {
        _ = try results(rule, unit.id)
        return nil
      } catch {
        return Finding(
          severity: .error, code: "rule-run", subject: "\(unit.id)/\(rule.id)", unit: unit.id,
          year: nil,
          message: Label(
            "regeln \(rule.id) går inte att räkna: \(error)", "rule \(rule.id) cannot run: \(error)"
          ),
          location: rule.location, sources: [])
      }
    }
  }

  /// The comparisons that a rule of a unit gives.
  func results(
    _ rule: ConsistencyRule, _ unit: String
  ) throws(QueryError) -> [ConsistencyResult] {
    try computed.rules.value(RuleOfUnit(rule: rule, unit: unit)) { () throws(QueryError) in
      try compare(rule, unit)
    }
  }

  private func compare(
    _ rule: ConsistencyRule, _ unit: String
  ) throws(QueryError) -> [ConsistencyResult] {
    let (left, right) = (try Formula(parsing: rule.left), try Formula(parsing: rule.right))
    let names = left.names + right.names
    let figures = figuresByName(names)
    let sources = names.compactMap { figures[$0]?.sources }.flatMap(\.self)
    let year = names.compactMap { figures[$0]?.year }.max()
    let constants = figures.mapValues(\.value)
    guard let name = rule.table else {
      if let name = names.first(where: { constants[$0] == nil }) {
        throw QueryError(
          "there is no outcome or goal '\(name)' with a figure",
          hint: suggestion(for: name, among: outcomes.map(\.id)))
      }
      guard let left = try Double(left.value(constants)),
        let right = try Double(right.value(constants))
      else { throw QueryError("a side gives no figure") }
      return [
        result(rule, unit, rule.id, rule.label, year, left, right, rule.location, sources)
      ]
    }
    guard let table = table(name)?.table else {
      throw QueryError(
        "there is no table '\(name)'",
        hint: suggestion(for: name, among: units.flatMap(\.allTables).map(\.table.name)))
    }
    var plan = FormulaAggregation(
      keys: [rule.by].compactMap(\.self),
      results: [left.text(with: constants), right.text(with: constants), references(table)],
      filter: rule.filter)
    if table.schema.fields.contains(where: { $0.name == "year" && $0.type == .integer }) {
      plan.results.append("max(\(FormulaAggregation.quoted("year")))")
    }
    // A table that is still empty has nothing to compare.
    let groups = table.rowCount == 0 ? [] : try plan.run(on: table)
    return groups.compactMap { group in
      guard let left = Double(group.results[0]), let right = Double(group.results[1]) else {
        return nil
      }
      let key = group.keys.first.map(\.shown)
      let label = key.map { key in
        let name = codes.label(key, column: rule.by ?? "")
        return Label(
          "\(name.swedish): \(rule.label.swedish)", "\(name.english): \(rule.label.english)")
      }
      let newest = group.results.dropFirst(3).first.flatMap { Int($0) }
      return result(
        rule, unit, key.map { "\($0)-\(rule.id)" } ?? rule.id, label ?? rule.label,
        [year, newest].compactMap(\.self).max(), left, right, rule.location,
        sources + group.results[2].documentReferences)
    }
  }

  /// Where the documents state the rows that a rule is about: an expression over them.
  private func references(_ table: Table) -> String {
    guard table.schema.position(of: "document") != nil, table.schema.position(of: "line") != nil
    else { return "NULL" }
    return "string_agg(DISTINCT concat(document, ':', line), ' ')"
  }

  private func result(
    _ rule: ConsistencyRule, _ unit: String, _ id: String, _ label: Label, _ year: Int?,
    _ left: Double, _ right: Double, _ location: SourceLocation, _ sources: [DocumentReference]
  ) -> ConsistencyResult {
    ConsistencyResult(
      unit: unit, kind: .rule, id: id, year: year, table: rule.table, label: label, stated: left,
      computed: right,
      tolerance: rule.tolerance, location: location, sources: sources, known: rule.known)
  }

  /// The stated figures of outcomes and the targets of goals by name: rules check what the
  /// documents state.
  private func figuresByName(
    _ names: [String]
  ) -> [String: (value: Double, year: Int, sources: [DocumentReference])] {
    var figures: [String: (value: Double, year: Int, sources: [DocumentReference])] = [:]
    let wanted = Set(names)
    for outcome in outcomes where wanted.contains(outcome.id) {
      if let value = outcome.statedValue {
        figures[outcome.id] = (value, outcome.year, [outcome.source])
      }
    }
    for goal in goals where wanted.contains(goal.id) {
      if let value = goal.target { figures[goal.id] = (value, goal.year, goal.sources) }
    }
    return figures
  }

  // MARK: Stated totals

  /// Compares every stated total of a cross table with the sum of its parts, year by year.
  ///
  /// Parts are the rows with `is_total` 0. A column `in_total`, where there is one, marks with 0
  /// the rows that stand outside the totals of the columns.
  private func totals(
    _ table: Table, _ layout: CrossLayout, _ unit: String
  ) -> [ConsistencyResult] {
    guard let rowTotal = layout.rowTotal, let columnTotal = layout.columnTotal,
      [layout.value, layout.rows, layout.columns, "year", "is_total"]
        .allSatisfy({ table.schema.position(of: $0) != nil })
    else { return [] }
    let hasOutside = table.schema.position(of: "in_total") != nil
    let part = Aggregation.RowCondition.equals("is_total", .integer(0))
    let inside =
      hasOutside ? .all([part, .equals("in_total", .integer(1))]) : part
    let byRow = sums(table, layout.value, ["year", layout.rows], part)
    let byColumn = sums(table, layout.value, ["year", layout.columns], inside)
    let whole = sums(table, layout.value, ["year"], inside)
    return table.rows.compactMap { row in
      guard row.integer("is_total") == 1, let stated = row.number(layout.value),
        let rowCode = row.text(layout.rows), let columnCode = row.text(layout.columns)
      else { return nil }
      let year = row["year"]
      let computed: Double?
      let label: Label
      switch (rowCode == rowTotal, columnCode == columnTotal) {
      case (true, true):
        computed = whole[[year]]
        label = Label("\(year.shown): hela summan", "\(year.shown): grand total")
      case (true, false):
        computed = byColumn[[year, .text(columnCode)]]
        let name = codes.label(columnCode, column: layout.columns)
        label = Label(
          "\(year.shown): kolumnsumma \(name.swedish)",
          "\(year.shown): column total \(name.english)")
      case (false, true):
        computed = byRow[[year, .text(rowCode)]]
        let name = codes.label(rowCode, column: layout.rows)
        label = Label(
          "\(year.shown): radsumma \(name.swedish)", "\(year.shown): row total \(name.english)")
      case (false, false): return nil
      }
      return ConsistencyResult(
        unit: unit, kind: .total, id: "\(table.name) \(rowCode)/\(columnCode) \(year.shown)",
        year: row.integer("year"), table: table.name, label: label, stated: stated,
        computed: computed ?? 0,
        tolerance: 0,
        location: row.location,
        sources: [row.documentReference].compactMap(\.self))
    }
  }

  private func sums(
    _ table: Table, _ value: String, _ keys: [String], _ rows: Aggregation.RowCondition
  ) -> [[Cell]: Double] {
    let plan = Aggregation(keys: keys, [.sum(value)], where: rows)
    let groups = (try? plan.run(on: table)) ?? []
    return Dictionary(
      groups.map { ($0.keys, Double($0.results[0]) ?? 0) }, uniquingKeysWith: { a, _ in a })
  }
}

extension Cell {
  /// The references in a text such as `000:370 000:463`, in the order of the documents.
  fileprivate var documentReferences: [DocumentReference] {
    guard case .text(let text) = self else { return [] }
    return text.split(separator: " ").compactMap { place in
      let parts = place.split(separator: ":")
      guard parts.count == 2, let line = Int(parts[1]) else { return nil }
      return DocumentReference(document: String(parts[0]), line: line)
    }.sorted { ($0.document, $0.line ?? 0) < ($1.document, $1.line ?? 0) }
  }

  /// The value as a message shows it.
  var shown: String {
    switch self {
    case .null: "–"
    case .text(let text): text
    case .integer(let value): String(value)
    case .real(let value): plain(value)
    case .numeric(let value): value.description
    case .boolean(let value): String(value)
    case .date(let date): date.description
    case .timestamp(let moment): moment.description
    case .interval(let length): length.description
    }
  }
}

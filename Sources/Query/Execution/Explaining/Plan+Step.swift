internal import Tables

extension Plan {
  /// What EXPLAIN tells of this step.
  ///
  /// `steps`: the steps of ``inputs``.
  func step(over steps: [PlanStep], subqueries: [PlanStep]) -> PlanStep {
    let names = steps.first?.names ?? []
    func make(_ title: String, _ detail: String = "", names: [String]) -> PlanStep {
      PlanStep(title, detail, inputs: steps, subqueries: subqueries, names: names)
    }
    switch self {
    case .scan(let scan):
      let fields = scan.columns.map { scan.source.schema.fields[$0].name }
      return make(
        "Scan", ExplainNotation.shortened("\(scan.name)  \(ExplainNotation.list(fields))"),
        names: fields)
    case .preaggregated(let counted):
      let conditions = counted.applied.map { $0.printed(names) }.joined(separator: " and ")
      return make(
        "Preaggregate", conditions.isEmpty ? "" : "where \(conditions)", names: names + ["copies"])
    case .values(let rows, let types):
      return make(
        "Values", rows.count == 1 ? "1 row" : "\(rows.count) rows",
        names: types.indices.map { "column\($0 + 1)" })
    case .filter(_, let condition):
      return make("Filter", condition.printed(names), names: names)
    case .project(_, let expressions):
      let printed = expressions.map { $0.printed(names) }
      return make(
        "Project", ExplainNotation.shortened(ExplainNotation.list(printed)), names: printed)
    case .aggregate(let aggregate): return aggregateStep(aggregate, make, names)
    case .window(let window):
      let calls = window.calls.map { $0.printed(names) }
      return make(
        "Window", ExplainNotation.shortened(ExplainNotation.list(calls)), names: names + calls)
    case .join(let join): return joinStep(join, make, steps.map(\.names))
    case .combine(let operation):
      return make(operation.kind.title, operation.keepsDuplicates ? "all" : "", names: names)
    case .distinct(_, let columns):
      return make(
        "Distinct",
        columns.map { "on " + ExplainNotation.list($0.map { ExplainNotation.name($0, names) }) }
          ?? "",
        names: names)
    case .sort(_, let keys):
      return make(
        "Sort", "by " + ExplainNotation.list(keys.map { $0.printed(names) }), names: names)
    case .limit(_, let count, let offset):
      var words = count.map { [$0.printed([])] } ?? ["all"]
      if let offset { words.append("offset \(offset.printed([]))") }
      return make("Limit", words.joined(separator: " "), names: names)
    case .shared(let shared): return make("With", shared.name, names: names)
    case .recursive(let recursive):
      return make("Recursive", recursive.keepsDuplicates ? "all" : "", names: names)
    case .workingTable(_, let types):
      return make("Last round", names: types.indices.map { "column\($0 + 1)" })
    }
  }

  private func aggregateStep(
    _ aggregate: Aggregate, _ make: (String, String, [String]) -> PlanStep, _ names: [String]
  ) -> PlanStep {
    let calls = aggregate.calls.map { $0.printed(names) }
    let keys = aggregate.keys.map { ExplainNotation.name($0, names) }
    var words: [String] = []
    if aggregate.sets.count > 1 {
      let sets = aggregate.sets.map {
        "(" + ExplainNotation.list($0.map { ExplainNotation.name($0, keys) }) + ")"
      }
      words.append("by sets \(ExplainNotation.list(sets))")
    } else if !keys.isEmpty {
      words.append("by \(ExplainNotation.list(keys))")
    }
    if !calls.isEmpty { words.append(ExplainNotation.list(calls)) }
    return make(
      "Aggregate", ExplainNotation.shortened(words.joined(separator: "  ")),
      keys + (aggregate.sets.count > 1 ? ["grouping"] : []) + calls)
  }

  private func joinStep(
    _ join: Join, _ make: (String, String, [String]) -> PlanStep, _ names: [[String]]
  ) -> PlanStep {
    let left = names.first ?? []
    let right = names.dropFirst().first ?? []
    let kind =
      switch join.kind {
      case .inner: "Join"
      case .left: "Left join"
      case .right: "Right join"
      case .full: "Full join"
      case .cross: "Cross join"
      case .semi: "Semi join"
      case .anti: "Anti join"
      }
    var words: [String] = []
    if !join.keys.isEmpty {
      let pairs = join.keys.map {
        "\(ExplainNotation.name($0.left, left)) = \(ExplainNotation.name($0.right, right))"
      }
      words.append("by \(ExplainNotation.list(pairs))")
    }
    if let condition = join.condition {
      words.append("where \(condition.printed(left + right))")
    }
    return make(
      kind, words.joined(separator: "  "), join.kind.outputsRight ? left + right : left)
  }
}

extension SetOperation.Kind {
  fileprivate var title: String {
    switch self {
    case .union: "Union"
    case .intersect: "Intersect"
    case .except: "Except"
    }
  }
}

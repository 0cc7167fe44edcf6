internal import Tables

extension Expression {
  /// The expressions right below, in order. Of a subquery: what it takes from the row around it.
  var parts: [Expression] {
    switch self {
    case .literal, .column, .parameter, .operand: []
    case .call(_, let arguments, _): arguments
    case .and(let all), .or(let all), .coalesce(let all, _): all
    case .not(let operand), .isNull(let operand, _), .cast(let operand, _, _, _): [operand]
    case .choose(let branches, let otherwise, _):
      branches.flatMap { [$0.condition, $0.result] } + (otherwise.map { [$0] } ?? [])
    case .isIn(let operand, let list, _): [operand] + list
    case .subquery(let subquery, _): subquery.operands + subquery.parameters
    case .with(let operands, let body): operands + [body]
    }
  }

  /// Looks at this and everything below; `descend` says whether to go on below.
  func visit(_ descend: (Expression) -> Bool) {
    var open = [self]
    while let next = open.popLast() {
      if descend(next) { open += next.parts.reversed() }
    }
  }

  /// Calls `body` for this expression and all in it, but not for those within the plans of
  /// subqueries.
  func forEachPart(_ body: (Expression) -> Void) {
    visit {
      body($0)
      return true
    }
  }

  /// The columns that it reads.
  var columns: Set<Int> {
    var found: Set<Int> = []
    visit {
      if case .column(let column, _) = $0 { found.insert(column) }
      return true
    }
    return found
  }

  /// The subqueries in it, but for those in subqueries.
  var subqueries: [Subquery] {
    var found: [Subquery] = []
    visit {
      if case .subquery(let subquery, _) = $0 { found.append(subquery) }
      return true
    }
    return found
  }

  /// The subqueries in it that every row asks for: none behind a CASE or COALESCE, or behind a
  /// condition that may decide without them.
  var subqueriesOfEveryRow: [Subquery] {
    var found: [Subquery] = []
    visit {
      switch $0 {
      case .choose, .coalesce, .or: return false
      case .subquery(let subquery, _):
        found.append(subquery)
        return true
      default: return true
      }
    }
    return found
  }
}

extension Subquery {
  /// What ANY and ALL compare with.
  var operands: [Expression] {
    switch kind {
    case .scalar, .exists: []
    case .any(let operands, _), .all(let operands, _): operands
    }
  }
}

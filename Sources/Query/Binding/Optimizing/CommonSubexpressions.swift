internal import Tables

/// Lets a projection compute once what several of its columns need.
enum CommonSubexpressions {
  /// The same columns, with what stands in them more than once as columns of a projection below.
  static func computedOnce(_ plan: Plan) -> Plan {
    guard case .project(let input, let expressions) = plan else { return plan }
    var counts: [Expression: Int] = [:]
    for expression in expressions {
      expression.visit {
        if $0.isComputedInEveryRow { counts[$0.withoutPlaces, default: 0] += 1 }
        return $0.computesPartsInEveryRow
      }
    }
    guard counts.contains(where: { $0.value > 1 }) else { return plan }
    // Only what is read above goes through the projection below.
    var below: [Expression] = []
    var places: [Expression: Int] = [:]
    func moved(_ expression: Expression) -> Expression {
      expression.rewritten { part in
        let key = part.withoutPlaces
        let isShared = part.isComputedInEveryRow && counts[key, default: 0] > 1
        guard isShared || part.isColumn else { return nil }
        if places[key] == nil {
          places[key] = below.count
          below.append(part)
        }
        return .column(places[key] ?? 0, part.type)
      }
    }
    let above = expressions.map(moved)
    return .project(computedOnce(.project(input, below)), above)
  }
}

extension Expression {
  /// Whether it costs something, and is the same wherever it stands in a row.
  fileprivate var isComputedInEveryRow: Bool {
    switch self {
    case .call, .cast: !hasSubquery && !isVolatile && !columns.isEmpty
    default: false
    }
  }

  /// Whether its parts are computed wherever it is: not those behind a condition.
  fileprivate var computesPartsInEveryRow: Bool {
    switch self {
    case .call, .cast, .not, .isNull: true
    default: false
    }
  }
}

internal import Tables

/// What follows from conditions that must all hold, and is easier to use than they are: as keys of joins, or
/// as conditions on one table.
enum ImpliedConditions {
  /// The conditions with what all alternatives of an OR have in common beside it.
  ///
  /// `(a = b AND x) OR (a = b AND y)` is `a = b AND (x OR y)`, also where some are unknown.
  static func factored(_ conditions: [Expression]) -> [Expression] {
    conditions.flatMap(factored)
  }

  private static func factored(_ condition: Expression) -> [Expression] {
    guard case .or(let operands) = condition else { return [condition] }
    let alternatives = operands.flatMap(alternatives)
    guard let first = alternatives.first, alternatives.count > 1 else { return [condition] }
    let shapes = alternatives.map { Set($0.map(shape)) }
    // Each is asked before what stood before it.
    let common = first.filter { part in
      isHarmless(part) && shapes.allSatisfy { $0.contains(shape(part)) }
    }
    guard !common.isEmpty else { return [condition] }
    let taken = Set(common.map(shape))
    let rest = alternatives.map { $0.filter { !taken.contains(shape($0)) } }
    // One that is nothing but what all have in common: it alone decides.
    if rest.contains(where: \.isEmpty) { return common }
    return common + [.or(rest.map { Expression.all($0) ?? .literal(.boolean(true), .boolean) })]
  }

  /// The same for conditions that say the same: `a = b` and `b = a`, wherever they stand.
  private static func shape(_ condition: Expression) -> Expression {
    let plain = condition.withoutPlaces
    guard case .call(let signature, let operands, _) = plain, signature.name == "=",
      operands.count == 2, operands[0].type == operands[1].type,
      case .column(let a, _) = operands[0], case .column(let b, _) = operands[1], b < a
    else { return plain }
    return .call(signature, [operands[1], operands[0]], at: 0)
  }

  /// What each alternative of an OR, or of ORs within it, asks for.
  private static func alternatives(_ operand: Expression) -> [[Expression]] {
    if case .or(let operands) = operand { return operands.flatMap(alternatives) }
    return [operand.conjuncts]
  }

  /// Conditions on the columns of one table that follow from an OR over several: where every alternative
  /// asks something of it alone, one of these must hold.
  ///
  /// - Parameters:
  ///   - condition: A condition.
  ///   - owner: The number of the table of each column.
  /// - Returns: A condition for each table of which that can be said.
  static func onOneTable(_ condition: Expression, owner: [Int]) -> [Expression] {
    guard case .or(let operands) = condition else { return [] }
    let alternatives = operands.flatMap(alternatives)
    let tables = Set(condition.columns.map { owner[$0] })
    guard alternatives.count > 1, tables.count > 1 else { return [] }
    return tables.sorted().compactMap { table in
      var parts: [Expression] = []
      for alternative in alternatives {
        let own = alternative.filter { part in
          isHarmless(part) && !part.columns.isEmpty
            && part.columns.allSatisfy { owner[$0] == table }
        }
        guard let all = Expression.all(own) else { return nil }
        parts.append(all)
      }
      return .or(parts)
    }
  }

  /// What a constant that one column equals says of the columns that this one equals:
  /// `a.x = b.x AND a.x = 1` also means `b.x = 1`.
  ///
  /// - Returns: New conditions only.
  static func constants(_ conditions: [Expression]) -> [Expression] {
    var neighbours: [Int: [(column: Int, signature: ScalarSignature)]] = [:]
    var known: [Int: Expression] = [:]
    for case .call(let signature, let operands, _) in conditions
    where signature.name == "=" && operands.count == 2 && operands[0].type == operands[1].type {
      switch (operands[0], operands[1]) {
      case (.column(let a, _), .column(let b, _)) where a != b:
        neighbours[a, default: []].append((b, signature))
        neighbours[b, default: []].append((a, signature))
      case (.column(let column, _), .literal(let cell, let type)) where !cell.isNull,
        (.literal(let cell, let type), .column(let column, _)) where !cell.isNull:
        known[column] = known[column] ?? .literal(cell, type)
      default: break
      }
    }
    var found: [Expression] = []
    for column in known.keys.sorted() {
      guard let value = known[column] else { continue }
      var open = [column]
      while let next = open.popLast() {
        for (other, signature) in neighbours[next] ?? []
        where known[other] == nil {
          known[other] = value
          open.append(other)
          found.append(.call(signature, [.column(other, value.type), value], at: 0))
        }
      }
    }
    return found
  }

  /// Whether it may be asked more often, earlier or later than is written.
  private static func isHarmless(_ expression: Expression) -> Bool {
    !expression.canFailOnSomeRow && !expression.isVolatile && !expression.hasSubquery
  }
}

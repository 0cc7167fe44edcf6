internal import Tables

extension Expression {
  /// The expression with parts replaced, from the outside in: where `replacement` is `nil`, the parts
  /// below are looked at.
  func rewritten(_ replacement: (Expression) throws -> Expression?) rethrows -> Expression {
    if let new = try replacement(self) { return new }
    func each(_ expressions: [Expression]) throws -> [Expression] {
      try expressions.map { try $0.rewritten(replacement) }
    }
    switch self {
    case .literal, .column, .parameter, .operand: return self
    case .call(let signature, let arguments, let at):
      return .call(signature, try each(arguments), at: at)
    case .and(let operands): return .and(try each(operands))
    case .or(let operands): return .or(try each(operands))
    case .not(let operand): return .not(try operand.rewritten(replacement))
    case .isNull(let operand, let negated):
      return .isNull(try operand.rewritten(replacement), negated: negated)
    case .choose(let branches, let otherwise, let type):
      return .choose(
        try branches.map {
          Branch(
            condition: try $0.condition.rewritten(replacement),
            result: try $0.result.rewritten(replacement))
        }, otherwise: try otherwise?.rewritten(replacement), type)
    case .coalesce(let operands, let type): return .coalesce(try each(operands), type)
    case .cast(let operand, let type, let limit, let at):
      return .cast(try operand.rewritten(replacement), type, limit, at: at)
    case .isIn(let operand, let list, let negated):
      return .isIn(try operand.rewritten(replacement), try each(list), negated: negated)
    case .subquery(let subquery, let at):
      let parameters = try each(subquery.parameters)
      let kind = try subquery.kind.rewritten(replacement)
      if parameters == subquery.parameters, kind == subquery.kind { return self }
      return .subquery(
        Subquery(
          kind: kind, plan: subquery.plan, parameters: parameters, type: subquery.type,
          origin: subquery.origin), at: at)
    case .with(let operands, let body):
      return .with(try each(operands), try body.rewritten(replacement))
    }
  }

  /// The expression with other columns.
  func moved(_ position: (Int) -> Int) -> Expression {
    rewritten { part in
      if case .column(let column, let type) = part { .column(position(column), type) } else { nil }
    }
  }

  /// The expression with expressions in place of columns.
  func substituted(_ columns: [Expression]) -> Expression {
    rewritten { part in
      if case .column(let column, _) = part { columns[column] } else { nil }
    }
  }

  /// The number of its parts, itself included.
  var size: Int { size(withColumnsOf: []) }

  /// The number of its parts with expressions of these sizes in place of columns.
  func size(withColumnsOf sizes: [Int]) -> Int {
    var size = 0
    visit { part in
      if case .column(let column, _) = part, sizes.indices.contains(column) {
        size += sizes[column]
      } else {
        size += 1
      }
      return true
    }
    return size
  }

  /// Whether a part of it is such.
  func contains(_ condition: (Expression) -> Bool) -> Bool {
    var found = false
    visit {
      found = found || condition($0)
      return !found
    }
    return found
  }

  package var hasSubquery: Bool { contains { if case .subquery = $0 { true } else { false } } }
  var hasParameter: Bool { contains { if case .parameter = $0 { true } else { false } } }

  /// Whether two evaluations may differ.
  var isVolatile: Bool {
    contains { part in
      if case .call(let signature, _, _) = part { return signature.name == "random" }
      return false
    }
  }

  /// Whether its value depends on nothing but its columns: not on the clock, the calendar, the row
  /// around a subquery, or chance.
  var isFixed: Bool {
    let changes: Set = [
      "now", "current_date", "current_timestamp", "localtimestamp", "transaction_timestamp",
      "statement_timestamp", "age", "working_days", "random",
    ]
    return !contains { part in
      switch part {
      case .parameter, .subquery: true
      case .call(let signature, _, _): changes.contains(signature.name)
      default: false
      }
    }
  }

  /// Whether some values end its evaluation with an error.
  var canFail: Bool {
    contains { part in
      switch part {
      case .call(let signature, _, _): signature.canFail
      case .cast(_, _, .orNull?, _): false
      case .cast(let operand, let type, let limit, _):
        limit != nil
          || (operand.type, type) != (.integer, .real)
            && (operand.type, type) != (.date, .timestamp)
      case .subquery: true
      default: false
      }
    }
  }

  /// Whether the values of some row end its evaluation with an error. A constant part that has a value,
  /// such as `'2024-01-31'::date`, does so for none.
  var canFailOnSomeRow: Bool { canFail && withConstantValues.canFail }

  private var withConstantValues: Expression {
    let context = EvaluationContext(now: Timestamp(secondsSince1970: 0)) { _, _ in [] }
    return rewritten { part in
      guard part.columns.isEmpty, part.isFixed, part.canFail,
        let value = try? Evaluator(part, context: context)
          .evaluate(Chunk(columns: [], rowCount: 1))
      else { return nil }
      return .literal(value[0], part.type)
    }
  }

  /// Whether it is a column or a constant.
  var isTrivial: Bool {
    switch self {
    case .literal, .column, .parameter, .operand: true
    default: false
    }
  }

  /// Without places in the text: expressions are the same when these are.
  var withoutPlaces: Expression {
    rewritten { part in
      switch part {
      case .call(let signature, let arguments, let at) where at != 0:
        .call(signature, arguments.map(\.withoutPlaces), at: 0)
      case .cast(let operand, let type, let limit, let at) where at != 0:
        .cast(operand.withoutPlaces, type, limit, at: 0)
      case .subquery(let subquery, let at) where at != 0:
        Expression.subquery(subquery, at: 0).withoutPlaces
      // 1.5 and 1.50 are equal, and so are a month and 30 days, but not the same.
      case .literal(let cell, let type)
      where (type == .numeric || type == .interval) && cell != .null:
        .cast(.literal(.text(cell.sqlText), .text), type, nil, at: 0)
      default: nil
      }
    }
  }

  /// What must all be true for it to be true.
  var conjuncts: [Expression] {
    if case .and(let operands) = self { return operands.flatMap(\.conjuncts) }
    if case .literal(.boolean(true), _) = self { return [] }
    return [self]
  }

  /// All of them; `nil` for none.
  static func all(_ conjuncts: [Expression]) -> Expression? {
    conjuncts.count > 1 ? .and(conjuncts) : conjuncts.first
  }

  /// Whether it is NULL or false whenever one of these columns is NULL.
  func rejectsNull(of columns: (Int) -> Bool) -> Bool {
    switch self {
    case .isNull(let operand, negated: true): operand.isNull(with: columns)
    case .isIn(let operand, _, _): operand.isNull(with: columns)
    case .and(let operands): operands.contains { $0.rejectsNull(of: columns) }
    case .or(let operands): operands.allSatisfy { $0.rejectsNull(of: columns) }
    case .not(let operand): operand.isNull(with: columns)
    default: isNull(with: columns)
    }
  }

  /// Whether it is NULL whenever one of these columns is NULL. AND and OR are not: `NULL AND false` is
  /// false.
  private func isNull(with columns: (Int) -> Bool) -> Bool {
    switch self {
    case .column(let column, _): columns(column)
    case .call(let signature, let arguments, _):
      signature.isStrict && arguments.contains { $0.isNull(with: columns) }
    case .cast(let operand, _, _, _), .not(let operand): operand.isNull(with: columns)
    default: false
    }
  }
}

extension Subquery.Kind {
  func rewritten(_ replacement: (Expression) throws -> Expression?) rethrows -> Subquery.Kind {
    switch self {
    case .scalar, .exists: self
    case .any(let operands, let comparison):
      .any(operands: try operands.map { try $0.rewritten(replacement) }, comparison: comparison)
    case .all(let operands, let comparison):
      .all(operands: try operands.map { try $0.rewritten(replacement) }, comparison: comparison)
    }
  }
}

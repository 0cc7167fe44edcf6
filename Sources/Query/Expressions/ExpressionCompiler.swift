internal import Tables

/// Turns expressions into operators.
struct ExpressionCompiler {
  let context: EvaluationContext

  /// Nested deeper than this, an expression could overflow the stack of a worker.
  private static let greatestDepth = 1000

  /// Where in an expression something stands.
  private struct Place {
    var depth = 0
    /// The first column that the expression does not read: shared operands go there.
    var free: Int
    /// The operands of the innermost `with`.
    var operands: [any Operator] = []
  }

  func compiled(_ expression: Expression) -> any Operator {
    compiled(expression, Place(free: (expression.columns.max() ?? -1) + 1))
  }

  private func compiled(_ expression: Expression, _ place: Place) -> any Operator {
    guard place.depth < Self.greatestDepth else {
      return FailingOperator(
        expression.type,
        QueryError("the expression is nested more than \(Self.greatestDepth) levels deep"))
    }
    var below = place
    below.depth += 1
    let result = built(expression, at: below)
    // What reads no row is the same in all rows.
    return result.columns.isEmpty && !(result is ConstantOperator)
      ? ConstantOperator(folding: result) : result
  }

  private func built(
    _ expression: Expression, at place: Place
  ) -> any Operator {
    let inner = { compiled($0, place) }
    switch expression {
    case .literal(let cell, let type): return ConstantOperator(cell, type)
    case .column(let column, let type): return ColumnOperator(column, type)
    case .parameter(let number, let type):
      guard context.parameters.indices.contains(number) else {
        return FailingOperator(type, QueryError("there is no parameter $\(number + 1)"))
      }
      return ConstantOperator(context.parameters[number], type)
    case .call(let signature, let arguments, let at):
      return call(signature, arguments.map(inner), at)
    case .and(let all): return LogicOperator(.and, all.map(inner))
    case .or(let all): return LogicOperator(.or, all.map(inner))
    case .not(let operand): return NotOperator(inner(operand))
    case .isNull(let operand, let negated): return NullTest(inner(operand), negated: negated)
    case .choose(let branches, let otherwise, let type):
      return ChooseOperator(
        branches.map { (inner($0.condition), inner($0.result)) },
        otherwise: otherwise.map(inner) ?? ConstantOperator(.null, type), type)
    case .coalesce(let all, let type): return CoalesceOperator(all.map(inner), type)
    case .cast(let operand, let type, let limit, let at):
      return cast(inner(operand), type, limit, at)
    case .isIn(let operand, let list, let negated):
      let result = isIn(operand, list, at: place)
      return negated ? NotOperator(result) : result
    case .subquery(let subquery, let at):
      return SubqueryOperator(subquery, at: at, context: context, compiled: inner)
    case .with(let operands, let body):
      return sharing(operands.map(inner), at: place) { shared, place in
        var place = place
        place.operands = shared
        return compiled(body, place)
      }
    case .operand(let number, let type):
      guard place.operands.indices.contains(number) else {
        return FailingOperator(type, QueryError("an operand stands outside of its expression"))
      }
      return place.operands[number]
    }
  }

  /// An operator whose parts read these as columns.
  private func sharing(
    _ operands: [any Operator], at place: Place,
    _ body: ([any Operator], Place) -> any Operator
  ) -> any Operator {
    var place = place
    let first = place.free
    // A constant is at hand in all rows.
    let computed = operands.filter { !($0 is ConstantOperator) }
    place.free += computed.count
    var next = first
    let shared = operands.map { operand -> any Operator in
      if operand is ConstantOperator { return operand }
      defer { next += 1 }
      return ColumnOperator(next, operand.type)
    }
    let result = body(shared, place)
    return computed.isEmpty
      ? result : SharingOperator(computed, columns: first..<place.free, result)
  }

  private func call(
    _ signature: ScalarSignature, _ arguments: [any Operator], _ at: Int
  ) -> any Operator {
    guard let function = ScalarCatalogue.function(signature) else {
      return FailingOperator(
        signature.result, QueryError("function \(signature.name) does not run here", at: at))
    }
    let kernel = function.kernel(context)
    if signature.result == .text { kernel.limit(TextLimit(memory: context.mostBytes)) }
    return CallOperator(function.signature, arguments, kernel, at: at)
  }

  private func cast(
    _ operand: any Operator, _ type: ColumnType, _ limit: CastLimit?, _ at: Int
  ) -> any Operator {
    if operand.type == type, limit == nil { return operand }
    guard let cast = Casts.function(from: operand.type, to: type, limit) else {
      return FailingOperator(
        type,
        QueryError(
          "cannot cast type \(operand.type.sqlName) to \(type.sqlName)", at: at))
    }
    return CallOperator(cast.signature, [operand], cast.kernel(context), at: at)
  }

  private func isIn(
    _ operand: Expression, _ list: [Expression], at place: Place
  ) -> any Operator {
    let constants = list.map { element -> Cell? in
      switch element {
      case .literal(let cell, _): cell
      case .parameter(let number, _) where context.parameters.indices.contains(number):
        context.parameters[number]
      default: nil
      }
    }
    let cells = constants.compactMap { $0 }
    if cells.count == list.count {
      return MembershipOperator(
        compiled(operand, place), ValueSet(cells, type: operand.type))
    }
    let equals = ScalarSignature("=", [operand.type, operand.type], .boolean)
    return sharing([compiled(operand, place)], at: place) { shared, place in
      LogicOperator(.or, list.map { call(equals, shared + [compiled($0, place)], 0) })
    }
  }
}

extension ColumnType {
  /// The type as SQL calls it.
  var sqlName: String {
    switch self {
    case .text: "text"
    case .integer: "bigint"
    case .real: "double precision"
    case .numeric: "numeric"
    case .boolean: "boolean"
    case .date: "date"
    case .timestamp: "timestamp without time zone"
    case .interval: "interval"
    }
  }
}

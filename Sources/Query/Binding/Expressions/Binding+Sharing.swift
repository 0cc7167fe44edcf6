internal import Tables

extension Binding {
  /// An expression that needs what is written once more than once: it is planned and computed once, so
  /// that `nullif` in `nullif` does not double with every level, and `random()` is asked once.
  func sharing(
    _ operands: [BoundExpression], _ body: ([BoundExpression]) throws -> Expression
  ) rethrows -> Expression {
    var shared: [Expression] = []
    let read = operands.map { operand -> BoundExpression in
      guard !operand.isUnknown, !operand.expression.isTrivial else { return operand }
      var copy = operand
      copy.expression = .operand(shared.count, operand.type)
      shared.append(operand.expression)
      return copy
    }
    let result = try body(read)
    return shared.isEmpty ? result : .with(shared, result)
  }
}

package import Tables

/// A bound expression made ready to run over chunks: compiled once, with caches by text pool.
///
/// An evaluator belongs to one worker.
package final class Evaluator {
  private let root: any Operator

  package init(_ expression: Expression, context: EvaluationContext) {
    root = ExpressionCompiler(context: context).compiled(expression)
  }

  /// The value in every row. A row can only raise an error where it is there and is reached.
  package func evaluate(_ chunk: Chunk) throws -> Vector {
    guard chunk.rowCount > 0 else { return Vector.constant(.null, root.type, count: 0).plain }
    return try root.value(in: chunk).vector(root.type, count: chunk.rowCount)
  }

  /// The rows where a condition is true, in order; `nil` when it is true in all.
  package func selected(_ chunk: Chunk) throws -> [Int32]? {
    guard chunk.rowCount > 0 else { return nil }
    return try root.truth(in: chunk).selected()
  }
}

extension Vector {
  /// The same without an empty mask of nulls.
  var plain: Vector { nulls?.isAny == true ? self : Vector(storage) }
}

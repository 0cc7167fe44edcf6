internal import Tables

/// A signature and how it is computed.
struct ScalarFunction: Sendable {
  var signature: ScalarSignature
  /// Makes a kernel for one place in one expression, with caches of its own.
  var kernel: @Sendable (EvaluationContext) -> any Kernel

  init(
    _ signature: ScalarSignature,
    _ kernel: @escaping @Sendable (EvaluationContext) -> any Kernel
  ) {
    self.signature = signature
    self.kernel = kernel
  }

  /// A function of cells; the arguments of a strict one are never NULL.
  static func cells(
    _ name: String, _ parameters: [ColumnType], _ result: ColumnType, isVariadic: Bool = false,
    isStrict: Bool = true, canFail: Bool = false,
    _ body: @escaping @Sendable ([Cell]) throws -> Cell
  ) -> ScalarFunction {
    preparedCells(
      name, parameters, result, isVariadic: isVariadic, isStrict: isStrict, canFail: canFail
    ) { _ in body }
  }

  /// A function of cells that keeps something from call to call.
  static func preparedCells(
    _ name: String, _ parameters: [ColumnType], _ result: ColumnType, isVariadic: Bool = false,
    isStrict: Bool = true, canFail: Bool = false,
    _ make: @escaping @Sendable (EvaluationContext) -> RowKernel.Body
  ) -> ScalarFunction {
    let signature = ScalarSignature(
      name, parameters, result, isVariadic: isVariadic, isStrict: isStrict, canFail: canFail)
    return ScalarFunction(signature) { context in
      RowKernel(result, canFail: canFail, make(context))
    }
  }

  /// A function of one value that is no text.
  @inline(__always)
  static func unary<Argument: VectorValues, Result: VectorValues>(
    _ name: String, _: Argument.Type, _: Result.Type, canFail: Bool = false,
    _ body: @escaping @Sendable (Argument.Value) throws -> Result.Value
  ) -> ScalarFunction {
    let signature = ScalarSignature(name, [Argument.type], Result.type, canFail: canFail)
    return ScalarFunction(signature) { _ in
      FunctionKernel { try UnaryLoop<Argument, Result>.run($0, $1, body) }
    }
  }

  /// A function of two values that are no texts.
  @inline(__always)
  static func pair<Left: VectorValues, Right: VectorValues, Result: VectorValues>(
    _ name: String, _: Left.Type, _: Right.Type, _: Result.Type, canFail: Bool = false,
    _ body: @escaping @Sendable (Left.Value, Right.Value) throws -> Result.Value
  ) -> ScalarFunction {
    let signature = ScalarSignature(
      name, [Left.type, Right.type], Result.type, canFail: canFail)
    return ScalarFunction(signature) { _ in
      FunctionKernel { try PairLoop<Left, Right, Result>.run($0, $1, body) }
    }
  }

  /// An operator compiled for its types.
  @inline(__always)
  static func rule<Rule: BinaryRule>(
    _ name: String, _: Rule.Type, canFail: Bool = false
  ) -> ScalarFunction {
    let signature = ScalarSignature(
      name, [Rule.Left.type, Rule.Right.type], Rule.Result.type, canFail: canFail)
    return ScalarFunction(signature) { _ in FunctionKernel(BinaryLoop<Rule>.run) }
  }
}

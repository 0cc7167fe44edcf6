internal import Tables

/// The rows of a call.
struct CallRows {
  var count: Int
  /// Rows where an argument of a strict function is null: they need no value and raise no error.
  var nulls: Nulls?

  @inline(__always)
  func isNull(_ row: Int) -> Bool { nulls.map { $0[row] } ?? false }
}

/// How a function is computed for a chunk. At least one argument is a vector; those of strict
/// functions hold no constant NULL. The mask of nulls of a strict function's result is the caller's
/// matter unless the kernel sets one.
protocol Kernel: AnyObject {
  func run(_ arguments: [Operand], _ rows: CallRows) throws -> Vector
  /// The same for conditions; `nil` where the kernel has no shorter way.
  func truth(_ arguments: [Operand], _ rows: CallRows) throws -> Truth?
  /// Bounds the texts that a chunk may bring; only for kernels whose texts may be longer than their
  /// arguments.
  func limit(_ texts: TextLimit)
}

extension Kernel {
  func truth(_ arguments: [Operand], _ rows: CallRows) throws -> Truth? { nil }
  func limit(_ texts: TextLimit) {}
}

/// A call of a function or operator, or a cast.
final class CallOperator: Operator {
  let type: ColumnType
  let canFail: Bool
  let columns: Set<Int>
  private let signature: ScalarSignature
  private let arguments: [any Operator]
  private let kernel: any Kernel
  private let at: Int

  init(
    _ signature: ScalarSignature, _ arguments: [any Operator], _ kernel: any Kernel, at: Int
  ) {
    self.signature = signature
    self.arguments = arguments
    self.kernel = kernel
    self.at = at
    type = signature.result
    canFail = signature.canFail || arguments.canAnyFail
    columns = arguments.allColumns
  }

  func value(in chunk: Chunk) throws -> Operand {
    guard let (operands, rows) = try operands(in: chunk) else { return .constant(.null) }
    return .vector(try placed { try run(operands, rows) })
  }

  func truth(in chunk: Chunk) throws -> Truth {
    guard let (operands, rows) = try operands(in: chunk) else {
      return Truth(repeating: Truth.unknown, count: chunk.rowCount)
    }
    return try placed {
      try kernel.truth(operands, rows) ?? Truth(try run(operands, rows))
    }
  }

  /// The arguments; `nil` where the result is NULL in all rows.
  private func operands(in chunk: Chunk) throws -> ([Operand], CallRows)? {
    var operands: [Operand] = []
    operands.reserveCapacity(arguments.count)
    var rows = CallRows(count: chunk.rowCount, nulls: nil)
    var isNull = false
    for argument in arguments {
      let operand = try argument.value(in: chunk)
      if signature.isStrict {
        if case .constant(.null) = operand { isNull = true }
        rows.nulls = Nulls.union(rows.nulls, operand.nulls)
      }
      operands.append(operand)
    }
    if isNull { return nil }
    let hasVector = operands.contains { if case .vector = $0 { true } else { false } }
    if !hasVector {
      if operands.isEmpty {
        operands = [.vector(Vector(.boolean(Array(repeating: false, count: chunk.rowCount))))]
      } else {
        operands[0] = .vector(operands[0].vector(arguments[0].type, count: chunk.rowCount))
      }
    }
    return (operands, rows)
  }

  private func run(_ operands: [Operand], _ rows: CallRows) throws -> Vector {
    var vector = try kernel.run(operands, rows)
    if signature.isStrict { vector.nulls = Nulls.union(vector.nulls, rows.nulls) }
    return vector
  }

  /// Gives errors the place of the call.
  private func placed<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch var error as QueryError where error.position == nil && at > 0 {
      error.position = at
      throw error
    }
  }
}

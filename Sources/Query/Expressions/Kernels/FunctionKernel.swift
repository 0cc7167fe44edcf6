internal import Tables

/// A kernel that is one function.
final class FunctionKernel: Kernel {
  typealias Body = ([Operand], CallRows) throws -> Vector
  private let body: Body

  init(_ body: @escaping Body) { self.body = body }

  func run(_ arguments: [Operand], _ rows: CallRows) throws -> Vector { try body(arguments, rows) }
}

/// Applies a function to the values of one vector, none of them null.
enum UnaryLoop<Argument: VectorValues, Result: VectorValues> {
  static func run(
    _ arguments: [Operand], _ rows: CallRows, _ body: (Argument.Value) throws -> Result.Value
  ) throws -> Vector {
    guard case .vector(let vector) = arguments[0] else {
      return Vector(Result.storage([]))
    }
    return try map(Argument.values(vector), rows, body)
  }

  static func map(
    _ values: [Argument.Value], _ rows: CallRows, _ body: (Argument.Value) throws -> Result.Value
  ) rethrows -> Vector {
    Vector(Result.storage(try results(values, rows, body)))
  }

  static func results(
    _ values: [Argument.Value], _ rows: CallRows, _ body: (Argument.Value) throws -> Result.Value
  ) rethrows -> [Result.Value] {
    var results: [Result.Value] = []
    results.reserveCapacity(values.count)
    if let nulls = rows.nulls {
      for (row, value) in values.enumerated() {
        results.append(nulls[row] ? Result.zero : try body(value))
      }
    } else {
      for value in values { results.append(try body(value)) }
    }
    return results
  }
}

/// Applies a function to two vectors or constants that are not null.
enum PairLoop<Left: VectorValues, Right: VectorValues, Result: VectorValues> {
  static func run(
    _ arguments: [Operand], _ rows: CallRows,
    _ body: (Left.Value, Right.Value) throws -> Result.Value
  ) throws -> Vector {
    var results: [Result.Value] = []
    results.reserveCapacity(rows.count)
    func fill(_ a: (Int) -> Left.Value, _ b: (Int) -> Right.Value) throws {
      for row in 0..<rows.count {
        results.append(rows.isNull(row) ? Result.zero : try body(a(row), b(row)))
      }
    }
    switch (arguments[0], arguments[1]) {
    case (.vector(let a), .vector(let b)):
      let (a, b) = (Left.values(a), Right.values(b))
      try fill({ a[$0] }, { b[$0] })
    case (.vector(let a), .constant(let b)):
      let (a, b) = (Left.values(a), Right.value(b) ?? Right.zero)
      try fill({ a[$0] }, { _ in b })
    case (.constant(let a), .vector(let b)):
      let (a, b) = (Left.value(a) ?? Left.zero, Right.values(b))
      try fill({ _ in a }, { b[$0] })
    case (.constant, .constant): break
    }
    return Vector(Result.storage(results))
  }
}

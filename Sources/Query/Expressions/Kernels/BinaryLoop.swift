internal import Tables

/// What two values make. Static, so that the loops over vectors are compiled for each rule.
protocol BinaryRule: SendableMetatype {
  associatedtype Left: VectorValues
  associatedtype Right: VectorValues
  associatedtype Result: VectorValues
  /// The value; sets bits of `trouble` where ``problem(_:_:)`` may find one.
  static func result(
    _ a: Left.Value, _ b: Right.Value, _ trouble: inout UInt64
  ) -> Result.Value
  /// What is wrong with the values, if something is.
  static func problem(_ a: Left.Value, _ b: Right.Value) -> String?
}

extension BinaryRule {
  static func problem(_ a: Left.Value, _ b: Right.Value) -> String? { nil }
}

/// Applies a rule to vectors and constants.
///
/// Static functions instead of methods of a generic class: only they are compiled for each rule.
enum BinaryLoop<Rule: BinaryRule> {
  static func run(_ arguments: [Operand], _ rows: CallRows) throws -> Vector {
    var trouble: UInt64 = 0
    let values: [Rule.Result.Value]
    switch (arguments[0], arguments[1]) {
    case (.vector(let a), .vector(let b)):
      values = Rule.Left.values(a).withUnsafeBufferPointer { a in
        Rule.Right.values(b).withUnsafeBufferPointer { b in
          map(count: rows.count, &trouble) {
            a[$0]
          } _: {
            b[$0]
          }
        }
      }
    case (.vector(let a), .constant(let b)):
      let b = Rule.Right.value(b) ?? Rule.Right.zero
      values = Rule.Left.values(a).withUnsafeBufferPointer { a in
        map(count: rows.count, &trouble) {
          a[$0]
        } _: { _ in
          b
        }
      }
    case (.constant(let a), .vector(let b)):
      let a = Rule.Left.value(a) ?? Rule.Left.zero
      values = Rule.Right.values(b).withUnsafeBufferPointer { b in
        map(count: rows.count, &trouble) { _ in
          a
        } _: {
          b[$0]
        }
      }
    case (.constant, .constant): values = []
    }
    if trouble != 0 { try check(arguments, rows) }
    return Vector(Rule.Result.storage(values))
  }

  @inline(__always)
  private static func map(
    count: Int, _ trouble: inout UInt64, _ a: (Int) -> Rule.Left.Value,
    _ b: (Int) -> Rule.Right.Value
  ) -> [Rule.Result.Value] {
    var bits: UInt64 = 0
    let values = filled(count: count) { Rule.result(a($0), b($0), &bits) }
    trouble = bits
    return values
  }

  private static func check(_ arguments: [Operand], _ rows: CallRows) throws {
    for row in 0..<rows.count where !rows.isNull(row) {
      guard let a = Rule.Left.value(arguments[0][row]),
        let b = Rule.Right.value(arguments[1][row])
      else { continue }
      if let problem = Rule.problem(a, b) { throw QueryError(problem) }
    }
  }
}

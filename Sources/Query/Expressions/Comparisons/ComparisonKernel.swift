internal import Tables

/// A comparison of two values of one type.
protocol Comparison: SendableMetatype {
  static func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool
}

enum Equal: Comparison {
  @inline(__always)
  static func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool { a == b }
}
enum NotEqual: Comparison {
  @inline(__always)
  static func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool { a != b }
}
enum Less: Comparison {
  @inline(__always)
  static func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool { a < b }
}
enum LessOrEqual: Comparison {
  @inline(__always)
  static func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool { a <= b }
}
enum Greater: Comparison {
  @inline(__always)
  static func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool { a > b }
}
enum GreaterOrEqual: Comparison {
  @inline(__always)
  static func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool { a >= b }
}

/// Compares values that are no texts.
final class ComparisonKernel: Kernel {
  typealias Loop<Result> = ([Operand], Int) -> [Result]
  private let values: Loop<Bool>
  private let states: Loop<UInt8>

  init(values: @escaping Loop<Bool>, states: @escaping Loop<UInt8>) {
    self.values = values
    self.states = states
  }

  func run(_ arguments: [Operand], _ rows: CallRows) -> Vector {
    Vector(.boolean(values(arguments, rows.count)))
  }

  func truth(_ arguments: [Operand], _ rows: CallRows) -> Truth? {
    var truth = Truth(states: states(arguments, rows.count))
    rows.nulls?.forEach { truth.states[$0] = Truth.unknown }
    return truth
  }
}

/// The loops of a comparison.
///
/// Static functions instead of methods of a generic class: only they are compiled for each type.
enum ComparisonLoop<Rule: Comparison, Values: VectorValues> {
  static func values(_ arguments: [Operand], _ count: Int) -> [Bool] {
    map(arguments, count) { $0 }
  }

  static func states(_ arguments: [Operand], _ count: Int) -> [UInt8] {
    map(arguments, count) { $0 ? Truth.yes : Truth.no }
  }

  @inline(__always)
  private static func map<Result>(
    _ arguments: [Operand], _ count: Int, _ result: (Bool) -> Result
  ) -> [Result] {
    switch (arguments[0], arguments[1]) {
    case (.vector(let a), .vector(let b)):
      Values.values(a).withUnsafeBufferPointer { a in
        Values.values(b).withUnsafeBufferPointer { b in
          filled(count: count) { result(Rule.holds(a[$0], b[$0])) }
        }
      }
    case (.vector(let a), .constant(let b)):
      Values.values(a).withUnsafeBufferPointer { a in
        let b = Values.value(b) ?? Values.zero
        return filled(count: count) { result(Rule.holds(a[$0], b)) }
      }
    case (.constant(let a), .vector(let b)):
      Values.values(b).withUnsafeBufferPointer { b in
        let a = Values.value(a) ?? Values.zero
        return filled(count: count) { result(Rule.holds(a, b[$0])) }
      }
    case (.constant, .constant): []
    }
  }
}

/// IS DISTINCT FROM: `<>` that takes NULL for a value.
final class DistinctnessKernel: Kernel {
  private let unequal: any Kernel

  init(_ unequal: any Kernel) { self.unequal = unequal }

  func run(_ arguments: [Operand], _ rows: CallRows) throws -> Vector {
    let (a, b) = (arguments[0], arguments[1])
    let constants = arguments.map { if case .constant(.null) = $0 { true } else { false } }
    if constants[0] || constants[1] {
      let other = constants[0] ? b : a
      return Vector(.boolean((0..<rows.count).map { !other.isNull($0) }))
    }
    let nulls = Nulls.union(a.nulls, b.nulls)
    let result = try unequal.run(arguments, CallRows(count: rows.count, nulls: nulls))
    guard let nulls, case .boolean(var values) = result.storage else { return result }
    nulls.forEach { values[$0] = a.isNull($0) != b.isNull($0) }
    return Vector(.boolean(values))
  }
}

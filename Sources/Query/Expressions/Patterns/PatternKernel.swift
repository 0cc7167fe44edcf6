internal import Tables

/// LIKE and its kin: whether a text fits a pattern, which is prepared once if it is constant.
final class PatternKernel: Kernel {
  /// Makes the test for a pattern and, where one is written, an escape character.
  typealias Preparation = (_ pattern: String, _ escape: String?) throws -> (TextPool.Bytes) -> Bool

  private let prepare: Preparation
  private let states = TruthByCode()
  private var last: (pattern: String, escape: String?, holds: (TextPool.Bytes) -> Bool)?

  init(_ prepare: @escaping Preparation) { self.prepare = prepare }

  func run(_ arguments: [Operand], _ rows: CallRows) throws -> Vector {
    try fitted(arguments, rows).vector
  }

  func truth(_ arguments: [Operand], _ rows: CallRows) throws -> Truth? {
    try fitted(arguments, rows)
  }

  private func fitted(_ arguments: [Operand], _ rows: CallRows) throws -> Truth {
    // No row asks for the pattern, which may not be one.
    if let nulls = rows.nulls, !nulls.inverted.isAny {
      return Truth(repeating: Truth.unknown, count: rows.count)
    }
    if case .vector(let vector) = arguments[0], case .text(let codes, let pool) = vector.storage,
      let holds = try constantTest(arguments, rows)
    {
      return states.truth(codes, pool, rows, of: holds)
    }
    var truth = Truth(repeating: Truth.unknown, count: rows.count)
    for row in 0..<rows.count where !rows.isNull(row) {
      guard case .text(var text) = arguments[0][row],
        case .text(let pattern) = arguments[1][row]
      else { continue }
      let escape: String? =
        if arguments.count > 2, case .text(let escape) = arguments[2][row] { escape } else { nil }
      let holds = try test(pattern, escape)
      truth.states[row] = text.withUTF8(holds) ? Truth.yes : Truth.no
    }
    return truth
  }

  /// The test, where the pattern is the same in all rows and a row asks for it.
  private func constantTest(
    _ arguments: [Operand], _ rows: CallRows
  ) throws -> ((TextPool.Bytes) -> Bool)? {
    guard case .constant(.text(let pattern)) = arguments[1] else { return nil }
    var escape: String?
    if arguments.count > 2 {
      guard case .constant(.text(let written)) = arguments[2] else { return nil }
      escape = written
    }
    return try test(pattern, escape)
  }

  private func test(_ pattern: String, _ escape: String?) throws -> (TextPool.Bytes) -> Bool {
    if let last, byteOrder(last.pattern, pattern) == 0,
      byteOrder(last.escape ?? "", escape ?? "") == 0,
      (last.escape == nil) == (escape == nil)
    {
      return last.holds
    }
    let holds = try prepare(pattern, escape)
    last = (pattern, escape, holds)
    return holds
  }
}

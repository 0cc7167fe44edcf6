internal import Tables

/// AND and OR. A later operand that can fail sees only the rows that the earlier do not decide.
final class LogicOperator: Operator {
  enum Connective { case and, or }

  let type = ColumnType.boolean
  let canFail: Bool
  let columns: Set<Int>
  private let connective: Connective
  private let operands: [any Operator]

  init(_ connective: Connective, _ operands: [any Operator]) {
    self.connective = connective
    self.operands = operands
    canFail = operands.canAnyFail
    columns = operands.allColumns
  }

  func value(in chunk: Chunk) throws -> Operand { .vector(try truth(in: chunk).vector) }

  func truth(in chunk: Chunk) throws -> Truth {
    let deciding = connective == .and ? Truth.no : Truth.yes
    guard let first = operands.first else {
      return Truth(repeating: connective == .and ? Truth.yes : Truth.no, count: chunk.rowCount)
    }
    var truth = try first.truth(in: chunk)
    for operand in operands.dropFirst() {
      if operand.canFail || isCheaperOnFew(operand) {
        let rows = truth.rows(except: deciding)
        if rows.isEmpty { return truth }
        if operand.canFail || rows.count < chunk.rowCount / 8 {
          try combine(operand, in: chunk, rows: rows, into: &truth)
          continue
        }
      }
      let next = try operand.truth(in: chunk)
      if connective == .and { truth.formAnd(next) } else { truth.formOr(next) }
    }
    return truth
  }

  /// Whether it is worth looking how many rows are left: not for a plain column.
  private func isCheaperOnFew(_ operand: any Operator) -> Bool {
    !(operand is ColumnOperator || operand is ConstantOperator || operand is CallOperator)
  }

  private func combine(
    _ operand: any Operator, in chunk: Chunk, rows: [Int32], into truth: inout Truth
  ) throws {
    let isAll = rows.count == chunk.rowCount
    let next = isAll ? try operand.truth(in: chunk) : try operand.truth(in: chunk, rows: rows)
    for (index, row) in rows.enumerated() {
      let (a, b) = (truth.states[Int(row)], next.states[index])
      truth.states[Int(row)] = connective == .and ? min(a, b) : max(a, b)
    }
  }
}

/// NOT.
final class NotOperator: Operator {
  let type = ColumnType.boolean
  var canFail: Bool { operand.canFail }
  var columns: Set<Int> { operand.columns }
  private let operand: any Operator

  init(_ operand: any Operator) { self.operand = operand }

  func value(in chunk: Chunk) throws -> Operand { .vector(try truth(in: chunk).vector) }
  func truth(in chunk: Chunk) throws -> Truth { try operand.truth(in: chunk).negated }
}

/// IS NULL and IS NOT NULL.
final class NullTest: Operator {
  let type = ColumnType.boolean
  var canFail: Bool { operand.canFail }
  var columns: Set<Int> { operand.columns }
  private let operand: any Operator
  private let negated: Bool

  init(_ operand: any Operator, negated: Bool) {
    self.operand = operand
    self.negated = negated
  }

  func value(in chunk: Chunk) throws -> Operand {
    switch try operand.value(in: chunk) {
    case .constant(let cell): return .constant(.boolean(cell.isNull != negated))
    case .vector(let vector):
      var values = Array(repeating: negated, count: chunk.rowCount)
      vector.nulls?.forEach { values[$0] = !negated }
      return .vector(Vector(.boolean(values)))
    }
  }
}

internal import Tables

/// CASE. Each branch sees only the rows that reach it.
final class ChooseOperator: Operator {
  let type: ColumnType
  let canFail: Bool
  let columns: Set<Int>
  private let branches: [(condition: any Operator, result: any Operator)]
  private let otherwise: any Operator

  init(
    _ branches: [(any Operator, any Operator)], otherwise: any Operator, _ type: ColumnType
  ) {
    self.branches = branches
    self.otherwise = otherwise
    self.type = type
    let all = branches.flatMap { [$0.0, $0.1] } + [otherwise]
    canFail = all.canAnyFail
    columns = all.allColumns
  }

  func value(in chunk: Chunk) throws -> Operand {
    var merger = VectorMerger(type, count: chunk.rowCount)
    // `nil` stands for all rows.
    var left: [Int32]?
    for branch in branches {
      let truth =
        if let left {
          try branch.condition.truth(in: chunk, rows: left)
        } else {
          try branch.condition.truth(in: chunk)
        }
      let taken = truth.rows(where: Truth.yes)
      guard !taken.isEmpty else { continue }
      let isRest = taken.count == truth.states.count
      if isRest, left == nil { return try whole(branch.result, chunk) }
      let rows = isRest ? left ?? [] : picked(taken, of: left)
      merger.put(try branch.result.value(in: chunk, rows: rows), at: rows)
      if isRest { return .vector(merger.vector()) }
      left = picked(truth.rows(except: Truth.yes), of: left)
    }
    guard let left else { return try whole(otherwise, chunk) }
    merger.put(try otherwise.value(in: chunk, rows: left), at: left)
    return .vector(merger.vector())
  }

  /// A result for all rows of a chunk: never a constant, for the next chunk may take another branch,
  /// and whoever is given a constant may count on it.
  private func whole(_ result: any Operator, _ chunk: Chunk) throws -> Operand {
    .vector(try result.value(in: chunk).vector(type, count: chunk.rowCount))
  }

  private func picked(_ rows: [Int32], of all: [Int32]?) -> [Int32] {
    guard let all else { return rows }
    return rows.map { all[Int($0)] }
  }
}

/// COALESCE. Each operand sees only the rows where the earlier are null.
final class CoalesceOperator: Operator {
  let type: ColumnType
  let canFail: Bool
  let columns: Set<Int>
  private let operands: [any Operator]

  init(_ operands: [any Operator], _ type: ColumnType) {
    self.operands = operands
    self.type = type
    canFail = operands.canAnyFail
    columns = operands.allColumns
  }

  func value(in chunk: Chunk) throws -> Operand {
    guard let first = operands.first else { return .constant(.null) }
    let start = try first.value(in: chunk)
    var left: [Int32] = []
    var merger: VectorMerger
    switch start {
    case .constant(let cell):
      guard cell.isNull else { return start }
      merger = VectorMerger(type, count: chunk.rowCount)
      left = (0..<Int32(chunk.rowCount)).map { $0 }
    case .vector(let vector):
      guard let nulls = vector.nulls, nulls.isAny else { return start }
      merger = VectorMerger(vector)
      nulls.forEach { left.append(Int32(truncatingIfNeeded: $0)) }
    }
    for operand in operands.dropFirst() where !left.isEmpty {
      let next = try operand.value(in: chunk, rows: left)
      merger.put(next, at: left)
      switch next {
      case .constant(let cell): if !cell.isNull { left = [] }
      case .vector(let vector):
        guard let nulls = vector.nulls else { return .vector(merger.vector()) }
        let before = left
        left = []
        nulls.forEach { left.append(before[$0]) }
      }
    }
    return .vector(merger.vector())
  }
}

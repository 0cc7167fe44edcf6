internal import Tables

/// What several parts of an expression need, computed once for the rows that reach it: the parts read it
/// as columns.
final class SharingOperator: Operator {
  let type: ColumnType
  let canFail: Bool
  let columns: Set<Int>
  private let operands: [any Operator]
  /// The columns that hold the operands; what the chunk has there is read by nobody.
  private let places: Range<Int>
  private let body: any Operator

  init(_ operands: [any Operator], columns places: Range<Int>, _ body: any Operator) {
    self.operands = operands
    self.places = places
    self.body = body
    type = body.type
    canFail = operands.canAnyFail || body.canFail
    columns = operands.allColumns.union(body.columns.subtracting(places))
  }

  func value(in chunk: Chunk) throws -> Operand { try body.value(in: extended(chunk)) }

  func truth(in chunk: Chunk) throws -> Truth { try body.truth(in: extended(chunk)) }

  private func extended(_ chunk: Chunk) throws -> Chunk {
    var extended = chunk
    while extended.columns.count < places.upperBound {
      extended.columns.append(Vector(.boolean([])))
    }
    for (operand, place) in zip(operands, places) {
      extended.columns[place] = try operand.value(in: chunk)
        .vector(operand.type, count: chunk.rowCount)
    }
    return extended
  }
}

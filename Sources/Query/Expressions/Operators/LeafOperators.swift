internal import Tables

/// A column of the chunk.
final class ColumnOperator: Operator {
  let type: ColumnType
  let canFail = false
  let columns: Set<Int>
  private let column: Int

  init(_ column: Int, _ type: ColumnType) {
    self.column = column
    self.type = type
    columns = [column]
  }

  func value(in chunk: Chunk) throws -> Operand { .vector(chunk.columns[column]) }
}

/// A value that is the same in all rows: written, a parameter, or made of such values.
///
/// It is computed when the first row asks for it, so that an error is raised only if one does.
final class ConstantOperator: Operator {
  let type: ColumnType
  let canFail: Bool
  let columns: Set<Int> = []
  private enum State {
    case known(Cell)
    case failed(any Error)
    case unknown(any Operator)
  }
  private var state: State

  init(_ cell: Cell, _ type: ColumnType) {
    self.type = type
    // Whole numbers may stand for reals.
    if type == .real, case .integer(let value) = cell {
      state = .known(.real(Double(value)))
    } else {
      state = .known(cell)
    }
    canFail = false
  }

  init(folding inner: any Operator) {
    type = inner.type
    canFail = inner.canFail
    state = .unknown(inner)
  }

  /// The value, if it is known without computing.
  var known: Cell? {
    if case .known(let cell) = state { cell } else { nil }
  }

  func value(in chunk: Chunk) throws -> Operand { .constant(try cell()) }

  func cell() throws -> Cell {
    switch state {
    case .known(let cell): return cell
    case .failed(let error): throw error
    case .unknown(let inner):
      do {
        let cell = try inner.value(in: Chunk(columns: [], rowCount: 1))[0]
        state = .known(cell)
        return cell
      } catch {
        state = .failed(error)
        throw error
      }
    }
  }
}

/// An expression that cannot be computed in any row.
final class FailingOperator: Operator {
  let type: ColumnType
  let canFail = true
  let columns: Set<Int> = []
  private let error: QueryError

  init(_ type: ColumnType, _ error: QueryError) {
    self.type = type
    self.error = error
  }

  func value(in chunk: Chunk) throws -> Operand { throw error }
}

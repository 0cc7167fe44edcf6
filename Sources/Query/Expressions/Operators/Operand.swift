internal import Tables

/// What an operator yields for a chunk: a value a row, or one for all.
enum Operand {
  /// The value of every row of every chunk of a run: kernels remember what they made of it.
  case constant(Cell)
  case vector(Vector)

  /// A value a row.
  func vector(_ type: ColumnType, count: Int) -> Vector {
    switch self {
    case .constant(let cell): Vector.constant(cell, type, count: count)
    case .vector(let vector): vector
    }
  }

  /// The rows that are null, where not all or none are.
  var nulls: Nulls? {
    if case .vector(let vector) = self { vector.nulls } else { nil }
  }

  /// One value.
  subscript(row: Int) -> Cell {
    switch self {
    case .constant(let cell): cell
    case .vector(let vector): vector[row]
    }
  }

  func isNull(_ row: Int) -> Bool {
    switch self {
    case .constant(let cell): cell.isNull
    case .vector(let vector): vector.isNull(row)
    }
  }
}

extension Cell {
  /// Whether it is NULL; `==` would compare the other values, too.
  var isNull: Bool {
    if case .null = self { true } else { false }
  }
}

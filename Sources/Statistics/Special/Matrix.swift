internal import CGSL

/// Numbers in rows and columns, row after row.
struct Matrix: Equatable {
  let rows: Int
  let columns: Int
  private(set) var values: [Double]

  init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.rows = rows
    self.columns = columns
    values = Array(repeating: value, count: rows * columns)
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  /// Lets the library work on the numbers in place. The matrix must have rows and columns.
  mutating func withGSL<Result>(
    _ work: (UnsafeMutablePointer<gsl_matrix>) throws(StatisticsError) -> Result
  ) throws(StatisticsError) -> Result {
    let (rows, columns) = (rows, columns)
    return try values.withUnsafeMutableBufferPointer { buffer throws(StatisticsError) -> Result in
      var view = gsl_matrix_view_array(buffer.baseAddress, rows, columns)
      return try withUnsafeMutablePointer(to: &view.matrix) {
        pointer throws(StatisticsError) -> Result in
        try work(pointer)
      }
    }
  }
}

extension Array where Element == Double {
  /// Lets the library work on the numbers in place. The array must not be empty.
  mutating func withGSL<Result>(
    _ work: (UnsafeMutablePointer<gsl_vector>) throws(StatisticsError) -> Result
  ) throws(StatisticsError) -> Result {
    try withUnsafeMutableBufferPointer { buffer throws(StatisticsError) -> Result in
      var view = gsl_vector_view_array(buffer.baseAddress, buffer.count)
      return try withUnsafeMutablePointer(to: &view.vector) {
        pointer throws(StatisticsError) -> Result in
        try work(pointer)
      }
    }
  }
}

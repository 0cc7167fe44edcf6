/// Regressions by elimination in the normal equations, which share nothing with the library.
enum NormalEquations {
  /// `(X'WX)⁻¹` by Gauss–Jordan elimination.
  static func inverse(_ matrix: [[Double]]) -> [[Double]] {
    let n = matrix.count
    var work = matrix.indices.map { i in matrix[i] + (0..<n).map { i == $0 ? 1 : 0 } }
    for column in 0..<n {
      let best = (column..<n).max { abs(work[$0][column]) < abs(work[$1][column]) } ?? column
      work.swapAt(column, best)
      let pivot = work[column][column]
      work[column] = work[column].map { $0 / pivot }
      for row in 0..<n where row != column {
        let factor = work[row][column]
        for k in 0..<2 * n { work[row][k] -= factor * work[column][k] }
      }
    }
    return work.map { Array($0.suffix(n)) }
  }

  static func moments(_ rows: [[Double]], _ weights: [Double]) -> [[Double]] {
    rows[0].indices.map { i in
      rows[0].indices.map { k in
        rows.indices.reduce(0) { $0 + weights[$1] * rows[$1][i] * rows[$1][k] }
      }
    }
  }
}

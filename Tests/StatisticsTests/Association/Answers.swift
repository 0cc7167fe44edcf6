/// Answers to several items with published reliabilities.
enum Answers {
  /// Chatterjee and Price 1977: how employees of 30 departments see their superiors, percent of
  /// favourable answers to seven questions; the data set attitude in R.
  static let attitude: [[Double]] = [
    [
      43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77, 81, 74, 65, 65, 50, 50, 64,
      53, 40, 63, 66, 78, 48, 85, 82,
    ],
    [
      51, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60, 62, 83, 77, 90, 85, 60, 70, 58, 40, 61,
      66, 37, 54, 77, 75, 57, 85, 82,
    ],
    [
      30, 51, 68, 45, 56, 49, 42, 50, 72, 45, 53, 47, 57, 83, 54, 50, 64, 65, 46, 68, 33, 52,
      52, 42, 42, 66, 58, 44, 71, 39,
    ],
    [
      39, 54, 69, 47, 66, 44, 56, 55, 67, 47, 58, 39, 42, 45, 72, 72, 69, 75, 57, 54, 34, 62,
      50, 58, 48, 63, 74, 45, 71, 59,
    ],
    [
      61, 63, 76, 54, 71, 54, 66, 70, 71, 62, 58, 59, 55, 59, 79, 60, 79, 55, 75, 64, 43, 66,
      63, 50, 66, 88, 80, 51, 77, 64,
    ],
    [
      92, 73, 86, 84, 83, 49, 68, 66, 83, 80, 67, 74, 63, 77, 77, 54, 79, 80, 85, 78, 64, 80,
      80, 57, 75, 76, 78, 83, 74, 78,
    ],
    [
      45, 47, 48, 35, 47, 34, 35, 41, 31, 41, 34, 41, 25, 35, 46, 36, 63, 60, 46, 52, 33, 41,
      37, 49, 33, 72, 49, 38, 55, 39,
    ],
  ]

  /// The data set cronbach_alpha of the Python package pingouin, after Zaiontz, Real Statistics
  /// Using Excel: fifteen people, ten questions with answers from 1 to 7.
  static let zaiontz: [[Double]] = [
    [3, 5, 7, 2, 6, 1, 4, 2, 6, 5, 4, 4, 5, 6, 4], [2, 4, 3, 4, 5, 2, 3, 4, 5, 4, 3, 2, 5, 5, 3],
    [4, 6, 5, 3, 6, 3, 5, 4, 5, 6, 5, 3, 6, 5, 5], [1, 3, 5, 3, 5, 4, 3, 3, 5, 4, 2, 2, 2, 4, 5],
    [4, 5, 6, 2, 4, 2, 5, 7, 1, 3, 5, 5, 3, 2, 3], [5, 1, 4, 2, 4, 5, 2, 2, 6, 5, 3, 3, 3, 2, 1],
    [1, 2, 3, 2, 4, 2, 1, 2, 5, 3, 2, 4, 2, 1, 3], [4, 5, 3, 6, 6, 3, 2, 4, 2, 1, 3, 2, 4, 4, 2],
    [3, 5, 6, 6, 7, 5, 4, 6, 3, 7, 4, 3, 4, 6, 3], [2, 5, 5, 3, 5, 2, 3, 5, 2, 2, 1, 4, 5, 5, 4],
  ]

  /// Five people whose answers have exactly the given covariances, but for rounding.
  ///
  /// Five vectors at right angles to each other and to (1, 1, 1, 1, 1), combined by the Cholesky
  /// factors of the covariances.
  static func withCovariances(_ covariances: [[Double]]) -> [[Double]] {
    let contrasts: [[Double]] = [
      [1, -1, 0, 0, 0], [1, 1, -2, 0, 0], [1, 1, 1, -3, 0], [1, 1, 1, 1, -4],
    ].map { row in
      let length = (row.reduce(0) { $0 + $1 * $1 } / 4).squareRoot()
      return row.map { $0 / length }
    }
    var factors = Array(repeating: Array(repeating: 0.0, count: 4), count: 4)
    for i in 0..<4 {
      for j in 0...i {
        let known = (0..<j).reduce(0.0) { $0 + factors[i][$1] * factors[j][$1] }
        let rest = covariances[i][j] - known
        factors[i][j] = i == j ? rest.squareRoot() : rest / factors[j][j]
      }
    }
    return factors.map { row in
      (0..<5).map { person in (0..<4).reduce(0.0) { $0 + row[$1] * contrasts[$1][person] } }
    }
  }
}

/// P values of many tests, adjusted because some test would find something by chance alone.
public enum MultipleTesting {
  /// Holm's adjusted p values: the probability of even one false finding stays at the level.
  ///
  /// With m p values in rising order the adjusted i-th is the largest of `(m - j + 1) pⱼ` over
  /// j up to i, at most 1.
  ///
  /// Reference: Holm 1979, A simple sequentially rejective multiple test procedure.
  ///
  /// - Parameter pValues: the p values, 0 to 1, in any order.
  /// - Returns: the adjusted p values in the same order; none for none.
  /// - Throws: `StatisticsError.optionOutOfRange` for a p value outside 0 to 1.
  public static func holm(_ pValues: [Double]) throws(StatisticsError) -> [Double] {
    try check(pValues)
    var adjusted = pValues
    var largest = 0.0
    for (place, index) in order(pValues).enumerated() {
      largest = max(largest, min(1, Double(pValues.count - place) * pValues[index]))
      adjusted[index] = largest
    }
    return adjusted
  }

  /// Benjamini and Hochberg's adjusted p values: the share of false findings among all findings
  /// stays at the level on average.
  ///
  /// With m p values in rising order the adjusted i-th is the smallest of `m pⱼ / j` over j from i
  /// on, at most 1. The tests are taken to be independent or positively dependent.
  ///
  /// Reference: Benjamini and Hochberg 1995, Controlling the false discovery rate: a practical and
  /// powerful approach to multiple testing.
  ///
  /// - Parameter pValues: the p values, 0 to 1, in any order.
  /// - Returns: the adjusted p values in the same order; none for none.
  /// - Throws: `StatisticsError.optionOutOfRange` for a p value outside 0 to 1.
  public static func benjaminiHochberg(
    _ pValues: [Double]
  ) throws(StatisticsError) -> [Double] {
    try check(pValues)
    var adjusted = pValues
    var smallest = 1.0
    for (place, index) in order(pValues).enumerated().reversed() {
      smallest = min(smallest, Double(pValues.count) / Double(place + 1) * pValues[index])
      adjusted[index] = smallest
    }
    return adjusted
  }

  private static func check(_ pValues: [Double]) throws(StatisticsError) {
    for p in pValues where !(p >= 0 && p <= 1) {
      throw .optionOutOfRange(option: "a p value", range: "between 0 and 1", p)
    }
  }

  private static func order(_ pValues: [Double]) -> [Int] {
    pValues.indices.sorted { pValues[$0] < pValues[$1] }
  }
}

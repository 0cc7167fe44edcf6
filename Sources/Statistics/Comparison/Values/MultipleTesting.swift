/// P values that are fair when many tests were made at once.
///
/// A survey that compares fifty questions finds two or three differences by chance. The adjusted p
/// values can be compared with the usual level, as if there were one test.
///
/// Both functions take p values from 0 to 1 in any order and hand back as many in the same order,
/// none smaller than before and none above 1.
///
/// Refusals: `StatisticsError.emptySample`; `.optionOutOfRange` for a p value outside 0 to 1 or not
/// a number.
public enum MultipleTesting {
  /// Holm's adjustment: the probability of even one false finding stays below the level, whatever
  /// the tests have to do with each other.
  ///
  /// With n p values in ascending order, the i-th becomes the largest of `(n - j + 1) pⱼ` for j up
  /// to i, at most 1.
  ///
  /// Reference: Holm 1979, A simple sequentially rejective multiple test procedure.
  ///
  /// - Parameter pValues: at least one p value.
  /// - Returns: the adjusted p values, in the same order.
  /// - Throws: `StatisticsError`, see ``MultipleTesting``.
  public static func holm(_ pValues: [Double]) throws(StatisticsError) -> [Double] {
    try check(pValues, .holm)
    var adjusted = pValues
    var largest = 0.0
    for (place, index) in ascending(pValues).enumerated() {
      largest = max(largest, min(1, Double(pValues.count - place) * pValues[index]))
      adjusted[index] = largest
    }
    return adjusted
  }

  /// What Holm's procedure divides the level by for each p value, so that intervals can agree with it.
  ///
  /// With n p values in ascending order, the i-th is compared with `level / (n - i + 1)`, until one is
  /// larger; that one and all after it keep its divisor. So p is at most `level / divisor` exactly
  /// where ``holm(_:)`` is at most `level`, and an interval of confidence `1 - level / divisor` leaves
  /// out what a test that agrees with it rejects. Each such interval holds with at least
  /// `1 - level`; how many of them hold together is promised for the side of 0 only.
  ///
  /// Reference: Holm 1979, A simple sequentially rejective multiple test procedure.
  ///
  /// - Parameters:
  ///   - pValues: at least one p value.
  ///   - level: the probability of even one false finding, strictly between 0 and 1.
  /// - Returns: divisors from 1 to n, in the same order.
  /// - Throws: `StatisticsError`, see ``MultipleTesting``; `.optionOutOfRange` for the level.
  public static func holmDivisors(
    _ pValues: [Double], level: Double = 0.05
  ) throws(StatisticsError) -> [Int] {
    try check(pValues, .holm)
    guard level > 0, level < 1 else {
      throw .optionOutOfRange(option: "the level", range: "strictly between 0 and 1", level)
    }
    var divisors = Array(repeating: 1, count: pValues.count)
    var (divisor, rejects) = (pValues.count, true)
    for (place, index) in ascending(pValues).enumerated() {
      if rejects { divisor = pValues.count - place }
      rejects = rejects && Double(divisor) * pValues[index] <= level
      divisors[index] = divisor
    }
    return divisors
  }

  /// The adjustment of Benjamini and Hochberg: the share of false findings among all findings stays
  /// below the level on average, for tests that are independent or positively related.
  ///
  /// It finds more than ``holm(_:)`` and promises less. With n p values in ascending order, the
  /// i-th becomes the smallest of `n pⱼ / j` for j from i on, at most 1.
  ///
  /// Reference: Benjamini and Hochberg 1995, Controlling the false discovery rate: a practical and
  /// powerful approach to multiple testing.
  ///
  /// - Parameter pValues: at least one p value.
  /// - Returns: the adjusted p values, in the same order.
  /// - Throws: `StatisticsError`, see ``MultipleTesting``.
  public static func benjaminiHochberg(_ pValues: [Double]) throws(StatisticsError) -> [Double] {
    try check(pValues, .benjaminiHochberg)
    var adjusted = pValues
    var smallest = 1.0
    for (place, index) in ascending(pValues).enumerated().reversed() {
      let scaled = Double(pValues.count) / Double(place + 1) * pValues[index]
      smallest = min(smallest, scaled)
      adjusted[index] = smallest
    }
    return adjusted
  }

  private static func ascending(_ pValues: [Double]) -> [Int] {
    pValues.indices.sorted { pValues[$0] < pValues[$1] }
  }

  private static func check(
    _ pValues: [Double], _ statistic: StatisticName
  ) throws(StatisticsError) {
    guard !pValues.isEmpty else { throw .emptySample(statistic) }
    for p in pValues where !(p >= 0 && p <= 1) {
      throw .optionOutOfRange(option: "a p value", range: "between 0 and 1", p)
    }
  }
}

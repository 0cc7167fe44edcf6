/// The score statistic of a 2 × 2 table for a given risk ratio φ. It falls with φ, and it is 0 at
/// the observed ratio.
///
/// The most likely shares with `p₁ = φ p₂` solve a quadratic equation. Its roots are computed
/// without differences of nearly equal numbers, for the shares and for their complements.
struct RiskRatioScore {
  private let x1: Double
  private let x2: Double
  private let n1: Double
  private let n2: Double

  init(of table: ContingencyTable) {
    x1 = Double(table.counts[0][0])
    x2 = Double(table.counts[1][0])
    n1 = Double(table.rowTotals[0])
    n2 = Double(table.rowTotals[1])
  }

  func callAsFunction(_ ratio: Double) -> Double {
    let difference = x1 / n1 - ratio * (x2 / n2)
    if difference == 0 { return 0 }
    // No events in row 1, and a ratio of 0: the limit from above.
    if ratio == 0 { return 0 }
    let (y1, y2, all) = (n1 - x1, n2 - x2, n1 + n2)
    // N p₂² φ - (φ (n₁ + x₂) + x₁ + n₂) p₂ + x₁ + x₂ = 0; both addends of the discriminant are
    // positive.
    let (first, second) = (ratio * (n1 + x2), x1 + n2)
    let root =
      ((first - second) * (first - second) + 4 * ratio * y1 * y2).squareRoot()
    let p2 = 2 * (x1 + x2) / (first + second + root)
    let q1 = Self.larger(2 * all - first - second, root, 4 * all * y1 * (1 - ratio)) / (2 * all)
    let q2 =
      Self.larger(
        2 * all - (first + second) / ratio, root / ratio, 4 * all * y2 * (1 - 1 / ratio))
      / (2 * all)
    let variance = ratio * p2 * q1 / n1 + ratio * ratio * p2 * q2 / n2
    return difference / variance.squareRoot()
  }

  /// `sum + root`, where `product` is `(sum + root)(sum - root)`.
  private static func larger(_ sum: Double, _ root: Double, _ product: Double) -> Double {
    max(0, sum >= 0 ? sum + root : product / (sum - root))
  }
}

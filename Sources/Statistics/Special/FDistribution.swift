/// Fisher's F distribution with positive degrees of freedom above and below the line.
///
/// With m and n degrees of freedom, `n / (m F + n)` has a beta distribution with n/2 and m/2. The
/// library's own functions lose digits, give up or never end from about a million degrees of freedom
/// on, as a survey of that many people has them.
struct FDistribution {
  let numerator: Double
  let denominator: Double

  private var beta: BetaDistribution {
    BetaDistribution(a: denominator / 2, b: numerator / 2)
  }

  /// `P(F >= f)`.
  func upperTail(_ f: Double) throws(StatisticsError) -> Double {
    if f <= 0 { return 1 }
    // In the order that does not overflow for large f.
    return try beta.lowerTail(1 / (1 + numerator / denominator * f))
  }

  /// The f with `P(F >= f) = p`, for p strictly between 0 and 1.
  func upperPoint(_ p: Double) throws(StatisticsError) -> Double {
    let y = try beta.quantile(p)
    return denominator / numerator * ((1 - y) / y)
  }
}

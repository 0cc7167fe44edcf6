/// How values in a row depend on the values before them.
public enum Autocorrelation {
  /// The correlation of each value with the next one, computed as the field computes it:
  /// `r₁ = Σ (xₜ - m)(xₜ₊₁ - m) / Σ (xₜ - m)²`, with m the mean of all values.
  ///
  /// It lies between -1 and 1: near 0 for values that do not depend on each other, within about
  /// `±2/√n` of it by chance. Residuals with a high r₁ make the standard errors of a regression
  /// too small.
  ///
  /// Reference: Box, Jenkins and Reinsel 1994, Time Series Analysis.
  ///
  /// - Parameter values: at least two finite values in order of time, not all equal.
  /// - Returns: the correlation, without a unit.
  /// - Throws: `StatisticsError.emptySample`, `.sampleTooSmall`, `.notANumber`, `.infinite` or
  ///   `.constantSample`.
  public static func lagOne(of values: [Double]) throws(StatisticsError) -> Double {
    try Check.sample(values, for: .lagOneAutocorrelation, needs: 2)
    guard values.contains(where: { $0 != values[0] }),
      let exponent = Design.exponent(of: values)
    else { throw .constantSample(.lagOneAutocorrelation) }
    let scaled = values.map { $0.scaled(byPowerOfTwo: -exponent) }
    var sum = DoubleDouble.zero
    for value in scaled { sum += DoubleDouble(value) }
    let mean = sum / DoubleDouble(Double(values.count))
    let distances = scaled.map { DoubleDouble($0) - mean }
    var (products, squares) = (DoubleDouble.zero, DoubleDouble.zero)
    for (index, distance) in distances.enumerated() {
      squares += distance * distance
      if index > 0 { products += distance * distances[index - 1] }
    }
    return (products / squares).value
  }
}

/// Samples that several tests of resampling use.
enum ResamplingSamples {
  /// Efron and Tibshirani 1993, An introduction to the bootstrap, table 14.1: spatial perception
  /// of 26 children, test A.
  static let spatial: [Double] = [
    48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30,
    41,
  ]

  /// Efron and Tibshirani 1993, table 2.1: survival of mice, treated and not.
  static let treated: [Double] = [94, 197, 16, 38, 99, 141, 23]
  static let untreated: [Double] = [52, 104, 146, 10, 51, 30, 40, 27, 46]

  /// Fisher 1935, The design of experiments, section 17: Darwin's pairs of maize, differences of
  /// height in eighths of an inch.
  static let maize: [Double] = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]

  static let pairedX: [Double] = [3.1, 1.2, 5.6, 4.4, 2.2, 7.7, 6.1]
  static let pairedY: [Double] = [2.9, 3.3, 4.1, 6.0, 1.8, 5.2, 7.4]

  /// The variance with the divisor n.
  static func variance(_ values: [Double]) -> Double {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
  }
}

/// Samples for comparisons of numbers, and a comparison of results.
enum ValueSamples {
  /// Student 1908, The probable error of a mean: hours of sleep gained by ten patients with two
  /// drugs; the data set sleep in R.
  static let sleepOne: [Double] = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
  static let sleepTwo: [Double] = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

  /// Hollander and Wolfe 1973, Nonparametric Statistical Methods, page 69: permeability of a
  /// membrane at term and before.
  static let atTerm: [Double] = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
  static let early: [Double] = [1.15, 0.88, 0.90, 0.74, 1.21]

  /// Hollander and Wolfe 1973, page 29: a depression scale at the first and the second visit.
  static let firstVisit: [Double] = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
  static let secondVisit: [Double] = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]

  /// Miles per gallon of cars with automatic and with manual gears; mtcars in R.
  static let automatic: [Double] = [
    21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 21.5, 15.5,
    15.2, 13.3, 19.2,
  ]
  static let manual: [Double] = [
    21, 21, 22.8, 32.4, 30.4, 33.9, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
  ]

  /// Beall 1942, The transformation of data from entomological field experiments: insects on plots
  /// with sprays A to F; InsectSprays in R.
  static let sprays: [[Double]] = [
    [10, 7, 20, 14, 14, 12, 10, 23, 17, 20, 14, 13],
    [11, 17, 21, 11, 16, 14, 17, 17, 19, 21, 7, 13],
    [0, 1, 7, 2, 3, 1, 2, 1, 3, 0, 1, 4],
    [3, 5, 12, 6, 4, 3, 5, 5, 5, 5, 2, 4],
    [3, 5, 3, 5, 3, 6, 1, 1, 3, 2, 6, 4],
    [11, 9, 15, 22, 15, 16, 13, 10, 26, 26, 24, 13],
  ]

  /// Dobson 1983, An Introduction to Statistical Modelling: weights of plants; PlantGrowth in R.
  static let plants: [[Double]] = [
    [4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14],
    [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
    [6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26],
  ]

  /// Whether two numbers agree up to a share of the second one.
  static func agree(_ value: Double, _ expected: Double, relative: Double = 1e-12) -> Bool {
    abs(value - expected) <= relative * abs(expected)
  }

  /// Numbers that look random but are always the same: of a few equally spaced levels, so that
  /// they tie, or of very many.
  static func scattered(_ count: Int, seed: UInt64, levels: UInt64 = 1 << 40) -> [Double] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double((state >> 8) % levels)
    }
  }
}

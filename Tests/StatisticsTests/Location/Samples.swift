/// Samples with published statistics.
enum Samples {
  /// NIST StRD Michelso: the speed of light, Michelson 1879, here as the last digits in km/s above
  /// 299000. The data set morley in R has the same values.
  static let michelson: [Double] = [
    850, 740, 900, 1070, 930, 850, 950, 980, 980, 880, 1000, 980, 930, 650, 760, 810, 1000, 1000,
    960, 960, 960, 940, 960, 940, 880, 800, 850, 880, 900, 840, 830, 790, 810, 880, 880, 830, 800,
    790, 760, 800, 880, 880, 880, 860, 720, 720, 620, 860, 970, 950, 880, 910, 850, 870, 840, 840,
    850, 840, 840, 840, 890, 810, 810, 820, 800, 770, 760, 740, 750, 760, 910, 920, 890, 860, 880,
    720, 840, 850, 850, 780, 890, 840, 780, 810, 760, 810, 790, 810, 820, 850, 870, 870, 810, 740,
    810, 940, 950, 800, 810, 870,
  ]

  /// Miles per gallon of 32 cars, Henderson and Velleman 1981; the data set mtcars in R.
  static let milesPerGallon: [Double] = [
    21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4,
    14.7, 32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
  ]

  /// NIST StRD NumAcc2, 3 and 4: a centre and then 500 pairs just below and above it.
  static func numericalAccuracy(around whole: Double) -> [Double] {
    [whole + 0.2] + (0..<1000).map { whole + ($0 % 2 == 0 ? 0.1 : 0.3) }
  }

  /// Carburetors of the same 32 cars, here as frequencies; mtcars$carb.
  static let carburetors: [Double] = [
    4, 4, 1, 1, 2, 1, 4, 2, 2, 4, 4, 3, 3, 3, 4, 4, 4, 1, 2, 1, 1, 2, 2, 4, 2, 1, 2, 2, 4, 6, 8, 2,
  ]

  /// Weights of the same 32 cars in thousands of pounds; mtcars$wt.
  static let carWeights: [Double] = [
    2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25,
    5.424, 5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17,
    2.77, 3.57, 2.78,
  ]
}

/// Series with published trends.
enum TrendSamples {
  /// The flow of the Nile at Aswan, 1871 to 1970, in 10⁸ m³: Cobb 1978, the data set Nile in R.
  static let nile: [Double] = [
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
  ]

  /// Airline passengers in thousands by month, 1949 to 1953: Box and Jenkins 1976, series G.
  static let airline: [Double] = [
    112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170,
    170, 158, 133, 114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180,
    193, 181, 183, 218, 230, 242, 209, 191, 172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237,
    211, 180, 201,
  ]

  /// Longley 1967: the gross national product in millions of dollars, 1947 to 1962, and the number
  /// of unemployed in thousands.
  static let longley: (product: [Double], unemployed: [Double]) = (
    [
      234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769,
      444546, 482704, 502601, 518173, 554894,
    ],
    [
      2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806,
      4007,
    ]
  )

  /// A made-up series of which each value resembles the one before, with a trend.
  static let dependent: [Double] = [
    0.0, 0.081, 0.459, 0.146, -0.627, -0.623, -1.125, -0.343, 1.438, 0.707, 0.172, 0.993, 1.385,
    1.4, 0.406, 0.742, 1.701, 0.268, 0.327, -1.049, -1.231, -1.86, -0.599, -0.843, 0.581, 1.354,
    1.505, -0.702, -0.016, 0.918, 1.672, 0.513, 0.902, 0.667, 0.727, 2.665, 1.992, 2.394, 3.585,
    2.863,
  ]

  /// Oil production in Saudi Arabia, 1996 to 2007, in million tonnes: Hyndman and Athanasopoulos
  /// 2014, Forecasting: Principles and Practice.
  static let oil: [Double] = [
    446.6565, 454.4733, 455.663, 423.6322, 456.2713, 440.5881, 425.3325, 485.1494, 506.0482,
    526.792, 514.2689, 494.211,
  ]

  /// Air passengers in Australia, 1990 to 2004, in millions: the same book.
  static let australia: [Double] = [
    17.5534, 21.86, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535, 30.1857, 31.5797,
    32.5776, 33.4774, 39.0216, 41.3864, 41.5966,
  ]

  /// Numbers that look random and are the same each time, from 0 to 1.
  static func scattered(_ count: Int, seed: UInt64) -> [Double] {
    var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
  }
}

/// Whether two numbers agree to a relative precision.
func isNear(_ value: Double, _ other: Double, relative: Double) -> Bool {
  abs(value - other) <= relative * max(abs(value), abs(other))
}

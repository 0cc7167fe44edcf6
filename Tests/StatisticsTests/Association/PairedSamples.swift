@testable import Statistics

/// PairedSamples of measurements with published statistics.
enum PairedSamples {
  /// Hollander and Wolfe 1973, page 187: lightness and quality of canned tuna; R, help page of
  /// `cor.test`.
  static let tuna: (x: [Double], y: [Double]) = (
    [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1],
    [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8]
  )

  /// Longley 1967: gross national product and people employed, 1947 to 1962; the data set longley
  /// in R.
  static let longley: (x: [Double], y: [Double]) = (
    [
      234.289, 259.426, 258.054, 284.599, 328.975, 346.999, 365.385, 363.112, 397.469, 419.180,
      442.769, 444.546, 482.704, 502.601, 518.173, 554.894,
    ],
    [
      60.323, 61.122, 60.171, 61.187, 63.221, 63.639, 64.989, 63.761, 66.019, 67.857, 68.169,
      66.513, 68.655, 69.564, 69.331, 70.551,
    ]
  )

  /// Henderson and Velleman 1981: miles per gallon and weight of 32 cars; the data set mtcars in R.
  static let cars: (x: [Double], y: [Double]) = (
    [
      21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4,
      14.7, 32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
    ],
    [
      2.620, 2.875, 2.320, 3.215, 3.440, 3.460, 3.570, 3.190, 3.150, 3.440, 3.440, 4.070, 3.730,
      3.780, 5.250, 5.424, 5.345, 2.200, 1.615, 1.835, 2.465, 3.520, 3.435, 3.840, 3.845, 1.935,
      2.140, 1.513, 3.170, 2.770, 3.570, 2.780,
    ]
  )

  /// SAS/STAT User's Guide, the FREQ procedure: adverse events by dose, one pair per person.
  static let pain: (x: [Double], y: [Double]) = {
    var (x, y): ([Double], [Double]) = ([], [])
    for (row, counts) in [[26, 26, 23, 18, 9], [6, 7, 9, 14, 23]].enumerated() {
      for (column, count) in counts.enumerated() {
        x += Array(repeating: Double(row), count: count)
        y += Array(repeating: Double(column), count: count)
      }
    }
    return (x, y)
  }()

  /// Two measurements of so many people that have something in common, with values from 0 to
  /// `levels - 1`, or all different for 0 levels.
  static func random(_ count: Int, levels: Int, seed: UInt64) -> (x: [Double], y: [Double]) {
    var random = RandomStream(seed: seed)
    var (x, y): ([Double], [Double]) = ([], [])
    for _ in 0..<count {
      let (a, b) = (random.uniform(), random.uniform())
      let c = (a + b) / 2
      x.append(levels == 0 ? a : (a * Double(levels)).rounded(.down))
      y.append(levels == 0 ? c : (c * Double(levels)).rounded(.down))
    }
    return (x, y)
  }

  /// All orders of the numbers from 1 to n.
  static func orders(_ n: Int) -> [[Double]] {
    if n == 0 { return [[]] }
    return orders(n - 1).flatMap { order in
      (0..<n).map { place in
        var next = order
        next.insert(Double(n), at: place)
        return next
      }
    }
  }
}

import Statistics
import Testing

@Suite("Sample sizes")
struct SampleSizeTests {
  /// Krejcie and Morgan 1970, Determining sample size for research activities, table 1: 5 % margin,
  /// 95 %, share 0.5. They round to the nearest; these are the rows of theirs that are rounded up.
  @Test(arguments: [
    (10, 10), (25, 24), (30, 28), (100, 80), (200, 132), (300, 169), (1_000, 278), (10_000, 370),
  ])
  func krejcieAndMorgan(_ population: Int, _ size: Int) throws {
    #expect(try SampleSize.forShare(margin: 0.05, population: population) == size)
  }

  /// statsmodels 0.15, `samplesize_confint_proportion`: 384.146, 2016.766 and 663.490.
  @Test(arguments: [(0.5, 0.05, 0.95, 385), (0.3, 0.02, 0.95, 2_017), (0.1, 0.03, 0.99, 664)])
  func statsmodels(_ row: (share: Double, margin: Double, confidence: Double, size: Int)) throws {
    let size = try SampleSize.forShare(
      margin: row.margin, expected: row.share, confidence: row.confidence)
    #expect(size == row.size)
  }

  /// R 4.2.2, `power.prop.test`: 76.70693 (the example of its help page, printed there as 76.7),
  /// 137.604, 355.9428, 529.952, 309.6311 and 751.0052.
  @Test(arguments: [
    (0.50, 0.75, 0.90, 0.95, 77), (0.15, 0.30, 0.85, 0.95, 138), (0.60, 0.70, 0.80, 0.95, 356),
    (0.60, 0.70, 0.80, 0.99, 530), (0.05, 0.01, 0.90, 0.90, 310), (0.40, 0.45, 0.50, 0.95, 752),
  ])
  func powerPropTest(
    _ row: (first: Double, second: Double, power: Double, confidence: Double, size: Int)
  ) throws {
    for (first, second) in [
      (row.first, row.second), (row.second, row.first), (1 - row.first, 1 - row.second),
    ] {
      let size = try SampleSize.forDifference(
        between: first, and: second, power: row.power, confidence: row.confidence)
      #expect(size == row.size)
    }
  }

  /// Half the length of the Wilson interval, with and without an end to the population, at the size
  /// and one below it. Shares that are whole numbers of answers exist only for some sizes, so the
  /// length is computed from the formula.
  @Test(arguments: [0.01, 0.03, 0.05, 0.1, 0.2, 0.45], [0.05, 0.3, 0.5, 0.9])
  func wilson(_ margin: Double, _ share: Double) throws {
    let z = 1.959_963_984_540_054
    for population in [nil, 30, 500, 100_000] as [Int?] {
      let half = { (size: Int) -> Double in
        var n = Double(size)
        if let population {
          if size >= population { return 0 }
          n *= Double(population - 1) / Double(population - size)
        }
        return z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
      }
      let size = try SampleSize.forShare(
        margin: margin, expected: share, population: population, width: .wilson)
      #expect(half(size) <= margin * (1 + 1e-9))
      if size > 1 { #expect(half(size - 1) > margin * (1 - 1e-9)) }
    }
  }

  @Test(
    "a share of one half needs the most, and a smaller margin more",
    arguments: SampleSize.Width.allCases)
  func monotone(_ width: SampleSize.Width) throws {
    var before = 0
    for margin in [0.3, 0.1, 0.05, 0.02, 0.01] {
      let half = try SampleSize.forShare(margin: margin, width: width)
      #expect(half > before)
      before = half
      for share in [0.001, 0.2, 0.4] {
        let size = try SampleSize.forShare(margin: margin, expected: share, width: width)
        let other = try SampleSize.forShare(margin: margin, expected: 1 - share, width: width)
        #expect(size == other && size <= half)
      }
      let finite = try SampleSize.forShare(margin: margin, population: 50, width: width)
      #expect(finite <= 50 && finite <= half)
    }
  }

  @Test("the edges neither trap nor overflow")
  func edges() throws {
    #expect(try SampleSize.forShare(margin: 0.01, population: 1) == 1)
    #expect(try SampleSize.forShare(margin: 1e-6, population: .max) > 900_000_000_000)
    #expect(try SampleSize.forShare(margin: 1e-6, confidence: 1.0.nextDown) > 1_000_000_000_000)
    #expect(try SampleSize.forDifference(between: 0.1, and: 0.9, power: 1e-9) == 1)
    let close = try SampleSize.forDifference(
      between: 0.5, and: 0.500_002, power: 1.0.nextDown, confidence: 1.0.nextDown)
    #expect(close > 10_000_000_000_000)
  }

  @Test(arguments: [
    Refusal("the margin must lie between 0.000001 and 0.5; 5 was given") {
      try SampleSize.forShare(margin: 5)
    },
    Refusal("the margin must lie between 0.000001 and 0.5; 0 was given") {
      try SampleSize.forShare(margin: 0)
    },
    Refusal(
      "the margin must lie between 0.000001 and 0.5; a value that is not a number was given"
    ) {
      try SampleSize.forShare(margin: .nan)
    },
    Refusal("the expected share must lie strictly between 0 and 1; 50 was given") {
      try SampleSize.forShare(margin: 0.05, expected: 50)
    },
    Refusal("the number in the population must be at least 1; 0 was given") {
      try SampleSize.forShare(margin: 0.05, population: 0)
    },
    Refusal("the number in the population must not be negative; -3 was given") {
      try SampleSize.forShare(margin: 0.05, population: -3)
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try SampleSize.forShare(margin: 0.05, confidence: 95)
    },
    Refusal("the first share must lie strictly between 0 and 1; 0 was given") {
      try SampleSize.forDifference(between: 0, and: 0.5)
    },
    Refusal("the second share must lie strictly between 0 and 1; 1 was given") {
      try SampleSize.forDifference(between: 0.5, and: 1)
    },
    Refusal("the power must lie strictly between 0 and 1; 80 was given") {
      try SampleSize.forDifference(between: 0.5, and: 0.6, power: 80)
    },
    Refusal("the difference of the shares must lie at 0.000001 or above; 0 was given") {
      try SampleSize.forDifference(between: 0.5, and: 0.5)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}

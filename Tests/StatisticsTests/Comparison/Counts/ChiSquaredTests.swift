import Statistics
import Testing

@Suite("Chi-squared tests")
struct ChiSquaredTests {
  /// Agresti 2007, page 39: X² = 30.1, 2 degrees of freedom; R prints 30.070 and 2.954e-07.
  @Test func party() throws {
    let test = try ContingencyTable(PublishedTables.party).chiSquaredTest()
    #expect(agrees(test.statistic, 30.070, decimals: 3))
    #expect(test.degreesOfFreedom == [2])
    #expect(agrees(test.pValue, 2.954e-07, decimals: 10))
    #expect(test.cautions.isEmpty)
  }

  /// R 4.2.2, `chisq.test`, with and without `correct`; fifteen digits.
  @Test func fourfold() throws {
    let table = try ContingencyTable([[12, 5], [7, 9]])
    let plain = try table.chiSquaredTest()
    #expect(relativeError(plain.statistic, 2.43057551968156) < 1e-13)
    #expect(relativeError(plain.pValue, 0.118989205532145) < 1e-13)
    let corrected = try table.chiSquaredTest(yates: true)
    #expect(relativeError(corrected.statistic, 1.45599637881468) < 1e-13)
    #expect(relativeError(corrected.pValue, 0.22756821457581) < 1e-13)
  }

  /// R 4.2.2, `chisq.test`, fifteen digits. Eight expected counts are below 5.
  @Test func jobSatisfaction() throws {
    let test = try ContingencyTable(PublishedTables.jobSatisfaction).chiSquaredTest()
    #expect(relativeError(test.statistic, 5.9655145887704) < 1e-13)
    #expect(relativeError(test.pValue, 0.743364725052551) < 1e-13)
    #expect(test.degreesOfFreedom == [9])
    #expect(test.cautions == [.smallExpectedCounts(cells: 8, of: 16)])
  }

  @Test("a table that fits perfectly has exactly 0", arguments: [1, 3, 7, 1_000_003])
  func independent(_ scale: Int) throws {
    let table = try ContingencyTable([[2 * scale, 3 * scale], [14 * scale, 21 * scale]])
    for yates in [false, true] {
      let test = try table.chiSquaredTest(yates: yates)
      #expect(test.statistic == 0 && test.pValue == 1)
    }
  }

  /// `N (|ad - bc| - N/2)² / (r₁ r₂ c₁ c₂)`, with the bracket at least 0.
  @Test("agrees with the product formula of 2 × 2 tables")
  func productFormula() throws {
    for counts in TableEnumeration.fourfold(through: 4) {
      let table = try ContingencyTable(counts)
      let (a, b, c, d) = (counts[0][0], counts[0][1], counts[1][0], counts[1][1])
      let n = Double(a + b + c + d)
      let margins = Double((a + b) * (c + d) * (a + c) * (b + d))
      let determinant = Double(abs(a * d - b * c))
      let plain = n * determinant * determinant / margins
      let rest = max(0, determinant - n / 2)
      #expect(abs(try table.chiSquaredTest().statistic - plain) < 1e-13)
      let corrected = try table.chiSquaredTest(yates: true).statistic
      #expect(abs(corrected - n * rest * rest / margins) < 1e-13)
    }
  }

  @Test("the order of rows and columns does not matter")
  func permutation() throws {
    let counts = PublishedTables.jobSatisfaction
    let one = try ContingencyTable(counts).chiSquaredTest()
    for table in [
      try ContingencyTable(counts.reversed()),
      try ContingencyTable(counts.map { $0.reversed() }),
      try ContingencyTable(counts).transposed,
    ] {
      #expect(relativeError(try table.chiSquaredTest().pValue, one.pValue) < 1e-13)
    }
  }

  @Test("ten times the counts, ten times the statistic")
  func scale() throws {
    let counts = PublishedTables.jobSatisfaction
    let one = try ContingencyTable(counts).chiSquaredTest().statistic
    let ten = try ContingencyTable(counts.map { $0.map { 10 * $0 } }).chiSquaredTest().statistic
    #expect(relativeError(ten, 10 * one) < 1e-14)
  }

  /// With one degree of freedom χ² is the square of a normal z.
  @Test("the p value of a 2 × 2 table agrees with the trend test")
  func trend() throws {
    for counts in TableEnumeration.fourfold(through: 3) {
      let table = try ContingencyTable(counts)
      let (square, trend) = (try table.chiSquaredTest(), try table.trendTest())
      #expect(abs(square.statistic - trend.statistic * trend.statistic) < 1e-13)
      #expect(abs(square.pValue - trend.pValue) < 1e-13)
    }
  }
}

@Suite("Chi-squared test of fit")
struct GoodnessOfFitTests {
  /// R, help page of `chisq.test`: X-squared = 9.9901, p = 0.04059.
  @Test func helpPage() throws {
    let test = try GoodnessOfFit.chiSquaredTest(
      of: [89, 37, 30, 28, 2], shares: [0.40, 0.20, 0.20, 0.15, 0.05])
    #expect(agrees(test.statistic, 9.9901, decimals: 4))
    #expect(agrees(test.pValue, 0.04059, decimals: 5))
    #expect(test.degreesOfFreedom == [4] && test.cautions.isEmpty)
  }

  /// Mendel 1866, round and wrinkled, yellow and green peas: χ² = 0.470 in every textbook; R 4.2.2
  /// to fifteen digits.
  @Test func mendel() throws {
    let test = try GoodnessOfFit.chiSquaredTest(
      of: [315, 108, 101, 32], shares: [9.0 / 16, 3.0 / 16, 3.0 / 16, 1.0 / 16])
    #expect(relativeError(test.statistic, 0.470023980815348) < 1e-12)
    #expect(relativeError(test.pValue, 0.925425895103616) < 1e-12)
  }

  /// R 4.2.2, `chisq.test(c(20, 30, 25))`.
  @Test func equalShares() throws {
    let test = try GoodnessOfFit.chiSquaredTest(of: [20, 30, 25])
    #expect(abs(test.statistic - 2) < 1e-14)
    #expect(relativeError(test.pValue, 0.367879441171442) < 1e-13)
    #expect(
      try GoodnessOfFit.chiSquaredTest(of: [4, 4, 1]).cautions
        == [.smallExpectedCounts(cells: 3, of: 3)])
  }

  /// `Σ O² / E - N`.
  @Test("agrees with the other form of the sum", arguments: [[0, 9], [5, 5, 5], [1, 2, 3, 40]])
  func otherForm(_ counts: [Int]) throws {
    let total = Double(counts.reduce(0, +))
    let expected = total / Double(counts.count)
    let squares = counts.reduce(0.0) { $0 + Double($1 * $1) / expected }
    let statistic = try GoodnessOfFit.chiSquaredTest(of: counts).statistic
    #expect(abs(statistic - (squares - total)) < 1e-12)
  }

  @Test(arguments: [
    Refusal("the chi-squared test of fit needs at least 2 groups; 1 was given") {
      try GoodnessOfFit.chiSquaredTest(of: [3])
    },
    Refusal("the chi-squared test of fit needs at least 2 groups; 0 were given") {
      try GoodnessOfFit.chiSquaredTest(of: [])
    },
    Refusal("the chi-squared test of fit is not defined when all counts are 0") {
      try GoodnessOfFit.chiSquaredTest(of: [0, 0, 0])
    },
    Refusal("a count must not be negative; the count in row 1, column 2 is") {
      try GoodnessOfFit.chiSquaredTest(of: [3, -1])
    },
    Refusal("the total of a contingency table must be at most 9007199254740992") {
      try GoodnessOfFit.chiSquaredTest(of: [Int.max, Int.max])
    },
    Refusal(
      "the chi-squared test of fit needs pairs; there are 2 values on one side and 3 on the other"
    ) {
      try GoodnessOfFit.chiSquaredTest(of: [3, 4], shares: [0.2, 0.3, 0.5])
    },
    Refusal("an expected share must be a number above 0; share 2 is not") {
      try GoodnessOfFit.chiSquaredTest(of: [3, 4], shares: [1, 0])
    },
    Refusal("an expected share must be a number above 0; share 1 is not") {
      try GoodnessOfFit.chiSquaredTest(of: [3, 4], shares: [.nan, 0.5])
    },
    Refusal("an expected share must be a number above 0; share 1 is not") {
      try GoodnessOfFit.chiSquaredTest(of: [3, 4], shares: [.infinity, 0.5])
    },
    Refusal("the expected shares must add up to 1") {
      try GoodnessOfFit.chiSquaredTest(of: [3, 4], shares: [40, 60])
    },
    Refusal(
      "the chi-squared test of fit of this sample is too large for a floating-point number"
    ) {
      try GoodnessOfFit.chiSquaredTest(of: [1_000_000, 4], shares: [.leastNonzeroMagnitude, 1])
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}

import Statistics
import Testing

/// A risk ratio and its interval as a publication prints it.
struct PrintedRatio: Sendable, CustomTestStringConvertible {
  let first: Counts
  let second: Counts
  let lower: Double
  let upper: Double

  init(_ a: Int, _ m: Int, _ b: Int, _ n: Int, _ lower: Double, _ upper: Double) {
    first = Counts(successes: a, trials: m)
    second = Counts(successes: b, trials: n)
    self.lower = lower
    self.upper = upper
  }

  var testDescription: String { "\(first) : \(second)" }

  var table: [[Int]] {
    [first, second].map { [$0.successes, $0.trials - $0.successes] }
  }
}

@Suite("Risk ratio")
struct RiskRatioTests {
  /// Koopman 1984: 36 of 40 against 16 of 80, ratio 4.5, interval 2.94 to 7.15.
  @Test func koopman() throws {
    let ratio = try ContingencyTable([[36, 4], [16, 64]]).riskRatio()
    #expect(relativeError(ratio.value, 4.5) < 1e-15)
    #expect(agrees(ratio.interval.lower, 2.94, decimals: 2))
    #expect(agrees(ratio.interval.upper, 7.15, decimals: 2))
    #expect(ratio.standardErrorOfLogarithm == nil)
  }

  /// statsmodels 0.15, `confint_proportions_2indep(compare="ratio", method="score")` without
  /// correction. Its search for the ends stops at about 1e-9.
  @Test(arguments: [
    PrintedRatio(36, 40, 16, 80, 2.9395691922, 7.1522234349),
    PrintedRatio(7, 34, 1, 34, 1.2208528535, 42.5757176098),
    PrintedRatio(15, 15, 10, 12, 1.0800000000, 1.8116954946),
    PrintedRatio(5, 56, 1, 29, 0.4326891706, 16.4408319780),
    PrintedRatio(3, 100, 9, 90, 0.0897202973, 0.9889101839),
    PrintedRatio(400, 1000, 350, 1100, 1.1206498786, 1.4106807514),
  ])
  func score(_ row: PrintedRatio) throws {
    let interval = try ContingencyTable(row.table).riskRatio().interval
    // For 15 of 15 the search of statsmodels starts at the edge, and its lower end is not a root.
    if row.first.successes < row.first.trials {
      #expect(relativeError(interval.lower, row.lower) < 1e-7)
    }
    #expect(relativeError(interval.upper, row.upper) < 1e-7)
  }

  /// Agresti 2002, section 3.1.1: 1.82, interval 1.43 to 2.31; scipy 1.17.1, `relative_risk`, to
  /// fifteen digits. And scipy's documentation, 27 of 122 against 44 of 487.
  @Test func log() throws {
    let aspirin = try ContingencyTable(PublishedTables.aspirin).riskRatio(method: .log)
    #expect(agrees(aspirin.value, 1.82, decimals: 2))
    #expect(agrees(aspirin.interval.lower, 1.43, decimals: 2))
    #expect(agrees(aspirin.interval.upper, 2.31, decimals: 2))
    #expect(relativeError(aspirin.interval.lower, 1.4330309030505628) < 1e-13)
    let scipy = try ContingencyTable([[27, 95], [44, 443]]).riskRatio(method: .log)
    #expect(relativeError(scipy.value, 2.4495156482861398) < 1e-14)
    #expect(relativeError(scipy.interval.lower, 1.5836990926700116) < 1e-13)
    #expect(relativeError(scipy.interval.upper, 3.7886786315466354) < 1e-13)
  }

  /// z for 95 %: Abramowitz and Stegun 1964, table 26.5, with more digits from mpmath.
  private static let z = 1.959_963_984_540_054

  /// The score of a ratio by maximising the likelihood over a fine search instead of solving an
  /// equation.
  private static func squaredScore(_ counts: [[Int]], _ ratio: Double) -> Double {
    let (x1, x2) = (Double(counts[0][0]), Double(counts[1][0]))
    let (y1, y2) = (Double(counts[0][1]), Double(counts[1][1]))
    // The derivative of the logarithm of the likelihood by p₂ falls from plus to minus.
    var (low, high) = (0.0, min(1, 1 / ratio))
    for _ in 0..<200 {
      let p = (low + high) / 2
      let slope =
        (x1 + x2) / p - (y1 == 0 ? 0 : y1 * ratio / (1 - ratio * p))
        - (y2 == 0 ? 0 : y2 / (1 - p))
      if slope > 0 { low = p } else { high = p }
    }
    let (p2, n1, n2) = (low, x1 + y1, x2 + y2)
    let p1 = ratio * p2
    let distance = x1 / n1 - ratio * x2 / n2
    return distance * distance / (p1 * (1 - p1) / n1 + ratio * ratio * p2 * (1 - p2) / n2)
  }

  @Test("the ends solve the score equation, found by bisection")
  func scoreEquation() throws {
    for counts in TableEnumeration.fourfold(through: 4) where counts[1][0] > 0 {
      let interval = try ContingencyTable(counts).riskRatio().interval
      let ends = counts[0][0] == 0 ? [interval.upper] : [interval.lower, interval.upper]
      for end in ends {
        let square = Self.squaredScore(counts, end)
        #expect(relativeError(square, Self.z * Self.z) < 1e-8, "\(counts)")
      }
      if counts[0][0] == 0 { #expect(interval.lower == 0) }
    }
  }

  /// With only events everywhere the score of a ratio φ below 1 is `n₁ (1 - φ) / φ`, squared.
  @Test("only events")
  func onlyEvents() throws {
    let ratio = try ContingencyTable([[20, 0], [30, 0]]).riskRatio()
    #expect(ratio.value == 1)
    #expect(relativeError(ratio.interval.lower, 20 / (20 + Self.z * Self.z)) < 1e-12)
    #expect(relativeError(ratio.interval.upper, (30 + Self.z * Self.z) / 30) < 1e-12)
  }

  @Test("exchanging the rows gives the reciprocal", arguments: RiskRatioMethod.allCases)
  func reciprocal(_ method: RiskRatioMethod) throws {
    for counts in [[[8, 2], [1, 5]], [[36, 4], [16, 64]], [[3, 97], [9, 81]]] {
      let one = try ContingencyTable(counts).riskRatio(method: method)
      let other = try ContingencyTable(counts.reversed()).riskRatio(method: method)
      #expect(relativeError(one.value * other.value, 1) < 1e-14)
      #expect(relativeError(one.interval.lower * other.interval.upper, 1) < 1e-11)
      #expect(relativeError(one.interval.upper * other.interval.lower, 1) < 1e-11)
    }
  }

  @Test("more confidence makes it wider", arguments: RiskRatioMethod.allCases)
  func monotone(_ method: RiskRatioMethod) throws {
    let table = try ContingencyTable([[7, 27], [1, 33]])
    var inner: Interval?
    for confidence in [0.1, 0.5, 0.9, 0.99, 0.999999, 1 - 1e-12] {
      let outer = try table.riskRatio(confidence: confidence, method: method).interval
      if let inner { #expect(outer.lower < inner.lower && inner.upper < outer.upper) }
      inner = outer
    }
  }

  @Test("both intervals agree for large counts")
  func large() throws {
    let table = try ContingencyTable([[40_000, 60_000], [35_000, 75_000]])
    let (score, log) = (try table.riskRatio(), try table.riskRatio(method: .log))
    #expect(relativeError(score.interval.lower, log.interval.lower) < 1e-5)
    #expect(relativeError(score.interval.upper, log.interval.upper) < 1e-5)
  }

  @Test(arguments: [
    Refusal(
      "the score interval of the risk ratio has no upper end because the count in row 2, column 1 "
        + "is 0; swap the rows"
    ) {
      try ContingencyTable([[3, 7], [0, 9]]).riskRatio()
    },
    Refusal(
      "the log interval of the risk ratio needs counts above 0; the count in row 1, column 1 is 0"
    ) {
      try ContingencyTable([[0, 7], [3, 9]]).riskRatio(method: .log)
    },
    Refusal("the risk ratio is not defined when column 1 has no counts") {
      try ContingencyTable([[0, 7], [0, 9]]).riskRatio()
    },
    Refusal("the log interval of the risk ratio is not defined when column 2 has no counts") {
      try ContingencyTable([[7, 0], [9, 0]]).riskRatio(method: .log)
    },
    Refusal("the risk ratio is not defined when row 1 has no counts") {
      try ContingencyTable([[0, 0], [3, 9]]).riskRatio()
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}

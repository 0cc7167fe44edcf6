import Testing

@testable import Statistics

@Suite("Cronbach alpha")
struct ReliabilityTests {
  /// Python package pingouin, documentation of `cronbach_alpha`: 0.5917188485995826, interval 0.195
  /// to 0.84; its author checked it against R package psych.
  @Test func pingouin() throws {
    let reliability = try Reliability(items: Answers.zaiontz)
    #expect(reliability.items == 10 && reliability.respondents == 15)
    let estimate = try reliability.cronbachsAlpha()
    #expect(relativeError(estimate.value, 0.5917188485995826) < 1e-14)
    #expect(agrees(estimate.interval.lower, 0.195, decimals: 3))
    #expect(agrees(estimate.interval.upper, 0.84, decimals: 3))
    #expect(estimate.standardError == nil)
  }

  /// Julia package StatsBase, documentation of `cronbachalpha`: 0.8136, and without an item 0.7500,
  /// 0.7606, 0.7714 and 0.7826.
  @Test func statsBase() throws {
    let reliability = try Reliability(
      items: Answers.withCovariances([
        [10, 6, 6, 6], [6, 11, 6, 6], [6, 6, 12, 6], [6, 6, 6, 13],
      ]))
    #expect(agrees(try reliability.cronbachsAlpha().value, 0.8136, decimals: 4))
    for (alpha, printed) in zip(try reliability.alphaIfDropped(), [0.75, 0.7606, 0.7714, 0.7826]) {
      #expect(agrees(alpha, printed, decimals: 4))
    }
  }

  /// R 4.2.2, with `cov`, `cor` and `qf`; fifteen digits.
  @Test func attitude() throws {
    let reliability = try Reliability(items: Answers.attitude)
    let estimate = try reliability.cronbachsAlpha()
    #expect(relativeError(estimate.value, 0.84314276956476) < 1e-13)
    #expect(relativeError(estimate.interval.lower, 0.739375685643107) < 1e-12)
    #expect(relativeError(estimate.interval.upper, 0.915773072159982) < 1e-12)
    #expect(relativeError(try reliability.standardizedAlpha(), 0.839083803029511) < 1e-13)
    let dropped = [
      0.809760206308921, 0.796917457274140, 0.827847765938659, 0.803030975022574,
      0.795386574198205, 0.863872311446437, 0.840464868265457,
    ]
    for (alpha, expected) in zip(try reliability.alphaIfDropped(), dropped) {
      #expect(relativeError(alpha, expected) < 1e-13)
    }
    let rest = [
      0.671262057223664, 0.742109710222239, 0.560711111480256, 0.714445498133676,
      0.786275593834400, 0.265034339196676, 0.460810549468496,
    ]
    for (r, expected) in zip(try reliability.correctedItemTotalCorrelations(), rest) {
      #expect(relativeError(r, expected) < 1e-13)
    }
  }

  /// `k² c̄ / s²`, with c̄ the mean covariance of two items and s² the variance of the sum, from
  /// whole-number sums.
  @Test("agrees with the mean covariance in whole numbers")
  func meanCovariance() throws {
    let items = Answers.zaiontz.map { $0.map { Int($0) } }
    let n = items[0].count
    func spread(_ a: [Int], _ b: [Int]) -> Int {
      n * zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } - a.reduce(0, +) * b.reduce(0, +)
    }
    let totals = (0..<n).map { person in items.reduce(0) { $0 + $1[person] } }
    var sum = 0
    for i in items.indices {
      for j in items.indices where j != i { sum += spread(items[i], items[j]) }
    }
    let alpha = 10.0 / 9 * Double(sum) / Double(spread(totals, totals))
    let computed = try Reliability(items: Answers.zaiontz).cronbachsAlpha().value
    #expect(relativeError(computed, alpha) < 1e-14)
  }

  @Test("scaling all answers and moving single items does not matter")
  func affine() throws {
    let reliability = try Reliability(items: Answers.attitude)
    let alpha = try reliability.cronbachsAlpha().value
    for scale in [0.1, -3, 1e300, 1e-300] {
      let scaled = try Reliability(items: Answers.attitude.map { $0.map { scale * $0 } })
      #expect(relativeError(try scaled.cronbachsAlpha().value, alpha) < 1e-13)
      #expect(
        relativeError(try scaled.standardizedAlpha(), try reliability.standardizedAlpha()) < 1e-13)
    }
    let moved = Answers.attitude.enumerated().map { i, item in item.map { $0 + Double(i * 1000) } }
    #expect(relativeError(try Reliability(items: moved).cronbachsAlpha().value, alpha) < 1e-13)
    // Standardising makes the scale of single items irrelevant too.
    let stretched = Answers.attitude.enumerated().map { i, item in
      item.map { $0 * Double(i + 1) }
    }
    #expect(
      relativeError(
        try Reliability(items: stretched).standardizedAlpha(), try reliability.standardizedAlpha())
        < 1e-13)
  }

  @Test("the order of items and people does not matter")
  func permutation() throws {
    let reliability = try Reliability(items: Answers.attitude)
    let turned = try Reliability(items: Answers.attitude.reversed().map { $0.reversed() })
    let (one, other) = (try reliability.cronbachsAlpha(), try turned.cronbachsAlpha())
    #expect(relativeError(one.value, other.value) < 1e-14)
    let dropped = zip(try reliability.alphaIfDropped(), try turned.alphaIfDropped().reversed())
    for (a, b) in dropped { #expect(relativeError(a, b) < 1e-13) }
  }

  @Test("equal items are perfectly reliable, and have no errors for an interval")
  func extremes() throws {
    let item: [Double] = [1, 4, 2, 5]
    let equal = try Reliability(items: [item, item, item])
    Refusal(
      "the interval of Cronbach alpha is not defined when all items are equal but for a constant"
    ) {
      try equal.cronbachsAlpha()
    }.verify()
    #expect(abs(try equal.standardizedAlpha() - 1) < 1e-15)
    #expect(try equal.correctedItemTotalCorrelations() == [1, 1, 1])
    // Two independent items have a covariance of 0, and so an α of 0.
    let independent = try Reliability(items: [[1, 1, 2, 2], [1, 2, 1, 2]])
    #expect(abs(try independent.cronbachsAlpha().value) < 1e-15)
    let opposite = try Reliability(items: [[1, 2, 3, 4], [4, 3, 2, 2]])
    #expect(try opposite.cronbachsAlpha().value < 0)
  }

  @Test("α of two items is Rulon's coefficient of its halves")
  func twoItems() throws {
    let reliability = try Reliability(items: Array(Answers.attitude.prefix(2)))
    let alpha = try reliability.cronbachsAlpha().value
    #expect(relativeError(try reliability.oddEvenSplit().rulon, alpha) < 1e-14)
    let r = try PearsonCorrelation(Answers.attitude[0], Answers.attitude[1]).coefficient
    #expect(relativeError(try reliability.standardizedAlpha(), 2 * r / (1 + r)) < 1e-14)
    for rest in try reliability.correctedItemTotalCorrelations() {
      #expect(relativeError(rest, r) < 1e-14)
    }
  }

  @Test("more confidence makes it wider")
  func monotone() throws {
    let reliability = try Reliability(items: Answers.zaiontz)
    var inner: Interval?
    for confidence in [0.01, 0.5, 0.9, 0.99, 0.999999, 1 - 1e-12] {
      let outer = try reliability.cronbachsAlpha(confidence: confidence).interval
      if let inner { #expect(outer.lower < inner.lower && inner.upper < outer.upper) }
      #expect(outer.upper <= 1)
      inner = outer
    }
  }

  /// scipy 1.17.1, `f.isf`; for the tails of a million degrees of freedom its ten digits or so.
  @Test(
    "points of the F distribution",
    arguments: [
      (29, 174, 0.025, 1.6615384170288148), (174, 29, 0.025, 1.8623168914955166),
      (3, 12, 5e-5, 20.623102741809518), (1, 1, 0.025, 647.7890114778442),
      (1, 1e6, 0.025, 5.0239013190), (1e6, 1, 0.025, 1018.2577600906607),
      (1e6, 1e6, 0.025, 1.0039276231790089), (1e6, 1e7, 0.025, 1.0029095699076263),
    ] as [(Double, Double, Double, Double)])
  func fPoints(_ m: Double, _ n: Double, _ p: Double, _ expected: Double) throws {
    let point = try FDistribution(numerator: m, denominator: n).upperPoint(p)
    #expect(relativeError(point, expected) < (m + n < 1e5 ? 1e-13 : 1e-11))
  }

  @Test("two hundred thousand people are not too many")
  func large() throws {
    let (x, y) = PairedSamples.random(200_000, levels: 5, seed: 8)
    let estimate = try Reliability(items: [x, y]).cronbachsAlpha()
    #expect(estimate.interval.contains(estimate.value))
    #expect(estimate.interval.upper - estimate.interval.lower < 0.01)
  }

  @Test(arguments: [
    Refusal("the reliability of a scale needs at least 2 items; 1 was given") {
      try Reliability(items: [[1, 2, 3]])
    },
    Refusal("the reliability of a scale needs at least 2 items; 0 were given") {
      try Reliability(items: [])
    },
    Refusal("the reliability of a scale needs at least 2 people; 1 was given") {
      try Reliability(items: [[1], [2]])
    },
    Refusal("the reliability of a scale needs at least 2 people; 0 were given") {
      try Reliability(items: [[], []])
    },
    Refusal(
      "all items need an answer from the same people; item 1 has 3 and item 3 has 2 answers"
    ) {
      try Reliability(items: [[1, 2, 3], [1, 2, 3], [1, 2]])
    },
    Refusal(
      "answer 2 to item 3 is not a finite number; take people with missing answers out before"
    ) {
      try Reliability(items: [[1, 2, 3], [1, 2, 3], [1, .nan, .infinity]])
    },
    Refusal(
      "the Cronbach alpha is not defined when the items add up to the same sum for everybody"
    ) {
      try Reliability(items: [[1, 2, 3], [3, 2, 1]]).cronbachsAlpha()
    },
    Refusal(
      "the standardised Cronbach alpha is not defined when all answers to item 2 are equal"
    ) {
      try Reliability(items: [[1, 2, 3], [3, 3, 3]]).standardizedAlpha()
    },
    Refusal(
      "the standardised Cronbach alpha is not defined when the items add up to the same sum for "
        + "everybody"
    ) {
      try Reliability(items: [[1, 2, 3], [9, 6, 3]]).standardizedAlpha()
    },
    Refusal("the Cronbach alpha without an item needs at least 3 items; 2 were given") {
      try Reliability(items: [[1, 2, 3], [1, 3, 2]]).alphaIfDropped()
    },
    Refusal(
      "the Cronbach alpha without an item is not defined when the items other than item 3 add up "
        + "to the same sum for everybody"
    ) {
      try Reliability(items: [[1, 2, 3], [3, 2, 1], [1, 1, 2]]).alphaIfDropped()
    },
    Refusal(
      "the corrected item-total correlation is not defined when all answers to item 1 are equal"
    ) {
      try Reliability(items: [[2, 2, 2], [3, 2, 1]]).correctedItemTotalCorrelations()
    },
    Refusal(
      "the corrected item-total correlation is not defined when the items other than item 3 add "
        + "up to the same sum for everybody"
    ) {
      try Reliability(items: [[1, 2, 3], [3, 2, 1], [1, 1, 2]])
        .correctedItemTotalCorrelations()
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try Reliability(items: [[1, 2, 3], [1, 3, 2]]).cronbachsAlpha(confidence: 95)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}

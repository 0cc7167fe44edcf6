import Statistics
import Testing

@Suite("Split-half reliability")
struct SplitHalfTests {
  /// R 4.2.2 with `cor`, `cov` and `var`: seven items in halves of four and three, Spearman–Brown
  /// by the formula of Horst as he wrote it; fifteen digits.
  @Test func unequal() throws {
    let split = try Reliability(items: Answers.attitude).oddEvenSplit()
    #expect(relativeError(split.correlation, 0.85620735022586) < 1e-13)
    #expect(relativeError(split.spearmanBrown, 0.923891617688545) < 1e-13)
    #expect(relativeError(split.rulon, 0.905231898464029) < 1e-13)
  }

  /// The same for the first six items.
  @Test func equal() throws {
    let split = try Reliability(items: Array(Answers.attitude.prefix(6))).oddEvenSplit()
    #expect(relativeError(split.correlation, 0.860360424602199) < 1e-13)
    #expect(relativeError(split.spearmanBrown, 0.924939504436265) < 1e-13)
    #expect(relativeError(split.rulon, 0.923287316376530) < 1e-13)
  }

  /// R 4.2.2 with `combn` and `cov`.
  @Test func allSplits() throws {
    let seven = try Reliability(items: Answers.attitude).allSplits()
    #expect(seven.count == 35)
    #expect(relativeError(seven.mean, 0.825935774267520) < 1e-13)
    #expect(relativeError(seven.smallest, 0.641231203616516) < 1e-13)
    #expect(relativeError(seven.largest, 0.905535204917976) < 1e-13)
    let six = try Reliability(items: Array(Answers.attitude.prefix(6))).allSplits()
    #expect(six.count == 10)
    #expect(relativeError(six.smallest, 0.772361566449282) < 1e-13)
    #expect(relativeError(six.largest, 0.923287316376530) < 1e-13)
  }

  /// Cronbach 1951: α is the mean of the coefficients of all splits.
  @Test("the mean over all splits is α", arguments: [2, 3, 4, 5, 6, 7])
  func cronbach(_ count: Int) throws {
    let reliability = try Reliability(items: Array(Answers.attitude.prefix(count)))
    let alpha = try reliability.cronbachsAlpha().value
    let factor = count % 2 == 0 ? 1 : 1 - 1 / Double(count * count)
    #expect(relativeError(try reliability.allSplits().mean, factor * alpha) < 1e-13)
  }

  @Test("the odd-even split is one of all splits")
  func oneOfAll() throws {
    for count in 2...7 {
      let reliability = try Reliability(items: Array(Answers.attitude.prefix(count)))
      let (split, all) = (try reliability.oddEvenSplit(), try reliability.allSplits())
      #expect(all.smallest - 1e-14 <= split.rulon && split.rulon <= all.largest + 1e-14)
    }
  }

  /// Splits listed one by one, as the variances of the halves: `2 (1 - (s₁² + s₂²) / s²)`.
  @Test("agrees with the variances of the halves", arguments: [4, 5])
  func variances(_ count: Int) throws {
    let items = Array(Answers.zaiontz.prefix(count))
    func variance(_ chosen: [Int]) throws -> Double {
      let sums = items[0].indices.map { person in chosen.reduce(0) { $0 + items[$1][person] } }
      let deviation = try Location.standardDeviation(of: sums)
      return deviation * deviation
    }
    let total = try variance(Array(0..<count))
    var coefficients: [Double] = []
    for set in 1..<(1 << count) - 1 where set.nonzeroBitCount == count / 2 {
      let half = (0..<count).filter { set >> $0 & 1 == 1 }
      let other = (0..<count).filter { set >> $0 & 1 == 0 }
      if count % 2 == 0 && !half.contains(0) { continue }
      coefficients.append(2 * (1 - (try variance(half) + variance(other)) / total))
    }
    let all = try Reliability(items: items).allSplits()
    #expect(all.count == coefficients.count)
    #expect(abs(all.mean - coefficients.reduce(0, +) / Double(all.count)) < 1e-13)
    #expect(abs(all.smallest - (coefficients.min() ?? 0)) < 1e-13)
    #expect(abs(all.largest - (coefficients.max() ?? 0)) < 1e-13)
  }

  @Test("a negative correlation keeps its formula")
  func negative() throws {
    let split = try Reliability(items: [[1, 2, 3, 4], [4, 3, 2, 2]]).oddEvenSplit()
    let r = split.correlation
    #expect(r < -0.9)
    #expect(relativeError(split.spearmanBrown, 2 * r / (1 + r)) < 1e-12)
  }

  @Test("equal halves are perfectly reliable")
  func perfect() throws {
    let item: [Double] = [1, 4, 2, 5]
    let split = try Reliability(items: [item, item]).oddEvenSplit()
    #expect(split.correlation == 1 && split.spearmanBrown == 1 && split.rulon == 1)
  }

  @Test(arguments: [
    Refusal(
      "the split-half reliability is not defined when the items add up to the same sum for "
        + "everybody"
    ) {
      try Reliability(items: [[1, 2, 3], [3, 2, 1]]).oddEvenSplit()
    },
    Refusal(
      "the split-half reliability is not defined when the items of one half add up to the same sum "
        + "for everybody"
    ) {
      try Reliability(items: [[1, 2, 3], [2, 2, 2]]).oddEvenSplit()
    },
    Refusal(
      "the split-half reliability is not defined when the halves have a correlation of -1"
    ) {
      try Reliability(items: [[1, 2, 3], [9, 7, 5]]).oddEvenSplit()
    },
    Refusal(
      "the split-half reliability over all splits is not defined when the items add up to the same "
        + "sum for everybody"
    ) {
      try Reliability(items: [[1, 2, 3], [3, 2, 1]]).allSplits()
    },
    Refusal("the split-half reliability over all splits takes at most 20 items; 21 were given") {
      try Reliability(items: Array(repeating: [1, 2, 3], count: 21)).allSplits()
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}

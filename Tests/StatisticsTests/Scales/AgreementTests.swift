import Statistics
import Testing

@Suite("Agreement on a scale")
struct AgreementTests {
  /// Van der Eijk 2001, Measuring agreement in ordered rating scales, page 331 and the two Dutch
  /// parties: as told in the vignette of the R package agrmt, 0.6113333, 0.61 and 0.48. The last
  /// row is a figure of the vignette, 0.08.
  @Test(
    arguments: [
      ([30, 40, 210, 130, 530, 50, 10], 0.6113333, 7),
      ([24, 28, 32, 62, 135, 304, 416], 0.61, 2),
      ([16, 26, 82, 210, 293, 270, 103], 0.48, 2),
      ([2, 0, 1, 1], 0.08, 2),
    ] as [([Int], Double, Int)])
  func published(_ counts: [Int], _ printed: Double, _ decimals: Int) throws {
    #expect(agrees(try ScaleCounts(counts).agreement(), printed, decimals: decimals))
  }

  /// The layers of the same example, three decimals.
  @Test(
    arguments: [
      ([1, 1, 1, 1, 1, 1, 1], 0), ([1, 1, 1, 1, 1, 1, 0], 0.167), ([0, 1, 1, 1, 1, 1, 0], 0.333),
      ([0, 0, 1, 1, 1, 1, 0], 0.5), ([0, 0, 1, 1, 1, 0, 0], 0.667),
      ([0, 0, 1, 0, 1, 0, 0], 0.467), ([0, 0, 0, 0, 1, 0, 0], 1),
    ] as [([Int], Double)])
  func layers(_ pattern: [Int], _ printed: Double) throws {
    #expect(agrees(try ScaleCounts(pattern).agreement(), printed, decimals: 3))
  }

  @Test("the ends of its range", arguments: 3...11)
  func ends(_ steps: Int) throws {
    var (halves, one) = ([Int](repeating: 0, count: steps), [Int](repeating: 0, count: steps))
    (halves[0], halves[steps - 1], one[1]) = (8, 8, 5)
    #expect(abs(try ScaleCounts(halves).agreement() + 1) < 1e-15)
    #expect(try ScaleCounts(one).agreement() == 1)
    let even = try ScaleCounts([Int](repeating: 4, count: steps))
    #expect(abs(try even.agreement()) < 1e-15)
    #expect(abs(try ScaleCounts(halves).agreementPolarisation() - 1) < 1e-15)
    #expect(abs(try even.agreementPolarisation() - 0.5) < 1e-15)
  }

  /// Every pattern of up to eight steps, with the triples counted one by one.
  @Test("agrees with counting triples", arguments: 3...8)
  func triples(_ steps: Int) throws {
    for bits in 1..<(1 << steps) {
      let pattern = (0..<steps).map { bits >> $0 & 1 }
      var (one, two) = (0.0, 0.0)
      for i in 0..<steps {
        for j in (i + 1)..<max(steps, i + 1) {
          for k in (j + 1)..<max(steps, j + 1) {
            switch (pattern[i], pattern[j], pattern[k]) {
            case (1, 1, 0), (0, 1, 1): one += 1
            case (1, 0, 1): two += 1
            default: break
            }
          }
        }
      }
      let (k, size) = (Double(steps), Double(pattern.reduce(0, +)))
      let top = one + two == 0 ? 1 : ((k - 2) * one - (k - 1) * two) / ((k - 2) * (one + two))
      let expected = top * (1 - (size - 1) / (k - 1))
      #expect(abs(try ScaleCounts(pattern.map { 3 * $0 }).agreement() - expected) < 1e-14)
    }
  }

  /// The jackknife with the answers written out and left out one by one.
  @Test(arguments: [[3, 7, 12, 20, 9], [10, 0, 1, 8], [1, 1, 1, 2, 1, 1]])
  func jackknife(_ counts: [Int]) throws {
    let estimate = try ScaleCounts(counts).agreementEstimate()
    var without: [Double] = []
    for (step, count) in counts.enumerated() {
      for _ in 0..<count {
        var fewer = counts
        fewer[step] -= 1
        without.append(try ScaleCounts(fewer).agreement())
      }
    }
    let n = Double(without.count)
    let mean = without.reduce(0, +) / n
    let squares = without.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares * (n - 1) / n).squareRoot()
    #expect(abs((estimate.standardError ?? 0) - error) < 1e-13)
    #expect(estimate.value == (try ScaleCounts(counts).agreement()))
    #expect(estimate.interval.lower >= -1 && estimate.interval.upper <= 1)
    #expect(estimate.interval.contains(estimate.value))
  }

  @Test("many times the same answers agree as much, and are known more precisely")
  func replicated() throws {
    let counts = [3, 7, 12, 20, 9]
    let (few, many) = try (
      ScaleCounts(counts).agreementEstimate(),
      ScaleCounts(counts.map { $0 * 100 }).agreementEstimate()
    )
    #expect(abs(few.value - many.value) < 1e-14)
    let ratio = (few.standardError ?? 0) / (many.standardError ?? 1)
    #expect(abs(ratio - 10) < 1)
  }

  @Test(arguments: [
    Refusal(
      "the number of steps of a scale must lie at 3 or above for the agreement; 2 was given"
    ) {
      try ScaleCounts([1, 2]).agreement()
    },
    Refusal(
      "the interval of the agreement could not be computed for these numbers: leaving out one "
        + "answer changes nothing, whichever it is"
    ) {
      try ScaleCounts([0, 8, 0]).agreementEstimate()
    },
    Refusal("the interval of the agreement needs at least 2 values; 1 was given") {
      try ScaleCounts([0, 1, 0]).agreementEstimate()
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try ScaleCounts([0, 1, 3]).agreementEstimate(confidence: 95)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}

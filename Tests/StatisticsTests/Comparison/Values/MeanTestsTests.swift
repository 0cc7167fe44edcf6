import Statistics
import Testing

@Suite("Tests of means")
struct MeanTestsTests {
  /// R 4.2.2, `t.test`; the statistic and p value of scipy agree to 12 digits.
  @Test func welch() throws {
    let found = try MeanTests.welch(ValueSamples.drugA, minus: ValueSamples.drugB)
    #expect(near(found.test.statistic, -1.86081346748685))
    #expect(near(found.test.degreesOfFreedom[0], 17.7764735161785))
    #expect(near(found.test.pValue, 0.0793941401873582))
    #expect(near(found.estimate.interval.lower, -3.36548323071171))
    #expect(near(found.estimate.interval.upper, 0.20548323071171))
    #expect(near(try #require(found.estimate.standardError), 0.849091017238762))
    let less = try MeanTests.welch(
      ValueSamples.drugA, minus: ValueSamples.drugB, alternative: .less)
    #expect(near(less.test.pValue, 0.0396970700936791))
  }

  /// R 4.2.2, `t.test(paired = TRUE)` and `t.test(mu = 1)`.
  @Test func pairedAndOneSample() throws {
    let found = try MeanTests.paired(ValueSamples.drugA, minus: ValueSamples.drugB)
    #expect(near(found.test.statistic, -4.06212768338204))
    #expect(near(found.test.pValue, 0.00283289019738427, 1e-11))
    #expect(near(found.estimate.interval.lower, -2.45988576327698))
    #expect(near(found.estimate.interval.upper, -0.700114236723018))
    let one = try MeanTests.oneSample(ValueSamples.drugA, against: 1)
    #expect(near(one.test.statistic, -0.44190338023794))
    #expect(near(one.test.pValue, 0.668986623614675))
  }

  @Test("swapping turns the difference round; shift and scale pass through")
  func properties() throws {
    let (a, b) = (ValueSamples.drugA, ValueSamples.drugB)
    let one = try MeanTests.welch(a, minus: b)
    let other = try MeanTests.welch(b, minus: a)
    #expect(one.estimate.value == -other.estimate.value)
    #expect(one.test.pValue == other.test.pValue)
    let moved = try MeanTests.welch(a.map { 3 * $0 + 7 }, minus: b.map { 3 * $0 + 7 })
    #expect(near(moved.test.statistic, one.test.statistic, 1e-13))
    let tails = try [Alternative.less, .greater].map {
      try MeanTests.welch(a, minus: b, alternative: $0).test.pValue
    }
    #expect(abs(tails[0] + tails[1] - 1) < 1e-14)
  }

  @Test(arguments: [
    Refusal("the Welch t test needs at least 2 values in each group; group 2 has 1") {
      try MeanTests.welch([1, 2], minus: [3])
    },
    Refusal("the Welch t test is not defined when all values are equal") {
      try MeanTests.welch([2, 2], minus: [2, 2])
    },
    Refusal("value 2 of the sample is not a number") {
      try MeanTests.welch([1, .nan], minus: [1, 2])
    },
    Refusal("the paired t test needs pairs; there are 2 values on one side and 3 on the other") {
      try MeanTests.paired([1, 2], minus: [1, 2, 3])
    },
    Refusal("the one-sample t test needs at least 2 values; 1 was given") {
      try MeanTests.oneSample([1])
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try MeanTests.welch([1, 2], minus: [3, 5], confidence: 95)
    },
    Refusal("the Welch t test of this sample is too large for a floating-point number") {
      try MeanTests.welch([1e308, -1e308], minus: [1e308, -1e308])
    },
  ])
  func refusal(_ refusal: Refusal) { refusal.verify() }
}

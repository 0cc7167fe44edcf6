import Statistics
import Testing

@Suite("Interval")
struct IntervalTests {
  @Test(arguments: [
    (0.2, true), (0.5, true), (0.35, true), (0.199, false), (0.501, false), (Double.nan, false),
  ])
  func contains(_ value: Double, _ expected: Bool) throws {
    let interval = try Interval(lower: 0.2, upper: 0.5, confidence: 0.95)
    #expect(interval.contains(value) == expected)
  }

  @Test(arguments: [
    Refusal("an interval needs two finite ends in order; 0.5 and 0.2 were given") {
      try Interval(lower: 0.5, upper: 0.2, confidence: 0.95)
    },
    Refusal(
      "an interval needs two finite ends in order; 0 and a value that is not a number were given"
    ) {
      try Interval(lower: 0, upper: .nan, confidence: 0.95)
    },
    Refusal("an interval needs two finite ends in order; minus infinity and 1 were given") {
      try Interval(lower: -.infinity, upper: 1, confidence: 0.95)
    },
    Refusal("the confidence level must lie between 0 and 1; 90 was given, did you mean 0.9?") {
      try Interval(lower: 0, upper: 1, confidence: 90)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test("what the library could not compute is said with its reason")
  func notComputed() {
    let error = StatisticsError.notComputed(
      function: "beta function", reason: "exceeded max number of iterations")
    #expect(
      error.description
        == "the beta function could not be computed for these numbers: "
        + "exceeded max number of iterations")
  }
}

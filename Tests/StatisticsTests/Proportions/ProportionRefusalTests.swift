import Statistics
import Testing

@Suite("Proportion intervals: refusals")
struct ProportionRefusalTests {
  @Test("bad counts are refused by every method", arguments: ProportionMethod.allCases)
  func counts(_ method: ProportionMethod) {
    let refusals = [
      Refusal("the number of successes, 15, is larger than the number of trials, 14") {
        try method(15, 14)
      },
      Refusal("the number of successes must not be negative; -1 was given") {
        try method(-1, 14)
      },
      Refusal("the number of trials must not be negative; -14 was given") {
        try method(1, -14)
      },
      Refusal("the number of trials must be at least 1; 0 was given") { try method(0, 0) },
      Refusal("the number of trials must not be negative; \(Int.min) was given") {
        try method(Int.max, Int.min)
      },
    ]
    for refusal in refusals { refusal.verify() }
  }

  @Test(
    "a level that is none is refused by every method",
    arguments: ProportionMethod.allCases,
    [
      (95, "95 was given, did you mean 0.95?"),
      (99.9, "99.9 was given, did you mean 0.999?"),
      (1.5, "1.5 was given"),
      (100, "100 was given"),
      (-0.5, "-0.5 was given"),
      (Double.nan, "a value that is not a number was given"),
      (Double.infinity, "infinity was given"),
      (-Double.infinity, "minus infinity was given"),
    ] as [(Double, String)])
  func levels(_ method: ProportionMethod, _ row: (level: Double, words: String)) {
    Refusal("the confidence level must lie between 0 and 1; \(row.words)") {
      try method(10, 14, row.level)
    }.verify()
  }

  @Test("0 and 1 are refused as levels", arguments: ProportionMethod.allCases)
  func edges(_ method: ProportionMethod) {
    for level in [0.0, 1.0] {
      Refusal(
        "the confidence level must lie strictly between 0 and 1; \(Int(level)) was given"
      ) {
        try method(10, 14, level)
      }.verify()
    }
  }

  @Test("the largest counts neither trap nor leak", arguments: ProportionMethod.allCases)
  func huge(_ method: ProportionMethod) throws {
    for successes in [0, 1, Int.max / 2, Int.max - 1, Int.max] {
      do {
        let interval = try method(successes, Int.max)
        #expect(interval.lower >= 0 && interval.upper <= 1)
      } catch StatisticsError.notComputed {
        // An honest refusal: the exact sums do not reach that far.
      }
    }
  }
}

import Statistics
import Testing

@Suite("Weighting: refusals")
struct WeightingRefusalTests {
  private static func margin(
    _ name: String = "age", _ values: [String] = ["young", "old", "old"],
    _ totals: [String: Double] = ["young": 40, "old": 60]
  ) throws -> Margin {
    try Margin(name: name, values: values, totals: totals)
  }

  private static var three: SamplingWeights {
    get throws { try SamplingWeights(equal: 3) }
  }

  @Test(arguments: [
    Refusal("the margin “age” has no categories") { try margin("age", [], [:]) },
    Refusal("the margin “age” lists the category “old” twice") {
      try Margin(name: "age", labels: ["old", "old"], codes: [0], totals: [1, 2])
    },
    Refusal("the margin “age” has 2 categories and 1 totals") {
      try Margin(name: "age", labels: ["young", "old"], codes: [0], totals: [1])
    },
    Refusal(
      "a total must be a number of at least 0; that of the category “old” of the margin “age” "
        + "is not"
    ) {
      try margin("age", ["old"], ["old": -1])
    },
    Refusal(
      "a total must be a number of at least 0; that of the category “old” of the margin “age” "
        + "is not"
    ) {
      try margin("age", ["old"], ["old": .nan])
    },
    Refusal("the totals of the margin “age” must have a sum above 0 and below 1e300") {
      try margin("age", ["old"], ["old": 0])
    },
    Refusal("the totals of the margin “age” must have a sum above 0 and below 1e300") {
      try margin("age", ["old"], ["old": 1.7e308, "young": 1.7e308])
    },
    Refusal("the margin “age” has no total for the category of respondent 2") {
      try margin("age", ["old", "secret"], ["old": 1])
    },
    Refusal("the margin “age” has no total for the category of respondent 1") {
      try Margin(name: "age", labels: ["old"], codes: [1], totals: [1])
    },
    Refusal("the variable “size” must have finite values; that of respondent 2 is not") {
      try CalibrationVariable(name: "size", values: [1, .nan], total: 5)
    },
    Refusal("the total of “size” must lie between -1e300 and 1e300; infinity was given") {
      try CalibrationVariable(name: "size", values: [1], total: .infinity)
    },
  ])
  func descriptions(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test(arguments: [
    Refusal("a weighting needs at least one margin or variable") {
      try Weighting.rake(three, to: [])
    },
    Refusal("a weighting needs at least one margin or variable") {
      try Weighting.calibrate(three)
    },
    Refusal("two margins are called “age”") {
      try Weighting.rake(three, to: [margin(), margin()])
    },
    Refusal("two margins are called “age”") {
      try Weighting.calibrate(
        three, to: [margin()],
        variables: [CalibrationVariable(name: "age", values: [1, 2, 3], total: 9)])
    },
    Refusal("“age” needs a value for each of the 3 respondents; it has 2") {
      try Weighting.postStratify(three, to: margin("age", ["young", "old"]))
    },
    Refusal("“size” needs a value for each of the 3 respondents; it has 1") {
      try Weighting.calibrate(
        three, variables: [CalibrationVariable(name: "size", values: [1], total: 9)])
    },
    Refusal(
      "no respondent with a weight is in the category “oldest” of the margin “age”; "
        + "merge it with another category"
    ) {
      try Weighting.rake(
        three,
        to: [
          margin("sex", ["f", "m", "f"], ["f": 50, "m": 50]),
          margin("age", ["young", "old", "old"], ["young": 40, "old": 50, "oldest": 10]),
        ])
    },
    Refusal(
      "no respondent with a weight is in the category “young” of the margin “age”; "
        + "merge it with another category"
    ) {
      try Weighting.postStratify(SamplingWeights([0, 1, 1]), to: margin())
    },
    Refusal(
      "no respondent with a weight is in the category “young” of the margin “age”; "
        + "merge it with another category"
    ) {
      try Weighting.calibrate(SamplingWeights([0, 1, 1]), to: [margin()], method: .rakingRatio)
    },
    Refusal(
      "the totals of the margin “age” add up to 100, those of “sex” to 99.5; they must agree"
    ) {
      try Weighting.rake(
        three, to: [margin(), margin("sex", ["f", "m", "f"], ["f": 50, "m": 49.5])])
    },
    // The young are all women: 40 women at least, but only 30 are known.
    Refusal(
      "the weights do not reach the total of the margin “sex”; after 100 rounds 33 % are left"
    ) {
      try Weighting.rake(
        three, to: [margin(), margin("sex", ["f", "m", "m"], ["f": 30, "m": 70])],
        maximumRounds: 100)
    },
    Refusal("the tolerance must lie strictly between 0 and 1; 0 was given") {
      try Weighting.rake(three, to: [margin()], tolerance: 0)
    },
    Refusal("the number of rounds must be at least 1; 0 was given") {
      try Weighting.rake(three, to: [margin()], maximumRounds: 0)
    },
    Refusal("the limit as a multiple of the median weight must lie at 1 or above; 0.5 was given") {
      try Weighting.rake(three, to: [margin()], limit: .multipleOfMedian(0.5))
    },
    Refusal("the weight limit must lie above 0; 0 was given") {
      try Weighting.trim(three, to: .value(0))
    },
    Refusal(
      "the probability of a quantile must lie between 0 and 1; 95 was given, did you mean 0.95?"
    ) {
      try Weighting.trim(three, to: .quantile(95))
    },
    Refusal(
      "the weight limit is too low: the respondents in the category “young” of the margin “age” "
        + "cannot reach their total"
    ) {
      try Weighting.rake(three, to: [margin()], limit: .value(35))
    },
    Refusal("the weight limit is too low: it lies below the mean of the weights") {
      try Weighting.trim(SamplingWeights([1, 2, 6]), to: .value(2.9))
    },
    Refusal("nobody with a weight responded in the class “north”; merge it with another class") {
      try Weighting.adjustForNonresponse(
        three, responded: [true, false, false], classes: ["south", "north", "south"])
    },
    Refusal("“responded” needs a value for each of the 3 respondents; it has 2") {
      try Weighting.adjustForNonresponse(
        three, responded: [true, false], classes: ["south", "north", "south"])
    },
    Refusal("“classes” needs a value for each of the 3 respondents; it has 0") {
      try Weighting.adjustForNonresponse(three, responded: [true, false, true], classes: [])
    },
  ])
  func margins(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test(arguments: [
    Refusal(
      "the bounds of a calibration must hold 1 between them, the lower one at least 0; "
        + "1.2 and 3 were given"
    ) {
      try Weighting.calibrate(
        three, to: [margin()], method: .truncatedLinear(lower: 1.2, upper: 3))
    },
    Refusal(
      "the bounds of a calibration must hold 1 between them, the lower one at least 0; "
        + "a value that is not a number and 3 were given"
    ) {
      try Weighting.calibrate(three, to: [margin()], method: .logit(lower: .nan, upper: 3))
    },
    Refusal("the calibration gives 1 respondent a weight below 0; use bounds or raking") {
      try Weighting.calibrate(
        three,
        variables: [
          CalibrationVariable(name: "size", values: [1, 2, 3], total: 9),
          CalibrationVariable(name: "one", values: [1, 1, 1], total: 3),
        ])
    },
  ])
  func calibration(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test(
    "totals out of reach are refused, with the worst of them named",
    arguments: [
      .truncatedLinear(lower: 0.7, upper: 1.5), .logit(lower: 0.7, upper: 1.5), .rakingRatio,
    ] as [CalibrationMethod])
  func outOfReach(_ method: CalibrationMethod) throws {
    // The mean score would have to be above the largest of the sample.
    let score = try CalibrationVariable(
      name: "score", values: SchoolSample.scores, total: 6194 * 900)
    do {
      _ = try Weighting.calibrate(
        SchoolSample.weights, to: [SchoolSample.types], variables: [score], method: method)
      Issue.record("no weights can reach this total")
    } catch StatisticsError.weighting(.notReached(let target, _, let difference)) {
      #expect(target.hasPrefix("the variable “score”") || target.hasPrefix("the category"))
      #expect(difference > 1e-3)
    }
  }

  @Test("a linear calibration to totals that contradict each other is refused")
  func contradiction() throws {
    let one = try CalibrationVariable(name: "one", values: [1, 1, 1], total: 90)
    #expect(throws: StatisticsError.self) {
      try Weighting.calibrate(Self.three, to: [Self.margin()], variables: [one])
    }
  }
}

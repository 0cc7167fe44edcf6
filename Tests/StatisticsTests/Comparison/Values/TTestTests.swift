import Statistics
import Testing

@Suite("t tests")
struct TTestTests {
  /// R 4.2.2, `t.test(extra ~ group, data = sleep)`.
  @Test(
    "Welch, as R computes it",
    arguments: [
      (.twoSided, 0.0793941401873582), (.less, 0.0396970700936791), (.greater, 0.960302929906321),
    ] as [(Alternative, Double)])
  func welch(_ alternative: Alternative, _ p: Double) throws {
    let result = try TTest.welch(
      ValueSamples.sleepOne, ValueSamples.sleepTwo, alternative: alternative)
    #expect(ValueSamples.agree(result.test.statistic, -1.86081346748685))
    #expect(ValueSamples.agree(result.test.degreesOfFreedom[0], 17.7764735161785))
    #expect(ValueSamples.agree(result.test.pValue, p))
    #expect(ValueSamples.agree(result.difference.value, -1.58))
    #expect(ValueSamples.agree(result.difference.standardError ?? 0, 0.849091017238762))
    #expect(ValueSamples.agree(result.difference.interval.lower, -3.36548323071171))
    #expect(ValueSamples.agree(result.difference.interval.upper, 0.20548323071171))
    #expect(result.test.alternative == alternative && !result.test.isExact)
  }

  /// R 4.2.2, `t.test(mpg ~ am, data = mtcars)`, and sleep at 90 %.
  @Test func welchMore() throws {
    let cars = try TTest.welch(ValueSamples.automatic, ValueSamples.manual)
    #expect(ValueSamples.agree(cars.test.statistic, -3.76712314514493))
    #expect(ValueSamples.agree(cars.test.degreesOfFreedom[0], 18.3322516384005))
    #expect(ValueSamples.agree(cars.test.pValue, 0.00137363833307103))
    #expect(ValueSamples.agree(cars.difference.interval.lower, -11.28019435504016))
    let sleep = try TTest.welch(
      ValueSamples.sleepOne, ValueSamples.sleepTwo, confidence: 0.9)
    #expect(ValueSamples.agree(sleep.difference.interval.lower, -3.053381497331606))
    #expect(ValueSamples.agree(sleep.difference.interval.upper, -0.106618502668394))
    #expect(sleep.difference.interval.confidence == 0.9)
  }

  /// R 4.2.2, `t.test(..., paired = TRUE)` of sleep, and `t.test(mtcars$mpg, mu = 22)`.
  @Test(
    arguments: [
      (.twoSided, 0.00283289019738427, 0.0828784829133445),
      (.less, 0.00141644509869214, 0.0414392414566722),
      (.greater, 0.998583554901308, 0.958560758543328),
    ] as [(Alternative, Double, Double)])
  func pairedAndOneSample(_ alternative: Alternative, _ sleep: Double, _ cars: Double) throws {
    let paired = try TTest.paired(
      ValueSamples.sleepOne, ValueSamples.sleepTwo, alternative: alternative, confidence: 0.99)
    #expect(ValueSamples.agree(paired.test.statistic, -4.06212768338204))
    #expect(paired.test.degreesOfFreedom == [9])
    #expect(ValueSamples.agree(paired.test.pValue, sleep))
    #expect(ValueSamples.agree(paired.difference.interval.lower, -2.844051885104825))
    #expect(ValueSamples.agree(paired.difference.interval.upper, -0.315948114895175))
    let one = try TTest.oneSample(
      ValueSamples.automatic + ValueSamples.manual, mean: 22, alternative: alternative)
    #expect(ValueSamples.agree(one.test.statistic, -1.79212695866535))
    #expect(one.test.degreesOfFreedom == [31])
    #expect(ValueSamples.agree(one.test.pValue, cars))
    #expect(ValueSamples.agree(one.difference.interval.lower + 22, 17.9176785087462))
    #expect(ValueSamples.agree(one.difference.interval.upper + 22, 22.2635714912538))
  }

  @Test("swapping the groups turns everything round")
  func antisymmetric() throws {
    let one = try TTest.welch(ValueSamples.automatic, ValueSamples.manual, alternative: .less)
    let other = try TTest.welch(ValueSamples.manual, ValueSamples.automatic, alternative: .greater)
    #expect(one.test.statistic == -other.test.statistic)
    #expect(one.test.pValue == other.test.pValue)
    #expect(one.difference.interval.lower == -other.difference.interval.upper)
  }

  @Test("the one-sided p values add up to 1, and the two-sided is twice the smaller")
  func tails() throws {
    let p = try Alternative.allCases.map {
      try TTest.welch(ValueSamples.sleepOne, ValueSamples.sleepTwo, alternative: $0).test.pValue
    }
    #expect(abs(p[1] + p[2] - 1) < 1e-14 && abs(p[0] - 2 * min(p[1], p[2])) < 1e-15)
  }

  @Test(
    "shift and scale pass through",
    arguments: [(2, 3), (-0.5, 1e6), (1e100, 0), (1e-100, 0)] as [(Double, Double)])
  func affine(_ scale: Double, _ shift: Double) throws {
    let move = { (sample: [Double]) in sample.map { scale * $0 + shift } }
    let (x, y) = (ValueSamples.automatic, ValueSamples.manual)
    let plain = try TTest.welch(x, y)
    let moved = try TTest.welch(move(x), move(y))
    let digits = shift == 1e6 ? 1e-8 : 1e-13
    #expect(ValueSamples.agree(moved.test.pValue, plain.test.pValue, relative: digits))
    #expect(
      ValueSamples.agree(moved.difference.value, scale * plain.difference.value, relative: digits))
    let paired = try TTest.paired(move(ValueSamples.sleepOne), move(ValueSamples.sleepTwo))
    #expect(ValueSamples.agree(paired.test.pValue, 0.00283289019738427, relative: 100 * digits))
  }

  /// Whole numbers around 10¹², whose sums plain doubles round; `n Σx² - (Σx)²` in whole numbers of
  /// the small parts.
  @Test("close means of large values keep their digits")
  func offset() throws {
    let (small, smallToo) = (Array(0..<50).map { $0 * $0 % 23 }, Array(0..<40).map { $0 * 7 % 19 })
    let result = try TTest.welch(
      small.map { Double($0) + 1e12 }, smallToo.map { Double($0) + 1e12 })
    let variance = { (values: [Int]) -> Double in
      let (n, sum) = (values.count, values.reduce(0, +))
      return Double(n * values.reduce(0) { $0 + $1 * $1 } - sum * sum) / Double(n * n * (n - 1))
    }
    let difference = Double(small.reduce(0, +) * 40 - smallToo.reduce(0, +) * 50) / 2000
    let t = difference / (variance(small) + variance(smallToo)).squareRoot()
    #expect(ValueSamples.agree(result.difference.value, difference, relative: 1e-14))
    #expect(ValueSamples.agree(result.test.statistic, t, relative: 1e-14))
  }

  @Test("the interval holds exactly the differences that the test does not reject")
  func duality() throws {
    let interval = try TTest.paired(ValueSamples.sleepOne, ValueSamples.sleepTwo).difference
      .interval
    for end in [interval.lower, interval.upper] {
      let moved = ValueSamples.sleepOne.map { $0 - end }
      let p = try TTest.paired(moved, ValueSamples.sleepTwo).test.pValue
      #expect(abs(p - 0.05) < 1e-12)
    }
  }

  @Test("one constant group is no hindrance for Welch")
  func oneConstant() throws {
    let result = try TTest.welch([3, 3, 3, 3], [1, 2, 3, 4, 5])
    // The spread comes from the second group alone, so it is the one-sample test.
    let one = try TTest.oneSample([1, 2, 3, 4, 5], mean: 3, alternative: .twoSided)
    #expect(result.test.degreesOfFreedom == [4])
    #expect(result.test.pValue == one.test.pValue)
  }
}

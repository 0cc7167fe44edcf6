import Statistics
import Testing

@Suite("Back-test")
struct BackTestTests {
  /// The errors of forecasts at each step, one origin after the other, in plain loops.
  static func slowly(
    _ values: [Double], first: Int, horizon: Int, lag: Int, _ z: Double,
    _ forecast: ([Double], Int) -> (Double, Double)
  ) -> [(mean: Double, size: Double, root: Double, scaled: Double, covered: Double)] {
    return (1...horizon).map { step in
      var (errors, covered): ([Double], Int) = ([], 0)
      var naive = 0.0
      for origin in first...values.count - horizon {
        let (value, deviation) = forecast(Array(values[..<origin]), step)
        let error = values[origin + step - 1] - value
        errors.append(error)
        // Back by whole seasons until the fit knows the value.
        var known = origin + step - 1
        while known >= origin { known -= lag }
        naive += abs(values[origin + step - 1] - values[known])
        if abs(error) <= z * deviation { covered += 1 }
      }
      let n = Double(errors.count)
      let size = errors.reduce(0) { $0 + abs($1) } / n
      return (
        errors.reduce(0, +) / n, size, (errors.reduce(0) { $0 + $1 * $1 } / n).squareRoot(),
        size / (naive / n), Double(covered) / n
      )
    }
  }

  func compare(
    _ test: BackTest,
    _ slow: [(mean: Double, size: Double, root: Double, scaled: Double, covered: Double)]
  ) throws {
    #expect(test.bySteps.count == slow.count)
    for (errors, expected) in zip(test.bySteps, slow) {
      #expect(abs(errors.meanError - expected.mean) < 1e-10)
      #expect(isNear(errors.meanAbsoluteError, expected.size, relative: 1e-12))
      #expect(isNear(errors.rootMeanSquaredError, expected.root, relative: 1e-12))
      let scaled = try #require(errors.meanAbsoluteScaledError)
      #expect(isNear(scaled, expected.scaled, relative: 1e-12))
      #expect(errors.coverage == expected.covered)
    }
    let n = Double(slow.count)
    #expect(
      isNear(
        test.overall.meanAbsoluteError, slow.reduce(0) { $0 + $1.size } / n, relative: 1e-12))
    #expect(
      isNear(test.overall.coverage, slow.reduce(0) { $0 + $1.covered } / n, relative: 1e-12))
    #expect(test.overall.count == test.bySteps.reduce(0) { $0 + $1.count })
  }

  @Test func naive() throws {
    let values = TrendSamples.nile
    let slow = Self.slowly(values, first: 50, horizon: 3, lag: 1, 1.959963984540054) { past, h in
      let changes = (1..<past.count).map { past[$0] - past[$0 - 1] }
      let variance = changes.reduce(0) { $0 + $1 * $1 } / Double(changes.count)
      return (past[past.count - 1], (variance * Double(h)).squareRoot())
    }
    let test = try BackTest(of: values, method: .naive, horizon: 3)
    #expect(test.firstFit == 50 && test.bySteps[0].count == 48)
    try compare(test, slow)
  }

  @Test func drift() throws {
    let values = TrendSamples.airline
    let slow = Self.slowly(values, first: 10, horizon: 2, lag: 1, 1.2815515655446) { past, h in
      let t = Double(past.count - 1)
      let slope = (past[past.count - 1] - past[0]) / t
      let rest = (1..<past.count).map { past[$0] - past[$0 - 1] - slope }
      let variance = rest.reduce(0) { $0 + $1 * $1 } / (t - 1)
      let h = Double(h)
      return (past[past.count - 1] + h * slope, (variance * h * (1 + h / t)).squareRoot())
    }
    try compare(
      try BackTest(of: values, method: .drift, horizon: 2, firstFit: 10, confidence: 0.8), slow)
  }

  @Test func seasonalNaive() throws {
    let values = TrendSamples.airline
    let slow = Self.slowly(values, first: 30, horizon: 2, lag: 12, 1.959963984540054) { past, h in
      let changes = (12..<past.count).map { past[$0] - past[$0 - 12] }
      let variance = changes.reduce(0) { $0 + $1 * $1 } / Double(changes.count)
      return (past[past.count - 13 + h], variance.squareRoot())
    }
    try compare(
      try BackTest(of: values, method: .seasonalNaive(length: 12), horizon: 2, season: 12), slow)
  }

  @Test("the naive forecast of a measure has the error 1 by it")
  func scale() throws {
    let values = TrendSamples.airline
    let naive = try BackTest(of: values, method: .naive, horizon: 14)
    #expect(naive.bySteps.allSatisfy { $0.meanAbsoluteScaledError == 1 })
    let seasonal = try BackTest(
      of: values, method: .seasonalNaive(length: 12), horizon: 14, season: 12)
    #expect(seasonal.bySteps.allSatisfy { $0.meanAbsoluteScaledError == 1 })
    // By hand: the 30 last values differ from the one before by 491 in sum, from the year before
    // by 829.
    let other = try BackTest(of: values, method: .naive, firstFit: 30, season: 12)
    #expect(
      isNear(try #require(other.overall.meanAbsoluteScaledError), 491.0 / 829, relative: 1e-14))
  }

  @Test("each fit is the forecast from its values", arguments: [ForecastMethod.holt])
  func smoothing(_ method: ForecastMethod) throws {
    let values = TrendSamples.australia
    let test = try BackTest(of: values, method: method, horizon: 1, firstFit: 10)
    var sizes: [Double] = []
    for origin in 10..<values.count {
      let forecast = try Forecast(
        of: Array(values[..<origin]), method: method, horizon: 1)
      sizes.append(abs(values[origin] - forecast.points[0].value))
    }
    #expect(isNear(test.overall.meanAbsoluteError, sizes.reduce(0, +) / 5, relative: 1e-12))
    #expect(try BackTest(of: values, method: method, horizon: 1, firstFit: 10) == test)
  }

  @Test("a steady season has no scale, and equal values at the start are no trouble")
  func noScale() throws {
    let steady = (0..<20).map { Double($0 % 4) }
    let test = try BackTest(of: steady, method: .seasonalNaive(length: 4), season: 4)
    #expect(test.overall.meanAbsoluteScaledError == nil)
    #expect(test.overall.meanAbsoluteError == 0 && test.overall.coverage == 1)
    let late = Array(repeating: 3.0, count: 14) + [4, 5, 4, 6, 5, 4]
    for method in [ForecastMethod.naive, .drift, .simpleSmoothing, .holt, .dampedHolt] {
      let test = try BackTest(of: late, method: method, firstFit: 10)
      #expect(test.overall.meanAbsoluteError > 0)
    }
  }

  @Test("intervals hold about as often as they say")
  func coverage() throws {
    let steps = (0..<400).map { index in
      TrendSamples.scattered(12, seed: UInt64(1000 + index)).reduce(-6, +)
    }
    let walk = steps.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) }
    let test = try BackTest(of: walk, method: .naive, confidence: 0.8)
    #expect(abs(test.overall.coverage - 0.8) < 0.09)
  }
}

import Statistics
import Testing

@Suite("Forecast")
struct ForecastTests {
  /// statsmodels 0.15.0, ExponentialSmoothing with estimated start; where the program stops at a
  /// worse fit, the least sum of SciPy 1.17.1 differential_evolution over the same bounds.
  @Test(
    arguments: [
      ("oil", .simpleSmoothing, 7573.426361776667, 496.4935),
      ("oil", .holt, 6186.297237565543, 515.5138),
      ("oil", .dampedHolt, 6365.745572209325, nil),
      ("australia", .simpleSmoothing, 78.71964972, 41.5966),
      ("australia", .holt, 37.42854498857135, nil),
      ("australia", .dampedHolt, 36.20434585294049, 42.69079),
      ("nile", .simpleSmoothing, 946948.326250073, nil),
      ("nile", .holt, 907094.7542213876, nil),
      ("nile", .dampedHolt, 941517.1240831047, nil),
      ("dependent", .simpleSmoothing, 30.56839880567255, nil),
      ("dependent", .holt, 30.141769244007936, nil),
      ("dependent", .dampedHolt, 30.332395925344954, nil),
    ] as [(String, ForecastMethod, Double, Double?)])
  func smoothing(
    _ name: String, _ method: ForecastMethod, _ sum: Double, _ next: Double?
  ) throws {
    let forecast = try Forecast(of: Self.series(name), method: method, horizon: 3)
    let fit = try #require(forecast.smoothing)
    #expect(isNear(fit.sumOfSquaredErrors, sum, relative: 1e-7))
    if let next { #expect(isNear(forecast.points[0].value, next, relative: 2e-6)) }
  }

  /// R 4.2.2 on the first values of `AirPassengers`: `lm(d ~ 1)` on `d = diff(y, 12)`, whose
  /// forecast k seasons ahead has the variance `σ² k + (k se)²`; `lm(y ~ t + factor(season))` with
  /// `predict(…, se.fit = TRUE)`, whose new value has the variance `se² + σ²`. 1, 12, 13 and 30 steps.
  @Test(
    "seasons with a drift",
    arguments: [
      (
        60, .seasonalDrift(length: 12),
        [220.583333333333, 225.583333333333, 245.166666666667, 316.75],
        [11.9053162231636, 11.9053162231636, 17.0075946045194, 21.0372326976356]
      ),
      (
        41, .seasonalDrift(length: 12),
        [199.448275862069, 204.448275862069, 220.896551724138, 210.344827586207],
        [10.7315641213149, 10.7315641213149, 15.4275954557338, 19.1972055041263]
      ),
      (
        60, .seasonalLine(length: 12), [224, 240, 249.4, 311.6],
        [10.1594940400069, 10.1594940400069, 10.3893016441185, 10.6775033605326]
      ),
      (
        41, .seasonalLine(length: 12),
        [197.74358974359, 204.929487179487, 219.615384615385, 208.820512820513],
        [7.78951401562418, 7.71965149215473, 8.12982630786162, 8.58362638230192]
      ),
    ] as [(Int, ForecastMethod, [Double], [Double])])
  func seasonsWithDrift(
    _ count: Int, _ method: ForecastMethod, _ values: [Double], _ deviations: [Double]
  ) throws {
    let forecast = try Forecast(
      of: Array(TrendSamples.airline.prefix(count)), method: method, horizon: 30)
    for (place, step) in [1, 12, 13, 30].enumerated() {
      let point = forecast.points[step - 1]
      #expect(isNear(point.value, values[place], relative: 1e-13))
      #expect(isNear(point.deviation, deviations[place], relative: 1e-13))
    }
  }

  @Test(
    "a rise with a season goes on as both, and moves with the values",
    arguments: [ForecastMethod.seasonalDrift(length: 4), .seasonalLine(length: 4)])
  func exactSeasons(_ method: ForecastMethod) throws {
    let season = [3.0, -1, 4, 0]
    let values = (0..<40).map { 2.5 * Double($0) + season[$0 % 4] }
    let points = try Forecast(of: Array(values.prefix(18)), method: method, horizon: 22).points
    for point in points {
      #expect(abs(point.value - values[17 + point.step]) < 1e-10)
      #expect(point.deviation < 1e-10)
    }
    let rough = TrendSamples.scattered(30, seed: 5)
    let plain = try Forecast(of: rough, method: method, horizon: 9).points
    let moved = try Forecast(of: rough.map { 7 - 3 * $0 }, method: method, horizon: 9).points
    for (one, other) in zip(plain, moved) {
      #expect(abs(other.value - (7 - 3 * one.value)) < 1e-11)
      #expect(isNear(other.deviation, 3 * one.deviation, relative: 1e-11))
    }
  }

  static func series(_ name: String) -> [Double] {
    switch name {
    case "oil": TrendSamples.oil
    case "australia": TrendSamples.australia
    case "nile": Array(TrendSamples.nile.prefix(40))
    default: TrendSamples.dependent
    }
  }

  /// statsmodels 0.15.0, ExponentialSmoothing: α = 0.8920004, start 447.478432.
  @Test func oil() throws {
    let fit = try #require(
      try Forecast(of: TrendSamples.oil, method: .simpleSmoothing, horizon: 1).smoothing)
    #expect(agrees(fit.alpha, 0.892, decimals: 4))
    #expect(agrees(fit.initialLevel, 447.478, decimals: 3))
    #expect(fit.beta == nil && fit.phi == nil && fit.trend == nil)
    // statsmodels ETSModel: variances 631.118863, 1133.275282, 1635.431702 with the divisor n.
    let points = try Forecast(of: TrendSamples.oil, method: .simpleSmoothing, horizon: 3).points
    for (point, printed) in zip(points, [631.118863, 1133.275282, 1635.431702]) {
      let variance = point.deviation * point.deviation * 10 / 12
      #expect(isNear(variance, printed, relative: 1e-5))
    }
  }

  /// statsmodels 0.15.0: φ = 0.94600596, three forecasts.
  @Test func damped() throws {
    let forecast = try Forecast(of: TrendSamples.australia, method: .dampedHolt, horizon: 3)
    #expect(agrees(try #require(forecast.smoothing?.phi), 0.9460, decimals: 4))
    for (point, printed) in zip(forecast.points, [42.690792, 43.725905, 44.705127]) {
      #expect(isNear(point.value, printed, relative: 1e-5))
    }
  }

  /// Smoothing by its plain recursion, from the start and the weights that the fit found.
  @Test(
    "the errors, the end and the intervals follow from the weights",
    arguments: [ForecastMethod.simpleSmoothing, .holt, .dampedHolt])
  func recursion(_ method: ForecastMethod) throws {
    let values = TrendSamples.scattered(60, seed: 9).reduce(into: [0.0]) { sums, step in
      let slope = sums.count > 1 ? sums[sums.count - 1] - sums[sums.count - 2] : 0
      sums.append(sums[sums.count - 1] + 0.7 * slope + step - 0.45)
    }
    let horizon = 8
    let forecast = try Forecast(of: values, method: method, horizon: horizon, confidence: 0.8)
    let fit = try #require(forecast.smoothing)
    let (beta, phi) = (fit.beta ?? 0, fit.phi ?? 1)
    // The path of the state; a push of 1 after the last value tells how far an error reaches.
    func path(from state: (Double, Double), _ errors: [Double]) -> [Double] {
      var (level, trend) = state
      return errors.map { error in
        let ahead = level + phi * trend
        (level, trend) = (ahead + fit.alpha * error, phi * trend + fit.alpha * beta * error)
        return ahead + error
      }
    }
    var (state, sum) = ((fit.initialLevel, fit.initialTrend ?? 0), 0.0)
    for value in values {
      let ahead = state.0 + phi * state.1
      let error = value - ahead
      sum += error * error
      state = (ahead + fit.alpha * error, phi * state.1 + fit.alpha * beta * error)
    }
    #expect(isNear(sum, fit.sumOfSquaredErrors, relative: 1e-9))
    #expect(isNear(state.0, fit.level, relative: 1e-9))
    let quiet = path(from: state, Array(repeating: 0, count: horizon))
    let push = path(from: (0, 0), [1] + Array(repeating: 0, count: horizon - 1))
    let parameters = [ForecastMethod.simpleSmoothing: 2, .holt: 4, .dampedHolt: 5][method] ?? 0
    let sigma = (sum / Double(values.count - parameters)).squareRoot()
    #expect(isNear(sigma, forecast.errorDeviation, relative: 1e-9))
    for (index, point) in forecast.points.enumerated() {
      #expect(isNear(point.value, quiet[index], relative: 1e-9))
      let reach = push[...index].reduce(0) { $0 + $1 * $1 }.squareRoot()
      #expect(isNear(point.deviation, sigma * reach, relative: 1e-9))
      // R, qnorm(0.9).
      let half = 1.2815515655446 * point.deviation
      #expect(isNear(point.interval.upper - point.interval.lower, 2 * half, relative: 1e-9))
    }
  }

  /// Hyndman and others 2008, chapter 6, the closed form for the linear trend:
  /// `1 + (h - 1)(α² + αβh + β²h(2h - 1)/6)`, with their β, here α · β.
  @Test func closedForm() throws {
    let values = (0..<40).map { t in
      Double(t * t) / 20 + TrendSamples.scattered(40, seed: 2)[t] * 3
    }
    let forecast = try Forecast(of: values, method: .holt, horizon: 10)
    let fit = try #require(forecast.smoothing)
    let (alpha, beta) = (fit.alpha, fit.alpha * (try #require(fit.beta)))
    #expect(alpha > 0.01 && beta > 0.001)
    for point in forecast.points {
      let h = Double(point.step)
      let factor =
        1 + (h - 1) * (alpha * alpha + alpha * beta * h + beta * beta * h * (2 * h - 1) / 6)
      let expected = forecast.errorDeviation * factor.squareRoot()
      #expect(isNear(point.deviation, expected, relative: 1e-12))
    }
  }

  /// By hand: changes 2, -1, 3, 0 with the sum of squares 14, about their mean 10.
  @Test func naiveAndDrift() throws {
    let naive = try Forecast(of: [1, 3, 2, 5, 5], method: .naive, horizon: 3)
    #expect(naive.points.map(\.value) == [5, 5, 5])
    #expect(isNear(naive.errorDeviation, 3.5.squareRoot(), relative: 1e-15))
    #expect(isNear(naive.points[2].deviation, 10.5.squareRoot(), relative: 1e-15))
    let drift = try Forecast(of: [1, 3, 2, 5, 5], method: .drift, horizon: 3)
    #expect(drift.points.map(\.value) == [6, 7, 8])
    #expect(isNear(drift.errorDeviation, (10.0 / 3).squareRoot(), relative: 1e-15))
    #expect(
      isNear(drift.points[2].deviation, (10.0 / 3 * 3 * 1.75).squareRoot(), relative: 1e-15))
    // R, qnorm(0.975).
    let reach = drift.points[0].deviation * 1.959963984540054
    #expect(isNear(drift.points[0].interval.lower, 6 - reach, relative: 1e-13))
  }

  /// By hand: changes over a season of 3 are 1, 2, 3, their sum of squares 14.
  @Test func seasonalNaive() throws {
    let forecast = try Forecast(
      of: [10, 20, 30, 11, 22, 33], method: .seasonalNaive(length: 3), horizon: 7)
    #expect(forecast.points.map(\.value) == [11, 22, 33, 11, 22, 33, 11])
    let sigma = (14.0 / 3).squareRoot()
    for (point, seasons) in zip(forecast.points, [1, 1, 1, 2, 2, 2, 3]) {
      #expect(isNear(point.deviation, sigma * Double(seasons).squareRoot(), relative: 1e-15))
    }
  }

  @Test(
    "scaling and shifting pass through",
    arguments: [
      ForecastMethod.naive, .drift, .seasonalNaive(length: 4), .simpleSmoothing, .holt, .dampedHolt,
    ])
  func affine(_ method: ForecastMethod) throws {
    let values = TrendSamples.dependent
    let plain = try Forecast(of: values, method: method, horizon: 4)
    #expect(try Forecast(of: values, method: method, horizon: 4) == plain)
    for (scale, shift) in [(4.0, 0.0), (-0.5, 8), (1e100, 0), (1e-180, 0)] {
      let moved = try Forecast(
        of: values.map { scale * $0 + shift }, method: method, horizon: 4)
      for (old, new) in zip(plain.points, moved.points) {
        #expect(abs(new.value - (scale * old.value + shift)) <= 1e-5 * abs(scale))
        #expect(isNear(new.deviation, abs(scale) * old.deviation, relative: 1e-6))
      }
    }
  }

  @Test("a line goes on as a line", arguments: [ForecastMethod.drift, .holt])
  func line(_ method: ForecastMethod) throws {
    let values = (0..<12).map { 4 + 0.25 * Double($0) }
    let forecast = try Forecast(of: values, method: method, horizon: 3)
    for point in forecast.points {
      #expect(isNear(point.value, 4 + 0.25 * Double(11 + point.step), relative: 1e-12))
      #expect(point.deviation < 1e-10)
    }
  }

  @Test("only values after the last break count")
  func breaks() throws {
    let after = Array(TrendSamples.nile[50...])
    let whole = TrendSamples.nile[..<50].map { 7 * $0 } + after
    let forecast = try Forecast(of: whole, method: .holt, horizon: 2, breaks: [20, 51])
    #expect(try Forecast(of: after, method: .holt, horizon: 2) == forecast)
    #expect(forecast.count == 50)
  }
}

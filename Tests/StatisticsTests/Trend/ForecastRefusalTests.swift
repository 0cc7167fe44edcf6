import Statistics
import Testing

@Suite("Forecast: refusals")
struct ForecastRefusalTests {
  @Test(arguments: [
    Refusal("the forecast of an empty sample is not defined") {
      try Forecast(of: [], method: .naive, horizon: 1)
    },
    Refusal("the forecast needs at least 4 values; 3 were given") {
      try Forecast(of: [1, 2, 3], method: .naive, horizon: 1)
    },
    Refusal("the forecast needs at least 24 values; 23 were given") {
      try Forecast(
        of: (0..<23).map(Double.init), method: .seasonalNaive(length: 12), horizon: 1)
    },
    Refusal("the forecast needs at least 24 values; 23 were given") {
      try Forecast(
        of: (0..<23).map(Double.init), method: .seasonalDrift(length: 12), horizon: 1)
    },
    Refusal("the forecast needs at least 26 values; 25 were given") {
      try Forecast(of: (0..<25).map(Double.init), method: .seasonalLine(length: 12), horizon: 1)
    },
    Refusal("a season length must lie between 2 and 10000; 1 was given") {
      try BackTest(of: (0..<20).map(Double.init), method: .naive, season: 1)
    },
    Refusal("the forecast needs at least 6 values; 5 were given") {
      try Forecast(of: [1, 2, 3, 4, 5], method: .simpleSmoothing, horizon: 1)
    },
    Refusal("the forecast needs at least 8 values; 7 were given") {
      try Forecast(of: [1, 2, 3, 4, 5, 6, 7], method: .holt, horizon: 1)
    },
    Refusal("the forecast needs at least 10 values; 9 were given") {
      try Forecast(of: [1, 2, 3, 4, 5, 6, 7, 8, 9], method: .dampedHolt, horizon: 1)
    },
    Refusal("the forecast is not defined when all values are equal") {
      try Forecast(of: Array(repeating: 7, count: 20), method: .holt, horizon: 1)
    },
    Refusal("value 2 of the sample is not a number") {
      try Forecast(of: [1, .nan, 3, 4], method: .naive, horizon: 1)
    },
    Refusal("the horizon must lie between 1 and 1000; 0 was given") {
      try Forecast(of: [1, 2, 3, 4], method: .naive, horizon: 0)
    },
    Refusal("a season length must lie between 2 and 10000; 1 was given") {
      try Forecast(of: [1, 2, 3, 4], method: .seasonalNaive(length: 1), horizon: 1)
    },
    Refusal("the confidence level must lie between 0 and 1; 80 was given, did you mean 0.8?") {
      try Forecast(of: [1, 2, 3, 4], method: .naive, horizon: 1, confidence: 80)
    },
    Refusal("the forecast needs at least 6 values after the last break; 3 were given") {
      try Forecast(
        of: [1, 2, 3, 4, 5, 6, 7, 8], method: .simpleSmoothing, horizon: 1, breaks: [6])
    },
    Refusal("breaks must be positions of values after the first, in rising order; break 1 is not") {
      try Forecast(of: [1, 2, 3, 4], method: .naive, horizon: 1, breaks: [5])
    },
    Refusal("the back-test needs at least 9 values; 8 were given") {
      try BackTest(of: [1, 2, 3, 4, 5, 6, 7, 8], method: .naive)
    },
    Refusal("the back-test needs at least 11 values after the last break; 10 were given") {
      try BackTest(
        of: (0..<20).map(Double.init), method: .simpleSmoothing, breaks: [11])
    },
    Refusal("the number of values in the first fit must lie between 8 and 20; 5 was given") {
      try BackTest(of: (0..<20).map(Double.init), method: .holt, firstFit: 5)
    },
    Refusal("the back-test is not defined when all values are equal") {
      try BackTest(of: Array(repeating: 1, count: 30), method: .drift)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test(
    "huge values are refused or give finite numbers",
    arguments: [
      ForecastMethod.naive, .drift, .seasonalNaive(length: 2), .seasonalDrift(length: 2),
      .seasonalLine(length: 2), .simpleSmoothing, .holt, .dampedHolt,
    ])
  func huge(_ method: ForecastMethod) throws {
    let largest = Double.greatestFiniteMagnitude
    for values in [
      (0..<20).map { $0 % 2 == 0 ? largest : -largest },
      (0..<20).map { largest * (Double($0) / 20) },
      (0..<20).map { Double($0) * Double.leastNonzeroMagnitude },
    ] {
      let forecast: Result<Forecast, any Error> = Result {
        try Forecast(of: values, method: method, horizon: 5)
      }
      switch forecast {
      case .success(let forecast):
        #expect(forecast.points.allSatisfy { $0.value.isFinite && $0.deviation.isFinite })
      case .failure(let error):
        #expect(
          "\(error)" == "the forecast of this sample is too large for a floating-point number")
      }
    }
  }
}

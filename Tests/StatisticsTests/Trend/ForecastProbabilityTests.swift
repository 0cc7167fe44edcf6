import Testing

@testable import Statistics

@Suite struct ForecastProbabilityTests {
  /// R: the drift method as in Hyndman and Athanasopoulos 2021, section 5.5, and pnorm.
  @Test("the probability of a bound or more") func published() throws {
    let values: [Double] = [700, 730, 745, 790, 800, 845, 860, 905, 915, 950, 985]
    let point = try Forecast(of: values, method: .drift, horizon: 1).points[0]
    #expect(abs(try point.probability(atLeast: 1000) - 0.8089144) < 5e-8)
  }

  @Test("it agrees with the interval") func interval() throws {
    let point = try Forecast(of: [3, 1, 4, 1, 5, 9], method: .naive, horizon: 2).points[1]
    #expect(abs(try point.probability(atLeast: point.interval.lower) - 0.975) < 1e-12)
    #expect(abs(try point.probability(atLeast: point.interval.upper) - 0.025) < 1e-12)
    #expect(try point.probability(atLeast: point.value) == 0.5)
  }

  @Test("without any error it is certain") func certain() throws {
    let point = try Forecast(of: [1, 2, 3, 4, 5], method: .drift, horizon: 1).points[0]
    #expect(try point.probability(atLeast: 6) == 1)
    #expect(try point.probability(atLeast: 6.5) == 0)
  }

  @Test("a bound is a number") func refusals() throws {
    let point = try Forecast(of: [3, 1, 4, 1, 5, 9], method: .naive, horizon: 1).points[0]
    #expect(throws: StatisticsError.self) { try point.probability(atLeast: .nan) }
    #expect(throws: StatisticsError.self) { try point.probability(atLeast: .infinity) }
  }
}

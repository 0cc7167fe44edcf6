import Statistics
import Testing

@Suite("Trend: Theil–Sen")
struct TheilSenTests {
  /// SciPy 1.17.1 theilslopes(Nile), all printed digits; slope and intercept also pymannkendall.
  @Test func nile() throws {
    let line = try Trend.theilSen(TimeSeries(TrendSamples.nile))
    #expect(line.slope == -2.6)
    #expect(isNear(line.intercept, 1022.2, relative: 1e-15))
    let interval = try #require(line.interval)
    #expect(isNear(interval.lower, -3.627906976744186, relative: 1e-15))
    #expect(isNear(interval.upper, -1.4285714285714286, relative: 1e-15))
    #expect(interval.confidence == 0.95)
    #expect(isNear(line.value(at: 10), 1022.2 - 26, relative: 1e-14))
  }

  /// SciPy 1.17.1 theilslopes of Longley's unemployed over the product: unequal steps of time.
  @Test(
    arguments: [
      (0.95, 0.001094865921034901, 0.011149490336891542),
      (0.9, 0.002236914830380328, 0.010483449932129059),
    ])
  func longley(_ confidence: Double, _ lower: Double, _ upper: Double) throws {
    // Two neighbours of the product are out of order; a series is in the order of time.
    let pairs = zip(TrendSamples.longley.product, TrendSamples.longley.unemployed)
      .sorted { $0.0 < $1.0 }
    let series = try TimeSeries(pairs.map(\.1), times: pairs.map(\.0))
    let line = try Trend.theilSen(series, confidence: confidence)
    #expect(isNear(line.slope, 0.005867608588899372, relative: 1e-15))
    #expect(isNear(line.intercept, 905.4356587618795, relative: 1e-14))
    let interval = try #require(line.interval)
    #expect(isNear(interval.lower, lower, relative: 1e-14))
    #expect(isNear(interval.upper, upper, relative: 1e-14))
  }

  /// pymannkendall 1.4.3 sens_slope and seasonal_sens_slope; its slope is per year of 12 months.
  @Test func gapsAndSeasons() throws {
    let gaps = try TimeSeries(
      withGaps: MannKendallTests.without(TrendSamples.airline, [4, 18, 41]))
    let line = try Trend.theilSen(gaps)
    #expect(isNear(line.slope, 2.098780487804878, relative: 1e-15))
    #expect(isNear(line.intercept, 108.03658536585365, relative: 1e-14))
    let whole = try Trend.seasonalTheilSen(TimeSeries(TrendSamples.airline), seasonLength: 12)
    #expect(isNear(12 * whole.slope, 25.75, relative: 1e-14))
    #expect(isNear(whole.intercept, 107.19791666666666, relative: 1e-14))
    let left = try Trend.seasonalTheilSen(gaps, seasonLength: 12)
    #expect(isNear(12 * left.slope, 25.75, relative: 1e-14))
    #expect(isNear(left.intercept, 106.625, relative: 1e-14))
    let months = gaps.positions.map { ($0 - 1) % 12 }
    #expect(try Trend.seasonalTheilSen(gaps, seasons: months) == left)
  }

  @Test("one season is no season")
  func oneSeason() throws {
    let series = try TimeSeries(TrendSamples.nile)
    let one = try Trend.seasonalTheilSen(series, seasons: Array(repeating: 1, count: 100))
    #expect(try Trend.theilSen(series) == one)
  }

  /// The interval counts the slopes at its ends: all slopes in order, ranks from the formula.
  @Test("agrees with all slopes in order", arguments: [5, 8, 11, 30])
  func slowly(_ count: Int) throws {
    let values = TrendSamples.scattered(count, seed: 11)
    let times = TrendSamples.scattered(count, seed: 12).map { 0.1 + $0 }
      .reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) }.dropFirst()
    let series = try TimeSeries(values, times: Array(times))
    var slopes: [Double] = []
    for i in 0..<count {
      for j in i + 1..<max(count, i + 1) {
        slopes.append((values[j] - values[i]) / (series.times[j] - series.times[i]))
      }
    }
    slopes.sort()
    let n = slopes.count
    let line = try Trend.theilSen(series)
    #expect(line.slope == (slopes[(n - 1) / 2] + slopes[n / 2]) / 2)
    let reach = 1.959963984540054 * (try Trend.mannKendall(series)).variance.squareRoot()
    let lower = Int(((Double(n) - reach) / 2).rounded())
    let interval = try #require(line.interval)
    #expect(interval.lower == slopes[lower - 1])
    #expect(interval.upper == slopes[n - lower])
  }

  @Test("scaling and shifting values and times")
  func affine() throws {
    let line = try Trend.theilSen(TimeSeries(TrendSamples.dependent))
    let series = try TimeSeries(
      TrendSamples.dependent.enumerated().map { -4 * $1 + 7 + 3 * Double($0) },
      times: TrendSamples.dependent.indices.map { 2 * Double($0) })
    let moved = try Trend.theilSen(series)
    #expect(isNear(moved.slope, (-4 * line.slope + 3) / 2, relative: 1e-12))
    let (old, new) = (try #require(line.interval), try #require(moved.interval))
    #expect(isNear(new.lower, (-4 * old.upper + 3) / 2, relative: 1e-12))
    #expect(isNear(new.upper, (-4 * old.lower + 3) / 2, relative: 1e-12))
  }

  @Test("a line is found, and a wild value does not matter")
  func robust() throws {
    var values = (0..<20).map { 3 + 0.5 * Double($0) }
    let line = try Trend.theilSen(TimeSeries(values))
    #expect(line.slope == 0.5 && line.intercept == 3)
    values[7] = 1e6
    let spoilt = try Trend.theilSen(TimeSeries(values))
    #expect(spoilt.slope == 0.5)
    #expect(try Trend.theilSen(TimeSeries([2, 2, 2, 2, 2])).slope == 0)
  }

  @Test("a series too short for the confidence has no interval")
  func noInterval() throws {
    let series = try TimeSeries([1, 3, 2, 5])
    #expect(try Trend.theilSen(series, confidence: 0.95).interval == nil)
    #expect(try Trend.theilSen(series, confidence: 0.8).interval != nil)
    // The slopes in order: -1, 1/2, 1, 4/3, 2, 3.
    #expect(isNear(try Trend.theilSen(series).slope, 7.0 / 6, relative: 1e-15))
  }
}

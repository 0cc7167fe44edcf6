import Statistics
import Testing

@Suite("Trend: Mann–Kendall")
struct MannKendallTests {
  /// pymannkendall 1.4.3 original_test, all printed digits; z and p also R 4.2.2 cor.test, method
  /// kendall, with continuity: -4.12806652284, 3.65826292166e-05.
  @Test func nile() throws {
    let result = try Trend.mannKendall(TimeSeries(TrendSamples.nile))
    #expect(result.score == -1387)
    #expect(isNear(result.variance, 112728.33333333333, relative: 1e-15))
    #expect(isNear(result.z, -4.128066522844101, relative: 1e-14))
    #expect(isNear(result.pValue, 3.65826292166e-05, relative: 1e-11))
    #expect(isNear(result.tau, -0.2802020202020202, relative: 1e-15))
    #expect(!result.test.isExact)
    #expect(result.test.cautions == [.ties])
    #expect(result.test.statistic == -1387)
  }

  /// pymannkendall 1.4.3 original_test: with gaps (months 4, 18 and 41 missing), and without ties.
  @Test func gapsAndNoTies() throws {
    let gaps = try Trend.mannKendall(
      TimeSeries(withGaps: Self.without(TrendSamples.airline, [4, 18, 41])))
    #expect(gaps.score == 1101)
    #expect(isNear(gaps.variance, 21093.666666666668, relative: 1e-15))
    #expect(isNear(gaps.z, 7.5738490599543375, relative: 1e-14))
    // The program subtracts from 1, which leaves two digits; the printed one is 3.6193e-14.
    #expect(isNear(gaps.pValue, 3.6193e-14, relative: 1e-2))
    let longley = try Trend.mannKendall(TimeSeries(TrendSamples.longley.unemployed))
    #expect(longley.score == 56)
    #expect(isNear(longley.variance, 493.3333333333333, relative: 1e-15))
    #expect(isNear(longley.pValue, 0.013277487626937035, relative: 1e-12))
    #expect(longley.test.cautions.isEmpty)
  }

  static func without(_ values: [Double], _ positions: [Int]) -> [Double?] {
    values.indices.map { positions.contains($0 + 1) ? nil : values[$0] }
  }

  /// R 4.2.2, cor.test(method = "kendall", exact = TRUE): S, and p for both sides, a rise, a fall.
  @Test(
    arguments: [
      ([3, 1, 4, 1.5, 5, 9, 2, 6], 12, 0.178869047619, 0.0894345238095, 0.945659722222),
      ([1, 2, 3, 4], 6, 0.0833333333333, 0.0416666666667, 1),
      ([5, 4, 3, 2, 1], -10, 0.0166666666667, 1, 0.00833333333333),
      ([2, 1, 3, 5, 4, 7, 6, 8, 10, 9], 37, 0.000357694003527, 0.000178847001764, 0.999942405203),
      ([8, 3, 5, 9, 1, 2, 7, 4, 6], -2, 0.919455467372, 0.619292879189, 0.459727733686),
    ] as [([Double], Int, Double, Double, Double)])
  func exact(
    _ values: [Double], _ score: Int, _ both: Double, _ rise: Double, _ fall: Double
  ) throws {
    let series = try TimeSeries(values)
    for (alternative, p) in [(Alternative.twoSided, both), (.greater, rise), (.less, fall)] {
      let result = try Trend.mannKendall(series, alternative: alternative)
      #expect(result.score == score)
      #expect(result.test.isExact)
      #expect(isNear(result.pValue, p, relative: 1e-11))
    }
  }

  /// R 4.2.2, cor.test(method = "kendall", exact = TRUE): S = 178, p = 1.093224858e-05.
  @Test func exactOnDemand() throws {
    let values = [
      12.1, 3.4, 8.8, 15.2, 9.9, 7.1, 20.3, 18.4, 11.7, 22.5, 16.6, 25.1, 14.9, 27.8, 19.2, 30.4,
      23.3, 28.6, 21.7, 33.9, 10.2, 31.1, 26.4, 29.5, 35.8,
    ]
    let result = try Trend.mannKendall(TimeSeries(values), exact: true)
    #expect(result.score == 178)
    #expect(isNear(result.pValue, 1.093224858e-05, relative: 1e-9))
    let usual = try Trend.mannKendall(TimeSeries(values))
    #expect(!usual.test.isExact)
    #expect(abs(usual.pValue - result.pValue) < 1e-4)
  }

  @Test("agrees with all orders of few values", arguments: 3...6)
  func enumeration(_ count: Int) throws {
    let scores = Self.orders(count).map { Self.score($0.map(Double.init)) }
    for order in [Self.orders(count)[count], Array((0..<count).reversed()), Array(0..<count)] {
      let series = try TimeSeries(order.map(Double.init))
      let score = Self.score(series.values)
      let all = Double(scores.count)
      let rise = try Trend.mannKendall(series, alternative: .greater).pValue
      #expect(isNear(rise, Double(scores.count { $0 >= score }) / all, relative: 1e-13))
      let fall = try Trend.mannKendall(series, alternative: .less).pValue
      #expect(isNear(fall, Double(scores.count { $0 <= score }) / all, relative: 1e-13))
      let both = try Trend.mannKendall(series).pValue
      let extreme = Double(scores.count { abs($0) >= abs(score) }) / all
      #expect(isNear(both, extreme, relative: 1e-13))
    }
    // The variance of the score over all orders is the one without ties.
    let squares = scores.reduce(0) { $0 + $1 * $1 }
    let variance = try Trend.mannKendall(TimeSeries((0..<count).map(Double.init))).variance
    #expect(isNear(Double(squares) / Double(scores.count), variance, relative: 1e-14))
  }

  @Test("the variance with ties is that over all orders of the values")
  func tiedVariance() throws {
    for values in [[1, 1, 2, 3, 3, 3], [1, 1, 1, 1, 2], [1, 2, 2, 3, 3, 4]] as [[Double]] {
      let scores = Self.orders(values.count).map { Self.score($0.map { values[$0] }) }
      let squares = scores.reduce(0) { $0 + $1 * $1 }
      let variance = try Trend.mannKendall(TimeSeries(values)).variance
      #expect(isNear(Double(squares) / Double(scores.count), variance, relative: 1e-14))
    }
  }

  static func orders(_ count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return orders(count - 1).flatMap { order in
      (0..<count).map { place in
        var longer = order
        longer.insert(count - 1, at: place)
        return longer
      }
    }
  }

  static func score(_ values: [Double]) -> Int {
    var score = 0
    for i in values.indices {
      for j in values.indices where j > i {
        score += values[j] > values[i] ? 1 : values[j] < values[i] ? -1 : 0
      }
    }
    return score
  }

  @Test("reversing, mirroring and bending the values")
  func symmetry() throws {
    let values = TrendSamples.nile
    let result = try Trend.mannKendall(TimeSeries(values))
    for mirrored in [Array(values.reversed()), values.map { -$0 }] {
      let other = try Trend.mannKendall(TimeSeries(mirrored))
      #expect(other.score == -result.score)
      #expect(other.z == -result.z)
      #expect(other.pValue == result.pValue)
    }
    let bent = try Trend.mannKendall(TimeSeries(values.map { $0 * $0 * $0 - 7 }))
    #expect(bent == result)
    // Only the order of the times matters.
    let times = values.indices.map { Double($0 * $0) }
    #expect(try Trend.mannKendall(TimeSeries(values, times: times)) == result)
  }

  @Test("the exact and the approximate p value come together", arguments: [20, 40])
  func approximation(_ count: Int) throws {
    let values = TrendSamples.scattered(count, seed: 5).enumerated().map {
      $1 + Double($0) / Double(2 * count)
    }
    let series = try TimeSeries(values)
    let exact = try Trend.mannKendall(series, exact: true).pValue
    let normal = try Trend.mannKendall(series, exact: false).pValue
    #expect(abs(exact - normal) < 0.01)
    for alternative in [Alternative.less, .greater] {
      let exact = try Trend.mannKendall(series, alternative: alternative, exact: true).pValue
      let normal = try Trend.mannKendall(series, alternative: alternative, exact: false).pValue
      #expect(abs(exact - normal) < 0.01)
    }
  }

  @Test("equal values have no trend", arguments: [3, 10, 48])
  func constant(_ count: Int) throws {
    let result = try Trend.mannKendall(TimeSeries(Array(repeating: 4.2, count: count)))
    #expect(result.score == 0 && result.variance == 0 && result.z == 0 && result.pValue == 1)
    let rise = try Trend.mannKendall(
      TimeSeries(Array(repeating: 4.2, count: count)), alternative: .greater)
    #expect(rise.pValue == 1)
  }

  /// pymannkendall 1.4.3 seasonal_test with period 12, without and with gaps.
  @Test func seasonal() throws {
    let series = try TimeSeries(TrendSamples.airline)
    let result = try Trend.seasonalMannKendall(series, seasonLength: 12)
    #expect(result.score == 120)
    #expect(result.pairs == 120)
    #expect(isNear(result.variance, 200, relative: 1e-14))
    #expect(isNear(result.z, 8.414570696119917, relative: 1e-14))
    let months = (0..<60).map { $0 % 12 + 1 }
    #expect(try Trend.seasonalMannKendall(series, seasons: months) == result)
    let gaps = try TimeSeries(
      withGaps: Self.without(TrendSamples.airline, [4, 18, 41]))
    let left = try Trend.seasonalMannKendall(gaps, seasonLength: 12)
    #expect(left.score == 108)
    #expect(isNear(left.variance, 176, relative: 1e-14))
    #expect(isNear(left.z, 8.065428467455177, relative: 1e-14))
  }

  @Test("one season is no season, and the names of seasons do not matter")
  func seasonNames() throws {
    let series = try TimeSeries(TrendSamples.nile)
    let one = try Trend.seasonalMannKendall(series, seasons: Array(repeating: 3, count: 100))
    let plain = try Trend.mannKendall(series)
    #expect(one.score == plain.score && one.variance == plain.variance)
    #expect(one.pValue == plain.pValue)
    let names = (0..<100).map { $0 % 4 }
    let others = names.map { [17, -3, 0, Int.max][$0] }
    let named = try Trend.seasonalMannKendall(series, seasons: names)
    #expect(try Trend.seasonalMannKendall(series, seasons: others) == named)
    #expect(try Trend.seasonalMannKendall(series, seasonLength: 4) == named)
    let moved = try TimeSeries(
      TrendSamples.nile, times: (0..<100).map { Double($0) - 1_000_001 })
    #expect(try Trend.seasonalMannKendall(moved, seasonLength: 4) == named)
  }
}

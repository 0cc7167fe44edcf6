import Statistics
import Testing

@Suite("Trend: Mann–Kendall corrected for autocorrelation")
struct CorrectedMannKendallTests {
  /// pymannkendall 1.4.3: hamed_rao_modification_test, yue_wang_modification_test and
  /// trend_free_pre_whitening_modification_test, all printed digits.
  @Test(
    arguments: [
      (true, .hamedRao(), -1387, 241565.3569166269, -2.8199791956451388, 0.004802676310182719),
      (true, .hamedRao(lags: 3), -1387, 282111.428078166, -2.609473498565488, 0.009068166970294),
      (true, .yueWang(), -1387, 196416.5148518476, -3.127333736471177, 0.00176399561666),
      (
        true, .trendFreePrewhitening, -1515, 109417.0, -4.577026992252815, 4.716306254e-06
      ),
      (false, .hamedRao(), 270, 14765.72662601626, 2.213731109346969, 0.026847281568411763),
      (
        false, .hamedRao(level: 0.1), 270, 14765.72662601626, 2.213731109346969, 0.0268472815684
      ),
      (false, .yueWang(), 270, 16000.483859880858, 2.1265995711996135, 0.03345336816452438),
      (false, .yueWang(lags: 5), 270, 23021.432576456096, 1.7729076227785385, 0.07624401534410286),
      (
        false, .trendFreePrewhitening, 313, 6833.666666666667, 3.7742242312660372,
        0.00016050634639
      ),
    ] as [(Bool, AutocorrelationCorrection, Int, Double, Double, Double)])
  func published(
    _ isNile: Bool, _ correction: AutocorrelationCorrection, _ score: Int, _ variance: Double,
    _ z: Double, _ p: Double
  ) throws {
    let series = try TimeSeries(isNile ? TrendSamples.nile : TrendSamples.dependent)
    let result = try Trend.mannKendall(series, correctedFor: correction)
    #expect(result.score == score)
    #expect(isNear(result.variance, variance, relative: 1e-12))
    #expect(isNear(result.z, z, relative: 1e-12))
    #expect(isNear(result.pValue, p, relative: 1e-9))
  }

  /// R 4.2.2, acf(Nile).
  @Test func autocorrelations() throws {
    let series = try TimeSeries(TrendSamples.nile)
    let printed = [0.498408184133, 0.384576903905, 0.327860437523, 0.239191169941, 0.228421986721]
    for (index, value) in printed.enumerated() {
      let r = try Trend.autocorrelation(series, lag: index + 1)
      #expect(agrees(r, value, decimals: 12))
    }
    #expect(try Trend.autocorrelation(series) == Trend.autocorrelation(series, lag: 1))
  }

  @Test("scale and shift leave the autocorrelation alone, also huge ones")
  func autocorrelationProperties() throws {
    let r = try Trend.autocorrelation(TimeSeries(TrendSamples.dependent), lag: 2)
    for (scale, shift) in [(3.0, 0.0), (-2, 5), (1e300, 0), (1e-300, 0)] {
      let moved = TrendSamples.dependent.map { scale * $0 + shift }
      #expect(isNear(try Trend.autocorrelation(TimeSeries(moved), lag: 2), r, relative: 1e-12))
    }
    let reversed = try TimeSeries(TrendSamples.dependent.reversed())
    #expect(isNear(try Trend.autocorrelation(reversed, lag: 2), r, relative: 1e-12))
  }

  @Test("the step of time does not matter")
  func steps() throws {
    let values = TrendSamples.nile
    let years = try TimeSeries(values, times: values.indices.map { 1871 + Double($0) / 10 })
    for correction in [
      AutocorrelationCorrection.hamedRao(), .yueWang(), .trendFreePrewhitening,
    ] {
      let plain = try Trend.mannKendall(TimeSeries(values), correctedFor: correction)
      #expect(try Trend.mannKendall(years, correctedFor: correction) == plain)
    }
  }

  @Test("values that differ by rounding only, once the trend is out, are ties")
  func roundingTies() throws {
    // Multiples of 0.1 with a slope that no binary number holds, and the same in whole numbers.
    let whole = TrendSamples.scattered(60, seed: 3).enumerated().map {
      ($1 * 5).rounded(.down) + 7 * Double($0)
    }
    for correction in [AutocorrelationCorrection.hamedRao(), .hamedRao(lags: 2)] {
      let exact = try Trend.mannKendall(TimeSeries(whole), correctedFor: correction)
      let tenths = try Trend.mannKendall(
        TimeSeries(whole.map { $0 / 10 }), correctedFor: correction)
      #expect(isNear(exact.variance, tenths.variance, relative: 1e-12))
    }
  }
}

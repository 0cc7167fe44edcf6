import Statistics
import Testing

@Suite("Trend: refusals")
struct TrendRefusalTests {
  @Test(arguments: [
    Refusal("the time series of an empty sample is not defined") { try TimeSeries([]) },
    Refusal("the time series of an empty sample is not defined") {
      try TimeSeries(withGaps: [nil, nil])
    },
    Refusal("value 2 of the sample is not a number") { try TimeSeries([1, .nan, 3]) },
    Refusal("value 3 of the sample is infinite") { try TimeSeries(withGaps: [1, nil, .infinity]) },
    Refusal("the time series needs pairs; there are 3 values on one side and 2 on the other") {
      try TimeSeries([1, 2, 3], times: [1, 2])
    },
    Refusal("the times of a series must be finite numbers; time 2 is not") {
      try TimeSeries([1, 2], times: [1, .nan])
    },
    Refusal("the times of a series must be finite numbers; time 2 is not") {
      try TimeSeries([1, 2], times: [-1e308, 1e308])
    },
    Refusal("the times of a series must rise; time 3 is not later than the one before") {
      try TimeSeries([1, 2, 3], times: [1, 2, 2])
    },
    Refusal("the Mann–Kendall test needs at least 3 values; 2 were given") {
      try Trend.mannKendall(TimeSeries([1, 2]))
    },
    Refusal("the Mann–Kendall test takes at most 5000 values; 5001 were given") {
      try Trend.mannKendall(TimeSeries(Array(repeating: 1, count: 5001)))
    },
    Refusal("the exact Mann–Kendall test takes at most 60 values; 61 were given") {
      try Trend.mannKendall(TimeSeries((0..<61).map(Double.init)), exact: true)
    },
    Refusal(
      "the exact Mann–Kendall test needs values without ties; "
        + "use the normal approximation, which corrects for them"
    ) { try Trend.mannKendall(TimeSeries([1, 2, 2, 3]), exact: true) },
    Refusal("the Theil–Sen slope needs at least 3 values; 1 was given") {
      try Trend.theilSen(TimeSeries([1]))
    },
    Refusal(
      "the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?"
    ) { try Trend.theilSen(TimeSeries([1, 2, 3]), confidence: 95) },
    Refusal("the Pettitt test needs at least 4 values; 3 were given") {
      try Trend.pettitt(TimeSeries([1, 2, 3]))
    },
  ])
  func plain(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test(arguments: [
    Refusal(
      "the seasonal Mann–Kendall test needs pairs; there are 4 values on one side and 3 on the "
        + "other"
    ) { try Trend.seasonalMannKendall(TimeSeries([1, 2, 3, 4]), seasons: [1, 2, 1]) },
    Refusal("a season length must lie between 2 and 10000; 1 was given") {
      try Trend.seasonalMannKendall(TimeSeries([1, 2, 3, 4]), seasonLength: 1)
    },
    Refusal("the seasonal Mann–Kendall test needs a season with at least 3 values; there is none") {
      try Trend.seasonalMannKendall(TimeSeries([1, 2, 3, 4]), seasonLength: 2)
    },
    Refusal("the seasonal Theil–Sen slope needs a season with at least 3 values; there is none") {
      try Trend.seasonalTheilSen(TimeSeries([1, 2, 3, 4]), seasons: [1, 2, 3, 4])
    },
    Refusal(
      "a season length needs times that are whole numbers; time 2 is not; "
        + "name the season of each value instead"
    ) {
      try Trend.seasonalTheilSen(TimeSeries([1, 2, 3], times: [1, 1.5, 2]), seasonLength: 2)
    },
    Refusal(
      "the confidence level must lie strictly between 0 and 1; 0 was given"
    ) {
      try Trend.seasonalTheilSen(
        TimeSeries([1, 2, 3, 4, 5, 6]), seasonLength: 2, confidence: 0)
    },
  ])
  func seasonal(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test(arguments: [
    Refusal("the autocorrelation needs at least 3 values; 2 were given") {
      try Trend.autocorrelation(TimeSeries([1, 2]))
    },
    Refusal("the autocorrelation is not defined when all values are equal") {
      try Trend.autocorrelation(TimeSeries([0.1, 0.1, 0.1]))
    },
    Refusal("the lag must lie between 1 and 2; 3 was given") {
      try Trend.autocorrelation(TimeSeries([1, 2, 4]), lag: 3)
    },
    Refusal("the autocorrelation needs values at equal steps of time, without gaps") {
      try Trend.autocorrelation(TimeSeries(withGaps: [1, 2, nil, 3]))
    },
    Refusal(
      "the Mann–Kendall test corrected for autocorrelation needs at least 10 values; 9 were given"
    ) {
      try Trend.mannKendall(TimeSeries((1...9).map(Double.init)), correctedFor: .hamedRao())
    },
    Refusal(
      "the Mann–Kendall test corrected for autocorrelation needs values at equal steps of time, "
        + "without gaps"
    ) {
      try Trend.mannKendall(
        TimeSeries(withGaps: [1, nil] + (2...12).map(Double.init)), correctedFor: .yueWang())
    },
    Refusal("the autocorrelation is not defined when all values are equal") {
      // A line has nothing left without its trend, but for rounding.
      try Trend.mannKendall(
        TimeSeries((0..<20).map { 5 + 0.1 * Double($0) }), correctedFor: .hamedRao())
    },
    Refusal("the number of lags must lie between 1 and 99; 100 was given") {
      try Trend.mannKendall(
        TimeSeries(TrendSamples.nile), correctedFor: .hamedRao(lags: 100))
    },
    Refusal("the significance level must lie strictly between 0 and 1; 5 was given") {
      try Trend.mannKendall(
        TimeSeries(TrendSamples.nile), correctedFor: .hamedRao(level: 5))
    },
    Refusal(
      "the correction for autocorrelation leaves no variance; "
        + "use fewer lags or the test without correction"
    ) {
      try Trend.mannKendall(
        TimeSeries((0..<30).map { $0 % 2 == 0 ? 1 : -1 }), correctedFor: .yueWang(lags: 1))
    },
  ])
  func autocorrelation(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test(arguments: [
    Refusal(
      "no segment between the breaks has at least 4 values; the longest has 3, and a trend across "
        + "a break is not computed"
    ) { try Trend.segments(of: TimeSeries([1, 2, 3, 4, 5, 6, 7]), breaks: [3, 6]) },
    Refusal(
      "breaks must be positions of values after the first, in rising order; break 1 is not"
    ) { try Trend.segments(of: TimeSeries([1, 2, 3, 4]), breaks: [1]) },
    Refusal(
      "breaks must be positions of values after the first, in rising order; break 2 is not"
    ) { try TimeSeries([1, 2, 3, 4]).segments(breaks: [3, 3]) },
    Refusal(
      "breaks must be positions of values after the first, in rising order; break 2 is not"
    ) { try TimeSeries([1, 2, 3, 4]).segments(breaks: [3, 5]) },
    Refusal(
      "the smallest number of values of a trend must lie between 3 and 5000; 2 was given"
    ) { try Trend.segments(of: TimeSeries([1, 2, 3, 4]), breaks: [], minimum: 2) },
    Refusal("the trend of an empty sample is not defined") {
      try Trend.summaries(ofSeries: [], length: 12)
    },
    Refusal("the trend needs at least 3 values; 0 were given") {
      try Trend.summaries(ofSeries: [1], length: 0)
    },
    Refusal("13 values cannot be cut into series of length 6") {
      try Trend.summaries(ofSeries: Array(repeating: 1, count: 13), length: 6)
    },
    Refusal("value 2 of series 3 is not a finite number") {
      try Trend.summaries(ofSeries: [1, 2, 3, 1, 2, 3, 1, .nan, .infinity], length: 3)
    },
    Refusal("value 3 of series 1 is not a finite number") {
      try Trend.summaries(ofSeries: [1, 2, -.infinity, 1, 2, 3], length: 3)
    },
  ])
  func segmentsAndBatches(_ refusal: Refusal) {
    refusal.verify()
  }
}

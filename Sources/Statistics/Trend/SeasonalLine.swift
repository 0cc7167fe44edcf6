/// A straight line with a level for each season, fitted by least squares.
///
/// With t the place of a value and s its season, `y = a(s) + b t`. The slope comes from what is left
/// of values and places when the means of their seasons are taken off, `b = Σ t' y' / Σ t'²`, and
/// the level of a season is `mean y - b mean t` over its values. It is the regression on the time and
/// an indicator of each season.
///
/// Reference: Hyndman and Athanasopoulos 2021, Forecasting: Principles and Practice, sections 7.4
/// (trend and seasonal dummy variables) and 7.6.
struct SeasonalLine {
  /// The standard deviation of the errors, with `season + 1` parameters taken off their number.
  let errorDeviation: Double
  private let slope: Double
  private let seasons: [(count: Double, time: Double, value: Double)]
  private let spread: Double

  /// Fits at least `season + 2` values, with at least one in each season and two in one.
  init(fittedTo values: [Double], season: Int) throws(StatisticsError) {
    // Values near the largest number have no squares, and those near the smallest none but 0.
    let shift = values[0]
    let scale = values.reduce(0) { max($0, abs($1 - shift)) }
    guard scale.isFinite else { throw .resultTooLarge(.forecast) }
    let divisor = scale > 0 ? scale : 1
    let scaled = values.map { ($0 - shift) / divisor }
    var means: [(count: Double, time: Double, value: Double)] = []
    for first in 0..<season {
      let places = stride(from: first, to: values.count, by: season)
      let part = places.map { scaled[$0] }
      let mean = try Location.mean(of: part)
      let time = Double(first) + Double(season) * Double(part.count - 1) / 2
      means.append((Double(part.count), time, mean))
    }
    var (product, squares) = (PreciseSum(), PreciseSum())
    for (place, value) in scaled.enumerated() {
      let mean = means[place % season]
      let time = Double(place) - mean.time
      product.add(time, times: value - mean.value)
      squares.add(time, times: time)
    }
    let slope = product.value / squares.value
    let errors = scaled.enumerated().map { place, value in
      let mean = means[place % season]
      return value - mean.value - slope * (Double(place) - mean.time)
    }
    self.slope = slope * divisor
    seasons = means.map { ($0.count, $0.time, shift + divisor * $0.value) }
    spread = squares.value
    errorDeviation = divisor * ForecastModel.deviation(errors, parameters: season + 1)
  }

  /// The line at a place, the first value being at 0.
  func value(at place: Int) -> Double {
    let season = seasons[place % seasons.count]
    return season.value + slope * (Double(place) - season.time)
  }

  /// What the variance of the errors is multiplied with for a new value at a place:
  /// `1 + 1/n(s) + (t - mean t of its season)² / Σ t'²`.
  func varianceFactor(at place: Int) -> Double {
    let season = seasons[place % seasons.count]
    let time = Double(place) - season.time
    return 1 + 1 / season.count + time * time / spread
  }
}

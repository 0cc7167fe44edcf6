/// The errors of exponential smoothing for given weights, with the best start for those weights.
final class SmoothingFit {
  struct Weights {
    let alpha: Double
    let beta: Double
    let phi: Double
  }

  struct State {
    var level = 0.0
    var trend = 0.0
  }

  private let values: [Double]
  private let hasTrend: Bool

  // The errors from a start of 0, and what a level or a trend of 1 at the start adds to the
  // one-step forecasts. Kept between calls, for a search makes hundreds.
  private var plain: [Double]
  private var ofLevel: [Double]
  private var ofTrend: [Double]

  init(values: [Double], hasTrend: Bool) {
    self.values = values
    self.hasTrend = hasTrend
    plain = values
    ofLevel = values
    ofTrend = values
  }

  /// The sum of the squared errors, and the start that makes it least.
  func errors(_ weights: Weights) -> (sum: Double, start: State) {
    run(weights)
    // Least squares by making the second column perpendicular to the first. The first element of
    // the first column is 1, so its length is never 0.
    var (levelSquares, levelTrend, levelPlain) = (0.0, 0.0, 0.0)
    for t in values.indices {
      levelSquares += ofLevel[t] * ofLevel[t]
      levelTrend += ofLevel[t] * ofTrend[t]
      levelPlain += ofLevel[t] * plain[t]
    }
    let (turn, first) = (levelTrend / levelSquares, levelPlain / levelSquares)
    var (squares, product, all) = (0.0, 0.0, 0.0)
    for t in values.indices {
      all += ofTrend[t] * ofTrend[t]
      ofTrend[t] -= turn * ofLevel[t]
      plain[t] -= first * ofLevel[t]
      squares += ofTrend[t] * ofTrend[t]
      product += ofTrend[t] * plain[t]
    }
    // Where the two do the same, the trend stays 0.
    let trend = hasTrend && squares > 1e-20 * all ? product / squares : 0
    var sum = 0.0
    for t in values.indices {
      let error = plain[t] - trend * ofTrend[t]
      sum += error * error
    }
    return (sum, State(level: first - trend * turn, trend: trend))
  }

  /// The level and trend after the last value.
  func end(_ weights: Weights, start: State) -> State {
    var state = start
    for value in values {
      let forecast = state.level + weights.phi * state.trend
      let error = value - forecast
      state.level = forecast + weights.alpha * error
      state.trend = weights.phi * state.trend + weights.alpha * weights.beta * error
    }
    return state
  }

  private func run(_ weights: Weights) {
    let (alpha, phi) = (weights.alpha, weights.phi)
    let gain = alpha * weights.beta
    var (zero, level, trend) = (State(), State(level: 1), State(trend: 1))
    for t in values.indices {
      let forecast = zero.level + phi * zero.trend
      let error = values[t] - forecast
      plain[t] = error
      zero = State(level: forecast + alpha * error, trend: phi * zero.trend + gain * error)
      let byLevel = level.level + phi * level.trend
      ofLevel[t] = byLevel
      level = State(level: (1 - alpha) * byLevel, trend: phi * level.trend - gain * byLevel)
      guard hasTrend else {
        ofTrend[t] = 0
        continue
      }
      let byTrend = trend.level + phi * trend.trend
      ofTrend[t] = byTrend
      trend = State(level: (1 - alpha) * byTrend, trend: phi * trend.trend - gain * byTrend)
    }
  }
}

/// A forecast method fitted to values: what it expects, and how far off it will be.
struct ForecastModel {
  /// The expected values, one step ahead first.
  let values: [Double]

  /// The standard deviation of the error of each of them.
  let deviations: [Double]

  /// The standard deviation of the error one step ahead.
  let errorDeviation: Double

  /// The smoothing, where the method is one.
  let smoothing: ExponentialSmoothing?

  /// Fits a method to as many values as it needs, or more.
  init(
    _ method: ForecastMethod, fittedTo values: [Double], horizon: Int
  ) throws(StatisticsError) {
    let steps = Array(1...horizon)
    let last = values.count - 1
    let factors: [Double]
    switch method {
    case .naive:
      self.values = steps.map { _ in values[last] }
      factors = steps.map { Double($0) }
      errorDeviation = Self.deviation(Self.changes(values, 1), parameters: 0)
      smoothing = nil
    case .drift:
      let slope = (values[last] - values[0]) / Double(last)
      self.values = steps.map { values[last] + Double($0) * slope }
      factors = steps.map { Double($0) * (1 + Double($0) / Double(last)) }
      errorDeviation = Self.deviation(
        Self.changes(values, 1).map { $0 - slope }, parameters: 1)
      smoothing = nil
    case .seasonalNaive(let length):
      self.values = steps.map { values[last + 1 - length + ($0 - 1) % length] }
      factors = steps.map { Double(($0 - 1) / length + 1) }
      errorDeviation = Self.deviation(Self.changes(values, length), parameters: 0)
      smoothing = nil
    case .seasonalDrift(let length):
      let changes = Self.changes(values, length)
      let change = try Location.mean(of: changes)
      let seasons = steps.map { Double(($0 - 1) / length + 1) }
      self.values = zip(steps, seasons).map { step, season in
        values[last + 1 - length + (step - 1) % length] + season * change
      }
      factors = seasons.map { $0 * (1 + $0 / Double(changes.count)) }
      errorDeviation = Self.deviation(changes.map { $0 - change }, parameters: 1)
      smoothing = nil
    case .seasonalLine(let length):
      let line = try SeasonalLine(fittedTo: values, season: length)
      self.values = steps.map { line.value(at: last + $0) }
      factors = steps.map { line.varianceFactor(at: last + $0) }
      errorDeviation = line.errorDeviation
      smoothing = nil
    case .simpleSmoothing, .holt, .dampedHolt:
      let kind: ExponentialSmoothing.Kind =
        switch method {
        case .holt: .trend
        case .dampedHolt: .dampedTrend
        default: .level
        }
      let fit = try ExponentialSmoothing(kind, fittedTo: values)
      self.values = steps.map { fit.value(ahead: $0) }
      factors = steps.map { fit.varianceFactor(ahead: $0) }
      errorDeviation = fit.errorDeviation
      smoothing = fit
    }
    let deviation = errorDeviation
    deviations = factors.map { $0.squareRoot() * deviation }
    guard self.values.allSatisfy(\.isFinite), deviations.allSatisfy(\.isFinite) else {
      throw .resultTooLarge(.forecast)
    }
  }

  /// The differences of values so many places apart.
  static func changes(_ values: [Double], _ lag: Int) -> [Double] {
    zip(values.dropFirst(lag), values).map { $0 - $1 }
  }

  /// The root of the mean square, with the parameters taken off the number.
  static func deviation(_ errors: [Double], parameters: Int) -> Double {
    let largest = errors.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return largest }
    let squares = errors.reduce(into: PreciseSum()) { $0.add($1 / largest, times: $1 / largest) }
    return largest * (squares.value / Double(errors.count - parameters)).squareRoot()
  }
}

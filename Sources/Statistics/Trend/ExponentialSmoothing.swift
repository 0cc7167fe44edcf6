/// Exponential smoothing with additive errors, fitted to a series.
///
/// With level l, trend b and error e, at each step: `e = y - (l + φb)`, then `l ← l + φb + αe` and
/// `b ← φb + αβe`.
public struct ExponentialSmoothing: Hashable, Sendable {
  /// The weight α of the newest value in the level, 0 to 1.
  public let alpha: Double

  /// Holt's weight β of the newest change of the level in the trend, 0 to 1; nil without a trend.
  public let beta: Double?

  /// The damping φ of the trend, 0.8 to 0.98; nil without damping.
  public let phi: Double?

  /// The level before the first value.
  public let initialLevel: Double

  /// The trend before the first value; nil without a trend.
  public let initialTrend: Double?

  /// The level after the last value.
  public let level: Double

  /// The trend after the last value; nil without a trend.
  public let trend: Double?

  /// The sum of the squared errors, each of one step ahead.
  public let sumOfSquaredErrors: Double

  /// The standard deviation of these errors, with the parameters taken off their number.
  let errorDeviation: Double
}

extension ExponentialSmoothing {
  enum Kind {
    case level, trend, dampedTrend

    var hasTrend: Bool { self != .level }

    /// The number of weights and starting values.
    var parameters: Int {
      switch self {
      case .level: 2
      case .trend: 4
      case .dampedTrend: 5
      }
    }
  }

  private static let dampingBounds = (lower: 0.8, upper: 0.98)

  /// Fits the weights and the starting level and trend by least squares of the errors.
  ///
  /// The errors are linear in the starting values; so for given weights these come from a linear
  /// fit, and the search is over the weights alone. It starts from the best points of a grid.
  init(_ kind: Kind, fittedTo values: [Double]) throws(StatisticsError) {
    let shift = values[0]
    let scale = values.reduce(0) { max($0, abs($1 - shift)) }
    guard scale.isFinite else { throw .resultTooLarge(.forecast) }
    let divisor = scale > 0 ? scale : 1
    let fit = SmoothingFit(
      values: values.map { ($0 - shift) / divisor }, hasTrend: kind.hasTrend)
    let weights = Self.best(kind) { fit.errors(Self.weights(kind, $0)).sum }
    let chosen = Self.weights(kind, weights)
    let errors = fit.errors(chosen)
    let end = fit.end(chosen, start: errors.start)
    (alpha, beta) = (chosen.alpha, kind.hasTrend ? chosen.beta : nil)
    phi = kind == .dampedTrend ? chosen.phi : nil
    (initialLevel, level) = (shift + divisor * errors.start.level, shift + divisor * end.level)
    initialTrend = kind.hasTrend ? divisor * errors.start.trend : nil
    trend = kind.hasTrend ? divisor * end.trend : nil
    sumOfSquaredErrors = errors.sum * divisor * divisor
    guard sumOfSquaredErrors.isFinite else { throw .resultTooLarge(.forecast) }
    // From the scaled sum, for the square of a small scale vanishes.
    errorDeviation = (errors.sum / Double(values.count - kind.parameters)).squareRoot() * divisor
  }

  /// What lies h steps ahead: `level + (φ + ... + φʰ) trend`.
  func value(ahead h: Int) -> Double {
    level + (trend ?? 0) * Self.damped(phi ?? 1, h)
  }

  /// What the variance of an error one step ahead is multiplied with for h steps ahead:
  /// `1 + Σ (α + αβ (φ + ... + φʲ))²` over j from 1 to h - 1.
  ///
  /// Hyndman, Koehler, Ord and Snyder 2008, Forecasting with Exponential Smoothing, chapter 6.
  func varianceFactor(ahead h: Int) -> Double {
    stride(from: 1, to: h, by: 1).reduce(1.0) { sum, j in
      let c = alpha + alpha * (beta ?? 0) * Self.damped(phi ?? 1, j)
      return sum + c * c
    }
  }

  /// `φ + ... + φʰ`.
  private static func damped(_ phi: Double, _ h: Int) -> Double {
    guard phi < 1 else { return Double(h) }
    var (sum, power) = (0.0, 1.0)
    for _ in 0..<h {
      power *= phi
      sum += power
    }
    return sum
  }

  private static func weights(_ kind: Kind, _ point: [Double]) -> SmoothingFit.Weights {
    switch kind {
    case .level: .init(alpha: point[0], beta: 0, phi: 1)
    case .trend: .init(alpha: point[0], beta: point[1], phi: 1)
    case .dampedTrend: .init(alpha: point[0], beta: point[1], phi: point[2])
    }
  }

  /// The point of the least value: a grid, then a walk down from its three lowest points.
  private static func best(_ kind: Kind, _ f: ([Double]) -> Double) -> [Double] {
    var grid = [0.02, 0.15, 0.3, 0.5, 0.7, 0.85, 0.98].map { [$0] }
    var (lower, upper) = ([0.0], [1.0])
    if kind.hasTrend {
      grid = grid.flatMap { point in [0.02, 0.15, 0.4, 0.9].map { point + [$0] } }
      (lower, upper) = ([0, 0], [1, 1])
    }
    if kind == .dampedTrend {
      grid = grid.flatMap { point in [0.82, 0.9, 0.96].map { point + [$0] } }
      (lower, upper) = (lower + [dampingBounds.lower], upper + [dampingBounds.upper])
    }
    let search = PatternSearch(lower: lower, upper: upper)
    let starts = grid.map { (point: $0, value: f($0)) }.sorted { $0.value < $1.value }.prefix(3)
    let ends = starts.map { search.minimum(from: $0.point, of: f) }
    return ends.min { $0.value < $1.value }?.point ?? lower
  }
}

/// A way to continue a series.
public enum ForecastMethod: Hashable, Sendable {
  /// The last value, again and again.
  case naive

  /// The line from the first to the last value.
  case drift

  /// The last value of the same season.
  ///
  /// - Parameter length: the number of values from one season to its next return, at least 2.
  case seasonalNaive(length: Int)

  /// The last value of the same season, moved on by the mean change from one return of a season to
  /// the next.
  ///
  /// - Parameter length: the number of values from one season to its next return, at least 2.
  case seasonalDrift(length: Int)

  /// A straight line with a level for each season, by least squares.
  ///
  /// - Parameter length: the number of values from one season to its next return, at least 2.
  case seasonalLine(length: Int)

  /// Simple exponential smoothing: a level that follows the values.
  case simpleSmoothing

  /// Holt's linear trend: a level and a trend that follow the values.
  case holt

  /// Holt's linear trend, damped: the trend fades out with the horizon.
  case dampedHolt
}

extension ForecastMethod {
  /// The longest season.
  static let longestSeason = 10_000

  /// The smallest number of values: the parameters need more values than there are of them, and
  /// the spread of the errors needs some on top.
  var needed: Int {
    switch self {
    case .naive, .drift: 4
    case .seasonalNaive(let length), .seasonalDrift(let length): max(4, 2 * length)
    case .seasonalLine(let length): max(6, 2 * length + 2)
    case .simpleSmoothing: 6
    case .holt: 8
    case .dampedHolt: 10
    }
  }

  /// The number of values from one season to its next return; nil for methods without seasons.
  var seasonLength: Int? {
    switch self {
    case .seasonalNaive(let length), .seasonalDrift(let length), .seasonalLine(let length): length
    case .naive, .drift, .simpleSmoothing, .holt, .dampedHolt: nil
    }
  }

  func check() throws(StatisticsError) { try Self.check(season: seasonLength) }

  static func check(season length: Int?) throws(StatisticsError) {
    guard let length else { return }
    guard (2...Self.longestSeason).contains(length) else {
      throw .optionOutOfRange(
        option: "a season length", range: "between 2 and \(Self.longestSeason)", Double(length))
    }
  }
}

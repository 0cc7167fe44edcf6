/// Why a trend or forecast was refused, where the general refusals of ``StatisticsError`` do not
/// say it.
public enum TrendFault: Equatable, Sendable {
  /// A time that is not a finite number, or times too far apart for a difference; the first time
  /// has position 1.
  case timeNotFinite(position: Int)

  /// A time that is not later than the time before it; the first time has position 1.
  case timeNotLater(position: Int)

  /// A break that is not the position of a value after the first, or not after the break before
  /// it; the first break has number 1.
  case badBreak(number: Int)

  /// Breaks that leave no segment with enough values.
  case noSegmentLongEnough(needed: Int, longest: Int)

  /// A method that needs equal steps of time, for a series with gaps or other times.
  case unequalSteps(StatisticName)

  /// Seasons of a given length, for times that are not whole numbers.
  case timeNotWhole(position: Int)

  /// Seasons of which none has enough values.
  case noSeasonLongEnough(StatisticName, needed: Int)

  /// A correction for autocorrelation that leaves no variance.
  case noVarianceLeft

  /// A value that is not a finite number, in one of many series; both counts start at 1.
  case notFinite(series: Int, position: Int)

  /// Values that cannot be cut into series of the given length.
  case unevenSeries(length: Int, given: Int)

  /// Too few values after the last break.
  case tooFewAfterBreak(StatisticName, needed: Int, given: Int)

  /// An exact p value for values with ties.
  case tiesWithoutExact

  /// The whole sentence of the refusal.
  var words: String {
    switch self {
    case .timeNotFinite(let position):
      return "the times of a series must be finite numbers; time \(position) is not"
    case .timeNotLater(let position):
      return "the times of a series must rise; time \(position) is not later than the one before"
    case .badBreak(let number):
      return "breaks must be positions of values after the first, in rising order; "
        + "break \(number) is not"
    case .noSegmentLongEnough(let needed, let longest):
      return "no segment between the breaks has at least \(needed) values; the longest has "
        + "\(longest), and a trend across a break is not computed"
    case .unequalSteps(let statistic):
      return "the \(statistic.words) needs values at equal steps of time, without gaps"
    case .timeNotWhole(let position):
      return "a season length needs times that are whole numbers; time \(position) is not; "
        + "name the season of each value instead"
    case .noSeasonLongEnough(let statistic, let needed):
      return "the \(statistic.words) needs a season with at least \(needed) values; "
        + "there is none"
    case .noVarianceLeft:
      return "the correction for autocorrelation leaves no variance; "
        + "use fewer lags or the test without correction"
    case .notFinite(let series, let position):
      return "value \(position) of series \(series) is not a finite number"
    case .unevenSeries(let length, let given):
      return "\(given) values cannot be cut into series of length \(length)"
    case .tooFewAfterBreak(let statistic, let needed, let given):
      return "the \(statistic.words) needs at least \(needed) values after the last break; "
        + "\(given) \(given == 1 ? "was" : "were") given"
    case .tiesWithoutExact:
      return "the exact Mann–Kendall test needs values without ties; "
        + "use the normal approximation, which corrects for them"
    }
  }
}

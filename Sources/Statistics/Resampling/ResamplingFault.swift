/// Why a resampling was refused, where the general refusals of ``StatisticsError`` do not
/// say it.
public enum ResamplingFault: Equatable, Sendable {
  /// Fewer replicates than any use of them needs, or than the confidence level needs.
  case tooFewReplicates(needed: Int, given: Int)

  /// More replicates than are of any use.
  case tooManyReplicates(limit: Int, given: Int)

  /// A statistic that gave no finite number for a resample.
  case statisticNotFinite(StatisticName)

  /// An interval although all replicates are equal, as for equal values.
  case equalReplicates

  /// A BCa interval for a statistic that no single value moves, so that its skewness is unknown.
  case noAcceleration

  /// A BCa interval although every replicate lies on the same side of the estimate.
  case estimateBeyondReplicates

  /// A BCa interval whose correction asks for a quantile that the replicates do not reach.
  case quantileBeyondReplicates

  /// The whole sentence of the refusal.
  var words: String {
    switch self {
    case .tooFewReplicates(let needed, let given):
      return "this resampling needs at least \(needed) replicates; \(given) "
        + "\(given == 1 ? "was" : "were") asked for"
    case .tooManyReplicates(let limit, let given):
      return "a resampling takes at most \(limit) replicates; \(given) were asked for"
    case .statisticNotFinite(let statistic):
      return "the \(statistic.words) of a resample is not a finite number"
    case .equalReplicates:
      return "a bootstrap interval is not defined when all replicates are equal"
    case .noAcceleration:
      return "the BCa interval is not defined when no single value changes the statistic"
    case .estimateBeyondReplicates:
      return "the BCa interval is not defined when all replicates lie on one side of the estimate"
    case .quantileBeyondReplicates:
      return "the BCa interval lies beyond the replicates; more replicates or a lower confidence "
        + "level are needed"
    }
  }
}

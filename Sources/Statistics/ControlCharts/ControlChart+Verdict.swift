/// Which way a measure should go.
public enum DesiredDirection: String, Hashable, Sendable, CaseIterable {
  /// Higher values are better.
  case higher

  /// Lower values are better.
  case lower
}

/// What the latest point of a control chart says about change.
public enum Variation: String, Hashable, Sendable, CaseIterable {
  /// Nothing but chance shows.
  case commonCause

  /// A special cause, to the better side of the centre.
  case improving

  /// A special cause, to the worse side of the centre.
  case deteriorating
}

/// Whether a process that goes on as it is will hit its target.
public enum Assurance: String, Hashable, Sendable, CaseIterable {
  /// Both limits reach the target: it will be hit each time.
  case consistentlyHits

  /// Neither limit reaches the target: it will be missed each time.
  case consistentlyMisses

  /// The target lies between the limits: chance decides.
  case hitAndMiss
}

extension ControlChart {
  /// Whether the latest point is a signal, and for better or worse.
  ///
  /// The side is that of the latest point from its centre. Signals of earlier points that the
  /// latest one does not share are history and do not count.
  ///
  /// Reference: NHS England and NHS Improvement 2019, Making Data Count.
  ///
  /// - Parameter desired: which way is better.
  /// - Returns: what the latest point says. It says nothing about the target, see
  ///   ``assurance(target:desired:)``.
  public func variation(desired: DesiredDirection) -> Variation {
    guard let latest = points.last, !latest.signals.isEmpty, let side = latest.side else {
      return .commonCause
    }
    return (side == .above) == (desired == .higher) ? .improving : .deteriorating
  }

  /// Whether the target will be hit, judged by the limits at the latest point.
  ///
  /// A value equal to the target hits it. The limits describe a process that goes on as it is;
  /// where ``variation(desired:)`` finds a special cause, it may not.
  ///
  /// Reference: NHS England and NHS Improvement 2019, Making Data Count.
  ///
  /// - Parameters:
  ///   - target: the target, in the unit of the values; a share for proportions, 0 to 1.
  ///   - desired: which way is better.
  /// - Returns: the verdict.
  /// - Throws: ``ControlChartFault/badTarget``.
  public func assurance(
    target: Double, desired: DesiredDirection
  ) throws(StatisticsError) -> Assurance {
    guard target.isFinite, let latest = points.last else { throw .controlChart(.badTarget) }
    let (worst, best) =
      desired == .higher ? (latest.lower, latest.upper) : (-latest.upper, -latest.lower)
    let rounding = Side.tolerance * latest.deviation
    let goal = (desired == .higher ? target : -target) - rounding
    if worst >= goal { return .consistentlyHits }
    return best < goal ? .consistentlyMisses : .hitAndMiss
  }
}

extension Bootstrap {
  /// How the replicates make an interval.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Between quantiles of the replicates.
    case percentile

    /// The percentile interval mirrored at the estimate.
    case basic

    /// Between quantiles that are moved for bias and skewness ("bias-corrected and accelerated").
    case bca
  }

  /// The confidence interval of the statistic.
  ///
  /// With B replicates, `α = 1 - confidence`, and `Q(p)` their quantile (type 7, as R computes it
  /// by default):
  /// - ``Method/percentile``: `Q(α/2)` to `Q(1 - α/2)`.
  /// - ``Method/basic``: `2t - Q(1 - α/2)` to `2t - Q(α/2)`, with t the estimate.
  /// - ``Method/bca``: `Q(p₁)` to `Q(p₂)`, where p is `Φ(z₀ + (z₀ + z)/(1 - a(z₀ + z)))` for z the
  ///   normal quantile of α/2 and 1 - α/2. The bias correction z₀ is the normal quantile of the
  ///   share of replicates below the estimate, half of those equal to it counted in. The
  ///   acceleration is `a = Σ u³ / (6 (Σ u²)^1.5)` over the influence values
  ///   `u = (n - 1)(m - tᵢ)/n`, with tᵢ the statistic without value i, m their mean, and n the size
  ///   of the sample; for two samples the sums run over both, and the second one's u count
  ///   negative.
  ///
  /// BCa follows skewed statistics and transformations of them best, and is the default. For the
  /// median, a is nearly always 0 and BCa is only bias-corrected.
  ///
  /// When all values are equal, so are the replicates, and there is no interval.
  ///
  /// References: Efron 1987, Better bootstrap confidence intervals. Davison and Hinkley 1997,
  /// Bootstrap methods and their application, chapter 5 (basic; acceleration of several samples).
  ///
  /// - Parameters:
  ///   - confidence: the level, strictly between 0 and 1.
  ///   - method: how to make the interval.
  /// - Returns: the interval, in the unit of the statistic.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.resampling` with `.tooFewReplicates` when
  ///   not even one replicate is expected beyond each end, `.equalReplicates`, and for BCa with `.noAcceleration`,
  ///   `.estimateBeyondReplicates` or `.quantileBeyondReplicates`; `.resultTooLarge`; or what the
  ///   statistic throws when a value is left out.
  public func interval(
    confidence: Double = 0.95, method: Method = .bca
  ) throws(StatisticsError) -> Interval {
    let tail = try (1 - Check.confidence(confidence)) / 2
    let count = Double(replicates.count)
    // Rounded, because 1 - 0.95 is above 0.05 by a hair, and 1 - 0.98 below 0.02.
    guard count * tail > 1 - 1e-9 else {
      let needed = min((1 / tail * (1 - 1e-9)).rounded(.up), 9e15)
      throw .resampling(.tooFewReplicates(needed: Int(needed), given: replicates.count))
    }
    guard sorted[0] < sorted[sorted.count - 1] else { throw .resampling(.equalReplicates) }
    let ends: (lower: Double, upper: Double)
    switch method {
    case .percentile: ends = (quantile(tail), quantile(1 - tail))
    case .basic:
      ends = (
        estimate - (quantile(1 - tail) - estimate), estimate - (quantile(tail) - estimate)
      )
    case .bca:
      let (lower, upper) = try correctedLevels(tail: tail)
      ends = (quantile(lower), quantile(upper))
    }
    guard ends.lower.isFinite, ends.upper.isFinite else { throw .resultTooLarge(.bootstrap) }
    return try Interval(lower: ends.lower, upper: ends.upper, confidence: confidence)
  }

  private func quantile(_ p: Double) -> Double {
    Location.interpolated(p, in: sorted)
  }

  /// The probabilities of the quantiles that the BCa interval ends at.
  func correctedLevels(tail: Double) throws(StatisticsError) -> (lower: Double, upper: Double) {
    let acceleration = try self.acceleration
    let bias = try biasCorrection
    let z = try Normal.quantile(1 - tail)
    var levels: [Double] = []
    for point in [-z, z] {
      let shifted = bias + point
      let stretch = 1 - acceleration * shifted
      guard stretch > 0 else { throw .resampling(.quantileBeyondReplicates) }
      let level = try Normal.lowerTail(bias + shifted / stretch)
      let outside = min(level, 1 - level) * Double(replicates.count)
      guard outside > 1 - 1e-9 else { throw .resampling(.quantileBeyondReplicates) }
      levels.append(level)
    }
    return (levels[0], levels[1])
  }

  /// The normal quantile of the share of replicates below the estimate.
  var biasCorrection: Double {
    get throws(StatisticsError) {
      // Replicates that equal the estimate but for rounding count as equal.
      let spread = (sorted[sorted.count - 1] - sorted[0]) * 1e-12
      let below = sorted.count { $0 < estimate - spread }
      let above = sorted.count { $0 > estimate + spread }
      let share = Double(sorted.count + below - above) / Double(2 * sorted.count)
      guard share > 0, share < 1 else { throw .resampling(.estimateBeyondReplicates) }
      return try Normal.quantile(share)
    }
  }

  /// How fast the standard error changes with the statistic, from the skewness of the influences.
  var acceleration: Double {
    get throws(StatisticsError) {
      let all = try influences().flatMap { $0 }
      let largest = all.reduce(0) { max($0, abs($1)) }
      guard largest > 0 else { throw .resampling(.noAcceleration) }
      var (squares, cubes) = (PreciseSum(), PreciseSum())
      for influence in all {
        // Scaled, so that huge and tiny influences neither overflow nor vanish when cubed.
        let u = influence / largest
        squares.add(u * u)
        cubes.add(u * u * u)
      }
      return cubes.value / (6 * squares.value * squares.value.squareRoot())
    }
  }
}

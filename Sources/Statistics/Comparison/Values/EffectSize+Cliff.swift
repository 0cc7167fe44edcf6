extension EffectSize {
  /// Cliff's delta: the share of pairs in which the first value is larger, minus the share in which
  /// it is smaller, over all pairs of a first and a second value.
  ///
  /// It is 1 when every first value is larger than every second one, -1 in the opposite case, and
  /// needs an order only, no distances.
  ///
  /// With m and n values, let dᵢⱼ be 1, 0 or -1, dᵢ and dⱼ their means for one first and one second
  /// value, and d the mean of all. The variance is the consistent one,
  /// `s² = ((n - 1)S₁ + (m - 1)S₂ + S₁₂) / (mn)` with `S₁ = Σ(dᵢ - d)²/(m - 1)`,
  /// `S₂ = Σ(dⱼ - d)²/(n - 1)` and `S₁₂ = ΣΣ(dᵢⱼ - d)²/((m - 1)(n - 1))`. With the two-sided normal
  /// point z the ends are `(d - d³ ± z s √((1 - d²)² + z² s²)) / (1 - d² + z² s²)`; they stay
  /// within -1 and 1. For d = 1 and the smaller size b the lower end is `(b - z²)/(b + z²)` and the upper
  /// end 1; for d = -1 the mirror image.
  ///
  /// References: Cliff 1996, Ordinal Methods for Behavioral Data Analysis. Feng and Cliff 2004,
  /// Monte Carlo evaluation of ordinal d with improved confidence interval.
  ///
  /// - Parameters:
  ///   - first: at least two finite values.
  ///   - second: at least two finite values.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: delta, from -1 to 1, with its standard error s.
  /// - Throws: `StatisticsError`, see ``EffectSize``; `.constantSample` where all values are equal.
  public static func cliffDelta(
    _ first: [Double], _ second: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    try delta(first, second, confidence, .cliffDelta)
  }

  /// The probability that a value of the first group is larger than one of the second, an equal
  /// pair counting one half.
  ///
  /// It is `(delta + 1)/2` with Cliff's delta, and its interval likewise. Also known as the common
  /// language effect size, A of Vargha and Delaney, or the area under the ROC curve. One half means
  /// that neither group tends to larger values.
  ///
  /// References: Vargha and Delaney 2000, A critique and improvement of the CL common language
  /// effect size statistics of McGraw and Wong. The interval: ``cliffDelta(_:_:confidence:)``.
  ///
  /// - Parameters:
  ///   - first: at least two finite values.
  ///   - second: at least two finite values.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: a probability, 0 to 1.
  /// - Throws: `StatisticsError`, see ``EffectSize``; `.constantSample` where all values are equal.
  public static func probabilityOfSuperiority(
    _ first: [Double], _ second: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    let delta = try delta(first, second, confidence, .superiority)
    return Estimate(
      (1 + delta.value) / 2, standardError: delta.standardError.map { $0 / 2 },
      interval: try Interval(
        lower: (1 + delta.interval.lower) / 2, upper: (1 + delta.interval.upper) / 2,
        confidence: confidence))
  }

  private static func delta(
    _ first: [Double], _ second: [Double], _ confidence: Double, _ name: StatisticName
  ) throws(StatisticsError) -> Estimate {
    let z = try Normal.twoSidedPoint(confidence: Check.confidence(confidence))
    try Check.groups([first, second], for: name, needs: 2)
    let dominance = try Dominance(first, second)
    let (m, n) = (Double(first.count), Double(second.count))
    let all = m + n
    guard dominance.tieSum < all * (all * all - 1) else { throw .constantSample(name) }
    let d = Double(dominance.twiceWins - first.count * second.count) / (m * n)
    if abs(d) == 1 {
      let b = min(m, n)
      let end = (b - z * z) / (b + z * z)
      return Estimate(
        d, standardError: 0,
        interval: try Interval(
          lower: d > 0 ? end : -1, upper: d > 0 ? 1 : -end, confidence: confidence))
    }
    let variance = dominance.varianceOfDelta(d)
    let room = 1 - d * d
    let half = z * (variance * (room * room + z * z * variance)).squareRoot()
    let scale = room + z * z * variance
    return Estimate(
      d, standardError: variance.squareRoot(),
      interval: try Interval(
        lower: max(-1, (d * room - half) / scale), upper: min(1, (d * room + half) / scale),
        confidence: confidence))
  }
}

extension Dominance {
  /// The consistent variance of Cliff's delta d.
  func varianceOfDelta(_ d: Double) -> Double {
    let (m, n) = (Double(first.count), Double(second.count))
    var (rows, columns, cells) = (PreciseSum(), PreciseSum(), PreciseSum())
    let counts = (first.count, second.count)
    Self.walk(first, first.indices, second, second.indices) { ones, twos, onesBelow, twosBelow in
      let twosAbove = counts.1 - twosBelow - twos
      let onesAbove = counts.0 - onesBelow - ones
      let row = Double(twosBelow - twosAbove) / n - d
      let column = Double(onesAbove - onesBelow) / m - d
      rows.add(Double(ones) * row, times: row)
      columns.add(Double(twos) * column, times: column)
      // The pairs of these first values with larger, equal and smaller second ones.
      let pairs = Double(ones)
      cells.add(pairs * Double(twosBelow) * ((1 - d) * (1 - d)))
      cells.add(pairs * Double(twos) * (d * d))
      cells.add(pairs * Double(twosAbove) * ((1 + d) * (1 + d)))
    }
    let (s1, s2) = (rows.value / (m - 1), columns.value / (n - 1))
    let s12 = cells.value / ((m - 1) * (n - 1))
    return ((n - 1) * s1 + (m - 1) * s2 + s12) / (m * n)
  }
}

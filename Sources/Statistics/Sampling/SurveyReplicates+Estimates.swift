extension SurveyReplicates {
  /// The weighted mean with its replicate variance.
  ///
  /// - Parameters:
  ///   - values: a finite value for each row with weight.
  ///   - centre: what the distances of the replicates are taken from.
  /// - Returns: the mean, see ``SurveyDesign/mean(of:)``.
  /// - Throws: `StatisticsError`, see ``SurveyDesign/mean(of:)``; `.noWeight` when a replicate has
  ///   no weight.
  public func mean(
    of values: [Double], around centre: Centre = .replicates
  ) throws(StatisticsError) -> SurveyEstimate {
    try design.checkValues(values)
    return try linear(.mean, values, [], centre)
  }

  /// The weighted total with its replicate variance.
  ///
  /// - Parameters:
  ///   - values: a finite value for each row with weight.
  ///   - centre: what the distances of the replicates are taken from.
  /// - Returns: the total, see ``SurveyDesign/total(of:)``.
  /// - Throws: `StatisticsError`, see ``mean(of:around:)``.
  public func total(
    of values: [Double], around centre: Centre = .replicates
  ) throws(StatisticsError) -> SurveyEstimate {
    try design.checkValues(values)
    return try linear(.total, values, [], centre)
  }

  /// The ratio of two weighted totals with its replicate variance.
  ///
  /// - Parameters:
  ///   - values: the y, a finite value for each row with weight.
  ///   - denominators: the x, a finite value for each row with weight.
  ///   - centre: what the distances of the replicates are taken from.
  /// - Returns: the ratio, see ``SurveyDesign/ratio(of:to:)``.
  /// - Throws: `StatisticsError`, see ``mean(of:around:)``; `.sampling` when the x of a replicate
  ///   add up to 0.
  public func ratio(
    of values: [Double], to denominators: [Double], around centre: Centre = .replicates
  ) throws(StatisticsError) -> SurveyEstimate {
    try design.checkValues(values)
    try design.checkValues(denominators)
    return try linear(.ratio, values, denominators, centre)
  }

  /// The weighted share of the rows for which something holds, with its replicate variance.
  ///
  /// - Parameters:
  ///   - holds: for each row, whether it holds.
  ///   - centre: what the distances of the replicates are taken from.
  /// - Returns: the share, see ``SurveyDesign/proportion(of:)``.
  /// - Throws: `StatisticsError`, see ``mean(of:around:)``.
  public func proportion(
    of holds: [Bool], around centre: Centre = .replicates
  ) throws(StatisticsError) -> SurveyEstimate {
    try mean(of: holds.map { $0 ? 1 : 0 }, around: centre)
  }

  /// A weighted quantile with its replicate variance.
  ///
  /// The jackknife misjudges the variance of quantiles; take the bootstrap, or Woodruff's
  /// ``SurveyDesign/quantileEstimate(_:of:confidence:method:rule:)``.
  ///
  /// - Parameters:
  ///   - p: the share of the weight below the quantile, 0 to 1.
  ///   - values: a finite value for each row with weight.
  ///   - rule: which value stands for the quantile.
  ///   - centre: what the distances of the replicates are taken from.
  /// - Returns: the quantile, see ``SurveyDesign/quantile(_:of:rule:)``.
  /// - Throws: `StatisticsError.probabilityOutOfRange`; otherwise see ``mean(of:around:)``.
  public func quantile(
    _ p: Double, of values: [Double], rule: WeightedQuantileRule = .math,
    around centre: Centre = .replicates
  ) throws(StatisticsError) -> SurveyEstimate {
    guard p >= 0, p <= 1 else { throw .probabilityOutOfRange(p) }
    try design.checkValues(values)
    return try estimate(around: centre) { weights throws(StatisticsError) in
      guard weights.contains(where: { $0 > 0 }) else { throw .noWeight(.surveyQuantile) }
      return WeightedQuantile(values, weights: weights).value(at: p, rule: rule)
    }
  }

  private func linear(
    _ kind: LinearKind, _ y: [Double], _ x: [Double], _ centre: Centre
  ) throws(StatisticsError) -> SurveyEstimate {
    try estimate(around: centre) { weights throws(StatisticsError) in
      try Self.value(kind, y, x, weights)
    }
  }

  /// The estimate alone, without what its linearisation needs.
  private static func value(
    _ kind: LinearKind, _ y: [Double], _ x: [Double], _ weights: [Double]
  ) throws(StatisticsError) -> Double {
    var (above, below) = (PreciseSum(), PreciseSum())
    for row in weights.indices where weights[row] > 0 {
      above.add(weights[row], times: y[row])
      if kind == .ratio {
        below.add(weights[row], times: x[row])
      } else {
        below.add(weights[row])
      }
    }
    switch kind {
    case .total: return above.value
    case .mean:
      guard below.value > 0 else { throw .noWeight(.surveyMean) }
      return above.value / below.value
    case .ratio:
      guard below.value != 0 else { throw .sampling(.zeroDenominator) }
      return above.value / below.value
    }
  }
}

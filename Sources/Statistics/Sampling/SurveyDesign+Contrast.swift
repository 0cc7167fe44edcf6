extension SurveyDesign {
  /// The difference of the weighted means of two domains, one minus the other.
  ///
  /// The covariance of the two means counts: domains that share first-stage units, such as two
  /// waves of a panel whose rows are stacked with the person as the cluster, are usually alike, and
  /// their difference is more precise than that of independent samples.
  /// ``SurveyEstimate/test(against:alternative:distribution:)`` tells whether the mean has changed.
  /// The standard error is that of `svyttest` and `svyglm` in R, which take one degree of freedom
  /// fewer.
  ///
  /// - Parameters:
  ///   - values: a finite value for each row with weight in the two domains.
  ///   - codes: the domain of each row; rows of other domains do not count.
  ///   - first: the code of the one domain.
  ///   - second: the code of the domain to subtract.
  /// - Returns: the difference of the means.
  /// - Throws: `StatisticsError`, see ``meanContrast(of:by:coefficients:)``.
  public func meanDifference(
    of values: [Double], by codes: [Int], domain first: Int, minus second: Int
  ) throws(StatisticsError) -> SurveyEstimate {
    try checkRows(codes.count, "codes")
    let sides = codes.map { $0 == first ? 0 : $0 == second ? 1 : 2 }
    // A domain minus itself is 0 for certain, and needs no rows of a second one.
    let coefficients = first == second ? [0, 0, 0] : [1.0, -1, 0]
    return try meanContrast(
      of: values, by: sides, coefficients: coefficients, names: [first, second, first])
  }

  /// A linear combination `Σ c_d ȳ_d` of the weighted means of domains.
  ///
  /// A row of the domain d has the influence `c_d w (y - ȳ_d) / W_d`, so all covariances between
  /// the domains count.
  ///
  /// - Parameters:
  ///   - values: a finite value for each row with weight.
  ///   - codes: the domain of each row, from 0 to the number of coefficients minus 1.
  ///   - coefficients: what the mean of each domain is multiplied with; a domain with 0 may be
  ///     empty, and its units do not count as degrees of freedom.
  /// - Returns: the combination, without design effects.
  /// - Throws: `StatisticsError.sampling` when the number of rows differs, a code is out of range,
  ///   or a domain that counts holds no weight; `.notANumber`, `.infinite` or `.resultTooLarge`.
  public func meanContrast(
    of values: [Double], by codes: [Int], coefficients: [Double]
  ) throws(StatisticsError) -> SurveyEstimate {
    try meanContrast(
      of: values, by: codes, coefficients: coefficients, names: Array(coefficients.indices))
  }

  private func meanContrast(
    of values: [Double], by codes: [Int], coefficients: [Double], names: [Int]
  ) throws(StatisticsError) -> SurveyEstimate {
    try checkValues(values)
    try checkCodes(codes, limit: coefficients.count, "the number of coefficients")
    for coefficient in coefficients where !coefficient.isFinite {
      throw .optionOutOfRange(
        option: "a coefficient", range: "among the finite numbers", coefficient)
    }
    let groups = RowGroups(codes: codes, count: coefficients.count, weights: weights)
    var value = PreciseSum()
    var parts: [(factor: Double, influence: [Double])] = []
    var rows: [Int32] = []
    for (domain, coefficient) in coefficients.enumerated() where coefficient != 0 {
      let members = groups[domain]
      guard !members.isEmpty else { throw .sampling(.emptyDomain(names[domain])) }
      let linear = try linearised(.mean, values, [], members)
      value.add(coefficient, times: linear.value)
      parts.append((coefficient * linear.unit, linear.influence))
      rows += members
    }
    // Divided out, so that squares neither overflow nor vanish.
    let largest = parts.reduce(0) { max($0, $1.factor.magnitude) }
    let unit = largest == 0 ? 1 : largest
    let z = parts.flatMap { part in part.influence.map { part.factor / unit * $0 } }
    var scratch = InfluenceVariance(stages)
    let (variance, degrees) = variance(of: z, rows: rows[...], &scratch)
    return try SurveyEstimate(
      value: value.value, standardError: variance.squareRoot() * unit,
      degreesOfFreedom: Double(degrees),
      observations: rows.count, name: .surveyContrast)
  }
}

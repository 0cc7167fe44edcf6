extension SurveyDesign {
  /// The weighted means of many domains at once.
  ///
  /// Each is the ``mean(of:)`` of the ``subpopulation(where:)`` of its rows, computed from these
  /// rows alone. This is `svyby(~y, ~domain, design, svymean)` in R. For a post-stratified design
  /// every domain takes the time of all rows.
  ///
  /// - Parameters:
  ///   - values: a finite value for each row with weight.
  ///   - codes: the domain of each row, from 0 to `domains - 1`.
  ///   - domains: how many domains there are.
  /// - Returns: the mean of each domain, nil for one without weight.
  /// - Throws: `StatisticsError.sampling` when the number of rows differs or a code is out of
  ///   range; `.optionOutOfRange` for no domains; `.notANumber`, `.infinite` or `.resultTooLarge`.
  public func means(
    of values: [Double], by codes: [Int], domains: Int
  ) throws(StatisticsError) -> [SurveyEstimate?] {
    try estimates(.mean, values, [], groups(values, codes, domains))
  }

  /// The weighted totals of many domains at once.
  ///
  /// - Parameters:
  ///   - values: a finite value for each row with weight.
  ///   - codes: the domain of each row, from 0 to `domains - 1`.
  ///   - domains: how many domains there are.
  /// - Returns: the total of each domain, nil for one without weight.
  /// - Throws: `StatisticsError`, see ``means(of:by:domains:)``.
  public func totals(
    of values: [Double], by codes: [Int], domains: Int
  ) throws(StatisticsError) -> [SurveyEstimate?] {
    try estimates(.total, values, [], groups(values, codes, domains))
  }

  /// The ratios of many domains at once.
  ///
  /// - Parameters:
  ///   - values: the y, a finite value for each row with weight.
  ///   - denominators: the x, a finite value for each row with weight.
  ///   - codes: the domain of each row, from 0 to `domains - 1`.
  ///   - domains: how many domains there are.
  /// - Returns: the ratio of each domain, nil for one without weight.
  /// - Throws: `StatisticsError`, see ``means(of:by:domains:)``; `.sampling` when the x of a domain
  ///   with weight add up to 0.
  public func ratios(
    of values: [Double], to denominators: [Double], by codes: [Int], domains: Int
  ) throws(StatisticsError) -> [SurveyEstimate?] {
    try checkValues(denominators)
    return try estimates(.ratio, values, denominators, groups(values, codes, domains))
  }

  /// The shares of many domains at once for which something holds.
  ///
  /// - Parameters:
  ///   - holds: for each row, whether it holds.
  ///   - codes: the domain of each row, from 0 to `domains - 1`.
  ///   - domains: how many domains there are.
  /// - Returns: the share of each domain, nil for one without weight.
  /// - Throws: `StatisticsError`, see ``means(of:by:domains:)``.
  public func proportions(
    of holds: [Bool], by codes: [Int], domains: Int
  ) throws(StatisticsError) -> [SurveyEstimate?] {
    try means(of: holds.map { $0 ? 1 : 0 }, by: codes, domains: domains)
  }

  private func groups(
    _ values: [Double], _ codes: [Int], _ domains: Int
  ) throws(StatisticsError) -> RowGroups {
    try checkValues(values)
    try checkCodes(codes, limit: domains, "the number of domains")
    return RowGroups(codes: codes, count: domains, weights: weights)
  }
}

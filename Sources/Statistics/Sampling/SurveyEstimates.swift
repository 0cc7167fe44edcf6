/// Several estimates from the same sample, with their covariances.
public struct SurveyEstimates: Sendable {
  /// The estimates, in the order in which they were asked for.
  public let estimates: [SurveyEstimate]

  private let covariances: Matrix

  init(_ estimates: [SurveyEstimate], covariances: Matrix) {
    self.estimates = estimates
    self.covariances = covariances
  }

  /// The covariance of two of the estimates, counted from 0; of an estimate with itself, its
  /// variance.
  ///
  /// - Parameters:
  ///   - first: the number of the one estimate.
  ///   - second: the number of the other.
  /// - Returns: the covariance; nil when there is no estimate with that number.
  public func covariance(_ first: Int, _ second: Int) -> Double? {
    guard estimates.indices.contains(first), estimates.indices.contains(second) else { return nil }
    return covariances[first, second]
  }

  /// A linear combination `Σ c_i θ_i` of the estimates.
  ///
  /// - Parameter coefficients: what each estimate is multiplied with.
  /// - Returns: the combination, with the degrees of freedom of the whole sample.
  /// - Throws: `StatisticsError.lengthsDiffer` or `.resultTooLarge`.
  public func contrast(_ coefficients: [Double]) throws(StatisticsError) -> SurveyEstimate {
    guard coefficients.count == estimates.count else {
      throw .lengthsDiffer(
        .surveyContrast, first: coefficients.count, second: estimates.count)
    }
    var value = PreciseSum()
    var variance = PreciseSum()
    for (i, c) in coefficients.enumerated() {
      value.add(c, times: estimates[i].value)
      for (j, d) in coefficients.enumerated() { variance.add(c * d, times: covariances[i, j]) }
    }
    return try SurveyEstimate(
      value: value.value, standardError: max(0, variance.value).squareRoot(),
      degreesOfFreedom: estimates[0].degreesOfFreedom, observations: estimates[0].observations,
      name: .surveyContrast)
  }
}

extension SurveyDesign {
  /// The weighted means of several variables, with their covariances.
  ///
  /// - Parameter variables: at least one variable, each with a finite value for each row with
  ///   weight.
  /// - Returns: the mean of each variable.
  /// - Throws: `StatisticsError.emptySample` for no variables; otherwise see ``mean(of:)``.
  public func means(of variables: [[Double]]) throws(StatisticsError) -> SurveyEstimates {
    guard !variables.isEmpty else { throw .emptySample(.surveyMean) }
    var estimates: [SurveyEstimate] = []
    var influences: [[Double]] = []
    let all = RowGroups(weights: weights)[0]
    for variable in variables {
      estimates.append(try mean(of: variable))
      let linear = try linearised(.mean, variable, [], all)
      var z = [Double](repeating: 0, count: rowCount)
      for (place, row) in all.enumerated() { z[Int(row)] = linear.influence[place] * linear.unit }
      influences.append(z)
    }
    let matrix = covariances(of: influences)
    guard matrix.values.allSatisfy(\.isFinite) else { throw .resultTooLarge(.surveyMean) }
    return SurveyEstimates(estimates, covariances: matrix)
  }

  /// The weighted shares of the levels of a classification, with their covariances.
  ///
  /// - Parameters:
  ///   - codes: the level of each row, from 0 to `levels - 1`.
  ///   - levels: how many levels there are.
  /// - Returns: the share of each level, 0 for a level without weight; they add up to 1.
  /// - Throws: `StatisticsError.sampling` when the number of rows differs or a code is out of
  ///   range; `.optionOutOfRange` for no levels.
  public func proportions(
    of codes: [Int], levels: Int
  ) throws(StatisticsError) -> SurveyEstimates {
    try checkCodes(codes, limit: levels, "the number of levels")
    return try means(of: (0..<levels).map { level in codes.map { $0 == level ? 1 : 0 } })
  }

  /// The covariances of the totals of several columns of influence values.
  func covariances(of columns: [[Double]]) -> Matrix {
    var columns = columns
    for step in adjustments { columns = columns.map(step.residuals) }
    let k = columns.count
    var result = Matrix(rows: k, columns: k)
    for (number, stage) in stages.enumerated() where number == 0 || stage.counts {
      var totals = [Double](repeating: 0, count: stage.unitCount * k)
      for (column, z) in columns.enumerated() {
        for row in z.indices { totals[stage.unit(ofRow: row) * k + column] += z[row] }
      }
      var centres = [Double](repeating: 0, count: stage.strataCount * k)
      for unit in 0..<stage.unitCount {
        let stratum = Int(stage.stratumOfUnit[unit])
        for column in 0..<k {
          centres[stratum * k + column] += totals[unit * k + column] * stage.centring[stratum]
        }
      }
      for unit in 0..<stage.unitCount {
        let stratum = Int(stage.stratumOfUnit[unit])
        for i in 0..<k {
          let distance = totals[unit * k + i] - centres[stratum * k + i]
          for j in 0...i {
            let other = totals[unit * k + j] - centres[stratum * k + j]
            result[i, j] += stage.scale[stratum] * (distance * other)
          }
        }
      }
    }
    for i in 0..<k { for j in 0..<i { result[j, i] = result[i, j] } }
    return result
  }
}

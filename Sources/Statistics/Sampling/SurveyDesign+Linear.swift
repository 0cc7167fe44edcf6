extension SurveyDesign {
  /// The estimate of each domain; nil for a domain without weight.
  ///
  /// The domains are computed apart from each other, so the result does not depend on the number
  /// of threads.
  func estimates(
    _ kind: LinearKind, _ y: [Double], _ x: [Double], _ groups: RowGroups
  ) throws(StatisticsError) -> [SurveyEstimate?] {
    let blocks = min(groups.count, 32)
    let parts = try Parallel.map(blocks: blocks) {
      block throws(StatisticsError) -> [SurveyEstimate?] in
      var scratch = InfluenceVariance(stages)
      var part: [SurveyEstimate?] = []
      for group in groups.count * block / blocks..<groups.count * (block + 1) / blocks {
        part.append(try estimate(kind, y, x, groups[group], &scratch))
      }
      return part
    }
    return parts.flatMap { $0 }
  }

  /// The estimate of all rows with weight; there is at least one.
  func estimate(
    _ kind: LinearKind, _ y: [Double], _ x: [Double] = []
  ) throws(StatisticsError) -> SurveyEstimate {
    let all = RowGroups(weights: weights)
    guard let estimate = try estimates(kind, y, x, all)[0] else { throw .noWeight(kind.name) }
    return estimate
  }

  private func estimate(
    _ kind: LinearKind, _ y: [Double], _ x: [Double], _ rows: ArraySlice<Int32>,
    _ scratch: inout InfluenceVariance
  ) throws(StatisticsError) -> SurveyEstimate? {
    guard !rows.isEmpty else { return nil }
    let linear = try linearised(kind, y, x, rows)
    let (variance, degrees) = variance(of: linear.influence, rows: rows, &scratch)
    let effect = linear.simpleVariance.flatMap { $0 > 0 ? variance / $0 : nil }
    let (all, n) = (linear.totalWeight, Double(rows.count))
    return try SurveyEstimate(
      value: linear.value,
      standardError: variance.squareRoot() * linear.unit * linear.factor,
      degreesOfFreedom: Double(degrees), observations: rows.count,
      designEffect: effect,
      designEffectWithoutReplacement: all > n ? effect.map { $0 / (1 - n / all) } : nil,
      name: kind.name)
  }

  func linearised(
    _ kind: LinearKind, _ y: [Double], _ x: [Double], _ rows: ArraySlice<Int32>
  ) throws(StatisticsError) -> LinearEstimate {
    try LinearEstimate(
      kind, weights: rows.map { weights[Int($0)] }, y: rows.map { y[Int($0)] },
      x: kind == .ratio ? rows.map { x[Int($0)] } : [])
  }

  /// The variance of the total of influence values, and the degrees of freedom of their rows.
  func variance(
    of z: [Double], rows: ArraySlice<Int32>, _ scratch: inout InfluenceVariance
  ) -> (variance: Double, degreesOfFreedom: Int) {
    let variance = scratch.variance(of: z, rows: rows, stages)
    let degrees = scratch.degreesOfFreedom
    if adjustments.isEmpty { return (variance, degrees) }
    // What is known of the population reaches rows outside the domain.
    var full = [Double](repeating: 0, count: rowCount)
    for (place, row) in rows.enumerated() { full[Int(row)] = z[place] }
    for step in adjustments { full = step.residuals(of: full) }
    let all = (0..<Int32(rowCount)).map { $0 }
    return (scratch.variance(of: full, rows: all[...], stages), degrees)
  }
}

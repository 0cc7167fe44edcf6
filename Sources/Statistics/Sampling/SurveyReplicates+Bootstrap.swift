extension SurveyDesign {
  /// The rescaled bootstrap of Rao and Wu.
  ///
  /// A replicate draws n - 1 of the n first-stage units of each stratum, with replacement. A unit
  /// that was drawn k times has its weights multiplied by `1 - λ + λ k n / (n - 1)`, where
  /// `λ = √(1 - n/N)`. So the variance of a total is on average exactly that of the linearised
  /// estimate, finite population correction of the first stage included; without one, λ is 1 and
  /// this is `subbootstrap` in R. The squared distances are divided by the number of replicates
  /// minus 1.
  ///
  /// The same seed gives the same replicates, for any number of threads.
  ///
  /// Reference: Rao and Wu 1988, Resampling inference with complex survey data. Rao, Wu and Yue
  /// 1992, Some recent work on resampling methods for complex surveys.
  ///
  /// - Parameters:
  ///   - replicates: how many replicates to draw, at least 2; a standard error has a relative error
  ///     of about `1 / √(2 · replicates)`.
  ///   - seed: the start of the random numbers.
  /// - Returns: the replicates.
  /// - Throws: `StatisticsError.optionOutOfRange` for fewer than 2 replicates; `.sampling` for a
  ///   stratum with a single unit that is not taken as certain, or a post-stratified design.
  public func bootstrap(
    replicates: Int, seed: UInt64
  ) throws(StatisticsError) -> SurveyReplicates {
    guard replicates >= 2 else {
      throw .optionOutOfRange(
        option: "the number of replicates", range: "above 1", Double(replicates))
    }
    guard adjustments.isEmpty else { throw .sampling(.postStratifiedReplicates) }
    let first = stages[0]
    var members = [[Int32]](repeating: [], count: first.strataCount)
    for unit in 0..<first.unitCount {
      members[Int(first.stratumOfUnit[unit])].append(Int32(unit))
    }
    for stratum in members.indices where first.scale[stratum] > 0 && members[stratum].count == 1 {
      throw .sampling(
        .bootstrapSingleton(
          stratum: firstStage.stratumName(row: Int(first.firstRows[stratum]), stage: 1)))
    }
    let scale = 1 / Double(replicates - 1)
    return SurveyReplicates(
      design: self, scales: Array(repeating: scale, count: replicates)
    ) { [members] replicate in
      var random = RandomStream(seed: seed, stream: replicate)
      var factors = [Double](repeating: 1, count: first.unitCount)
      for (stratum, units) in members.enumerated() where first.scale[stratum] > 0 {
        let (n, spread) = (units.count, (1 - first.fraction[stratum]).squareRoot())
        for unit in units { factors[Int(unit)] = 1 - spread }
        let step = spread * Double(n) / Double(n - 1)
        for _ in 1..<n { factors[Int(units[random.below(n)])] += step }
      }
      return factors
    }
  }
}

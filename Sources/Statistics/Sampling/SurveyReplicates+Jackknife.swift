extension SurveyDesign {
  /// Jackknife replicates: each leaves one first-stage unit out.
  ///
  /// In a replicate, the other n - 1 units of the stratum have their weights multiplied by
  /// `n / (n - 1)`; its squared distance is multiplied by `(1 - n/N) (n - 1)/n`. Without strata
  /// this is JK1, with strata JKn. A stratum of which all units were sampled has no replicates, nor
  /// has a single unit taken as certain. A single unit centred at the grand mean is left out while
  /// all H strata but its own are multiplied by `H / (H - 1)`, with the factor `(H - 1)/H`, as R
  /// does.
  ///
  /// References: Wolter 2007, Introduction to Variance Estimation. Lumley 2004, Analysis of complex
  /// survey samples.
  ///
  /// - Returns: the replicates.
  /// - Throws: `StatisticsError.sampling` when no unit can be left out, or the design is
  ///   post-stratified.
  public func jackknife() throws(StatisticsError) -> SurveyReplicates {
    guard adjustments.isEmpty else { throw .sampling(.postStratifiedReplicates) }
    let first = stages[0]
    let strata = Double(first.strataCount)
    var left: [Int32] = []
    var scales: [Double] = []
    for unit in 0..<first.unitCount {
      let stratum = Int(first.stratumOfUnit[unit])
      guard first.scale[stratum] > 0 else { continue }
      let n = first.sampled[stratum]
      if n > 1 {
        scales.append((1 - first.fraction[stratum]) * (n - 1) / n)
      } else {
        guard strata > 1 else { continue }
        scales.append((strata - 1) / strata)
      }
      left.append(Int32(unit))
    }
    guard !left.isEmpty else { throw .sampling(.nothingToLeaveOut) }
    return SurveyReplicates(design: self, scales: scales) { [left] replicate in
      let leftOut = Int(left[replicate])
      let stratum = first.stratumOfUnit[leftOut]
      let n = first.sampled[Int(stratum)]
      let (inside, outside) = n > 1 ? (n / (n - 1), 1) : (0, strata / (strata - 1))
      var factors = first.stratumOfUnit.map { $0 == stratum ? inside : outside }
      factors[leftOut] = 0
      return factors
    }
  }
}

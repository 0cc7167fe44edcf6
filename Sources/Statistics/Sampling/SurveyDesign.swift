/// A sample with the way it was drawn: weights, strata, clusters, stages and population sizes.
///
/// The estimates of a design are weighted, and their standard errors come from Taylor
/// linearisation: an estimate is replaced by the total of its influence values z, and the variance
/// of that total is, for each stage and each stratum h of it with n units out of N,
/// `m (1 - n/N) n/(n - 1) Σ (zᵤ - z̄)²`. The sum runs over the totals zᵤ of the units u of the
/// stratum, and m is the product of n/N over the stages above (1 at the first stage). So a later
/// stage counts only as far as the stages above have a finite population.
///
/// The rows of a ``subpopulation(where:)`` are the only ones that count, but all units stay in the
/// design: a unit without rows in it is a unit with the total 0.
///
/// Rows with weight 0 keep their unit in the design. Their values are never read, so they may be
/// anything.
///
/// All numbers agree with the package survey of R (`svydesign`, `svymean`, `svytotal`, `svyratio`,
/// `svyby`), where the same options are chosen.
///
/// References: Cochran 1977, Sampling Techniques. Särndal, Swensson and Wretman 1992, Model
/// Assisted Survey Sampling. Lumley 2004, Analysis of complex survey samples.
public struct SurveyDesign: Sendable {
  /// The weight of each row; 0 outside the subpopulation.
  public let weights: [Double]

  /// The stages that add to the variance, and always the first one.
  let stages: [StageStructure]

  /// What was adjusted to known totals, in the order in which it was done.
  let adjustments: [any WeightAdjustment]

  let firstStage: SamplingStage
  let singletons: SingletonStrata

  /// How many rows have a weight above 0.
  public let observations: Int

  /// The number of first-stage units with weight minus the number of their strata.
  ///
  /// In a subpopulation only the units and strata count that hold a part of it. This is `degf` in
  /// R.
  public let degreesOfFreedom: Int

  /// The number of rows, those with weight 0 included.
  public var rowCount: Int { weights.count }

  /// Describes a sample.
  ///
  /// - Parameters:
  ///   - weights: how many people each row stands for.
  ///   - stages: the stages, the first one first; by default the rows are a simple random sample
  ///     from a population without end.
  ///   - singletons: what to do with strata that have a single sampled unit.
  ///   - variance: whether the stages after the first one count.
  /// - Throws: `StatisticsError.sampling` with a ``SamplingFault`` that names the column, the row
  ///   or the stratum; `.resultTooLarge` when the weights add up to infinity; `.sampleTooLarge`
  ///   beyond 2³¹ - 1 rows.
  public init(
    weights: SamplingWeights, stages: [SamplingStage] = [SamplingStage()],
    singletons: SingletonStrata = .refuse, variance: VarianceStages = .all
  ) throws(StatisticsError) {
    guard let first = stages.first else { throw .sampling(.noStages) }
    guard weights.values.count <= Int(Int32.max) else {
      throw .sampleTooLarge(
        .surveyDesign, limit: Int(Int32.max), given: weights.values.count)
    }
    var structures: [StageStructure] = []
    var above: (units: DenseCodes, taken: [Double])?
    for (index, stage) in stages.enumerated() {
      let structure = try StageStructure(
        stage, rows: weights.values.count, number: index + 1, singletons: singletons,
        above: above)
      structures.append(structure)
      // What lies below a stage without a finite population adds nothing.
      if variance == .ultimateClusters || structure.takenOfUnit.allSatisfy({ $0 == 0 }) { break }
      if index + 1 < stages.count { above = (structure.unitCodes, structure.takenOfUnit) }
    }
    try self.init(
      weights: weights.values, stages: structures, adjustments: [], firstStage: first,
      singletons: singletons)
  }

  init(
    weights: [Double], stages: [StageStructure], adjustments: [any WeightAdjustment],
    firstStage: SamplingStage, singletons: SingletonStrata
  ) throws(StatisticsError) {
    self.weights = weights
    self.stages = stages
    self.adjustments = adjustments
    self.firstStage = firstStage
    self.singletons = singletons
    var sum = 0.0
    var observations = 0
    for weight in weights where weight > 0 {
      sum += weight
      observations += 1
    }
    guard observations > 0 else { throw .noWeight(.surveyDesign) }
    guard sum.isFinite else { throw .resultTooLarge(.surveyDesign) }
    self.observations = observations
    let first = stages[0]
    var units = [Bool](repeating: false, count: first.unitCount)
    var strata = [Bool](repeating: false, count: first.strataCount)
    var free = 0
    for row in weights.indices where weights[row] > 0 {
      let unit = first.unit(ofRow: row)
      if units[unit] { continue }
      units[unit] = true
      free += 1
      let stratum = Int(first.stratumOfUnit[unit])
      if !strata[stratum] { free -= 1 }
      strata[stratum] = true
    }
    degreesOfFreedom = free
  }

  /// The same sample, looked at for a part of the population only.
  ///
  /// No unit leaves the design: rows outside get the weight 0. Leaving the rows out of the data
  /// instead would lose units and so misjudge the standard errors. A subpopulation is also the way
  /// to leave out missing values: choose the rows that have a value.
  ///
  /// - Parameter belongs: for each row, whether it belongs to the part.
  /// - Returns: the design for the part.
  /// - Throws: `StatisticsError.sampling` when the number of rows differs; `.noWeight` when nothing
  ///   belongs to the part.
  public func subpopulation(where belongs: [Bool]) throws(StatisticsError) -> SurveyDesign {
    try checkRows(belongs.count, "values that tell who belongs")
    return try SurveyDesign(
      weights: weights.indices.map { belongs[$0] ? weights[$0] : 0 }, stages: stages,
      adjustments: adjustments, firstStage: firstStage, singletons: singletons)
  }

  func checkRows(_ count: Int, _ column: String) throws(StatisticsError) {
    guard count == rowCount else {
      throw .sampling(.rowsDiffer(column: column, rows: rowCount, given: count))
    }
  }

  /// Lets values through that are finite wherever they count.
  func checkValues(_ values: [Double]) throws(StatisticsError) {
    try checkRows(values.count, "values")
    for row in values.indices where weights[row] > 0 && !values[row].isFinite {
      throw values[row].isNaN ? .notANumber(position: row + 1) : .infinite(position: row + 1)
    }
  }

  /// Lets codes from 0 up to, not including, the limit through, wherever they count.
  func checkCodes(
    _ codes: [Int], limit: Int, _ option: String
  ) throws(StatisticsError) {
    try checkRows(codes.count, "codes")
    guard limit > 0 else {
      throw .optionOutOfRange(option: option, range: "above 0", Double(limit))
    }
    for row in codes.indices where weights[row] > 0 && !(codes[row] >= 0 && codes[row] < limit) {
      throw .sampling(.codeOutOfRange(position: row + 1, limit: limit))
    }
  }
}

/// A stage of a design, checked and renumbered: which unit each row belongs to, and how much the
/// squares of each stratum weigh in the variance.
struct StageStructure: Sendable {
  /// The unit of each row; nil when each row is a unit.
  let unitOfRow: [Int32]?

  /// The stratum of each unit.
  let stratumOfUnit: [Int32]

  /// How many units were sampled in each stratum, those with weight 0 included.
  let sampled: [Double]

  /// The first row of each stratum.
  let firstRows: [Int32]

  /// The share of its population that each stratum took, 0 for no end.
  let fraction: [Double]

  /// What the sum of squares of a stratum is multiplied with.
  let scale: [Double]

  /// What the sum of a stratum is multiplied with to get the centre of its squares: 1/n, and 0
  /// where the centre is 0.
  let centring: [Double]

  /// The share that the stages above and this one took of the population, for each unit.
  let takenOfUnit: [Double]

  /// Whether any stratum adds to the variance.
  var counts: Bool { scale.contains { $0 > 0 } }

  var unitCount: Int { stratumOfUnit.count }
  var strataCount: Int { sampled.count }

  func unit(ofRow row: Int) -> Int {
    unitOfRow.map { Int($0[row]) } ?? row
  }
}

extension StageStructure {
  /// Checks a stage and puts it below another one.
  ///
  /// Above are the units of the stage above, with the share of the population that they and their
  /// own stages above took; nil at the first stage.
  init(
    _ stage: SamplingStage, rows: Int, number: Int, singletons: SingletonStrata,
    above: (units: DenseCodes, taken: [Double])?
  ) throws(StatisticsError) {
    try Self.check(stage, rows: rows)
    let strata = DenseCodes(stage.strata, within: above?.units ?? DenseCodes(allOf: rows))
    let units =
      stage.clusters == nil
      ? DenseCodes(eachOf: rows) : DenseCodes(stage.clusters, within: strata)
    if above == nil, !stage.clustersRestart, let clusters = stage.clusters {
      try Self.checkNesting(clusters, units: units)
    }
    stratumOfUnit = units.firstRows.map { strata.numbers[Int($0)] }
    unitOfRow = units.count == rows && stage.clusters == nil ? nil : units.numbers
    firstRows = strata.firstRows

    var counts = [Int](repeating: 0, count: strata.count)
    for stratum in stratumOfUnit { counts[Int(stratum)] += 1 }
    sampled = counts.map(Double.init)
    let sizes = try Self.sizes(stage, number, strata: strata, sampled: counts)

    var scale: [Double] = []
    var centring: [Double] = []
    var fraction: [Double] = []
    for stratum in 0..<strata.count {
      let (n, first) = (sampled[stratum], Int(strata.firstRows[stratum]))
      guard sizes[stratum] >= n else {
        throw .sampling(
          .populationTooSmall(stratum: stage.stratumName(row: first, stage: number), stage: number))
      }
      let outer = above.map { $0.taken[Int($0.units.numbers[first])] } ?? 1
      let left = sizes[stratum].isInfinite ? 1 : (sizes[stratum] - n) / sizes[stratum]
      let share = outer * left
      fraction.append(n / sizes[stratum])
      if n > 1 {
        scale.append(share * n / (n - 1))
        centring.append(1 / n)
      } else if share > 0 {
        try Self.checkSingleton(stage, first, number, singletons)
        scale.append(singletons == .certainty ? 0 : share)
        centring.append(0)
      } else {
        scale.append(0)
        centring.append(0)
      }
    }
    (self.scale, self.centring, self.fraction) = (scale, centring, fraction)
    let strataOfUnits = stratumOfUnit
    takenOfUnit = units.firstRows.indices.map { unit in
      let outer = above.map { $0.taken[Int($0.units.numbers[Int(units.firstRows[unit])])] } ?? 1
      return outer * fraction[Int(strataOfUnits[unit])]
    }
  }

  /// The units as codes, for the stage below.
  var unitCodes: DenseCodes {
    guard let unitOfRow else { return DenseCodes(eachOf: stratumOfUnit.count) }
    return DenseCodes(unitOfRow.map(Int.init))
  }

  private static func check(_ stage: SamplingStage, rows: Int) throws(StatisticsError) {
    let columns: [(String, Int?)] = [
      ("strata codes", stage.strata?.count), ("cluster codes", stage.clusters?.count),
      ("population sizes", stage.population.rowCount),
    ]
    for case (let name, let count?) in columns where count != rows {
      throw .sampling(.rowsDiffer(column: name, rows: rows, given: count))
    }
  }

  /// Each cluster number may occur in one unit only, that is in one stratum.
  private static func checkNesting(
    _ clusters: [Int], units: DenseCodes
  ) throws(StatisticsError) {
    let plain = DenseCodes(clusters)
    guard plain.count < units.count else { return }
    var unitOfCluster = [Int32](repeating: -1, count: plain.count)
    for row in clusters.indices {
      let cluster = Int(plain.numbers[row])
      if unitOfCluster[cluster] < 0 { unitOfCluster[cluster] = units.numbers[row] }
      guard unitOfCluster[cluster] == units.numbers[row] else {
        throw .sampling(.clusterInTwoStrata(position: row + 1))
      }
    }
  }

  private static func sizes(
    _ stage: SamplingStage, _ number: Int, strata: DenseCodes, sampled: [Int]
  ) throws(StatisticsError) -> [Double] {
    var sizes: [Double] = []
    for stratum in 0..<strata.count {
      sizes.append(
        try stage.population.size(
          row: Int(strata.firstRows[stratum]), sampled: sampled[stratum], stage: number))
    }
    guard stage.population.rowCount != nil else { return sizes }
    for row in strata.numbers.indices {
      let stratum = Int(strata.numbers[row])
      let size = try stage.population.size(row: row, sampled: sampled[stratum], stage: number)
      guard size == sizes[stratum] else {
        throw .sampling(.populationVaries(position: row + 1, stage: number))
      }
    }
    return sizes
  }

  private static func checkSingleton(
    _ stage: SamplingStage, _ row: Int, _ number: Int, _ singletons: SingletonStrata
  ) throws(StatisticsError) {
    guard singletons == .refuse else { return }
    if number == 1, stage.strata == nil { throw .sampling(.singleUnit) }
    throw .sampling(.singleton(stratum: stage.stratumName(row: row, stage: number), stage: number))
  }
}

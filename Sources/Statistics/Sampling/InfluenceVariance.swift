/// Accumulators for the variance of influence values, used again from domain to domain so that a
/// small domain costs no more than its own rows.
struct InfluenceVariance {
  private var unitSum: [Double]
  private var unitSeen: [Bool]
  private var units: [Int32] = []
  private var centre: [Double]
  private var count: [Int32]
  private var squares: [Double]
  private var strata: [Int32] = []

  /// The first-stage units and strata that the last rows lay in.
  private(set) var unitsMet = 0
  private(set) var strataMet = 0

  init(_ stages: [StageStructure]) {
    let unitCount = stages.map { $0.unitOfRow == nil ? 0 : $0.unitCount }.max() ?? 0
    let strataCount = stages.map(\.strataCount).max() ?? 0
    unitSum = Array(repeating: 0, count: unitCount)
    unitSeen = Array(repeating: false, count: unitCount)
    centre = Array(repeating: 0, count: strataCount)
    count = Array(repeating: 0, count: strataCount)
    squares = Array(repeating: 0, count: strataCount)
  }

  var degreesOfFreedom: Int { unitsMet - strataMet }

  /// The variance of the total of the influence values z of these rows, all others being 0.
  mutating func variance(
    of z: [Double], rows: ArraySlice<Int32>, _ stages: [StageStructure]
  ) -> Double {
    var sum = PreciseSum()
    for (number, stage) in stages.enumerated() where number == 0 || stage.counts {
      let part: PreciseSum
      if let unitOfRow = stage.unitOfRow {
        collect(z, rows, unitOfRow)
        if number == 0 { unitsMet = units.count }
        part = squares(
          of: units.map { unitSum[Int($0)] }, units: units[...], stage, isFirst: number == 0)
        for unit in units { (unitSum[Int(unit)], unitSeen[Int(unit)]) = (0, false) }
        units.removeAll(keepingCapacity: true)
      } else {
        if number == 0 { unitsMet = rows.count }
        part = squares(of: z, units: rows, stage, isFirst: number == 0)
      }
      sum.add(part)
    }
    return sum.value
  }

  private mutating func collect(
    _ z: [Double], _ rows: ArraySlice<Int32>, _ unitOfRow: [Int32]
  ) {
    for (place, row) in rows.enumerated() {
      let unit = unitOfRow[Int(row)]
      if !unitSeen[Int(unit)] {
        unitSeen[Int(unit)] = true
        units.append(unit)
      }
      unitSum[Int(unit)] += z[place]
    }
  }

  /// The weighted sums of squares around the centres of the strata. Two passes, so that nothing
  /// cancels; the units that are not among these have the total 0.
  private mutating func squares(
    of totals: [Double], units: ArraySlice<Int32>, _ stage: StageStructure, isFirst: Bool
  ) -> PreciseSum {
    for (place, unit) in units.enumerated() {
      let stratum = Int(stage.stratumOfUnit[Int(unit)])
      if count[stratum] == 0 { strata.append(Int32(stratum)) }
      count[stratum] += 1
      centre[stratum] += totals[place]
    }
    for stratum in strata { centre[Int(stratum)] *= stage.centring[Int(stratum)] }
    for (place, unit) in units.enumerated() {
      let stratum = Int(stage.stratumOfUnit[Int(unit)])
      let distance = totals[place] - centre[stratum]
      squares[stratum] += distance * distance
    }
    var sum = PreciseSum()
    for stratum in strata.lazy.map(Int.init) {
      let others = stage.sampled[stratum] - Double(count[stratum])
      let all = squares[stratum] + others * centre[stratum] * centre[stratum]
      sum.add(stage.scale[stratum], times: all)
      (centre[stratum], count[stratum], squares[stratum]) = (0, 0, 0)
    }
    if isFirst { strataMet = strata.count }
    strata.removeAll(keepingCapacity: true)
    return sum
  }
}

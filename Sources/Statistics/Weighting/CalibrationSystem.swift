/// The equations of a calibration and their solution.
///
/// The multipliers minimise a convex function, whose gradient is the sum that the weights give
/// minus the totals. So Newton's method with an exact line search finds them from anywhere, if
/// there are any.
struct CalibrationSystem {
  /// The weights for the multipliers found so far.
  private(set) var weights: [Double]

  private let base: [Double]
  private let method: CalibrationMethod

  /// For each respondent the columns that are not 0, with their values.
  private let rows: [[(column: Int, value: Double)]]
  private let targets: [Double]

  /// What a difference of each column is divided by.
  private let scales: [Double]
  private let names: [String]

  init(
    _ base: [Double], margins: [Margin], targets: [[Double]], variables: [CalibrationVariable],
    method: CalibrationMethod
  ) {
    var rows = [[(column: Int, value: Double)]](repeating: [], count: base.count)
    var (totals, names): ([Double], [String]) = ([], [])
    for (margin, target) in zip(margins, targets) {
      for (row, code) in margin.codes.enumerated() where target[code] > 0 {
        rows[row].append((totals.count + code, 1))
      }
      totals += target
      names += margin.labels.map { "the category “\($0)” of the margin “\(margin.name)”" }
    }
    for variable in variables {
      // Columns of like size keep the equations well conditioned; a power of two is exact.
      let power = WeightCheck.power(variable.values.map(abs).max() ?? 1)
      for (row, value) in variable.values.enumerated() where value != 0 {
        rows[row].append((totals.count, value / power))
      }
      totals.append(variable.total / power)
      names.append("the variable “\(variable.name)”")
    }
    self.base = base
    self.method = method
    self.rows = rows
    self.targets = totals
    self.names = names
    weights = base
    var sizes = [Double](repeating: 0, count: totals.count)
    for (row, entries) in rows.enumerated() {
      for (column, value) in entries { sizes[column] += base[row] * abs(value) }
    }
    scales = zip(totals, sizes).map { total, size in
      let scale = total == 0 ? size : abs(total)
      return scale == 0 ? 1 : scale
    }
  }

  /// Finds the multipliers.
  ///
  /// A solution is near after a few rounds, or there is none. So the search ends early when the
  /// largest difference has hardly fallen for a while.
  ///
  /// - Returns: the number of rounds.
  mutating func solve(tolerance: Double, maximumRounds: Int) throws(StatisticsError) -> Int {
    var multipliers = [Double](repeating: 0, count: targets.count)
    var slopes = base
    var missing = try evaluate(multipliers, &weights, &slopes)
    var worst = worstDifference(missing)
    var (best, bestRound, round) = (worst.difference, 0, 0)
    while !(worst.difference <= tolerance) {
      guard round < maximumRounds, round - bestRound < Self.patience else {
        throw .weighting(
          .notReached(target: worst.name, rounds: round, difference: worst.difference))
      }
      let direction = try self.direction(missing, slopes)
      let step = try stepLength(from: multipliers, along: direction)
      for column in multipliers.indices { multipliers[column] += step * direction[column] }
      missing = try evaluate(multipliers, &weights, &slopes)
      worst = worstDifference(missing)
      round += 1
      if worst.difference < 0.9 * best { (best, bestRound) = (worst.difference, round) }
    }
    return round
  }

  private static let patience = 15

  /// Computes weights and their slopes, and gives what is missing to each total.
  private func evaluate(
    _ multipliers: [Double], _ weights: inout [Double], _ slopes: inout [Double]
  ) throws(StatisticsError) -> [Double] {
    var sums = [PreciseSum](repeating: PreciseSum(), count: targets.count)
    for (row, entries) in rows.enumerated() {
      var u = 0.0
      for (column, value) in entries { u += multipliers[column] * value }
      let factor = try method.factor(u)
      // Without a weight before there is none after, also where the factor is infinite.
      weights[row] = base[row] == 0 ? 0 : base[row] * factor.value
      slopes[row] = base[row] == 0 ? 0 : base[row] * factor.slope
      for (column, value) in entries { sums[column].add(weights[row], times: value) }
    }
    return zip(targets, sums).map { $0 - $1.value }
  }

  private func worstDifference(_ missing: [Double]) -> (difference: Double, name: String) {
    var (worst, name) = (0.0, "")
    for column in missing.indices {
      let relative = abs(missing[column]) / scales[column]
      // Infinite weights leave no number.
      let difference = relative.isNaN ? .infinity : relative
      if difference > worst { (worst, name) = (difference, names[column]) }
    }
    return (worst, name)
  }

  /// The Newton step, or the plain gradient where the step does not point downhill.
  private func direction(
    _ missing: [Double], _ slopes: [Double]
  ) throws(StatisticsError) -> [Double] {
    var matrix = Matrix(rows: missing.count, columns: missing.count)
    for (row, entries) in rows.enumerated() where slopes[row] > 0 {
      for (one, first) in entries {
        for (other, second) in entries where other >= one {
          matrix[one, other] += slopes[row] * first * second
        }
      }
    }
    for one in missing.indices {
      for other in 0..<one { matrix[one, other] = matrix[other, one] }
    }
    let step = try SymmetricSystem(matrix).solve(missing)
    let slope = zip(step, missing).reduce(0) { $0 + $1.0 * $1.1 }
    let length = zip(missing, missing).reduce(0) { $0 + $1.0 * $1.1 }.squareRoot()
    let stepLength = zip(step, step).reduce(0) { $0 + $1.0 * $1.1 }.squareRoot()
    if slope > 1e-8 * length * stepLength { return step }
    return missing.map { $0 / max(length, 1e-300) }
  }

  /// How far to go: the whole way where that does not go uphill at its end, else to the bottom.
  private func stepLength(
    from start: [Double], along direction: [Double]
  ) throws(StatisticsError) -> Double {
    var (weights, slopes) = (weights, base)
    // The slope of the convex function at a share of the way; it rises along the way.
    func slope(_ share: Double) throws(StatisticsError) -> Double {
      let place = zip(start, direction).map { $0 + share * $1 }
      let missing = try evaluate(place, &weights, &slopes)
      let value = -zip(missing, direction).reduce(0) { $0 + $1.0 * $1.1 }
      return value.isFinite ? value : .infinity
    }
    var (low, high) = (0.0, 1.0)
    let (before, after) = try (slope(0), slope(1))
    if after <= abs(before) * 0.5 {
      guard after < 0.5 * before else { return 1 }
      // Still steep downhill: the bottom is further away, or nowhere.
      while try slope(2 * high) < 0 {
        high *= 2
        if high > 0x1p40 { return high }
      }
      return high
    }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let value = try slope(middle)
      if abs(value) <= 0.1 * abs(before) { return middle }
      if value < 0 { low = middle } else { high = middle }
    }
    return low
  }
}

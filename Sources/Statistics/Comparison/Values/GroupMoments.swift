/// The count, mean and spread of a group of values.
struct GroupMoments {
  let count: Double
  let mean: Double
  /// `Σ (xᵢ - x̄)²`.
  let squares: Double

  /// `Σ (xᵢ - x̄)² / (n - 1)`; 0 for a single value.
  var variance: Double { count > 1 ? squares / (count - 1) : 0 }

  init(of values: [Double]) {
    let moments = Moments(of: values)
    count = Double(values.count)
    mean = moments.mean
    squares = moments.variance(over: 1)
  }

  /// Checks groups and takes their moments.
  static func all(
    _ groups: [[Double]], for name: StatisticName, needs needed: Int
  ) throws(StatisticsError) -> [GroupMoments] {
    try GroupCheck.values(groups, for: name, needs: needed)
    var moments: [GroupMoments] = []
    for group in groups {
      let found = GroupMoments(of: group)
      guard found.mean.isFinite, found.squares.isFinite else { throw .resultTooLarge(name) }
      moments.append(found)
    }
    return moments
  }
}

/// The refusals that all comparisons of groups of values share.
enum GroupCheck {
  static func values(
    _ groups: [[Double]], for name: StatisticName, needs needed: Int
  ) throws(StatisticsError) {
    for (index, group) in groups.enumerated() {
      guard group.count >= needed else {
        throw .groupTooSmall(name, group: index + 1, needed: needed, given: group.count)
      }
      try Check.sample(group, for: name)
    }
  }
}

/// Values that belong together in pairs.
enum PairedValues {
  /// First minus second, pair by pair.
  static func differences(
    _ first: [Double], _ second: [Double], for name: StatisticName
  ) throws(StatisticsError) -> [Double] {
    guard first.count == second.count else {
      throw .lengthsDiffer(name, first: first.count, second: second.count)
    }
    try Check.sample(first, for: name)
    try Check.sample(second, for: name)
    let differences = zip(first, second).map { $0 - $1 }
    guard differences.allSatisfy(\.isFinite) else { throw .resultTooLarge(name) }
    return differences
  }
}

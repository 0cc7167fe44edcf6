extension Check {
  /// Lets groups through that hold enough values each and only finite ones.
  static func groups(
    _ groups: [[Double]], for statistic: StatisticName, needs needed: Int
  ) throws(StatisticsError) {
    for (index, group) in groups.enumerated() {
      for (place, value) in group.enumerated() where !value.isFinite {
        throw .values(
          value.isNaN
            ? .notANumber(group: index + 1, position: place + 1)
            : .infinite(group: index + 1, position: place + 1))
      }
      guard group.count >= needed else {
        throw .groupTooSmall(statistic, group: index + 1, needed: needed, given: group.count)
      }
    }
  }

  /// Lets two samples through whose values belong together in pairs.
  static func pairedValues(
    _ first: [Double], _ second: [Double], for statistic: StatisticName, needs needed: Int
  ) throws(StatisticsError) {
    guard first.count == second.count else {
      throw .lengthsDiffer(statistic, first: first.count, second: second.count)
    }
    guard !first.isEmpty else { throw .emptySample(statistic) }
    guard first.count >= needed else {
      throw .sampleTooSmall(statistic, needed: needed, given: first.count)
    }
    try groups([first, second], for: statistic, needs: needed)
  }

  /// Lets a reference value through that values can be compared with.
  static func reference(_ value: Double, _ option: String) throws(StatisticsError) {
    guard value.isFinite else {
      throw .optionOutOfRange(option: option, range: "among the finite numbers", value)
    }
  }

  /// Lets a computed number through that fits into a floating-point number.
  static func finite(
    _ value: Double, _ statistic: StatisticName
  ) throws(StatisticsError) -> Double {
    guard value.isFinite else { throw .resultTooLarge(statistic) }
    return value
  }
}

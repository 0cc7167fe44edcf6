/// The refusals that several statistics share. Each check hands back what it let through.
enum Check {
  static func confidence(_ level: Double) throws(StatisticsError) -> Double {
    // Written so that not-a-number fails too.
    guard level > 0, level < 1 else { throw .confidenceOutOfRange(level) }
    return level
  }

  static func share(_ share: Double) throws(StatisticsError) -> Double {
    guard share >= 0, share <= 1 else { throw .shareOutOfRange(share) }
    return share
  }

  static func count(_ count: Int, _ kind: CountKind) throws(StatisticsError) {
    guard count >= 0 else { throw .negativeCount(kind, count) }
  }

  static func part(
    _ part: Int, _ partKind: CountKind, of whole: Int, _ wholeKind: CountKind
  ) throws(StatisticsError) {
    try count(part, partKind)
    guard part <= whole else {
      throw .partExceedsWhole(part: partKind, part, whole: wholeKind, whole)
    }
  }

  /// Lets a sample through that has values and only finite ones.
  static func sample(
    _ sample: [Double], for statistic: StatisticName, needs needed: Int = 1
  ) throws(StatisticsError) {
    guard !sample.isEmpty else { throw .emptySample(statistic) }
    for (index, value) in sample.enumerated() where !value.isFinite {
      throw value.isNaN ? .notANumber(position: index + 1) : .infinite(position: index + 1)
    }
    guard sample.count >= needed else {
      throw .sampleTooSmall(statistic, needed: needed, given: sample.count)
    }
  }
}

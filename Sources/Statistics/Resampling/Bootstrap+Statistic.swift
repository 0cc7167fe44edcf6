extension Bootstrap {
  /// A statistic of a sample.
  public struct Statistic: Sendable {
    enum Kind: Sendable {
      case mean, median
      case other(@Sendable ([Double]) throws(StatisticsError) -> Double)
    }

    let name: StatisticName
    let kind: Kind

    /// The mean, computed without copying the resample.
    public static let mean = Statistic(name: .mean, kind: .mean)

    /// The median, computed by counting instead of sorting the resample.
    public static let median = Statistic(name: .median, kind: .median)

    /// Any statistic.
    ///
    /// - Parameters:
    ///   - name: the name in a refusal, after "the".
    ///   - compute: computes the statistic of a resample. Called from several threads; must not
    ///     depend on the order of the values. What it throws ends the bootstrap.
    public init(
      _ name: String,
      _ compute: @escaping @Sendable ([Double]) throws(StatisticsError) -> Double
    ) {
      self.init(name: StatisticName(name), kind: .other(compute))
    }

    private init(name: StatisticName, kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }
}

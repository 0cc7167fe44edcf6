/// What becomes of the weight that trimming cuts off.
public enum TrimmedWeight: String, Hashable, Sendable, CaseIterable {
  /// It goes to the other respondents in proportion to their weights, so that their weights keep
  /// their ratios.
  case inProportion

  /// It goes to the other respondents in equal parts, as R's `trimWeights` does it.
  case inEqualParts
}

/// Weights after trimming.
public struct TrimmedWeights: Hashable, Sendable {
  /// The weight of each respondent, in the order they were given.
  public let weights: SamplingWeights

  /// The largest weight that was allowed.
  public let limit: Double

  /// How many weights ended at the limit.
  public let trimmed: Int

  /// How many rounds it took until no weight was above the limit.
  public let rounds: Int
}

extension Weighting {
  /// Cuts large weights and gives what is cut off to the other respondents.
  ///
  /// Weights above the limit become equal to it. That can lift others above the limit; then they
  /// are cut as well, until none is above. The sum of the weights stays. Weights of 0 stay 0. The
  /// limit is set once, from the weights as given.
  ///
  /// Trimmed weights miss the margins they met before; to keep the margins use the limit of
  /// ``rake(_:to:limit:tolerance:maximumRounds:)``.
  ///
  /// Reference: Potter 1990, A study of procedures to identify and trim extreme sampling weights.
  ///
  /// - Parameters:
  ///   - weights: the weights before.
  ///   - limit: the largest weight.
  ///   - redistribution: who gets what is cut off.
  /// - Returns: the weights, the limit, and how many weights were cut.
  /// - Throws: `StatisticsError`, see ``Weighting``; ``WeightingFault/limitBelowMean`` when the
  ///   limit is so low that the weight cut off finds no place.
  public static func trim(
    _ weights: SamplingWeights, to limit: WeightLimit,
    redistribution: TrimmedWeight = .inProportion
  ) throws(StatisticsError) -> TrimmedWeights {
    let allowed = try limit.value(for: weights)
    // A power of two near the largest weight, so that no sum overflows.
    let power = WeightCheck.power(weights.values.max() ?? 1)
    let limit = allowed / power
    var values = weights.values.map { $0 / power }
    let positive = values.indices.filter { values[$0] > 0 }
    let mean = Moments.mean(of: positive.map { values[$0] })
    guard mean <= limit * (1 + 1e-12) else { throw .weighting(.limitBelowMean) }
    var free = positive
    var rounds = 0
    while true {
      let above = free.filter { values[$0] > limit }
      if above.isEmpty { break }
      rounds += 1
      var (excess, rest) = (PreciseSum(), PreciseSum())
      for row in above {
        excess.add(values[row])
        excess.add(-limit)
        values[row] = limit
      }
      free = free.filter { values[$0] < limit }
      for row in free { rest.add(values[row]) }
      let growth = 1 + excess.value / rest.value
      let part = excess.value / Double(free.count)
      for row in free {
        values[row] = redistribution == .inProportion ? values[row] * growth : values[row] + part
      }
    }
    return TrimmedWeights(
      weights: try SamplingWeights(values.map { $0 * power }), limit: allowed,
      trimmed: rounds == 0 ? 0 : positive.filter { values[$0] == limit }.count, rounds: rounds)
  }
}

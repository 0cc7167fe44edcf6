/// Tests that compare a result with all results that chance could have made of the same values.
///
/// If nothing is the case, each value could as well have come from the other group, with the other
/// sign, or with another partner. The p value is the share of such rearrangements whose statistic
/// is at least as extreme as the one observed. No distribution of the values is assumed.
///
/// When there are at most ``exactLimit`` rearrangements, all are gone through and the p value is
/// exact (``TestResult/isExact``). Otherwise `permutations` of them are drawn at random, b of them
/// at least as extreme, and the p value is `(b + 1) / (permutations + 1)`: the observed arrangement
/// counts as one of them, so the p value is never 0 and never too small on average. The same
/// values, seed and number of permutations give the same p value for any number of threads.
///
/// A statistic within a relative 1e-12 of the observed one, by the scale of the values, counts as
/// equal to it, so that rounding does not break ties.
///
/// References: Fisher 1935, The design of experiments. Phipson and Smyth 2010, Permutation p-values
/// should never be zero.
public enum PermutationTest {
  /// The largest number of rearrangements that are all gone through.
  public static let exactLimit = 200_000

  /// How many of the rearrangements are as extreme as the observed one, and out of how many.
  struct Tally: Sendable {
    var extreme = 0
    var all = 0

    func pValue(isExact: Bool) -> Double {
      isExact ? Double(extreme) / Double(all) : Double(extreme + 1) / Double(all + 1)
    }
  }

  /// The comparison with the observed statistic, rounding forgiven.
  struct Bar: Sendable {
    private let alternative: Alternative
    private let observed: Double
    private let tolerance: Double

    /// Takes the observed statistic and a scale: a number that no statistic exceeds.
    init(_ observed: Double, scale: Double, _ alternative: Alternative) {
      self.alternative = alternative
      self.observed = observed
      tolerance = scale * 1e-12
    }

    @inline(__always)
    func isReached(by statistic: Double) -> Bool {
      switch alternative {
      case .twoSided: abs(statistic) >= abs(observed) - tolerance
      case .less: statistic <= observed + tolerance
      case .greater: statistic >= observed - tolerance
      }
    }
  }

  /// Draws permutations in blocks with their own random numbers. The function makes the next random
  /// arrangement out of the one before, and gives its statistic.
  static func drawn<State>(
    _ permutations: Int, seed: UInt64, _ bar: Bar, from start: State,
    _ next: @escaping @Sendable (inout State, inout RandomStream) -> Double
  ) throws(StatisticsError) -> Tally where State: Sendable {
    let size = 256
    let parts = try Parallel.map(blocks: (permutations + size - 1) / size) {
      block throws(StatisticsError) -> Tally in
      var random = RandomStream(seed: seed, stream: block)
      var state = start
      var tally = Tally()
      for _ in 0..<min(size, permutations - block * size) {
        if bar.isReached(by: next(&state, &random)) { tally.extreme += 1 }
        tally.all += 1
      }
      return tally
    }
    return parts.reduce(into: Tally()) {
      $0.extreme += $1.extreme
      $0.all += $1.all
    }
  }

  /// The values minus their mean, all divided by the largest: sums of them neither overflow nor
  /// lose the digits that the values have in common. Equal values give zeros.
  static func centred(_ values: [Double]) -> [Double] {
    let scale = values.reduce(0) { max($0, abs($1)) }
    guard scale > 0 else { return values }
    let parts = values.map { $0 / scale }
    if parts.allSatisfy({ $0 == parts[0] }) { return parts.map { _ in 0 } }
    let mean = PreciseSum(parts).value / Double(parts.count)
    return parts.map { $0 - mean }
  }
}

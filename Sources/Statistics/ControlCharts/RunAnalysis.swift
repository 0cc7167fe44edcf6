internal import CGSL

/// The runs of values on one side of a line, judged by the rules of Anhøj.
///
/// A run is a row of values on one side of the line; a crossing is a change of sides. Values on the
/// line itself are left out; the others are *useful*. If nothing but chance moves the values, a run
/// is seldom longer than `log2(n) + 3`, rounded, and there are seldom fewer crossings than the 5 %
/// point of the binomial distribution of n - 1 tosses of a coin, with n the useful values.
///
/// References: Anhøj and Olesen 2014, Run charts revisited. Anhøj 2015, Diagnostic value of run
/// chart analysis.
public struct RunAnalysis: Hashable, Sendable {
  /// The number of values that do not lie on the line.
  public let useful: Int

  /// The length of the longest run.
  public let longestRun: Int

  /// The longest run that chance explains; a longer one is a signal.
  public let longestRunLimit: Int

  /// How often the values change sides.
  public let crossings: Int

  /// The smallest number of crossings that chance explains; fewer are a signal.
  public let crossingsLimit: Int

  /// Whether a run is unusually long.
  public var hasLongRun: Bool { longestRun > longestRunLimit }

  /// Whether there are unusually few crossings.
  public var hasFewCrossings: Bool { crossings < crossingsLimit }

  /// The smallest number of useful values that the rules are made for.
  public static let fewestUseful = 10
}

extension RunAnalysis {
  /// Judges sides, or gives nil where fewer than 10 values are useful.
  init?(sides: [Side?]) throws(StatisticsError) {
    let useful = sides.compactMap { $0 }
    guard useful.count >= Self.fewestUseful else { return nil }
    self.useful = useful.count
    var (run, longest, crossings) = (1, 1, 0)
    for (before, now) in zip(useful, useful.dropFirst()) {
      if before == now { run += 1 } else { (run, crossings) = (1, crossings + 1) }
      longest = max(longest, run)
    }
    longestRun = longest
    self.crossings = crossings
    longestRunLimit = Self.longestRunLimit(useful.count)
    crossingsLimit = try Self.crossingsLimit(useful.count)
  }

  /// `log2(n) + 3`, rounded. The square of n decides about the half: no logarithm is rounded.
  static func longestRunLimit(_ n: Int) -> Int {
    let whole = n.bitWidth - 1 - n.leadingZeroBitCount
    let ratio = Double(n) / Double(1 << whole)
    return whole + (ratio * ratio >= 2 ? 1 : 0) + 3
  }

  /// The smallest k with `P(X <= k) >= 0.05` for n - 1 tosses of a coin.
  static func crossingsLimit(_ n: Int) throws(StatisticsError) -> Int {
    var (low, high) = (0, n - 1)
    while low < high {
      let middle = (low + high) / 2
      let tail = try GSL.plainValue(of: "binomial distribution") {
        gsl_cdf_binomial_P(UInt32(middle), 0.5, UInt32(n - 1))
      }
      if tail >= 0.05 { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The indices of the values in runs that are longer than chance explains.
  static func longRuns(_ sides: [Side?], longerThan limit: Int) -> [Int] {
    var (found, run, side): ([Int], [Int], Side?) = ([], [], nil)
    for (index, now) in sides.enumerated() {
      // A value on the line neither ends a run nor belongs to it.
      guard let now else { continue }
      if now != side {
        if run.count > limit { found += run }
        (run, side) = ([], now)
      }
      run.append(index)
    }
    return run.count > limit ? found + run : found
  }
}

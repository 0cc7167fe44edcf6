/// The shares of several groups of different people, drawn towards the share of all as far as chance alone may
/// have driven them apart.
///
/// The shares behind the groups are taken to vary as Beta(a, b) with mean `μ = a / (a + b)`, so that the counts
/// are beta-binomial with intraclass correlation `ρ = 1 / (a + b + 1)`. With k groups of sizes nᵢ, N together,
/// μ is the share of all and, by the method of moments,
/// `ρ = (X² - (k - 1)) / (N - Σ nᵢ² / N - (k - 1))`, where X² is Pearson's statistic of equal shares; not below
/// 0 and below 1. A group of x in n has the posterior mean `(a + x) / (a + b + n)`, which is
/// `μ + w (x / n - μ)` with `w = n ρ / (1 + (n - 1) ρ)`. Where the groups differ no more than chance makes
/// them, ρ is 0 and all have μ.
///
/// References: Kleinman 1973, Proportions with extraneous variance: single and independent samples. Efron and
/// Morris 1975, Data analysis using Stein's estimator and its generalizations.
public struct SharesOfGroups: Hashable, Sendable {
  /// Successes by group.
  let successes: [Int]
  /// Trials by group.
  let trials: [Int]
  /// The share of all groups together, 0 to 1.
  public let mean: Double
  /// How alike those of one group are, ρ: 0 where the groups differ no more than chance makes them, below 1.
  public let correlation: Double

  /// Takes the groups.
  ///
  /// - Parameter groups: successes and trials of at least two groups, each of at least one trial.
  /// - Throws: `StatisticsError.tooFewGroups`, `.negativeCount`, `.zeroCount` or `.partExceedsWhole`.
  public init(_ groups: [(successes: Int, trials: Int)]) throws(StatisticsError) {
    guard groups.count >= 2 else {
      throw .tooFewGroups(.shrinkage, needed: 2, given: groups.count)
    }
    for group in groups {
      try Check.count(group.trials, .trials)
      guard group.trials > 0 else { throw .zeroCount(.trials) }
      try Check.part(group.successes, .successes, of: group.trials, .trials)
    }
    (successes, trials) = (groups.map(\.successes), groups.map(\.trials))
    let all = Double(trials.reduce(0, +))
    let mean = Double(successes.reduce(0, +)) / all
    self.mean = mean
    guard mean > 0, mean < 1 else {
      correlation = 0
      return
    }
    let statistic = zip(successes, trials).reduce(0.0) { sum, group in
      let gap = Double(group.0) / Double(group.1) - mean
      return sum + Double(group.1) * gap * gap
    }
    let freedom = Double(groups.count - 1)
    let squares = trials.reduce(0.0) { $0 + Double($1) * Double($1) }
    let width = all - squares / all - freedom
    let found = width > 0 ? (statistic / (mean * (1 - mean)) - freedom) / width : 0
    correlation = min(max(found, 0), 1 - 0x1p-40)
  }

  /// The shares as they are.
  public var raw: [Double] { zip(successes, trials).map { Double($0) / Double($1) } }

  /// The shares, each drawn towards ``mean`` as far as its size leaves room for chance.
  public var shrunk: [Double] {
    zip(raw, trials).map { share, trials in
      let n = Double(trials)
      return mean + n * correlation / (1 + (n - 1) * correlation) * (share - mean)
    }
  }

  /// The ranks that each group may have, 1 for the highest share, all intervals right at once with the
  /// probability `confidence` or more.
  ///
  /// All pairs are tested (``ShareDifference``) and the p values adjusted by Holm's method. A group's best rank
  /// is 1 and the number of groups that are higher beyond chance; its worst is k without those that are lower.
  ///
  /// Reference: Al Mohamad, Goeman and van Zwet 2022, Simultaneous confidence intervals for ranks with
  /// application to ranking institutions.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: the ranks of each group, in the order of the groups.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.notComputed` if the numerical library gives up.
  public func rankIntervals(
    confidence: Double = 0.95
  ) throws(StatisticsError) -> [ClosedRange<Int>] {
    let level = try 1 - Check.confidence(confidence)
    let places = successes.indices.flatMap { a in
      successes.indices.filter { $0 > a }.map { (a, $0) }
    }
    var pValues: [Double] = []
    for (a, b) in places {
      pValues.append(
        try ShareDifference((successes[a], trials[a]), minus: (successes[b], trials[b])).pValue())
    }
    let adjusted = try MultipleTesting.holm(pValues)
    var (higher, lower) = (successes.map { _ in 0 }, successes.map { _ in 0 })
    let raw = raw
    for ((a, b), p) in zip(places, adjusted) where p <= level && raw[a] != raw[b] {
      let (above, below) = raw[a] > raw[b] ? (a, b) : (b, a)
      higher[below] += 1
      lower[above] += 1
    }
    return successes.indices.map { (1 + higher[$0])...(successes.count - lower[$0]) }
  }
}

extension StatisticName {
  static let shrinkage = StatisticName("shrinkage of shares")
}

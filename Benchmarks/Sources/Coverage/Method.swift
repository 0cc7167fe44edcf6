import Statistics

/// A way to an interval for the share of positive people in a group of which some answered.
struct Method: Sendable {
  let name: String

  /// Whether it knows that the group has an end.
  let isFinite: Bool

  /// The ends as shares, for N invited, n answered and x positive.
  let ends: @Sendable (Int, Int, Int, Double) throws -> (lower: Double, upper: Double)

  /// All methods; the first ones take the group for endless.
  static let all: [Method] = [
    endless("Wald (schoolbook)") { n, x, confidence in
      let z = try Constants.point(confidence)
      let p = Double(x) / Double(n)
      let half = z * (p * (1 - p) / Double(n)).squareRoot()
      return (max(0, p - half), min(1, p + half))
    },
    endless("Wilson") { n, x, confidence in
      try ends(
        ProportionInterval.wilson(successes: x, trials: n, confidence: confidence))
    },
    endless("Wilson, continuity corrected") { n, x, confidence in
      try ends(
        ProportionInterval.wilson(
          successes: x, trials: n, confidence: confidence, continuityCorrected: true))
    },
    endless("Agresti–Coull") { n, x, confidence in
      try ends(
        ProportionInterval.agrestiCoull(successes: x, trials: n, confidence: confidence))
    },
    endless("Jeffreys") { n, x, confidence in
      try ends(
        ProportionInterval.jeffreys(successes: x, trials: n, confidence: confidence))
    },
    endless("Clopper–Pearson") { n, x, confidence in
      try ends(
        ProportionInterval.clopperPearson(successes: x, trials: n, confidence: confidence))
    },
    Method(name: "Wilson with finite population correction", isFinite: true) {
      try ends(
        NearCensus(invited: $0, answered: $1, positive: $2).wilsonInterval(confidence: $3))
    },
    Method(name: "Exact, Blaker (`method: .blaker`)", isFinite: true) {
      try ends(
        NearCensus(invited: $0, answered: $1, positive: $2)
          .interval(confidence: $3, method: .blaker).shares)
    },
    Method(name: "Exact, central (the default)", isFinite: true) {
      try ends(
        NearCensus(invited: $0, answered: $1, positive: $2).interval(confidence: $3).shares)
    },
  ]

  private static func endless(
    _ name: String,
    _ ends: @escaping @Sendable (Int, Int, Double) throws -> (lower: Double, upper: Double)
  ) -> Method {
    Method(name: name, isFinite: false) { _, n, x, confidence in try ends(n, x, confidence) }
  }

  private static func ends(_ interval: Interval) -> (lower: Double, upper: Double) {
    (interval.lower, interval.upper)
  }
}

enum Constants {
  /// The two-sided normal point. The Wilson interval of 1 success of 1 is `1 / (1 + z²)` to 1.
  static func point(_ confidence: Double) throws -> Double {
    let lower = try ProportionInterval.wilson(successes: 1, trials: 1, confidence: confidence).lower
    return (1 / lower - 1).squareRoot()
  }

  /// Rounding of a share must not decide whether it is covered.
  static let hair = 1e-12

  static let sizes = 5...40
}

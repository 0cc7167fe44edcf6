/// Whether a number agrees with a printed one: at most half a unit of the last printed digit away,
/// with a hair's breadth for the rounding of the decimals themselves.
func agrees(_ value: Double, _ printed: Double, decimals: Int) -> Bool {
  var half = 0.5
  for _ in 0..<decimals { half /= 10 }
  return abs(value - printed) <= half * (1 + 1e-6) + 1e-15
}

/// Counts of a proportion, as an argument of a test.
struct Counts: Sendable, CustomStringConvertible {
  let successes: Int
  let trials: Int

  /// Every number of successes out of each of these numbers of trials.
  static let all: [Counts] = [1, 2, 5, 14, 20, 40].flatMap { trials in
    (0...trials).map { Counts(successes: $0, trials: trials) }
  }

  var description: String { "\(successes)/\(trials)" }
}

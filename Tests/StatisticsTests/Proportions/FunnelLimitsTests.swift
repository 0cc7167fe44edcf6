import Statistics
import Testing

@Suite struct FunnelLimitsTests {
  /// Of ten with θ = 1/2: F(1) = 11/1024, F(2) = 56/1024, P(2) = 45/1024; r = 2 and
  /// α = (56 - 25.6) / 45, so the lower limit is (2 - α) / 10.
  @Test("the exact limits of ten, worked out by hand") func byHand() throws {
    let limits = try FunnelLimits(trials: 10, share: 0.5)
    #expect(abs(limits.lower - (2 - 30.4 / 45) / 10) < 1e-12)
    #expect(abs(limits.upper - (1 - limits.lower)) < 1e-12)
    #expect(limits.side(of: 0.1) == -1)
    #expect(limits.side(of: 0.5) == 0)
    #expect(limits.side(of: 0.9) == 1)
  }

  /// The probabilities of all counts, summed one by one.
  private static func binomial(_ n: Int, _ share: Double) -> [Double] {
    var terms = [Double](repeating: 0, count: n + 1)
    terms[0] = 1
    for _ in 0..<n {
      for k in stride(from: n, through: 0, by: -1) {
        terms[k] = terms[k] * (1 - share) + (k > 0 ? terms[k - 1] * share : 0)
      }
    }
    return terms
  }

  @Test(
    "alike groups pass an exact limit no more often than promised",
    arguments: [1, 2, 5, 17, 80], [0.02, 0.3, 0.5, 0.9])
  func promise(n: Int, share: Double) throws {
    let terms = Self.binomial(n, share)
    for coverage in [0.95, 0.998] {
      let limits = try FunnelLimits(trials: n, share: share, coverage: coverage)
      #expect(limits.lower <= share && share <= limits.upper)
      func outside(_ isOutside: (Double) -> Bool) -> Double {
        terms.indices.reduce(0) { $0 + (isOutside(Double($1) / Double(n)) ? terms[$1] : 0) }
      }
      let tail = (1 - coverage) / 2 + 1e-12
      #expect(outside { $0 < limits.lower } <= tail)
      #expect(outside { $0 > limits.upper } <= tail)
    }
  }

  /// The formula as PHEindicatormethods writes it (sigma_adjustment), with z of 0.975 and 0.999.
  @Test(
    "the score limits are those of Public Health England",
    arguments: [(0.95, 1.959963984540054), (0.998, 3.090232306167813)])
  func publicHealthEngland(coverage: Double, z: Double) throws {
    for n in [20.0, 150, 2000] {
      for share in [0.1, 0.5, 0.83] {
        let first = share * (n / (z * z) + 1)
        let inner =
          64 * first * first
          - 64 * (1 / (z * z) + 1 / n) * share
          * (n * (share * (n / (z * z) + 2) - 1) + z * z * (share - 1))
        let last = 1 / (z * z) + 1 / n
        let half = inner.squareRoot() / 8
        let limits = try FunnelLimits(
          trials: Int(n), share: share, coverage: coverage, method: .score)
        #expect(abs(limits.lower - max(0, (first - half) / last / n)) < 1e-9)
        #expect(abs(limits.upper - min(1, (first + half) / last / n)) < 1e-9)
      }
    }
  }

  @Test("nobody or everybody has no funnel") func ends() throws {
    #expect(try FunnelLimits(trials: 5, share: 0).upper == 0)
    #expect(try FunnelLimits(trials: 5, share: 1).lower == 1)
  }

  @Test("what is no funnel is refused") func refusals() {
    #expect(throws: StatisticsError.zeroCount(.trials)) { try FunnelLimits(trials: 0, share: 0.5) }
    #expect(throws: StatisticsError.shareOutOfRange(1.5)) {
      try FunnelLimits(trials: 5, share: 1.5)
    }
    #expect(throws: StatisticsError.confidenceOutOfRange(1)) {
      try FunnelLimits(trials: 5, share: 0.5, coverage: 1)
    }
  }
}

/// Limits of groups that are a part of a finite whole.
@Suite struct FiniteFunnelLimitsTests {
  /// Of 4 drawn from 8 of whom 4 count: P(R = r) = C(4, r)² / 70 = 1, 16, 36, 16, 1 of 70. With p = 0.025 the
  /// smallest r with F(r) > p is 1, and α = (17 / 70 - 0.025) / (16 / 70) = 15.25 / 16.
  @Test("four of eight, worked out by hand") func byHand() throws {
    let limits = try FunnelLimits(trials: 4, of: 4, in: 8)
    #expect(abs(limits.lower - (1 - 15.25 / 16) / 4) < 1e-12)
    #expect(abs(limits.upper - (1 - limits.lower)) < 1e-12)
  }

  /// The probabilities of all counts from whole-number binomial coefficients.
  private static func hypergeometric(_ n: Int, _ successes: Int, _ all: Int) -> [Double] {
    func choose(_ n: Int, _ k: Int) -> Double {
      k < 0 || k > n ? 0 : (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    return (0...n).map {
      choose(successes, $0) * choose(all - successes, n - $0) / choose(all, n)
    }
  }

  @Test(
    "alike groups pass a limit no more often than promised, and it lies inside that of the long run",
    arguments: [1, 3, 8, 20, 39], [1, 7, 20, 36])
  func promise(n: Int, successes: Int) throws {
    let all = 40
    let terms = Self.hypergeometric(n, successes, all)
    for coverage in [0.95, 0.998] {
      let limits = try FunnelLimits(trials: n, of: successes, in: all, coverage: coverage)
      let share = Double(successes) / Double(all)
      #expect(limits.lower <= share && share <= limits.upper)
      func outside(_ isOutside: (Double) -> Bool) -> Double {
        terms.indices.reduce(0) { $0 + (isOutside(Double($1) / Double(n)) ? terms[$1] : 0) }
      }
      let tail = (1 - coverage) / 2 + 1e-12
      #expect(outside { $0 < limits.lower - 1e-12 } <= tail)
      #expect(outside { $0 > limits.upper + 1e-12 } <= tail)
      let long = try FunnelLimits(trials: n, share: share, coverage: coverage)
      #expect(limits.upper - limits.lower <= long.upper - long.lower + 1e-9)
    }
  }

  @Test("of a very large whole they are the binomial ones") func large() throws {
    let (finite, long) = try (
      FunnelLimits(trials: 25, of: 300_000, in: 1_000_000), FunnelLimits(trials: 25, share: 0.3)
    )
    #expect(abs(finite.lower - long.lower) < 1e-4)
    #expect(abs(finite.upper - long.upper) < 1e-4)
  }

  @Test("all of the whole lie where they are, and more are refused") func ends() throws {
    let all = try FunnelLimits(trials: 8, of: 3, in: 8)
    #expect(all.lower == 0.375 && all.upper == 0.375)
    #expect(throws: StatisticsError.partExceedsWhole(part: .trials, 9, whole: .trials, 8)) {
      try FunnelLimits(trials: 9, of: 3, in: 8)
    }
  }
}

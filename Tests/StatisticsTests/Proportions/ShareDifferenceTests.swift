import Statistics
import Testing

@Suite("Difference of two shares of different people")
struct ShareDifferenceTests {
  private static func choose(_ n: Int, _ k: Int) -> Double {
    k == 0 ? 1 : choose(n, k - 1) * Double(n - k + 1) / Double(k)
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  /// `P(X = x)` for each x, from the definition.
  private static func binomial(_ n: Int, _ share: Double) -> [Double] {
    (0...n).map { choose(n, $0) * power(share, $0) * power(1 - share, n - $0) }
  }

  /// Barnard 1945, A new test for 2 × 2 tables, Nature 156:177: 3 of 3 against 0 of 3 has the
  /// probability 1/64 on one side, ½⁶ at shares of ½ (Fisher's test gives 1/20). The same for any n.
  @Test("all against none", arguments: [3, 5, 8])
  func barnard(n: Int) throws {
    let p = try ShareDifference((n, n), minus: (0, n)).pValue()
    #expect(abs(p - 2 * Self.power(0.5, 2 * n)) < 1e-9)
    // Only this table is so far up: its probability is largest for (1+δ)/2 and (1-δ)/2, ((1+δ)/2)²ⁿ.
    let interval = try ShareDifference((n, n), minus: (0, n)).interval(confidence: 0.95)
    #expect(abs(Self.power((1 + interval.lower) / 2, 2 * n) - 0.025) < 1e-5)
    #expect(interval.upper == 1)
  }

  /// The order from `ProportionInterval.difference` itself, and the maximum over 1001 shares.
  @Test("ends agree with an enumeration", arguments: [(4, 4), (5, 3), (2, 6)])
  func enumeration(_ sizes: (n: Int, m: Int)) throws {
    let (n, m) = sizes
    func lower(_ x: Int, _ y: Int) throws -> Double {
      // Cut at -1 in the library: a larger group of the same shares would not be, but no p value here
      // rests on pairs that low.
      try ProportionInterval.difference((x, n), minus: (y, m)).lower
    }
    for x in 0...n {
      for y in 0...m where try lower(x, y) > -1 {
        var tail: [(Int, Int)] = []
        for i in 0...n {
          for j in 0...m {
            let isAsHigh = try (0...i).contains { k in
              try (j...m).contains { try lower(k, $0) >= lower(x, y) - 1e-9 }
            }
            if isAsHigh { tail.append((i, j)) }
          }
        }
        func largest(_ difference: Double) -> Double {
          (0...1000).map { step in
            let share = max(0, -difference) + Double(step) / 1000 * (1 - abs(difference))
            let (a, b) = (Self.binomial(n, share + difference), Self.binomial(m, share))
            return tail.reduce(0) { $0 + a[$1.0] * b[$1.1] }
          }.max() ?? 0
        }
        let interval = try ShareDifference((x, n), minus: (y, m)).interval(confidence: 0.9)
        if interval.lower > -1 {
          #expect(abs(largest(interval.lower) - 0.05) < 1e-4, "\(x)/\(n) \(y)/\(m)")
        } else {
          #expect(largest(-1) > 0.05 - 1e-4)
        }
      }
    }
  }

  @Test("the interval leaves 0 out exactly when p is at most 1 - confidence")
  func agreement() throws {
    for (n, m) in [(7, 9), (12, 12), (20, 5), (600, 40)] {
      for (x, y) in [(n, m), (n, m / 2), (n - 1, 1), (n / 2, m / 3), (1, m), (0, m - 1)] {
        let change = try ShareDifference((x, n), minus: (y, m))
        let p = try change.pValue()
        for confidence in [0.8, 0.95, 0.995] {
          let interval = try change.interval(confidence: confidence)
          #expect(
            interval.contains(0) == (p > 1 - confidence), "\(x)/\(n) \(y)/\(m) at \(confidence)")
        }
      }
    }
  }

  @Test("swapping the groups turns the interval round and keeps p; more confidence is wider")
  func symmetry() throws {
    for (x, n, y, m) in [(5, 8, 9, 11), (0, 6, 6, 6), (13, 13, 11, 13), (3, 5, 3, 5)] {
      let (ours, theirs) = (
        try ShareDifference((x, n), minus: (y, m)), try ShareDifference((y, m), minus: (x, n))
      )
      #expect(try ours.pValue() == theirs.pValue())
      let (a, b) = (try ours.interval(), try theirs.interval())
      #expect(a.lower == -b.upper && a.upper == -b.lower)
      #expect(a.contains(ours.difference))
      let wide = try ours.interval(confidence: 0.999)
      #expect(wide.lower <= a.lower && wide.upper >= a.upper)
      if x == n / 2 { #expect(try ours.pValue() == 1) }
    }
  }

  /// The true probability of a miss, on either side, over a grid of shares: at most half of 10 %.
  @Test("misses the true difference no more often than it says", arguments: [(6, 6), (5, 9)])
  func coverage(_ sizes: (n: Int, m: Int)) throws {
    let (n, m) = sizes
    var intervals: [[Interval]] = []
    for x in 0...n {
      intervals.append(
        try (0...m).map { try ShareDifference((x, n), minus: ($0, m)).interval(confidence: 0.9) })
    }
    for p in stride(from: 0.0, through: 1, by: 0.05) {
      for q in stride(from: 0.0, through: 1, by: 0.05) {
        let (a, b) = (Self.binomial(n, p), Self.binomial(m, q))
        var (above, below) = (0.0, 0.0)
        for x in 0...n {
          for y in 0...m {
            if intervals[x][y].lower > p - q + 1e-9 { above += a[x] * b[y] }
            if intervals[x][y].upper < p - q - 1e-9 { below += a[x] * b[y] }
          }
        }
        #expect(max(above, below) <= 0.05 + 1e-4, "\(p), \(q)")
      }
    }
  }

  /// Newcombe 1998, table II, method 10: 56/70 - 48/80 has 0.0524 to 0.3339. The exact interval is
  /// near it; ten times as many people take Newcombe's own.
  @Test func nearNewcombe() throws {
    let exact = try ShareDifference((56, 70), minus: (48, 80))
    #expect(exact.isExact)
    let interval = try exact.interval()
    #expect(abs(interval.lower - 0.0524) < 0.02 && abs(interval.upper - 0.3339) < 0.02)
    let large = try ShareDifference((560, 700), minus: (480, 800))
    #expect(!large.isExact)
    #expect(
      try large.interval() == ProportionInterval.difference((560, 700), minus: (480, 800)))
    #expect(try ShareDifference((350, 700), minus: (400, 800)).pValue() == 1)
  }

  @Test func refusals() {
    let refusals = [
      Refusal("the number of trials must be at least 1; 0 was given") {
        try ShareDifference((0, 0), minus: (1, 2))
      },
      Refusal("the number of successes, 3, is larger than the number of trials, 2") {
        try ShareDifference((1, 2), minus: (3, 2))
      },
      Refusal("the number of successes must not be negative; -1 was given") {
        try ShareDifference((-1, 2), minus: (1, 2))
      },
      Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
        try ShareDifference((1, 2), minus: (1, 2)).interval(confidence: 95)
      },
    ]
    for refusal in refusals { refusal.verify() }
  }
}

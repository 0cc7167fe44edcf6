import Statistics
import Testing

@Suite("Change of a share among the same people")
struct PairedShareDifferenceTests {
  /// Fagerland, Lydersen and Laake 2013, table 2: 1 and 7 of 21 changed, exact p 0.0703. The others
  /// are binomial: 2 · ½⁶ and 2 · 7/128 … `2 P(X <= min)`.
  @Test(arguments: [
    (7, 1, 21, 0.0703), (6, 0, 20, 0.03125), (0, 6, 20, 0.03125), (3, 3, 9, 1), (0, 0, 12, 1),
    (8, 1, 9, 0.0390625),
  ])
  func pValues(_ row: (gained: Int, lost: Int, pairs: Int, p: Double)) throws {
    let change = try PairedShareDifference(gained: row.gained, lost: row.lost, of: row.pairs)
    #expect(abs(try change.pValue() - row.p) < 0.00005)
  }

  /// When nobody changed, at most 1 - 0.025^(1/n) of all do: `(1 - ψ)ⁿ = 0.025`.
  @Test func nobodyChanged() throws {
    let interval = try PairedShareDifference(gained: 0, lost: 0, of: 20).interval()
    var power = 1.0
    for _ in 0..<20 { power *= 1 - interval.upper }
    #expect(abs(power - 0.025) < 1e-12)
    #expect(interval.lower == -interval.upper)
  }

  @Test("agrees with McNemar's test, holds the change, and turns round")
  func agreement() throws {
    for pairs in [5, 9, 14] {
      for gained in 0...pairs {
        for lost in 0...(pairs - gained) {
          let change = try PairedShareDifference(gained: gained, lost: lost, of: pairs)
          let back = try PairedShareDifference(gained: lost, lost: gained, of: pairs)
          let p = try change.pValue()
          for confidence in [0.9, 0.97, 0.995] {
            let (interval, other) = (
              try change.interval(confidence: confidence), try back.interval(confidence: confidence)
            )
            #expect(interval.contains(0) == (p > 1 - confidence))
            #expect(interval.contains(change.difference))
            #expect(abs(interval.lower + other.upper) < 1e-12)
          }
        }
      }
    }
  }

  /// The true probability of a miss over a grid of shares that change to and from.
  @Test("misses the true difference no more often than it says", arguments: [5, 8, 12])
  func coverage(pairs: Int) throws {
    func choose(_ n: Int, _ k: Int) -> Double {
      k == 0 ? 1 : choose(n, k - 1) * Double(n - k + 1) / Double(k)
    }
    func power(_ base: Double, _ exponent: Int) -> Double {
      (0..<exponent).reduce(1) { product, _ in product * base }
    }
    var intervals: [[Interval]] = []
    for gained in 0...pairs {
      intervals.append(
        try (0...(pairs - gained)).map {
          try PairedShareDifference(gained: gained, lost: $0, of: pairs).interval()
        })
    }
    for p in stride(from: 0.0, through: 1, by: 0.1) {
      for q in stride(from: 0.0, through: 1 - p + 1e-9, by: 0.1) {
        var (above, below) = (0.0, 0.0)
        for gained in 0...pairs {
          for lost in 0...(pairs - gained) {
            let chance =
              choose(pairs, gained) * choose(pairs - gained, lost) * power(p, gained)
              * power(q, lost) * power(max(0, 1 - p - q), pairs - gained - lost)
            if intervals[gained][lost].lower > p - q + 1e-9 { above += chance }
            if intervals[gained][lost].upper < p - q - 1e-9 { below += chance }
          }
        }
        #expect(above <= 0.025 && below <= 0.025, "\(p), \(q)")
      }
    }
  }

  @Test func refusals() {
    let refusals = [
      Refusal("the number of pairs must be at least 1; 0 was given") {
        try PairedShareDifference(gained: 0, lost: 0, of: 0)
      },
      Refusal("the number of pairs with only the second, 4, is larger than the number of pairs, 3")
      {
        try PairedShareDifference(gained: 4, lost: 0, of: 3)
      },
      Refusal("the number of pairs with only the first, 2, is larger than the number of pairs, 1") {
        try PairedShareDifference(gained: 2, lost: 2, of: 3)
      },
      Refusal("the confidence level must lie strictly between 0 and 1; 1 was given") {
        try PairedShareDifference(gained: 1, lost: 1, of: 3).interval(confidence: 1)
      },
    ]
    for refusal in refusals { refusal.verify() }
  }
}

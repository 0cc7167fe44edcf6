import Statistics
import Testing

@Suite("Proportion intervals: properties")
struct ProportionPropertyTests {
  @Test("swapping successes and failures mirrors", arguments: ProportionMethod.allCases)
  func mirror(_ method: ProportionMethod) throws {
    for counts in Counts.all {
      let failures = counts.trials - counts.successes
      // The ends of the smaller share hold all digits; those of the larger one are 1 minus them.
      let few = try method(min(counts.successes, failures), counts.trials)
      let many = try method(max(counts.successes, failures), counts.trials)
      #expect(many.upper == 1 - few.lower, "\(counts)")
      #expect(counts.successes == failures || many.lower == 1 - few.upper, "\(counts)")
      #expect(abs(few.upper - (1 - many.lower)) <= 1.2e-16, "\(counts)")
    }
  }

  @Test("more confidence never makes it narrower", arguments: ProportionMethod.allCases)
  func monotone(_ method: ProportionMethod) throws {
    for counts in Counts.all {
      var inner: Interval?
      for confidence in [1e-9, 0.1, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 1 - 1e-12] {
        let outer = try method(counts.successes, counts.trials, confidence)
        #expect(outer.lower >= 0 && outer.upper <= 1, "\(counts)")
        if let inner {
          #expect(outer.lower <= inner.lower && inner.upper <= outer.upper, "\(counts)")
        }
        inner = outer
      }
    }
  }

  @Test("the observed share lies inside", arguments: ProportionMethod.allCases)
  func observed(_ method: ProportionMethod) throws {
    for counts in Counts.all {
      let interval = try method(counts.successes, counts.trials)
      #expect(interval.contains(Double(counts.successes) / Double(counts.trials)), "\(counts)")
    }
  }

  @Test("nothing and everything reach the edge exactly", arguments: ProportionMethod.allCases)
  func edges(_ method: ProportionMethod) throws {
    for trials in [1, 7, 20, 40, 100_000] {
      #expect(try method(0, trials).lower == 0)
      #expect(try method(trials, trials).upper == 1)
    }
  }

  @Test("Agresti–Coull is Wilson's centre and at least as wide", arguments: Counts.all)
  func agrestiCoullAroundWilson(_ counts: Counts) throws {
    let wilson = try ProportionMethod.wilson(counts.successes, counts.trials)
    let wide = try ProportionMethod.agrestiCoull(counts.successes, counts.trials)
    #expect(wide.lower <= wilson.lower + 1e-15 && wide.upper >= wilson.upper - 1e-15)
    if wide.lower > 0 && wide.upper < 1 {
      #expect(abs(wide.lower + wide.upper - wilson.lower - wilson.upper) < 1e-14)
    }
  }
}

@Suite("Proportion intervals: independent computation")
struct ProportionIndependentTests {
  /// z for 95 %: Abramowitz and Stegun 1964, table 26.5, with more digits from mpmath.
  private static let z = 1.959_963_984_540_054

  @Test("Wilson's ends solve the score equation", arguments: Counts.all)
  func score(_ counts: Counts) throws {
    let (x, n) = (Double(counts.successes), Double(counts.trials))
    let interval = try ProportionMethod.wilson(counts.successes, counts.trials)
    for p in [interval.lower, interval.upper] {
      let left = (x / n - p) * (x / n - p)
      #expect(abs(left - Self.z * Self.z * p * (1 - p) / n) < 1e-14)
    }
  }

  @Test("Clopper–Pearson's ends leave 2.5 % in each binomial tail", arguments: Counts.all)
  func tails(_ counts: Counts) throws {
    let (x, n) = (counts.successes, counts.trials)
    let interval = try ProportionMethod.clopperPearson(x, n)
    if x > 0 {
      let tail = Enumeration.binomialTail(from: x, trials: n, share: interval.lower)
      #expect(abs(tail - 0.025) < 1e-12)
    }
    if x < n {
      let tail = Enumeration.binomialTail(from: n - x, trials: n, share: 1 - interval.upper)
      #expect(abs(tail - 0.025) < 1e-12)
    }
  }

  @Test("Jeffreys' ends leave 2.5 % of the integrated posterior", arguments: Counts.all)
  func posterior(_ counts: Counts) throws {
    let (x, n) = (counts.successes, counts.trials)
    let interval = try ProportionMethod.jeffreys(x, n)
    if x > 0 {
      let tail = Enumeration.jeffreysTail(to: interval.lower, successes: x, trials: n)
      #expect(abs(tail - 0.025) < 1e-10)
    }
    if x < n {
      let tail = Enumeration.jeffreysTail(to: interval.upper, successes: x, trials: n)
      #expect(abs(tail - 0.975) < 1e-10)
    }
  }
}

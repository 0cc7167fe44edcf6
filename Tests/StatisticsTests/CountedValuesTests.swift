import Statistics
import Testing

/// A sample given by its different values is the sample with each written out.
struct CountedValuesTests {
  private static let values = [4.0, 1, 2.5, 4]
  private static let counts = [3, 2, 1, 4]
  private static let written = [4.0, 4, 4, 1, 1, 2.5, 4, 4, 4, 4]

  @Test func figuresAreThoseOfTheWholeSample() throws {
    let counted = try CountedValues(Self.values, counts: Self.counts)
    #expect(counted.values == [1, 2.5, 4] && counted.counts == [2, 1, 7] && counted.count == 10)
    #expect(try abs(counted.mean - Location.mean(of: Self.written)) < 1e-15)
    #expect(try abs(counted.variance - Location.variance(of: Self.written)) < 1e-14)
    let (own, whole) = try (counted.meanEstimate(), Location.meanEstimate(of: Self.written))
    #expect(abs(own.interval.lower - whole.interval.lower) < 1e-14)
    for p in [0, 0.1, 0.25, 0.5, 0.9, 1] {
      #expect(try counted.quantile(p) == Location.quantile(p, of: Self.written))
    }
  }

  /// Cochran 1977, section 2.6: the variance of the mean is s²/n (1 − n/N). With n = 10 of N = 40 the
  /// half width is √(3/4) of that without an end.
  @Test func populationsHaveEnds() throws {
    let counted = try CountedValues(Self.values, counts: Self.counts)
    let (open, closed) = try (counted.meanEstimate(), counted.meanEstimate(population: 40))
    let ratio =
      (closed.interval.upper - closed.value) / (open.interval.upper - open.value)
    #expect(abs(ratio - 0.75.squareRoot()) < 1e-12)
    let all = try counted.meanEstimate(population: 10)
    #expect(all.interval.lower == all.value && all.interval.upper == all.value)
    #expect(throws: StatisticsError.self) { try counted.meanEstimate(population: 9) }
    #expect(throws: StatisticsError.self) { try CountedValues([1, 2], counts: [0, 0]) }
    #expect(throws: StatisticsError.self) { try CountedValues([1, 2], counts: [1]) }
    #expect(throws: StatisticsError.self) { try CountedValues([1, 2], counts: [1, -1]) }
    #expect(throws: StatisticsError.self) { try counted.quantile(1.5) }
  }

  @Test func testsOfSummariesAreThoseOfTheSamples() throws {
    let (first, second) = ([4.0, 5, 3, 3, 4], [2.0, 3, 3, 1, 3, 2])
    func summary(_ sample: [Double]) throws -> SampleSummary {
      SampleSummary(
        count: sample.count, mean: try Location.mean(of: sample),
        variance: try Location.variance(of: sample))
    }
    let (own, whole) = try (
      TTest.welch(summary(first), summary(second)), TTest.welch(first, second)
    )
    #expect(abs(own.test.pValue - whole.test.pValue) < 1e-13)
    #expect(abs(own.difference.interval.lower - whole.difference.interval.lower) < 1e-13)
    let differences = zip(first, second).map { $0 - $1 }
    let (pairs, written) = try (
      TTest.paired(differences: summary(differences)), TTest.paired(first, Array(second.prefix(5)))
    )
    #expect(abs(pairs.test.pValue - written.test.pValue) < 1e-13)
    let flat = SampleSummary(count: 5, mean: 3, variance: 0)
    #expect(throws: StatisticsError.self) { try TTest.welch(flat, flat) }
    #expect(throws: StatisticsError.self) { try TTest.paired(differences: flat) }
    #expect(throws: StatisticsError.self) {
      try TTest.welch(SampleSummary(count: 1, mean: 3, variance: 0), flat)
    }
  }
}

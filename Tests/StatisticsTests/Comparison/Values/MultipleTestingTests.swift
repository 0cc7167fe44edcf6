import Statistics
import Testing

@Suite("Multiple testing")
struct MultipleTestingTests {
  /// The fifteen p values of Benjamini and Hochberg 1995, who reject four with theirs
  /// and three with Bonferroni's; the adjusted ones from R 4.2.2, `p.adjust`.
  @Test func published() throws {
    let p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1,
    ]
    let holm = [
      0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1,
    ]
    let rate = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571428571429, 0.0638571428571429, 0.0645,
      0.0765, 0.486, 0.581181818181818, 0.714875, 0.753230769230769, 0.813214285714286, 1,
    ]
    let adjusted = (
      try MultipleTesting.holm(p), try MultipleTesting.benjaminiHochberg(p)
    )
    for index in p.indices {
      #expect(ValueSamples.agree(adjusted.0[index], holm[index]))
      #expect(ValueSamples.agree(adjusted.1[index], rate[index]))
    }
    #expect(adjusted.1.count { $0 <= 0.05 } == 4)
  }

  /// R 4.2.2, `p.adjust`: not in order, with ties, 0 and 1.
  @Test func ties() throws {
    let p = [0.5, 0.001, 0.04, 0.04, 0.9, 0, 1, 0.013, 0.2]
    let holm = [1, 0.008, 0.24, 0.24, 1, 0, 1, 0.091, 0.8]
    let rate = [0.642857142857143, 0.0045, 0.072, 0.072, 1, 0, 1, 0.039, 0.3]
    for (computed, expected) in zip(try MultipleTesting.holm(p), holm) {
      #expect(abs(computed - expected) < 1e-14)
    }
    for (computed, expected) in zip(try MultipleTesting.benjaminiHochberg(p), rate) {
      #expect(abs(computed - expected) < 1e-14)
    }
  }

  /// The definitions by decision: the smallest level at which the step-down or the step-up
  /// procedure rejects.
  @Test("agrees with the procedures themselves", arguments: 1...6 as ClosedRange<UInt64>)
  func procedures(_ seed: UInt64) throws {
    let p = ValueSamples.scattered(9, seed: seed, levels: 60).map { $0 / 300 }
    let holm = try MultipleTesting.holm(p)
    let rate = try MultipleTesting.benjaminiHochberg(p)
    let sorted = p.sorted()
    for step in 1...199 {
      // Levels between the multiples of 1/300 divided by whole numbers, so nothing is equal.
      let level = Double(step) / 200 + 1e-7
      var down = 0
      while down < 9, sorted[down] <= level / Double(9 - down) { down += 1 }
      let up = (1...9).last { sorted[$0 - 1] <= level * Double($0) / 9 } ?? 0
      #expect(holm.count { $0 <= level } == down)
      #expect(rate.count { $0 <= level } == up)
    }
  }

  /// A p value is at most level / divisor exactly where Holm's adjusted one is at most the level.
  @Test("divisors agree with the adjusted values", arguments: 1...6 as ClosedRange<UInt64>)
  func divisors(_ seed: UInt64) throws {
    let p = ValueSamples.scattered(9, seed: seed, levels: 60).map { $0 / 300 }
    let holm = try MultipleTesting.holm(p)
    for step in 1...199 {
      let level = Double(step) / 200 + 1e-7
      let divisors = try MultipleTesting.holmDivisors(p, level: level)
      for index in p.indices {
        #expect((p[index] <= level / Double(divisors[index])) == (holm[index] <= level))
        #expect((1...9).contains(divisors[index]))
      }
    }
    // 0.01 · 3 and 0.02 · 2 are at most 0.05; 0.2 · 1 is not, and keeps its divisor.
    #expect(try MultipleTesting.holmDivisors([0.2, 0.01, 0.02]) == [1, 3, 2])
    // The smallest fails: all keep the largest divisor.
    #expect(try MultipleTesting.holmDivisors([0.04, 0.02, 0.03]) == [3, 3, 3])
    Refusal("the level must lie strictly between 0 and 1; 1 was given") {
      try MultipleTesting.holmDivisors([0.2], level: 1)
    }.verify()
  }

  @Test("never smaller, never above 1, the same order; Holm never below the other")
  func properties() throws {
    let p = ValueSamples.scattered(40, seed: 77, levels: 1000).map { $0 / 1000 }
    let holm = try MultipleTesting.holm(p)
    let rate = try MultipleTesting.benjaminiHochberg(p)
    for i in p.indices {
      #expect(p[i] <= rate[i] && rate[i] <= holm[i] && holm[i] <= 1)
      for j in p.indices where p[i] <= p[j] {
        #expect(holm[i] <= holm[j] && rate[i] <= rate[j])
      }
    }
    #expect(try MultipleTesting.holm([0.03]) == [0.03])
    #expect(try MultipleTesting.benjaminiHochberg([0.03]) == [0.03])
  }
}

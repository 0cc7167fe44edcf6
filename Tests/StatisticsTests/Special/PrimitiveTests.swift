import Foundation
import Testing

@testable import Statistics

@Suite("Precise sums")
struct PreciseSumTests {
  @Test("values that cancel keep their digits")
  func cancellation() {
    #expect(PreciseSum([1e16, 1, -1e16]).value == 1)
    #expect(PreciseSum([0.1, 0.2, 0.3, -0.6]).value != 0)
    #expect(PreciseSum([]).value == 0)
    // Ten times the number nearest to 0.1 is 1 + 10 · 5.551e-18, which rounds to 1.
    #expect(PreciseSum([Double](repeating: 0.1, count: 10)).value == 1)
    #expect([Double](repeating: 0.1, count: 10).reduce(0, +) != 1)
  }

  /// Whole numbers up to 2⁵³ times a power of 2 are exact; `Int` adds them without rounding.
  @Test(arguments: [1, 2, 3, 4])
  func wholeNumbers(_ seed: Int) {
    var random = RandomStream(seed: UInt64(seed))
    var (sum, exact) = (PreciseSum(), 0)
    var halves = (PreciseSum(), PreciseSum())
    for i in 0..<1_000 {
      let value = Int(random.next() >> 12) - (1 << 51)
      sum.add(Double(value))
      exact += value
      if i < 500 { halves.0.add(Double(value)) } else { halves.1.add(Double(value)) }
    }
    halves.0.add(halves.1)
    #expect(sum.value == Double(exact) && halves.0.value == Double(exact))
  }

  @Test("products are added exactly")
  func products() {
    var sum = PreciseSum()
    let a = 1 + 0x1p-30
    // (1 + e)² - 1 - 2e = e², which plain arithmetic rounds away.
    sum.add(a, times: a)
    sum.add(-1)
    sum.add(-0x1p-29)
    #expect(sum.value == 0x1p-60)
  }
}

@Suite("Ranks")
struct RanksTests {
  /// R 4.2.2: `rank(c(10, 20, 20, 5, 20, 5))`.
  @Test func midranks() {
    let ranks = Ranks(of: [10, 20, 20, 5, 20, 5])
    #expect(ranks.midranks == [3, 5, 5, 1.5, 5, 1.5])
    #expect(ranks.ties == [2, 3])
    #expect(ranks.tieSum == 6 + 24)
  }

  @Test("ranks count the smaller values and half of the equal ones", arguments: 0..<12)
  func counted(_ seed: Int) {
    var random = RandomStream(seed: UInt64(seed))
    let values = (0..<(seed * 4)).map { _ in Double(random.below(6 + seed)) - 3 }
    let ranks = Ranks(of: values)
    for (value, rank) in zip(values, ranks.midranks) {
      let smaller = values.count { $0 < value }
      let equal = values.count { $0 == value }
      #expect(rank == Double(smaller) + Double(equal + 1) / 2)
    }
    let n = Double(values.count)
    #expect(ranks.midranks.reduce(0, +) == n * (n + 1) / 2)
    let groups = Dictionary(grouping: values) { $0 }.values.map(\.count).filter { $0 > 1 }
    #expect(ranks.ties.sorted() == groups.sorted())
  }

  @Test("the smallest samples; millions of ties do not overflow")
  func edges() {
    #expect(Ranks(of: []).midranks.isEmpty && Ranks(of: [7]).midranks == [1])
    #expect(Ranks(of: [-0.0, 0]).midranks == [1.5, 1.5])
    #expect(Ranks(of: [Double](repeating: 2, count: 100_000)).tieSum == 1e15 - 1e5)
  }
}

@Suite("Roots")
struct RootFindingTests {
  @Test("roots of functions with known roots")
  func known() throws {
    let cosine = try RootFinding.root(of: "cosine", between: 0, and: 3) {
      (x: Double) throws(StatisticsError) in cos(x)
    }
    #expect(abs(cosine - .pi / 2) < 1e-15)
    let cubic = try RootFinding.root(of: "cubic", between: -10, and: 10) {
      (x: Double) throws(StatisticsError) in x * x * x - 2
    }
    #expect(abs(cubic - 1.259_921_049_894_873) < 1e-15)
    let flat = try RootFinding.root(of: "flat", between: -1, and: 2) {
      (x: Double) throws(StatisticsError) in (x - 0.25) * (x - 0.25) * (x - 0.25)
    }
    #expect(abs(flat - 0.25) < 1e-5)
  }

  @Test("a root at an end is found there")
  func ends() throws {
    let line = { (x: Double) throws(StatisticsError) in x - 1 }
    #expect(try RootFinding.root(of: "line", between: 1, and: 5, line) == 1)
    #expect(try RootFinding.root(of: "line", between: -3, and: 1, line) == 1)
  }

  @Test("no sign change, and what the function throws")
  func refusals() {
    Refusal(
      "the square could not be computed for these numbers: the search range holds no solution"
    ) {
      try RootFinding.root(of: "square", between: -1, and: 2) {
        (x: Double) throws(StatisticsError) in x * x + 1
      }
    }.verify()
    Refusal("the mean of an empty sample is not defined") {
      try RootFinding.root(of: "trouble", between: 0, and: 1) {
        (x: Double) throws(StatisticsError) -> Double in
        if x > 0.2 && x < 0.8 { throw .emptySample(.mean) }
        return x - 0.5
      }
    }.verify()
  }
}

@Suite("Parallel blocks")
struct ParallelTests {
  @Test("results come in the order of the blocks", arguments: [0, 1, 2, 500])
  func order(_ blocks: Int) throws {
    let results = try Parallel.map(blocks: blocks) { (block: Int) throws(StatisticsError) in
      block * block
    }
    #expect(results == (0..<blocks).map { $0 * $0 })
  }

  @Test("the first block in order that throws decides")
  func errors() {
    for _ in 0..<20 {
      Refusal("value 4 of the sample is not a number") {
        try Parallel.map(blocks: 50) { (block: Int) throws(StatisticsError) -> Int in
          if block >= 3 { throw .notANumber(position: block + 1) }
          return block
        }
      }.verify()
    }
  }
}

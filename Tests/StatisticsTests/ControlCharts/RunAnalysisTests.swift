import Statistics
import Testing

@Suite("Control charts: runs")
struct RunAnalysisTests {
  /// R 4.2.2, round(log2(n) + 3) and qbinom(0.05, n - 1, 0.5), the definitions of Anhøj and
  /// Olesen 2014, Run charts revisited.
  @Test(
    arguments: [
      (10, 6, 2), (12, 7, 3), (16, 7, 4), (20, 7, 6), (24, 8, 8), (30, 8, 10), (50, 9, 19),
      (100, 10, 41), (250, 11, 112),
    ] as [(Int, Int, Int)])
  func limits(_ useful: Int, _ longest: Int, _ crossings: Int) throws {
    let runs = try #require(try RunChart(ChartSamples.quiet(useful)).phases[0].runs)
    #expect(runs.useful == useful)
    #expect(runs.longestRunLimit == longest)
    #expect(runs.crossingsLimit == crossings)
    #expect(runs.longestRun == 1 && runs.crossings == useful - 1)
    #expect(!runs.hasLongRun && !runs.hasFewCrossings)
  }

  /// The number of crossings of n tosses, from Pascal's triangle in whole numbers.
  @Test("agrees with counted tosses of a coin")
  func tosses() throws {
    for useful in 10...61 {
      let all = 1 << (useful - 1)
      var (k, sum) = (0, 0)
      while true {
        sum += Enumeration.choose(useful - 1, k)
        if sum * 20 >= all || sum > Int.max / 20 { break }
        k += 1
      }
      // Three zeros make 0 the median, also of an odd number of others.
      let values = ChartSamples.quiet(useful) + [0, 0, 0]
      let runs = try #require(try RunChart(values).phases[0].runs)
      #expect(runs.useful == useful && runs.crossingsLimit == k)
    }
  }

  @Test("values on the median are left out and end no run")
  func onTheLine() throws {
    let values: [Double] = [1, 1, 2, 1, 2, 1, 1, 3, 3, 2, 3, 3, 2, 3, 3]
    let phase = try RunChart(values).phases[0]
    #expect(phase.median == 2)
    let runs = try #require(phase.runs)
    #expect(runs.useful == 11)
    #expect(runs.longestRun == 6)
    #expect(runs.crossings == 1)
    #expect(runs.longestRunLimit == 6 && runs.crossingsLimit == 2)
    #expect(!runs.hasLongRun && runs.hasFewCrossings)
  }

  /// Runs and crossings as the Anhøj rules see the Nile: a shift after 1898.
  @Test func nile() throws {
    let phase = try RunChart(TrendSamples.nile).phases[0]
    let useful = TrendSamples.nile.filter { $0 != phase.median }.map { $0 > phase.median }
    let runs = try #require(phase.runs)
    #expect(phase.median == 893.5)
    #expect(runs.crossings == zip(useful, useful.dropFirst()).count { $0 != $1 })
    #expect(runs.hasLongRun && runs.hasFewCrossings)
    let phases = try RunChart(TrendSamples.nile, rebasings: [29]).phases
    #expect(phases.map(\.positions) == [1...28, 29...100])
    #expect(phases.map(\.median) == [1130, 842.5])
    #expect(phases.allSatisfy { $0.runs?.hasLongRun == false })
  }

  @Test("few values have a median and no rules")
  func few() throws {
    let phase = try RunChart([3, 1, 2]).phases[0]
    #expect(phase.median == 2 && phase.runs == nil)
    #expect(try RunChart(Array(repeating: 5, count: 40)).phases[0].runs == nil)
    #expect(try RunChart([7]).phases[0].median == 7)
  }

  @Test("mirroring and reversing change nothing")
  func symmetry() throws {
    let runs = try RunChart(TrendSamples.dependent).phases[0].runs
    #expect(try RunChart(TrendSamples.dependent.map { -$0 }).phases[0].runs == runs)
    #expect(try RunChart(TrendSamples.dependent.reversed()).phases[0].runs == runs)
  }
}

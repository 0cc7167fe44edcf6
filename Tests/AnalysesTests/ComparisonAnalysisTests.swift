import Analyses
import Diagnostics
import Statistics
import Tables
import Testing

@Suite("Groups of a table")
struct ComparisonAnalysisTests {
  /// Extra sleep of ten patients by two drugs (Student 1908), as R's `sleep`.
  static let sleep = SeriesTests.table(
    "drug,patient,extra,slept\n"
      + zip(
        [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
        [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
      ).enumerated().map { patient, extra in
        "a,p\(patient),\(extra.0),\(extra.0 > 1 ? "yes" : "no")\n"
          + "b,p\(patient),\(extra.1),\(extra.1 > 1 ? "yes" : "no")\n"
      }.joined())

  private func analysis(
    _ request: ComparisonRequest, _ table: Table = sleep
  ) throws -> ComparisonAnalysis {
    try ComparisonAnalysis(request, of: table)
  }

  private func result(_ place: Int, of found: ComparisonAnalysis) throws -> TestResult {
    try found.results.tests[place].result.get()
  }

  /// R 4.2.2, `t.test`, second minus first.
  @Test func numbers() throws {
    let found = try analysis(ComparisonRequest(value: "extra", by: "drug"))
    #expect(found.groups.map(\.label) == ["a", "b"] && found.groups.map(\.count) == [10, 10])
    #expect(abs(try #require(found.results.difference).value - 1.58) < 1e-12)
    #expect(abs(try result(0, of: found).pValue - 0.0793941401873582) < 1e-13)
    #expect(try result(1, of: found).statistic == 74.5)
    #expect(found.results.effects.map(\.kind) == [.hedgesG, .cliffDelta])
    #expect(!found.areGroupsInTime)
  }

  /// R 4.2.2, `t.test(paired = TRUE)`.
  @Test func pairedNumbers() throws {
    let found = try analysis(ComparisonRequest(value: "extra", by: "drug", pair: "patient"))
    #expect(abs(try result(0, of: found).pValue - 0.00283289019738427) < 1e-14)
    let paired = try #require(found.results.paired)
    #expect(paired.pairs == 10 && paired.rose == 9 && paired.fell == 0 && paired.unpaired == 0)
  }

  /// R 4.2.2, `fisher.test(matrix(c(3, 7, 7, 3), 2))`: p = 0.1789.
  @Test func shares() throws {
    let found = try analysis(ComparisonRequest(value: "slept", by: "drug", positive: ["yes"]))
    #expect(found.groups.map(\.positive) == [3, 7])
    #expect(abs(try #require(found.results.difference).value - 0.4) < 1e-12)
    let fisher = try result(1, of: found)
    #expect(fisher.isExact && abs(fisher.pValue - 0.1788954) < 5e-8)
  }

  @Test("so many groups are not tested pair by pair")
  func manyGroups() throws {
    for (count, pairs) in [(40, 780), (41, 0), (2_000, 0)] {
      let rows = (0..<count).map { "g\($0),\($0 % 7)\ng\($0),\($0 % 5 + 1)\n" }.joined()
      let table = SeriesTests.table("g,v\n" + rows)
      let found = try analysis(ComparisonRequest(value: "v", by: "g"), table)
      #expect(found.groups.count == count && found.results.pairs.count == pairs)
      #expect(found.results.decidingTest != nil)
    }
  }

  @Test("many small groups without any difference are not told to differ")
  func manySmallGroups() throws {
    // Welch's analysis of variance would find a difference in more than half of these rounds.
    var state: UInt64 = 42
    func draw() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 44)
    }
    var (found, welch) = (0, 0)
    for _ in 0..<60 {
      let rows = (0..<40).flatMap { group in (0..<3).map { _ in "g\(group),\(draw())\n" } }.joined()
      let analysis = try analysis(
        ComparisonRequest(value: "v", by: "g"), SeriesTests.table("g,v\n" + rows))
      found += analysis.results.isProven ? 1 : 0
      let test = analysis.results.tests.first { $0.name == .welchAnalysisOfVariance }
      welch += try #require(test).result.get().pValue < 0.05 ? 1 : 0
      #expect(analysis.results.tests[0].name == .kruskalWallis)
    }
    #expect(found <= 6 && welch > 20)
  }

  @Test("a table of more groups and words than can be read is refused with a way out")
  func manyWords() throws {
    let rows = (0..<400).map { "g\($0),ord\($0)\n" }.joined()
    let table = SeriesTests.table("g,v\n" + rows)
    let error = #expect(throws: Diagnostic.self) {
      try analysis(ComparisonRequest(value: "v", by: "g"), table)
    }
    #expect(error?.message.hasPrefix("400 groups and 400 different words") == true)
    #expect(error?.fixes.count == 2)
    let found = try analysis(ComparisonRequest(value: "v", by: "g", positive: ["ord1"]), table)
    #expect(found.groups.count == 400)
  }

  @Test("the same respondents' shares are compared by McNemar")
  func pairedShares() throws {
    let found = try analysis(
      ComparisonRequest(value: "slept", by: "drug", pair: "patient", positive: ["yes"]))
    // Four patients slept longer with b only, none with a only: 2 / 2⁴.
    #expect(try result(0, of: found).pValue == 0.125)
    #expect(try #require(found.results.paired).rose == 4)
    #expect(try #require(found.results.difference).value == 0.4)
  }

  @Test("several groups are compared as a whole and pair by pair")
  func several() throws {
    let table = SeriesTests.table(
      "wave,grade\n2021,1\n2021,2\n2021,3\n2022,2\n2022,3\n2022,4\n2023,7\n2023,8\n2023,9\n")
    let found = try analysis(ComparisonRequest(value: "grade", by: "wave"), table)
    #expect(found.areGroupsInTime && found.results.difference == nil)
    #expect(found.results.tests.count == 3 && found.results.pairs.count == 3)
    for pair in found.results.pairs {
      #expect(try #require(pair.adjusted) >= pair.outcome.get().test.pValue)
    }
    #expect(
      found.results.pairs.map { "\($0.first)-\($0.second)" } == [
        "2021-2022", "2021-2023", "2022-2023",
      ])
  }

  /// McNemar 3 : 0, exact p = 2 / 2³ (Fagerland, Lydersen and Laake 2013); Newcombe's interval of
  /// the same table leaves out 0.
  @Test("the first test decides, whatever an approximate interval says")
  func exactDecides() throws {
    let table = SeriesTests.table(
      "id,wave,v\n1,1,yes\n1,2,no\n2,1,yes\n2,2,no\n3,1,yes\n3,2,no\n")
    let found = try analysis(
      ComparisonRequest(value: "v", by: "wave", pair: "id", positive: ["yes"]), table)
    #expect(try result(0, of: found).pValue == 0.25 && !found.results.isProven)
    let difference = try #require(found.results.difference)
    #expect(difference.value == -1 && difference.method == .newcombe)
    #expect(try difference.interval.get().upper < 0)
  }

  /// R 4.2.2, `prop.test(c(8, 2), c(50, 50), correct = FALSE)`: p = 0.04550026. The interval of Mee
  /// by scipy, see `ScoreDifferenceTests`.
  @Test("the interval of a difference of shares leaves out 0 where its test does")
  func intervalOfTest() throws {
    let rows =
      (0..<50).map { "A,\($0 < 2 ? "yes" : "no")\n" }
      + (0..<50).map { "B,\($0 < 8 ? "yes" : "no")\n" }
    let found = try analysis(
      ComparisonRequest(value: "v", by: "g", positive: ["yes"]),
      SeriesTests.table("g,v\n" + rows.joined()))
    #expect(abs(try result(0, of: found).pValue - 0.04550026) < 5e-9 && found.results.isProven)
    let interval = try #require(found.results.difference).interval.get()
    #expect(abs(interval.lower - 0.002787) < 5e-7 && abs(interval.upper - 0.251510) < 5e-7)
  }

  /// All six signs are equal: 2 / 2⁶. Three against three in order: 2 / C(6, 3).
  @Test("a t test that is not defined takes nothing else with it")
  func undefinedTTest() throws {
    let values = [3, 2, 4, 1, 3, 3]
    let pairs = SeriesTests.table(
      "id,wave,v\n"
        + values.enumerated().map { "\($0),1,\($1)\n\($0),2,\($1 + 1)\n" }.joined())
    let paired = try analysis(ComparisonRequest(value: "v", by: "wave", pair: "id"), pairs)
    #expect(paired.results.tests[0].result == .failure(.pairsDifferEqually))
    #expect(try result(1, of: paired).pValue == 2.0 / 64)
    #expect(paired.results.difference?.value == 1)
    #expect(paired.results.isProven && paired.results.direction == 1)

    let constant = SeriesTests.table("g,v\na,3\na,3\na,3\nb,4\nb,4\nb,4\n")
    for confidence in [0.95, 0.9] {
      let found = try analysis(
        ComparisonRequest(value: "v", by: "g", confidence: confidence), constant)
      #expect(found.results.tests[0].result == .failure(.noSpreadWithinGroups))
      #expect(try result(1, of: found).pValue == 2.0 / 20)
      #expect(found.groups.allSatisfy { $0.interval == .failure(.constantMean) })
      #expect(found.results.effects.map(\.value) == [nil, 1])
      // 2 / 20 is 1 - 0.9, though 1 - 0.9 is stored below 0.1.
      #expect(found.results.isProven == (confidence == 0.9))
    }
  }

  /// One-way ANOVA of (3), (4, 5, 6), (7, 7) by hand: 17 / 2 over 2 / 3 with 2 and 3 degrees of
  /// freedom, F = 8.5; p = (1 + 2 · 8.5 / 3)^(-3/2) = 0.0580948.
  @Test("a group of one and one of equal values lose their own cells only")
  func smallGroups() throws {
    let found = try analysis(
      ComparisonRequest(value: "v", by: "g"),
      SeriesTests.table("g,v\na,3\nb,4\nb,5\nb,6\nc,7\nc,7\n"))
    #expect(found.results.tests.map { (try? $0.result.get()) != nil } == [false, true, true])
    #expect(try abs(result(1, of: found).pValue - 0.0580948) < 5e-8)
    #expect(found.groups.map(\.mean) == [3, 5, 7])
    #expect(found.groups.map { (try? $0.interval?.get()) != nil } == [false, true, false])
    #expect(found.groups.map { try? $0.deviation?.get() } == [nil, 1, 0])
    #expect(found.results.pairs.map(\.difference) == [2, 4, 2])
    // Of the three pairs one has a test, and so nothing to adjust for.
    let last = try #require(found.results.pairs.last)
    #expect(try last.adjusted == last.outcome.get().test.pValue)
    #expect(found.results.pairs.dropLast().allSatisfy { $0.adjusted == nil })
  }

  @Test("a share that a count of 0 leaves without a ratio keeps its tests")
  func zeroCount() throws {
    let found = try analysis(
      ComparisonRequest(value: "v", by: "g", positive: ["yes"]),
      SeriesTests.table("g,v\na,no\na,no\na,no\nb,yes\nb,yes\nb,yes\n"))
    // Fisher 3/3 against 0/3: 2 / C(6, 3).
    #expect(try abs(result(0, of: found).pValue - 0.1) < 1e-15 && !found.results.isProven)
    #expect(found.results.effects.map(\.kind) == [.cramersV, .riskRatio, .oddsRatio])
    #expect(found.results.effects.map(\.value) == [1, nil, nil])
  }

  @Test("who is in one group only is in no figure of a paired comparison")
  func unpaired() throws {
    let table = SeriesTests.table(
      "id,wave,v,w\n1,1,1,yes\n1,2,3,no\n2,1,2,yes\n2,2,2,yes\n3,1,50,no\n4,2,60,no\n")
    let numbers = try analysis(ComparisonRequest(value: "v", by: "wave", pair: "id"), table)
    #expect(numbers.groups.map(\.mean) == [1.5, 2.5] && numbers.groups.map(\.count) == [2, 2])
    #expect(numbers.results.paired?.unpaired == 2)
    let words = try analysis(
      ComparisonRequest(value: "w", by: "wave", pair: "id", positive: ["yes"]), table)
    #expect(words.groups.map(\.positive) == [2, 1] && words.groups.map(\.count) == [2, 2])
  }

  @Test("equal answers leave nothing to test")
  func equal() throws {
    let table = SeriesTests.table("g,v,w\na,3,yes\na,3,yes\nb,3,yes\n")
    for request in [
      ComparisonRequest(value: "v", by: "g"), ComparisonRequest(value: "w", by: "g"),
      ComparisonRequest(value: "w", by: "g", positive: ["yes"]),
    ] {
      let found = try analysis(request, table)
      #expect(found.results.tests.isEmpty && found.results.remark == .everybodyGaveTheSame)
    }
    let same = try analysis(
      ComparisonRequest(value: "v", by: "wave", pair: "id"),
      SeriesTests.table("id,wave,v\n1,1,3\n1,2,3\n2,1,4\n2,2,4\n"))
    #expect(same.results.tests.isEmpty && same.results.remark == .nobodyChanged)
  }

  @Test("refusals name the place and the way out")
  func refusals() {
    let cases: [(ComparisonRequest, String)] = [
      (
        ComparisonRequest(value: "extra", by: "drug", groups: ["a"]),
        """
        figures.csv: error[comparison]: there is only one group to compare
          fix: name a column of groups with --by
          found: a, b
        """
      ),
      (
        ComparisonRequest(value: "extra", by: "drug", groups: ["a", "c"]),
        """
        figures.csv: error[category]: column 'drug' never holds 'c'
          fix: did you mean 'a'?
          found: a, b
        """
      ),
      (
        ComparisonRequest(value: "slept", by: "drug", positive: ["ye"]),
        """
        figures.csv: error[category]: column 'slept' never holds 'ye'
          fix: did you mean 'yes'?
          found: no, yes
        """
      ),
      (
        ComparisonRequest(value: "extra", by: "drug", pair: "slept"),
        """
        figures.csv:4: error[comparison]: a respondent has two values in group 'a'
          column 'slept' should hold each respondent once a group
          fix: remove one of the two rows
          fix: leave --pair out
        """
      ),
    ]
    for (request, words) in cases {
      #expect {
        try analysis(request)
      } throws: { error in
        (error as? Diagnostic)?.formatted(showingValue: true) == words
      }
    }
  }
}

extension StatisticsError {
  fileprivate static let pairsDifferEqually =
    Self.comparison(.values(.pairsDifferEqually(.pairedTest)))
  fileprivate static let noSpreadWithinGroups =
    Self.comparison(.values(.noSpreadWithinGroups(.welchTest)))
  fileprivate static let constantMean = Self.constantSample(StatisticName("interval of the mean"))
}

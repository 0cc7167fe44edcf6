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

  /// R 4.2.2, `t.test`, second minus first.
  @Test func numbers() throws {
    let found = try analysis(ComparisonRequest(value: "extra", by: "drug"))
    #expect(found.groups.map(\.label) == ["a", "b"] && found.groups.map(\.count) == [10, 10])
    #expect(abs(try #require(found.results.difference).value - 1.58) < 1e-12)
    #expect(abs(found.results.tests[0].pValue - 0.0793941401873582) < 1e-13)
    #expect(found.results.tests[1].statistic == 74.5)
    #expect(found.results.effects.map(\.kind) == [.hedgesG, .cliffDelta])
    #expect(!found.areGroupsInTime)
  }

  /// R 4.2.2, `t.test(paired = TRUE)`.
  @Test func pairedNumbers() throws {
    let found = try analysis(ComparisonRequest(value: "extra", by: "drug", pair: "patient"))
    #expect(abs(found.results.tests[0].pValue - 0.00283289019738427) < 1e-14)
    let paired = try #require(found.results.paired)
    #expect(paired.pairs == 10 && paired.rose == 9 && paired.fell == 0 && paired.unpaired == 0)
  }

  /// R 4.2.2, `fisher.test(matrix(c(3, 7, 7, 3), 2))`: p = 0.1789.
  @Test func shares() throws {
    let found = try analysis(ComparisonRequest(value: "slept", by: "drug", positive: ["yes"]))
    #expect(found.groups.map(\.positive) == [3, 7])
    #expect(abs(try #require(found.results.difference).value - 0.4) < 1e-12)
    let fisher = try #require(found.results.tests.first { $0.isExact })
    #expect(abs(fisher.pValue - 0.1788954) < 5e-8)
  }

  @Test("the same respondents' shares are compared by McNemar")
  func pairedShares() throws {
    let found = try analysis(
      ComparisonRequest(value: "slept", by: "drug", pair: "patient", positive: ["yes"]))
    // Four patients slept longer with b only, none with a only: 2 / 2⁴.
    #expect(found.results.tests[0].pValue == 0.125)
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
    #expect(found.results.pairs.allSatisfy { $0.adjusted >= $0.pValue })
    #expect(
      found.results.pairs.map { "\($0.first)-\($0.second)" } == [
        "2021-2022", "2021-2023", "2022-2023",
      ])
  }

  @Test("equal answers leave nothing to test")
  func equal() throws {
    let table = SeriesTests.table("g,v,w\na,3,yes\na,3,yes\nb,3,yes\n")
    for request in [
      ComparisonRequest(value: "v", by: "g"), ComparisonRequest(value: "w", by: "g"),
      ComparisonRequest(value: "w", by: "g", positive: ["yes"]),
    ] {
      let found = try analysis(request, table)
      #expect(found.results.tests.isEmpty && found.results.remark != nil)
    }
  }

  @Test("refusals name the place and the way out")
  func refusals() {
    let cases: [(ComparisonRequest, String)] = [
      (
        ComparisonRequest(value: "extra", by: "drug", groups: ["a"]),
        """
        figures.csv: error[comparison]: there is only one group to compare
          column 'drug' holds a, b
          fix: name a column of groups with --by
        """
      ),
      (
        ComparisonRequest(value: "extra", by: "drug", groups: ["a", "c"]),
        """
        figures.csv: error[category]: column 'drug' never holds 'c'
          fix: did you mean 'a'?
        """
      ),
      (
        ComparisonRequest(value: "slept", by: "drug", positive: ["ye"]),
        """
        figures.csv: error[category]: column 'slept' never holds 'ye'
          fix: did you mean 'yes'?
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

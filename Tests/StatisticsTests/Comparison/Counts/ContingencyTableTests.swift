import Statistics
import Testing

@Suite("Contingency table")
struct ContingencyTableTests {
  @Test func totals() throws {
    let table = try ContingencyTable([[1, 2, 3], [4, 0, 6]])
    #expect(table.rowTotals == [6, 10])
    #expect(table.columnTotals == [5, 2, 9])
    #expect(table.total == 16)
    #expect(table.transposed.counts == [[1, 4], [2, 0], [3, 6]])
    #expect(table.transposed.transposed == table)
    #expect(table.transposed.rowTotals == table.columnTotals)
  }

  @Test func expected() throws {
    let table = try ContingencyTable([[1, 2, 3], [4, 0, 6]])
    let expected = [[30.0 / 16, 12.0 / 16, 54.0 / 16], [50.0 / 16, 20.0 / 16, 90.0 / 16]]
    #expect(table.expectedCounts == expected)
    #expect(try ContingencyTable([[0, 0]]).expectedCounts == [[0, 0]])
  }

  @Test("the largest total is taken")
  func largest() throws {
    let table = try ContingencyTable([[ContingencyTable.limit - 3, 1], [1, 1]])
    #expect(table.total == ContingencyTable.limit)
    #expect(try table.chiSquaredTest().pValue < 1)
    #expect(try table.chiSquaredTest(yates: true).statistic.isFinite)
    #expect(try table.trendTest().statistic.isFinite)
    #expect(try table.oddsRatio().value.isFinite)
    #expect(try table.riskRatio().interval.lower > 0)
    #expect(try table.riskRatio(method: .log).interval.lower > 0)
  }

  @Test(arguments: [
    Refusal("a contingency table needs at least one row and one column") {
      try ContingencyTable([])
    },
    Refusal("a contingency table needs at least one row and one column") {
      try ContingencyTable([[], []])
    },
    Refusal(
      "the rows of a contingency table must be equally long; row 1 has 2 and row 3 has 1 counts"
    ) {
      try ContingencyTable([[1, 2], [3, 4], [5]])
    },
    Refusal("a count must not be negative; the count in row 2, column 1 is") {
      try ContingencyTable([[1, 2], [-3, 4]])
    },
    Refusal("a count must not be negative; the count in row 1, column 1 is") {
      try ContingencyTable([[Int.min, Int.max]])
    },
    Refusal("the total of a contingency table must be at most 9007199254740992") {
      try ContingencyTable([[Int.max, Int.max], [1, 1]])
    },
    Refusal("the total of a contingency table must be at most 9007199254740992") {
      try ContingencyTable([[ContingencyTable.limit], [1]])
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }

  private static let statistics:
    [(name: String, call: @Sendable (ContingencyTable) throws -> Void)] = [
      ("chi-squared test", { _ = try $0.chiSquaredTest() }),
      ("Fisher exact test", { _ = try $0.fisherExactTest() }),
      ("Cramér V", { _ = try $0.cramersV() }),
    ]

  @Test("tables without meaning are refused by every statistic of all tables")
  func degenerate() throws {
    for (name, call) in Self.statistics {
      Refusal("the \(name) is not defined when row 2 has no counts") {
        try call(ContingencyTable([[1, 2], [0, 0], [3, 4]]))
      }.verify()
      Refusal("the \(name) is not defined when column 1 has no counts") {
        try call(ContingencyTable([[0, 2], [0, 3]]))
      }.verify()
      Refusal(
        "the \(name) needs at least 2 rows and 2 columns; a table of 1 row and 3 columns was given"
      ) {
        try call(ContingencyTable([[1, 2, 3]]))
      }.verify()
      Refusal(
        "the \(name) needs at least 2 rows and 2 columns; a table of 2 rows and 1 column was given"
      ) {
        try call(ContingencyTable([[1], [2]]))
      }.verify()
    }
  }

  private static let fourfold: [(name: String, call: @Sendable (ContingencyTable) throws -> Void)] =
    [
      ("continuity correction of Yates", { _ = try $0.chiSquaredTest(yates: true) }),
      ("one-sided Fisher exact test", { _ = try $0.fisherExactTest(alternative: .less) }),
      ("exact odds ratio", { _ = try $0.exactOddsRatio() }),
      ("odds ratio", { _ = try $0.oddsRatio() }),
      ("risk ratio", { _ = try $0.riskRatio() }),
      ("McNemar exact test", { _ = try $0.mcNemarTest() }),
      ("McNemar mid-p test", { _ = try $0.mcNemarTest(.midP) }),
    ]

  @Test("larger tables are refused by statistics of 2 × 2 tables")
  func notTwoByTwo() throws {
    for (name, call) in Self.fourfold {
      Refusal(
        "the \(name) needs a table of 2 rows and 2 columns; a table of 2 rows and 3 columns was "
          + "given"
      ) {
        try call(ContingencyTable([[1, 2, 3], [4, 5, 6]]))
      }.verify()
    }
  }

  @Test("bad levels are refused by every interval")
  func levels() throws {
    let table = try ContingencyTable([[1, 2], [3, 4]])
    let words = "the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?"
    Refusal(words) { try table.exactOddsRatio(confidence: 95) }.verify()
    Refusal(words) { try table.oddsRatio(confidence: 95) }.verify()
    Refusal(words) { try table.riskRatio(confidence: 95) }.verify()
    Refusal(words) { try table.riskRatio(confidence: 95, method: .log) }.verify()
    Refusal(words) { try table.cramersV(confidence: 95) }.verify()
  }
}

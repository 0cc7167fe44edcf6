import Statistics
import Testing

@Suite("Fisher exact test, 2 × 2")
struct FisherTests {
  /// A table and what R prints.
  struct Row: Sendable {
    let table: [[Int]]
    let twoSided: Double
    let greater: Double
    let less: Double
  }

  /// R 4.2.2, `fisher.test`, fifteen digits; scipy 1.17.1 gives the same two-sided values.
  @Test(arguments: [
    Row(
      table: PublishedTables.tea, twoSided: 0.485714285714286, greater: 0.242857142857143,
      less: 0.985714285714286),
    Row(
      table: PublishedTables.convictions, twoSided: 0.000536724119143436,
      greater: 0.999984519018686, less: 0.000465180943362906),
    Row(
      table: [[1, 9], [11, 3]], twoSided: 0.00275945618522008, greater: 0.99996634809530,
      less: 0.00137972809261004),
    Row(
      table: [[8, 2], [1, 5]], twoSided: 0.0349650349650350, greater: 0.0244755244755245,
      less: 0.999125874125874),
    Row(
      table: [[0, 5], [6, 4]], twoSided: 0.0439560439560440, greater: 1, less: 0.041958041958042),
    Row(
      table: [[200, 300], [250, 280]], twoSided: 0.0236209462098545, greater: 0.991408961450413,
      less: 0.0120076478897494),
    Row(
      table: [[60, 40], [4000, 3900]], twoSided: 0.0698870048991898, greater: 0.0387551886409957,
      less: 0.975497730033027),
  ])
  func fisherTest(_ row: Row) throws {
    let table = try ContingencyTable(row.table)
    let test = try table.fisherExactTest()
    #expect(relativeError(test.pValue, row.twoSided) < 2e-10)
    #expect(test.isExact && test.alternative == .twoSided && test.degreesOfFreedom.isEmpty)
    let greater = try table.fisherExactTest(alternative: .greater)
    #expect(relativeError(greater.pValue, row.greater) < 2e-10)
    #expect(greater.alternative == .greater)
    #expect(
      relativeError(try table.fisherExactTest(alternative: .less).pValue, row.less) < 2e-10)
  }

  /// Fisher 1935: 17 of 70 ways to choose are at least as good; one of 70 ways is the best.
  @Test func tea() throws {
    let table = try ContingencyTable(PublishedTables.tea)
    let test = try table.fisherExactTest(alternative: .greater)
    #expect(relativeError(test.pValue, 17.0 / 70) < 1e-15)
    #expect(relativeError(test.statistic, 16.0 / 70) < 1e-15)
    let best = try ContingencyTable([[4, 0], [0, 4]]).fisherExactTest(alternative: .greater)
    #expect(relativeError(best.pValue, 1.0 / 70) < 1e-15)
  }

  @Test("agrees with counting all tables in whole numbers")
  func enumeration() throws {
    for counts in TableEnumeration.fourfold(through: 4) {
      let table = try ContingencyTable(counts)
      let ways = TableEnumeration.ways(counts)
      let all = TableEnumeration.tables(like: counts)
      let total = Double(all.reduce(0) { $0 + TableEnumeration.ways($1) })
      let upper = all.filter { $0[0][0] >= counts[0][0] }
        .reduce(0) { $0 + TableEnumeration.ways($1) }
      let two = try table.fisherExactTest()
      #expect(relativeError(two.pValue, TableEnumeration.fisher(counts)) < 1e-14)
      #expect(relativeError(two.statistic, Double(ways) / total) < 1e-14)
      let greater = try table.fisherExactTest(alternative: .greater).pValue
      #expect(relativeError(greater, Double(upper) / total) < 1e-14)
      let less = try table.fisherExactTest(alternative: .less).pValue
      #expect(abs(greater + less - 1 - two.statistic) < 1e-14)
    }
  }

  @Test("exchanging rows, columns or both sides does not matter")
  func symmetry() throws {
    for counts in [[[8, 2], [1, 5]], [[10, 7], [3, 40]], [[0, 5], [6, 4]]] {
      let table = try ContingencyTable(counts)
      let p = try table.fisherExactTest().pValue
      let greater = try table.fisherExactTest(alternative: .greater).pValue
      let swapped = try ContingencyTable(counts.reversed())
      #expect(relativeError(try swapped.fisherExactTest().pValue, p) < 1e-14)
      let less = try swapped.fisherExactTest(alternative: .less).pValue
      #expect(relativeError(less, greater) < 1e-14)
      #expect(relativeError(try table.transposed.fisherExactTest().pValue, p) < 1e-14)
    }
  }

  @Test("large tables agree with the corrected chi-squared test")
  func large() throws {
    let table = try ContingencyTable([[250_300, 249_700], [249_600, 250_400]])
    let exact = try table.fisherExactTest().pValue
    let approximate = try table.chiSquaredTest(yates: true).pValue
    #expect(relativeError(exact, approximate) < 1e-4)
  }

  @Test("a p value too small for a number is 0, not a refusal")
  func vanishing() throws {
    let test = try ContingencyTable([[5000, 0], [0, 5000]]).fisherExactTest()
    #expect(test.pValue >= 0 && test.pValue < 1e-280)
  }

  @Test func tooLarge() throws {
    let table = try ContingencyTable([[100_000_000, 1], [1, 1]])
    for alternative in Alternative.allCases {
      Refusal("the Fisher exact test takes counts with a total of at most 100000000") {
        try table.fisherExactTest(alternative: alternative)
      }.verify()
    }
    Refusal("the exact odds ratio takes counts with a total of at most 100000000") {
      try table.exactOddsRatio()
    }.verify()
  }
}

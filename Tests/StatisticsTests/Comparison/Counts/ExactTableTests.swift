import Testing

@testable import Statistics

@Suite("Fisher exact test, larger tables")
struct ExactTableTests {
  /// R, help page of `fisher.test`: p = 0.7827. All tables with these margins counted in exact
  /// fractions (Python's integers): 0.7826849389663948.
  @Test func jobSatisfaction() throws {
    let test = try ContingencyTable(PublishedTables.jobSatisfaction).fisherExactTest()
    #expect(agrees(test.pValue, 0.7827, decimals: 4))
    #expect(relativeError(test.pValue, 0.7826849389663948) < 1e-14)
    #expect(test.isExact)
  }

  /// R 4.2.2, `fisher.test`, fifteen digits.
  @Test(
    arguments: [
      ([[3, 0, 2], [1, 4, 1], [0, 2, 5]], 0.0331825037707388),
      ([[10, 2, 7, 3], [4, 8, 6, 9]], 0.034345058663079),
      ([[4, 1, 0, 0, 2, 3], [0, 5, 2, 1, 0, 1], [1, 0, 3, 4, 2, 0]], 0.00136716611903643),
      ([[20, 30, 25], [35, 22, 18]], 0.0408805960927655),
      (
        [[2, 0, 1, 2, 6], [1, 3, 1, 1, 1], [1, 0, 3, 1, 0], [1, 2, 1, 2, 0]], 0.091117772025847
      ),
      ([[1, 1, 1, 0, 0, 0, 1, 3, 3], [4, 4, 4, 5, 5, 5, 6, 5, 0]], 0.0411449412081297),
    ] as [([[Int]], Double)])
  func fisherTest(_ counts: [[Int]], _ expected: Double) throws {
    let table = try ContingencyTable(counts)
    #expect(relativeError(try table.fisherExactTest().pValue, expected) < 1e-11)
    #expect(relativeError(try table.transposed.fisherExactTest().pValue, expected) < 1e-11)
  }

  /// Small tables of several shapes, made without a pattern.
  static let small: [[[Int]]] = {
    var random = RandomStream(seed: 7)
    return [(2, 3), (3, 2), (2, 4), (3, 3), (4, 2), (3, 4)].flatMap { rows, columns in
      (0..<8).compactMap { _ in
        let counts = (0..<rows).map { _ in (0..<columns).map { _ in random.below(3) } }
        let table = try? ContingencyTable(counts)
        let isFull = table.map { !($0.rowTotals + $0.columnTotals).contains(0) } ?? false
        return isFull ? counts : nil
      }
    }
  }()

  @Test("agrees with counting all tables in whole numbers", arguments: small)
  func enumeration(_ counts: [[Int]]) throws {
    let test = try ContingencyTable(counts).fisherExactTest()
    #expect(relativeError(test.pValue, TableEnumeration.fisher(counts)) < 1e-12)
    let all = TableEnumeration.tables(like: counts).reduce(0) { $0 + TableEnumeration.ways($1) }
    let observed = Double(TableEnumeration.ways(counts)) / Double(all)
    #expect(relativeError(test.statistic, observed) < 1e-12)
  }

  @Test("agrees with the test of 2 × 2 tables")
  func fourfold() throws {
    for counts in TableEnumeration.fourfold(through: 3) {
      let table = try ContingencyTable(counts)
      var tables = try TablesWithMargins(of: table)
      let p = try tables.probabilityOfNoMoreProbableTables()
      #expect(relativeError(p, try table.fisherExactTest().pValue) < 1e-12)
    }
  }

  @Test("the order of rows and columns does not matter")
  func permutation() throws {
    let counts = [[4, 1, 0, 2], [0, 5, 2, 1], [1, 0, 3, 4]]
    let p = try ContingencyTable(counts).fisherExactTest().pValue
    for other in [counts.reversed(), counts.map { $0.reversed() }] {
      let swapped = try ContingencyTable(other).fisherExactTest().pValue
      #expect(relativeError(swapped, p) < 1e-12)
    }
  }

  @Test("a table that fits as well as any has a p value of 1")
  func best() throws {
    let test = try ContingencyTable([[2, 2, 2], [2, 2, 2], [2, 2, 2]]).fisherExactTest()
    #expect(abs(test.pValue - 1) < 1e-12)
  }

  @Test("every filling of a column is seen once")
  func fillings() throws {
    let logFactorials = try (0...4).map { try Logarithm.factorial($0) }
    var fillings = ColumnFillings(of: 5, into: [4, 3, 1], logFactorials: logFactorials)
    var (seen, ways) = (0, 0.0)
    while let logWays = fillings.next() {
      seen += 1
      ways += try Logarithm.exp(logWays)
      #expect(fillings.remaining == fillings.remaining.sorted(by: >))
      #expect(fillings.remaining.reduce(0, +) == 3)
    }
    // 5 = 4+1+0 = 4+0+1 = 3+2+0 = 3+1+1 = 2+3+0 = 2+2+1 = 1+3+1.
    #expect(seen == 7)
    #expect(abs(ways - Double(Enumeration.choose(8, 5))) < 1e-10)
  }

  @Test("tables that would take too long are refused")
  func tooLarge() throws {
    let words =
      "the exact test of this table needs more than 30000000 steps; "
      + "merge rows or columns, or use the chi-squared test"
    // 65 rows with one person each: more states than a number can tell apart.
    let thin = try ContingencyTable((0..<65).map { i in (0..<65).map { $0 == i ? 1 : 0 } })
    Refusal(words) { try thin.fisherExactTest() }.verify()
    let job = try ContingencyTable(PublishedTables.jobSatisfaction)
    Refusal(
      "the exact test of this table needs more than 1000 steps; "
        + "merge rows or columns, or use the chi-squared test"
    ) {
      var tables = try TablesWithMargins(of: job, stepLimit: 1000)
      return try tables.probabilityOfNoMoreProbableTables()
    }.verify()
    let table = try ContingencyTable([[600_000, 1, 1], [1, 600_000, 1]])
    Refusal("the Fisher exact test takes counts with a total of at most 1000000") {
      try table.fisherExactTest()
    }.verify()
  }
}

import Statistics
import Testing

@Suite("Cochran–Armitage trend test")
struct TrendTestTests {
  static let drinks = [0, 0.5, 1.5, 4, 7]

  /// Agresti 2002, section 3.4.5: M² = 6.6, p = 0.010; R 4.2.2, `prop.trend.test`, fifteen digits.
  @Test func malformation() throws {
    let table = try ContingencyTable(PublishedTables.malformation)
    let test = try table.trendTest(scores: Self.drinks)
    let square = test.statistic * test.statistic
    #expect(agrees(square, 6.6, decimals: 1) && agrees(test.pValue, 0.010, decimals: 3))
    #expect(relativeError(square, 6.57013394470554) < 1e-12)
    #expect(relativeError(test.pValue, 0.0103704145729975) < 1e-12)
    #expect(test.statistic > 0)
    #expect(test.cautions == [.smallExpectedCounts(cells: 3, of: 10)])
  }

  /// SAS/STAT User's Guide, the FREQ procedure: Z = -4.7918.
  @Test func pain() throws {
    let test = try ContingencyTable(PublishedTables.pain).trendTest()
    #expect(agrees(test.statistic, -4.7918, decimals: 4))
    #expect(test.pValue < 0.0001)
  }

  /// R, help page of `prop.trend.test`: X-squared = 8.2249, p = 0.004132.
  @Test func smokers() throws {
    let table = try ContingencyTable([[83, 90, 129, 70], [3, 3, 7, 12]])
    let test = try table.trendTest()
    #expect(agrees(test.statistic * test.statistic, 8.2249, decimals: 4))
    #expect(agrees(test.pValue, 0.004132, decimals: 6))
    #expect(test.statistic < 0)
  }

  /// `z² = n r²`, with r Pearson's correlation of the row and the score over all people.
  @Test("agrees with the correlation of single people")
  func correlation() throws {
    for (counts, scores) in [
      (PublishedTables.pain, [1, 2, 3, 4, 5]), (PublishedTables.pain, [3, -1, 0, 10, 2]),
      ([[1, 0, 2], [0, 3, 1]], [0, 1, 5]),
    ] as [([[Int]], [Double])] {
      var (x, y): ([Double], [Double]) = ([], [])
      for (row, line) in counts.enumerated() {
        for (count, score) in zip(line, scores) {
          x += Array(repeating: row == 0 ? 1 : 0, count: count)
          y += Array(repeating: score, count: count)
        }
      }
      let z = try ContingencyTable(counts).trendTest(scores: scores).statistic
      let r = try PearsonCorrelation(x, y).coefficient
      #expect(abs(z - r * Double(x.count).squareRoot()) < 1e-12)
    }
  }

  @Test("only the relative distances of the scores matter")
  func affine() throws {
    let table = try ContingencyTable(PublishedTables.malformation)
    let z = try table.trendTest(scores: Self.drinks).statistic
    for (scale, shift) in [(3, 0), (1, 1000), (1e300, 0), (-2, 5)] as [(Double, Double)] {
      let moved = try table.trendTest(scores: Self.drinks.map { scale * $0 / 7 + shift })
      #expect(abs(moved.statistic - (scale < 0 ? -z : z)) < 1e-10)
    }
  }

  @Test("the directions share the probability out")
  func directions() throws {
    let table = try ContingencyTable(PublishedTables.pain)
    let (two, less, greater) = (
      try table.trendTest(), try table.trendTest(alternative: .less),
      try table.trendTest(alternative: .greater)
    )
    #expect(relativeError(2 * less.pValue, two.pValue) < 1e-14)
    #expect(abs(less.pValue + greater.pValue - 1) < 1e-15)
    let swapped = try ContingencyTable(PublishedTables.pain.reversed())
    #expect(abs(try swapped.trendTest().statistic + two.statistic) < 1e-13)
  }

  @Test("the same share everywhere is no trend")
  func flat() throws {
    let test = try ContingencyTable([[1, 2, 3], [10, 20, 30]]).trendTest()
    #expect(abs(test.statistic) < 1e-15 && abs(test.pValue - 1) < 1e-15)
  }

  private static let table = [[1, 2, 3], [4, 5, 6]]

  @Test(arguments: [
    Refusal("the Cochran–Armitage trend test needs a table of 2 rows; the table has 3") {
      try ContingencyTable([[1, 2], [3, 4], [5, 6]]).trendTest()
    },
    Refusal("the Cochran–Armitage trend test is not defined when row 1 has no counts") {
      try ContingencyTable([[0, 0], [3, 4]]).trendTest()
    },
    Refusal("the Cochran–Armitage trend test is not defined when column 2 has no counts") {
      try ContingencyTable([[1, 0], [3, 0]]).trendTest()
    },
    Refusal(
      "the Cochran–Armitage trend test needs at least 2 rows and 2 columns; "
        + "a table of 2 rows and 1 column was given"
    ) {
      try ContingencyTable([[1], [3]]).trendTest()
    },
    Refusal(
      "the Cochran–Armitage trend test needs pairs; there are 3 values on one side and 2 on the "
        + "other"
    ) {
      try ContingencyTable(table).trendTest(scores: [1, 2])
    },
    Refusal("value 2 of the sample is not a number") {
      try ContingencyTable(table).trendTest(scores: [1, .nan, 2])
    },
    Refusal("value 3 of the sample is infinite") {
      try ContingencyTable(table).trendTest(scores: [1, 2, .infinity])
    },
    Refusal("the scores of the columns must not all be equal") {
      try ContingencyTable(table).trendTest(scores: [2, 2, 2])
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}

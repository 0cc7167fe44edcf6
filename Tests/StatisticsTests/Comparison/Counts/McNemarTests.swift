import Statistics
import Testing

@Suite("McNemar exact test")
struct McNemarTests {
  /// Fagerland, Lydersen and Laake 2013: with 1 and 7 children who changed, exact p = 0.070 and
  /// mid-p = 0.039; in whole numbers 18 and 10 of 256.
  @Test func airway() throws {
    let table = try ContingencyTable(PublishedTables.airway)
    let exact = try table.mcNemarTest()
    #expect(agrees(exact.pValue, 0.070, decimals: 3))
    #expect(relativeError(exact.pValue, 18.0 / 256) < 1e-14)
    #expect(exact.isExact && exact.statistic == 1)
    let midP = try table.mcNemarTest(.midP)
    #expect(agrees(midP.pValue, 0.039, decimals: 3))
    #expect(relativeError(midP.pValue, 10.0 / 256) < 1e-14)
    #expect(!midP.isExact)
  }

  /// R 4.2.2, `binom.test(b, b + c)` and `pbinom`; Agresti's approval ratings come first.
  @Test(
    arguments: [
      (PublishedTables.approval, 3.71593613957143e-05, 0.99998868595),
      ([[4, 9], [2, 7]], 0.0654296875, 0.994140625),
      ([[4, 5], [5, 7]], 1, 0.623046875),
      ([[0, 0], [7, 0]], 0.015625, 0.0078125),
      ([[1, 1], [8, 1]], 0.0390625, 0.01953125),
    ] as [([[Int]], Double, Double)])
  func binomTest(_ counts: [[Int]], _ twoSided: Double, _ less: Double) throws {
    let table = try ContingencyTable(counts)
    #expect(relativeError(try table.mcNemarTest().pValue, twoSided) < 1e-12)
    #expect(
      relativeError(try table.mcNemarTest(alternative: .less).pValue, less) < 1e-5)
  }

  @Test("agrees with counting the ways to toss a coin")
  func coins() throws {
    for n in 1...14 {
      let all = Double(1 << n)
      for b in 0...n {
        let table = try ContingencyTable([[3, b], [n - b, 5]])
        let point = Double(Enumeration.choose(n, b)) / all
        let tail = { (range: ClosedRange<Int>) in
          range.reduce(0.0) { $0 + Double(Enumeration.choose(n, $1)) } / all
        }
        let (below, above) = (tail(0...b), tail(b...n))
        let less = try table.mcNemarTest(alternative: .less).pValue
        #expect(relativeError(less, below) < 1e-14)
        let greater = try table.mcNemarTest(alternative: .greater).pValue
        #expect(relativeError(greater, above) < 1e-14)
        let two = try table.mcNemarTest().pValue
        #expect(relativeError(two, min(1, 2 * min(below, above))) < 1e-14)
        let midP = try table.mcNemarTest(.midP).pValue
        #expect(relativeError(midP, 2 * b == n ? 1 - point / 2 : two - point) < 1e-13)
        // The mid-p values of both directions always add up to 1.
        let (low, high) = (
          try table.mcNemarTest(.midP, alternative: .less).pValue,
          try table.mcNemarTest(.midP, alternative: .greater).pValue
        )
        #expect(abs(low + high - 1) < 1e-14)
      }
    }
  }

  @Test("exchanging the answers exchanges the directions")
  func symmetry() throws {
    let table = try ContingencyTable([[4, 9], [2, 7]])
    for variant in McNemarVariant.allCases {
      let two = try table.mcNemarTest(variant).pValue
      #expect(try table.transposed.mcNemarTest(variant).pValue == two)
      let less = try table.mcNemarTest(variant, alternative: .less).pValue
      let greater = try table.transposed.mcNemarTest(variant, alternative: .greater).pValue
      #expect(abs(less - greater) < 1e-15)
    }
  }

  @Test("those who did not change do not matter, and if nobody did nothing is known")
  func unchanged() throws {
    let few = try ContingencyTable([[0, 9], [2, 0]]).mcNemarTest().pValue
    #expect(try ContingencyTable([[400, 9], [2, 700]]).mcNemarTest().pValue == few)
    for variant in McNemarVariant.allCases {
      for alternative in Alternative.allCases {
        let table = try ContingencyTable([[4, 0], [0, 7]])
        #expect(try table.mcNemarTest(variant, alternative: alternative).pValue == 1)
      }
    }
  }

  @Test func tooLarge() throws {
    let table = try ContingencyTable([[1, 100_000_000], [1, 1]])
    Refusal("the McNemar exact test takes counts with a total of at most 100000000") {
      try table.mcNemarTest()
    }.verify()
  }
}

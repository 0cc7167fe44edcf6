import Statistics
import Testing

@Suite("Complex samples: two-way tables")
struct RaoScottTests {
  @Test(arguments: SchoolNumbers.independence)
  func schools(_ r: SchoolNumbers) throws {
    let schools = r.design.schools
    let test = try r.design.make().independenceTest(
      rows: schools.metTarget.map { $0 ? 1 : 0 }, rowCount: 2, columns: schools.types,
      columnCount: 3)
    let computed =
      [test.pearson, test.firstOrder.pValue, test.f.statistic] + test.f.degreesOfFreedom
      + [test.f.pValue, test.secondOrder.pValue]
    #expect(agreesClosely(computed, r.numbers))
    #expect(test.firstOrder.degreesOfFreedom == [2])
    #expect(agreesClosely([test.firstOrder.statistic * test.meanDesignEffect], [test.pearson]))
  }

  /// With replacement and equal weights, the covariance of the shares is the multinomial one with
  /// n - 1 below the line. So all design effects are n / (n - 1), and nothing is left to correct.
  @Test("a simple random sample needs no correction")
  func simple() throws {
    let schools = Schools.simple
    let design = try SurveyDesign(weights: SamplingWeights(Array(repeating: 2, count: 200)))
    let rows = schools.api00.map { $0 < 600 ? 0 : $0 < 750 ? 1 : 2 }
    let test = try design.independenceTest(
      rows: rows, rowCount: 3, columns: schools.types, columnCount: 3)
    #expect(agreesClosely([test.meanDesignEffect], [200.0 / 199]))
    #expect(agreesClosely(test.secondOrder.degreesOfFreedom, [4]))
    #expect(agreesClosely([test.secondOrder.pValue], [test.firstOrder.pValue]))
    var counts = [[Double]](repeating: [0, 0, 0], count: 3)
    for (row, column) in zip(rows, schools.types) { counts[row][column] += 1 }
    var pearson = 0.0
    for i in 0..<3 {
      for j in 0..<3 {
        let expected = counts[i].reduce(0, +) * (0..<3).reduce(0) { $0 + counts[$1][j] } / 200
        pearson += (counts[i][j] - expected) * (counts[i][j] - expected) / expected
      }
    }
    #expect(agreesClosely([test.pearson], [pearson]))
  }

  @Test("swapping and renumbering rows and columns changes nothing")
  func symmetry() throws {
    let schools = Schools.twoStage
    let design = try SchoolDesign.clus2.make()
    let met = schools.metTarget.map { $0 ? 1 : 0 }
    let one = try design.independenceTest(
      rows: met, rowCount: 2, columns: schools.types, columnCount: 3)
    let two = try design.independenceTest(
      rows: schools.types.map { 2 - $0 }, rowCount: 3, columns: met, columnCount: 2)
    #expect(agreesClosely([two.pearson, two.f.statistic], [one.pearson, one.f.statistic]))
    #expect(agreesClosely(two.f.degreesOfFreedom, one.f.degreesOfFreedom))
  }

  @Test("an empty cell counts as nothing")
  func emptyCell() throws {
    let design = try SurveyDesign(weights: SamplingWeights(Array(repeating: 1, count: 12)))
    let test = try design.independenceTest(
      rows: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], rowCount: 2,
      columns: [0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1], columnCount: 2)
    // 3, 3 / 0, 6: 12 (3·6 - 3·0)² / (6·6·3·9) = 4.
    #expect(agreesClosely([test.pearson], [4]))
  }
}

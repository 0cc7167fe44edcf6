import Foundation
import Statistics
import Testing

@Suite("Complex samples: domains")
struct SurveyDomainTests {
  @Test(arguments: SchoolNumbers.domainMeans)
  func means(_ r: SchoolNumbers) throws {
    let schools = r.design.schools
    let means = try r.design.make().means(of: schools.api00, by: schools.types, domains: 3)
    #expect(agreesClosely(valuesAndErrors(means) + means.map { $0?.designEffect }, r.numbers))
  }

  @Test(arguments: SchoolNumbers.domainTotals)
  func totals(_ r: SchoolNumbers) throws {
    let schools = r.design.schools
    let totals = try r.design.make().totals(of: schools.api99, by: schools.types, domains: 3)
    #expect(agreesClosely(valuesAndErrors(totals), r.numbers))
  }

  @Test(arguments: SchoolNumbers.domainRatios)
  func ratios(_ r: SchoolNumbers) throws {
    let schools = r.design.schools
    let ratios = try r.design.make().ratios(
      of: schools.api00, to: schools.api99, by: schools.types, domains: 3)
    #expect(agreesClosely(valuesAndErrors(ratios), r.numbers))
  }

  @Test(arguments: SchoolNumbers.domainShares)
  func shares(_ r: SchoolNumbers) throws {
    let schools = r.design.schools
    let shares = try r.design.make().proportions(
      of: schools.metTarget, by: schools.types, domains: 3)
    #expect(agreesClosely(valuesAndErrors(shares), r.numbers))
  }

  @Test(arguments: SchoolNumbers.domainDegrees)
  func degreesOfFreedom(_ r: SchoolNumbers) throws {
    let schools = r.design.schools
    let design = try r.design.make()
    let means = try design.means(of: schools.api00, by: schools.types, domains: 3)
    #expect(agreesClosely(means.map { $0.map { Double($0.degreesOfFreedom) } }, r.numbers))
    for type in 0..<3 {
      let part = try design.subpopulation(where: schools.types.map { $0 == type })
      #expect(Double(part.degreesOfFreedom) == r.numbers[type])
    }
  }

  @Test(arguments: SchoolNumbers.differences)
  func difference(_ r: SchoolNumbers) throws {
    let schools = r.design.schools
    let met = schools.metTarget.map { $0 ? 7 : 3 }
    let design = try r.design.make()
    let difference = try design.meanDifference(of: schools.api00, by: met, domain: 7, minus: 3)
    #expect(agreesClosely([difference.value, difference.standardError], r.numbers))
    let turned = try design.meanDifference(of: schools.api00, by: met, domain: 3, minus: 7)
    #expect(agreesClosely([-turned.value, turned.standardError], r.numbers))
    let same = try design.meanDifference(of: schools.api00, by: met, domain: 3, minus: 3)
    #expect(same.value == 0 && same.standardError == 0)
  }

  @Test("all domains at once are the subpopulations one by one", arguments: SchoolDesign.allCases)
  func oneByOne(_ name: SchoolDesign) throws {
    let (design, schools) = (try name.make(), name.schools)
    let codes = schools.schools.map { $0 % 7 }
    let means = try design.means(of: schools.api00, by: codes, domains: 7)
    let totals = try design.totals(of: schools.api00, by: codes, domains: 7)
    for code in 0..<7 {
      let part = try design.subpopulation(where: codes.map { $0 == code })
      #expect(try means[code] == part.mean(of: schools.api00))
      #expect(try totals[code] == part.total(of: schools.api00))
    }
  }

  @Test("a domain without rows is nil, and the last code counts")
  func emptyDomain() throws {
    let design = try SchoolDesign.strat.make()
    let schools = Schools.stratified
    let codes = schools.types.map { $0 * 2 }
    let means = try design.means(of: schools.api00, by: codes, domains: 5)
    #expect(means.map { $0 == nil } == [false, true, false, true, false])
  }

  @Test("leaving rows out of the data misjudges a domain, a subpopulation does not")
  func leavingOut() throws {
    let schools = Schools.oneStage
    let wide = schools.api00.map { $0 > 700 }
    let design = try SchoolDesign.clus1.make()
    let right = try design.subpopulation(where: wide).mean(of: schools.api00)
    let kept = schools.api00.indices.filter { wide[$0] }
    let cut = try SurveyDesign(
      weights: SamplingWeights(kept.map { _ in 33.846996307373047 }),
      stages: [
        SamplingStage(clusters: kept.map { schools.districts[$0] }, population: .size(757))
      ])
    let wrong = try cut.mean(of: kept.map { schools.api00[$0] })
    #expect(abs(right.value - wrong.value) < 1e-9)
    #expect(abs(right.standardError / wrong.standardError - 1) > 1e-3)
  }

  /// Sums over strata and units in plain loops, with sums of squares instead of two passes.
  @Test("agrees with plain loops over strata and units")
  func plainLoops() throws {
    let schools = Schools.stratified
    let design = try SchoolDesign.stratClus.make()
    let weights = schools.types.map {
      [44.209999084472656, 15.100000381469727, 20.360000610351562][$0]
    }
    let codes = schools.improved.map { $0 ? 1 : 0 }
    let estimates = try design.means(of: schools.api00, by: codes, domains: 2)
    for code in 0..<2 {
      let rows = codes.indices.filter { codes[$0] == code }
      let all = rows.reduce(0) { $0 + weights[$1] }
      let mean = rows.reduce(0) { $0 + weights[$1] * schools.api00[$1] } / all
      var variance = 0.0
      for stratum in 0..<3 {
        let units = Set(
          codes.indices.filter { schools.types[$0] == stratum }
            .map { schools.districts[$0] })
        let totals = units.map { unit in
          rows.filter { schools.types[$0] == stratum && schools.districts[$0] == unit }
            .reduce(0) { $0 + weights[$1] * (schools.api00[$1] - mean) / all }
        }
        let n = Double(units.count)
        let sum = totals.reduce(0, +)
        let squares = totals.reduce(0) { $0 + $1 * $1 }
        variance += n / (n - 1) * (squares - sum * sum / n)
      }
      #expect(agreesClosely([estimates[code]?.value], [mean]))
      #expect(agreesClosely([estimates[code]?.standardError], [variance.squareRoot()]))
    }
  }

  @Test("the difference of two waves of a panel is that of the persons")
  func panel() throws {
    let (before, after) = (Schools.simple.api99, Schools.simple.api00)
    let persons = Array(0..<200)
    let weights = (0..<200).map { 1 + Double($0 % 3) }
    let design = try SurveyDesign(
      weights: SamplingWeights(weights + weights),
      stages: [SamplingStage(clusters: persons + persons)])
    let waves = Array(repeating: 0, count: 200) + Array(repeating: 1, count: 200)
    let rise = try design.meanDifference(of: before + after, by: waves, domain: 1, minus: 0)
    let changes = try SurveyDesign(weights: SamplingWeights(weights))
      .mean(of: zip(after, before).map { $0 - $1 })
    #expect(
      agreesClosely([rise.value, rise.standardError], [changes.value, changes.standardError]))
    #expect(rise.degreesOfFreedom == 199)
    // Taken as independent the two waves would look far less certain.
    let means = try design.means(of: before + after, by: waves, domains: 2)
    let (first, second) = (try #require(means[0]), try #require(means[1]))
    let independent = try second.minus(independent: first)
    #expect(independent.standardError > 5 * rise.standardError)
    let (a, b) = (first.standardError, second.standardError)
    #expect(agreesClosely([independent.standardError], [(a * a + b * b).squareRoot()]))
  }

  @Test("a difference of independent samples is that of two strata")
  func independentWaves() throws {
    let (one, two) = (Schools.simple, Schools.stratified)
    let first = try SurveyDesign(weights: SamplingWeights(one.api99)).mean(of: one.api00)
    let second = try SurveyDesign(weights: SamplingWeights(two.api99)).mean(of: two.api00)
    let waves = Array(repeating: 0, count: 200) + Array(repeating: 1, count: 200)
    let stacked = try SurveyDesign(
      weights: SamplingWeights(one.api99 + two.api99), stages: [SamplingStage(strata: waves)])
    let difference = try stacked.meanDifference(
      of: one.api00 + two.api00, by: waves, domain: 1, minus: 0)
    let apart = try second.minus(independent: first)
    #expect(
      agreesClosely(
        [apart.value, apart.standardError], [difference.value, difference.standardError]))
    // The pooled degrees of freedom of the strata are the most that there can be.
    #expect(apart.degreesOfFreedom > 199 && apart.degreesOfFreedom < difference.degreesOfFreedom)
  }

  /// R 4.2.2: `t.test(extra ~ group, data = sleep)`, t = -1.8608, df = 17.776, p = 0.07939; the
  /// data of Student 1908. Welch's degrees of freedom are Satterthwaite's.
  @Test("the test of a difference of independent samples is Welch's")
  func independentSleep() throws {
    let first: [Double] = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
    let second: [Double] = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    func mean(_ values: [Double]) throws -> SurveyEstimate {
      try SurveyDesign(weights: SamplingWeights(equal: values.count)).mean(of: values)
    }
    let difference = try mean(first).minus(independent: mean(second))
    let welch = try TTest.welch(first, second)
    #expect(agrees(difference.degreesOfFreedom, 17.776, decimals: 3))
    #expect(agrees(try difference.test().statistic, -1.8608, decimals: 4))
    #expect(agrees(try difference.test().pValue, 0.07939, decimals: 5))
    #expect(agreesClosely([try difference.interval().lower], [welch.difference.interval.lower]))
  }

  @Test("an estimate with spread and without degrees of freedom has none to give")
  func noDegrees() throws {
    let design = try SurveyDesign(weights: SamplingWeights([1, 1, 1, 1]))
    let alone = try design.subpopulation(where: [true, false, false, false])
      .total(of: [5, 1, 2, 4])
    let all = try design.mean(of: [5, 1, 2, 4])
    #expect(alone.degreesOfFreedom == 0 && alone.standardError > 0)
    #expect(try all.minus(independent: alone).degreesOfFreedom == 0)
    // Without spread it takes no part.
    let certain = try design.mean(of: [2, 2, 2, 2])
    #expect(try all.minus(independent: certain).degreesOfFreedom == 3)
  }

  /// R 4.2.2: `t.test(extra ~ group, data = sleep, paired = TRUE)`, t = -4.0621, df = 9,
  /// p = 0.002833; the data of Student 1908.
  @Test("the test of a change is the paired t test")
  func sleep() throws {
    let first: [Double] = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
    let second: [Double] = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    let persons = Array(0..<10)
    let design = try SurveyDesign(
      weights: SamplingWeights(Array(repeating: 1, count: 20)),
      stages: [SamplingStage(clusters: persons + persons)])
    let drugs = persons.map { _ in 1 } + persons.map { _ in 2 }
    let difference = try design.meanDifference(of: first + second, by: drugs, domain: 1, minus: 2)
    let test = try difference.test()
    #expect(agrees(test.statistic, -4.0621, decimals: 4))
    #expect(test.degreesOfFreedom == [9])
    #expect(agrees(test.pValue, 0.002833, decimals: 6))
    let less = try difference.test(alternative: .less)
    #expect(abs(less.pValue - test.pValue / 2) < 1e-15)
    #expect(abs(try difference.test(alternative: .greater).pValue - (1 - less.pValue)) < 1e-15)
    let normal = try difference.test(distribution: .normal)
    #expect(normal.degreesOfFreedom.isEmpty && normal.pValue < test.pValue)
    let interval = try difference.interval()
    // The test against an end of the interval has the p value that belongs to its level.
    #expect(abs(try difference.test(against: interval.upper).pValue - 0.05) < 1e-12)
    let estimate = try difference.estimate()
    #expect(estimate.interval == interval && estimate.value == difference.value)
  }
}

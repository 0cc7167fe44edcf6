import Statistics
import Testing

@Suite("Complex samples: replicate weights")
struct SurveyReplicateTests {
  @Test(arguments: SchoolNumbers.jackknife)
  func jackknife(_ r: SchoolNumbers) throws {
    #expect(agreesClosely(try Self.errors(r.design, .replicates), r.numbers))
  }

  @Test(arguments: SchoolNumbers.jackknifeAroundEstimate)
  func aroundEstimate(_ r: SchoolNumbers) throws {
    #expect(agreesClosely(try Self.errors(r.design, .estimate), r.numbers))
  }

  private static func errors(
    _ name: SchoolDesign, _ centre: SurveyReplicates.Centre
  ) throws -> [Double] {
    let (design, schools) = (try name.make(), name.schools)
    let replicates = try design.jackknife()
    let elementary = try design.subpopulation(where: schools.isElementary).jackknife()
    return [
      try replicates.mean(of: schools.api00, around: centre).standardError,
      try replicates.total(of: schools.api99, around: centre).standardError,
      try replicates.ratio(of: schools.api00, to: schools.api99, around: centre).standardError,
      try elementary.mean(of: schools.api00, around: centre).standardError,
    ]
  }

  @Test(
    "of a total, the jackknife is the linearised variance",
    arguments: [
      SchoolDesign.srs, .srsUnlimited, .strat, .stratClus, .clus1, .clus2Ultimate, .aloneCertainty,
    ])
  func totals(_ name: SchoolDesign) throws {
    let design = try name.make()
    let linear = try design.total(of: name.schools.api00)
    let jackknife = try design.jackknife().total(of: name.schools.api00)
    #expect(
      agreesClosely(
        [jackknife.value, jackknife.standardError], [linear.value, linear.standardError]))
    #expect(jackknife.degreesOfFreedom == linear.degreesOfFreedom)
    #expect(jackknife.designEffect == nil)
  }

  @Test("a closure of weights is the statistic itself")
  func closure() throws {
    let schools = Schools.stratified
    let replicates = try SchoolDesign.strat.make().jackknife()
    #expect(replicates.count == 200)
    let mean = try replicates.mean(of: schools.api00)
    let values = schools.api00
    let own = try replicates.estimate { weights in
      zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    }
    #expect(agreesClosely([own.value, own.standardError], [mean.value, mean.standardError]))
  }

  /// Leaving one unit out by hand, for a statistic that has no formula here.
  @Test("agrees with leaving each cluster out by hand")
  func byHand() throws {
    let schools = Schools.oneStage
    let values = schools.api00
    let spread: @Sendable ([Double]) -> Double = { weights in
      let all = weights.reduce(0, +)
      let mean = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / all
      return zip(weights, values).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) } / all
    }
    let estimate = try SchoolDesign.clus1.make().jackknife()
      .estimate(around: .estimate) { spread($0) }
    let full = spread(Array(repeating: 1, count: 183))
    var sum = 0.0
    for left in Set(schools.districts) {
      let one = spread(schools.districts.map { $0 == left ? 0 : 1 })
      sum += (one - full) * (one - full)
    }
    let variance = (1 - 15.0 / 757) * 14 / 15 * sum
    #expect(
      agreesClosely([estimate.value, estimate.standardError], [full, variance.squareRoot()]))
  }

  @Test(
    "the bootstrap gets near the linearised error",
    arguments: [
      SchoolDesign.srs, .strat, .stratClus, .clus1, .aloneCertainty,
    ])
  func bootstrap(_ name: SchoolDesign) throws {
    let design = try name.make()
    let values = name.schools.api00
    let replicates = try design.bootstrap(replicates: 400, seed: 11)
    // A standard error out of 400 replicates has a relative error of 3.5 percent; here 3 of these.
    let total = try replicates.total(of: values).standardError
    #expect(abs(total / (try design.total(of: values).standardError) - 1) < 0.106)
    let mean = try replicates.mean(of: values).standardError
    #expect(abs(mean / (try design.mean(of: values).standardError) - 1) < 0.106)
  }

  @Test("each replicate keeps the weight of its strata, and draws n - 1 units")
  func draws() throws {
    let schools = Schools.stratified
    let unlimited = try SurveyDesign(
      weights: SamplingWeights(Array(repeating: 1, count: 200)),
      stages: [SamplingStage(strata: schools.types)])
    let replicates = try unlimited.bootstrap(replicates: 20, seed: 3)
    for replicate in 0..<20 {
      let weights = try #require(replicates.weights(of: replicate))
      for (type, n) in [(0, 100.0), (1, 50), (2, 50)] {
        let mine = weights.indices.filter { schools.types[$0] == type }.map { weights[$0] }
        #expect(abs(mine.reduce(0, +) - n) < 1e-9)
        for weight in mine {
          let times = weight * (n - 1) / n
          #expect(abs(times - times.rounded()) < 1e-9)
        }
      }
    }
    #expect(replicates.weights(of: 20) == nil && replicates.weights(of: -1) == nil)
  }

  /// There are 9 equally likely ways to draw 2 of 3 units with replacement.
  @Test("over all ways to draw, the mean square is the linearised variance")
  func allDraws() throws {
    let values = [3.0, 10, 7]
    let design = try SurveyDesign(
      weights: SamplingWeights([4, 4, 4]), stages: [SamplingStage(population: .size(12))])
    let total = try design.total(of: values)
    // Enough replicates to meet each of the 6 different sets of weights.
    let replicates = try design.bootstrap(replicates: 200, seed: 5)
    var squares: [[Int]: Double] = [:]
    for replicate in 0..<200 {
      let weights = try #require(replicates.weights(of: replicate))
      let factor = (1 - 3.0 / 12).squareRoot()
      let times = weights.map { Int((($0 / 4 - 1 + factor) / (factor * 1.5)).rounded()) }
      let distance = zip(weights, values).reduce(-total.value) { $0 + $1.0 * $1.1 }
      squares[times] = distance * distance
    }
    #expect(squares.count == 6)
    // Two draws of one unit can happen in one way, of two different units in two.
    let mean = squares.reduce(0) { $0 + $1.value * ($1.key.contains(2) ? 1 : 2) } / 9
    #expect(agreesClosely([mean], [total.variance]))
  }

  @Test("the same seed gives the same result")
  func seed() throws {
    let design = try SchoolDesign.clus2.make()
    let values = Schools.twoStage.api00
    func median(_ seed: UInt64) throws -> SurveyEstimate {
      try design.bootstrap(replicates: 100, seed: seed).quantile(0.5, of: values)
    }
    let (one, again, other) = try (median(1), median(1), median(2))
    #expect(one == again)
    #expect(one.value == other.value && one.standardError != other.standardError)
    let woodruff = try design.quantileEstimate(0.5, of: values)
    #expect(abs(one.standardError / (woodruff.standardError ?? 0) - 1) < 0.5)
  }

  @Test("what a statistic throws comes out")
  func throwing() throws {
    let replicates = try SchoolDesign.clus1.make().jackknife()
    Refusal("the mean of an empty sample is not defined") {
      try replicates.estimate { _ throws(StatisticsError) in try Location.mean(of: []) }
    }.verify()
    Refusal("the replicate variance of this sample is too large for a floating-point number") {
      try replicates.estimate { _ in .infinity }
    }.verify()
  }
}

import Foundation
import Statistics
import Testing

@Suite("Complex samples: intervals of shares")
struct SurveyProportionTests {
  private static let methods: [SurveyProportionMethod] = [.logit, .beta, .asin, .mean]

  @Test(arguments: SchoolNumbers.shares)
  func ends(_ r: SchoolNumbers) throws {
    let share = try r.design.make().proportion(of: r.design.schools.metTarget)
    #expect(agreesClosely(try Self.ends(share), r.numbers))
  }

  @Test(arguments: SchoolNumbers.elementaryShares)
  func elementary(_ r: SchoolNumbers) throws {
    let part = try r.design.make().subpopulation(where: r.design.schools.isElementary)
    let share = try part.proportion(of: r.design.schools.metTarget)
    #expect(agreesClosely(try Self.ends(share), r.numbers))
  }

  private static func ends(_ share: SurveyEstimate) throws -> [Double] {
    try methods.flatMap { method in
      let interval = try share.proportionInterval(method)
      return [interval.lower, interval.upper]
    }
  }

  /// R 4.2.2 and survey 4.1.1, `svyciprop(method = "likelihood")`: 0.7577 to 0.8644 for apisrs and
  /// 0.8263 to 0.9137 for apiclus1. R divides the deviance by n / (n - 1), n being 200 and 183, so
  /// its interval belongs to a deviance that is larger by half a percent.
  @Test(
    arguments: [
      (.srs, 0.757685270591, 0.864385117846), (.clus1, 0.826288241964, 0.913694491892),
    ] as [(SchoolDesign, Double, Double)])
  func likelihood(_ name: SchoolDesign, _ lower: Double, _ upper: Double) throws {
    let share = try name.make().proportion(of: name.schools.metTarget)
    let interval = try share.proportionInterval(.likelihood)
    #expect(abs(interval.lower - lower) < 3e-4)
    #expect(abs(interval.upper - upper) < 3e-4)
  }

  /// The ends solved by halving, on the scale of the share.
  @Test(
    "the likelihood interval ends where the deviance reaches its limit",
    arguments: [
      SchoolDesign.srs, .strat, .clus1, .clus2, .stratClus,
    ])
  func deviance(_ name: SchoolDesign) throws {
    let share = try name.make().proportion(of: name.schools.metTarget)
    let p = share.value
    let half = try share.interval().upper - p
    let limit = half * half / (p * (1 - p))
    func deviance(_ q: Double) -> Double {
      2 * (p * log(p / q) + (1 - p) * log((1 - p) / (1 - q)))
    }
    func end(between near: Double, _ far: Double) -> Double {
      var (near, far) = (near, far)
      for _ in 0..<200 {
        let middle = (near + far) / 2
        if deviance(middle) < limit { near = middle } else { far = middle }
      }
      return near
    }
    let interval = try share.proportionInterval(.likelihood)
    #expect(abs(interval.lower - end(between: p, 1e-12)) < 1e-12)
    #expect(abs(interval.upper - end(between: p, 1 - 1e-12)) < 1e-12)
  }

  @Test("turning the answer round mirrors the interval", arguments: SurveyProportionMethod.allCases)
  func mirror(_ method: SurveyProportionMethod) throws {
    let design = try SchoolDesign.clus2.make()
    let met = Schools.twoStage.metTarget
    let one = try design.proportion(of: met).proportionInterval(method, confidence: 0.9)
    let other = try design.proportion(of: met.map { !$0 })
      .proportionInterval(method, confidence: 0.9)
    #expect(abs(one.lower + other.upper - 1) < 1e-12)
    #expect(abs(one.upper + other.lower - 1) < 1e-12)
    #expect(one.lower > 0 && one.upper < 1 && one.confidence == 0.9)
  }

  @Test("a simple random sample with replacement: nearly Clopper and Pearson")
  func clopperPearson() throws {
    let met = Schools.simple.metTarget
    let successes = met.filter { $0 }.count
    let design = try SurveyDesign(weights: SamplingWeights(Array(repeating: 1, count: 200)))
    let interval = try design.proportion(of: met).proportionInterval(.beta)
    // The variance has n - 1 below the line, so the effective size is 199, not 200.
    let exact = try ProportionInterval.clopperPearson(successes: successes, trials: 200)
    #expect(abs(interval.lower - exact.lower) < 1e-3)
    #expect(abs(interval.upper - exact.upper) < 1e-3)
  }
}

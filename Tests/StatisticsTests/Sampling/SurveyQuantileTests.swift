import Statistics
import Testing

@Suite("Complex samples: quantiles")
struct SurveyQuantileTests {
  static let all: [(SurveyProportionMethod, SchoolNumbers)] =
    SchoolNumbers.quantilesMean.map { (.mean, $0) }
    + SchoolNumbers.quantilesLogit.map { (.logit, $0) }
    + SchoolNumbers.quantilesBeta.map { (.beta, $0) }
    + SchoolNumbers.quantilesAsin.map { (.asin, $0) }

  @Test(arguments: all)
  func woodruff(_ method: SurveyProportionMethod, _ r: SchoolNumbers) throws {
    let design = try r.design.make()
    let estimates = try [0.25, 0.5, 0.75].map {
      try design.quantileEstimate($0, of: r.design.schools.api00, method: method)
    }
    let computed =
      estimates.map(\.value) + estimates.map { $0.standardError ?? -1 }
      + estimates.map(\.interval.lower) + estimates.map(\.interval.upper)
    #expect(agreesClosely(computed, r.numbers))
  }

  @Test(arguments: SchoolNumbers.quantilesSchool)
  func school(_ r: SchoolNumbers) throws {
    let design = try r.design.make()
    let computed = try [0.15, 0.25, 0.5, 0.75].map {
      try design.quantile($0, of: r.design.schools.api00, rule: .school)
    }
    #expect(agreesClosely(computed, r.numbers))
  }

  @Test("equal weights: the k-th of n values, and the mean of two at a tie")
  func equalWeights() throws {
    let values = Schools.simple.api00
    let sorted = values.sorted()
    // 30.97 is no binary fraction: the sums of weights are ties only up to rounding.
    for weight in [1, 30.97, 0.1, 1e-300, 1e300] {
      let design = try SurveyDesign(
        weights: SamplingWeights(Array(repeating: weight, count: 200)))
      for k in stride(from: 1, to: 200, by: 9) {
        let p = Double(k) / 200
        #expect(try design.quantile(p, of: values) == sorted[k - 1])
        let middle = (sorted[k - 1] + sorted[k]) / 2
        #expect(try design.quantile(p, of: values, rule: .school) == middle)
        #expect(try design.quantile(p + 0.001, of: values, rule: .school) == sorted[k])
      }
      for rule in WeightedQuantileRule.allCases {
        #expect(try design.quantile(0, of: values, rule: rule) == sorted[0])
        #expect(try design.quantile(1, of: values, rule: rule) == sorted[199])
      }
    }
  }

  @Test("a weight of 3 is three rows")
  func wholeWeights() throws {
    let values = Array(Schools.simple.api00.prefix(40))
    let weights = (0..<40).map { 1 + $0 % 4 }
    let weighted = try SurveyDesign(weights: SamplingWeights(weights.map(Double.init)))
    let repeated = zip(values, weights).flatMap { Array(repeating: $0, count: $1) }
    let plain = try SurveyDesign(
      weights: SamplingWeights(Array(repeating: 1, count: repeated.count)))
    for step in 0...100 {
      for rule in WeightedQuantileRule.allCases {
        let p = Double(step) / 100
        let (a, b) = try (
          weighted.quantile(p, of: values, rule: rule), plain.quantile(p, of: repeated, rule: rule)
        )
        #expect(a == b)
      }
    }
  }

  @Test("the median of a school sample is Location's")
  func median() throws {
    let values = Schools.oneStage.api00
    let design = try SchoolDesign.clus1.make()
    #expect(try design.quantile(0.5, of: values) == Location.median(of: values))
  }
}

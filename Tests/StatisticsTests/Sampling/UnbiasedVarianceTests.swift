import Statistics
import Testing

/// Draws every possible sample of a small population. The mean of the estimated variances of a
/// total must be the true variance of the estimated total, to the last digits.
@Suite("Complex samples: over all possible samples")
struct UnbiasedVarianceTests {
  /// All ways to choose `count` of the numbers below `all`.
  static func choices(_ count: Int, of all: Int) -> [[Int]] {
    if count == 0 { return [[]] }
    if all < count { return [] }
    return choices(count, of: all - 1) + choices(count - 1, of: all - 1).map { $0 + [all - 1] }
  }

  struct Outcome {
    let probability: Double
    let total: SurveyEstimate
  }

  private func verify(_ outcomes: [Outcome], truth: Double) {
    #expect(abs(outcomes.reduce(0) { $0 + $1.probability } - 1) < 1e-12)
    let mean = outcomes.reduce(0) { $0 + $1.probability * $1.total.value }
    #expect(abs(mean - truth) < 1e-10 * truth)
    let variance = outcomes.reduce(0) {
      $0 + $1.probability * ($1.total.value - truth) * ($1.total.value - truth)
    }
    let estimated = outcomes.reduce(0) { $0 + $1.probability * $1.total.variance }
    #expect(abs(estimated - variance) < 1e-10 * variance)
  }

  @Test("strata without replacement, of all and of a domain", arguments: [false, true])
  func strata(_ domainOnly: Bool) throws {
    let populations: [[Double]] = [[3, 8, 1, 9, 4], [20, 35, 28, 50]]
    let isMember = { (value: Double) in !domainOnly || Int(value) % 2 == 0 }
    let samples = Self.choices(3, of: 5).flatMap { first in
      Self.choices(2, of: 4).map { (first, $0) }
    }
    let outcomes = try samples.map { first, second in
      let values = first.map { populations[0][$0] } + second.map { populations[1][$0] }
      let design = try SurveyDesign(
        weights: SamplingWeights([5.0 / 3, 5.0 / 3, 5.0 / 3, 2, 2]),
        stages: [
          SamplingStage(
            strata: [7, 7, 7, -2, -2], population: .fractions([0.6, 0.6, 0.6, 0.5, 0.5]))
        ])
      // Nobody in the domain: a total of 0 for certain.
      let total = try design.totals(
        of: values.map { isMember($0) ? $0 : 0 }, by: [0, 0, 0, 0, 0], domains: 1)[0]
      return Outcome(probability: 1 / Double(samples.count), total: try #require(total))
    }
    verify(outcomes, truth: populations.joined().filter(isMember).reduce(0, +))
  }

  @Test("two stages without replacement")
  func twoStages() throws {
    let clusters: [[Double]] = [[3, 9], [14, 2, 6], [7, 5, 11, 30]]
    var outcomes: [Outcome] = []
    for pair in Self.choices(2, of: 3) {
      let first = Self.choices(2, of: clusters[pair[0]].count)
      let second = Self.choices(2, of: clusters[pair[1]].count)
      for one in first {
        for two in second {
          let sizes = [pair[0], pair[0], pair[1], pair[1]].map { Double(clusters[$0].count) }
          let values = one.map { clusters[pair[0]][$0] } + two.map { clusters[pair[1]][$0] }
          let design = try SurveyDesign(
            weights: SamplingWeights(sizes.map { 1.5 * $0 / 2 }),
            stages: [
              SamplingStage(clusters: [pair[0], pair[0], pair[1], pair[1]], population: .size(3)),
              SamplingStage(population: .sizes(sizes)),
            ])
          outcomes.append(
            Outcome(
              probability: 1 / Double(3 * first.count * second.count),
              total: try design.total(of: values)))
        }
      }
    }
    verify(outcomes, truth: clusters.joined().reduce(0, +))
  }

  @Test("three stages, with strata in the second")
  func threeStages() throws {
    // Two of three towns; in each of a town's two quarters one of two houses... so that quarters
    // are strata of two drawn houses out of two or three; in each house one or two of its people.
    let towns: [[[[Double]]]] = [
      [[[1, 5], [2, 8]], [[4, 4], [9, 3], [6, 1]]],
      [[[7, 2], [3, 3], [10, 12]], [[5, 1], [8, 6]]],
      [[[20, 2], [4, 11]], [[6, 6], [13, 1]]],
    ]
    var outcomes: [Outcome] = []
    for pair in Self.choices(2, of: 3) {
      // All ways to draw two houses in each quarter of both towns.
      var ways: [[(town: Int, quarter: Int, house: Int)]] = [[]]
      for town in pair {
        for quarter in 0..<2 {
          let houses = Self.choices(2, of: towns[town][quarter].count)
          ways = ways.flatMap { way in
            houses.map { way + $0.map { (town, quarter, $0) } }
          }
        }
      }
      for way in ways {
        // Everybody in a drawn house is asked.
        let rows = way.flatMap { place in (0..<2).map { (place, $0) } }
        let sizes = rows.map { Double(towns[$0.0.town][$0.0.quarter].count) }
        let design = try SurveyDesign(
          weights: SamplingWeights(sizes.map { 1.5 * $0 / 2 }),
          stages: [
            SamplingStage(clusters: rows.map(\.0.town), population: .size(3)),
            SamplingStage(
              strata: rows.map(\.0.quarter), clusters: rows.map(\.0.house),
              population: .sizes(sizes)),
            SamplingStage(population: .fraction(1)),
          ])
        let values = rows.map { towns[$0.0.town][$0.0.quarter][$0.0.house][$0.1] }
        outcomes.append(
          Outcome(
            probability: 1 / Double(3 * ways.count), total: try design.total(of: values)))
      }
    }
    verify(outcomes, truth: towns.joined().joined().joined().reduce(0, +))
  }
}

import Statistics
import Testing

@Suite("Post-stratification, trimming and non-response")
struct PostStratificationTests {
  /// R 4.2.2, survey 4.1.1: `postStratify(dclus1, ~stype, ...)`.
  @Test func schools() throws {
    let result = try Weighting.postStratify(SchoolSample.weights, to: SchoolSample.types)
    let printed = ["E": 30.701388888888886, "H": 53.928571428571423, "M": 40.72]
    let types = SchoolSample.letters(SchoolSample.typeLetters)
    for (type, weight) in zip(types, result.weights.values) {
      let expected = try #require(printed[type])
      #expect(agrees(weight, expected, decimals: 12))
    }
    let total = zip(result.weights.values, SchoolSample.enrolments).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(agrees(total, 3680892.94511905, decimals: 7))
    #expect(result.rounds == 1 && result.margins[0].largestDifference < 1e-14)
  }

  /// R 4.2.2, survey 4.1.1: `trimWeights(upper =, strict = TRUE)`.
  @Test(
    arguments: [
      (4, [3.5, 3.5, 3.5, 3.5, 4, 4, 4, 4, 4, 4, 3, 4], nil),
      (
        5,
        [
          2.8888888888889, 2.8888888888889, 2.8888888888889, 2.8888888888889, 3.8888888888889,
          3.8888888888889, 4.8888888888889, 5, 5, 5, 2.3888888888889, 3.3888888888889,
        ], 3
      ),
      (
        10,
        [
          1.9090909090909, 1.9090909090909, 1.9090909090909, 1.9090909090909, 2.9090909090909,
          2.9090909090909, 3.9090909090909, 4.9090909090909, 8.9090909090909, 10,
          1.4090909090909, 2.4090909090909,
        ], 1
      ),
    ] as [(Double, [Double], Int?)])
  func trimWeights(_ limit: Double, _ printed: [Double], _ trimmed: Int?) throws {
    let weights = try SamplingWeights([1, 1, 1, 1, 2, 2, 3, 4, 8, 20, 0.5, 1.5])
    let result = try Weighting.trim(weights, to: .value(limit), redistribution: .inEqualParts)
    for (weight, value) in zip(result.weights.values, printed) {
      #expect(agrees(weight, value, decimals: 12))
    }
    // At a limit of 4 a weight ends on the limit, or one rounding below it.
    if let trimmed { #expect(result.trimmed == trimmed) }
  }

  /// The proportional rule from its result: those below the limit share one factor, those at the
  /// limit would be above it with that factor, and the sum stays.
  @Test("in proportion", arguments: [4, 5, 7, 10, 19] as [Double])
  func proportional(_ limit: Double) throws {
    let before = [1, 1, 1, 1, 2, 2, 3, 4, 8, 20, 0.5, 1.5, 0]
    let result = try Weighting.trim(SamplingWeights(before), to: .value(limit))
    let after = result.weights.values
    #expect(abs(after.reduce(0, +) - before.reduce(0, +)) < 1e-12)
    let factor = after[10] / before[10]
    for (one, other) in zip(before, after) {
      #expect(other <= limit)
      #expect(
        other == limit ? factor * one >= limit * (1 - 1e-12) : abs(other - factor * one) < 1e-12)
    }
    #expect(after[12] == 0 && result.limit == limit && result.rounds >= 1)
    #expect(result.trimmed == after.count { $0 == limit })
  }

  @Test("limits as multiples and quantiles; nothing above, nothing done")
  func limits() throws {
    let weights = try SamplingWeights([1, 2, 3, 4, 10, 0])
    #expect(try Weighting.trim(weights, to: .multipleOfMedian(2)).limit == 6)
    #expect(try Weighting.trim(weights, to: .quantile(0.75)).limit == 4)
    let loose = try Weighting.trim(weights, to: .quantile(1))
    #expect(loose.weights == weights && loose.trimmed == 0 && loose.rounds == 0)
    let mean = try Weighting.trim(weights, to: .value(4))
    #expect(mean.weights.values.prefix(5).allSatisfy { abs($0 - 4) < 1e-12 })
  }

  @Test func kish() throws {
    // R 4.2.2: n Σw² / (Σw)² and (Σw)² / Σw².
    let weights = try SamplingWeights([1, 2, 3, 4, 5.5])
    #expect(agrees(weights.designEffect, 1.2539021852237253, decimals: 14))
    #expect(agrees(weights.effectiveSampleSize, 3.9875518672199171, decimals: 14))
    #expect(weights.ratio == 5.5)
    for factor in [1e-300, 1e300] {
      let scaled = try SamplingWeights(weights.values.map { $0 * factor })
      #expect(abs(scaled.designEffect - weights.designEffect) < 1e-14)
      #expect(abs(scaled.effectiveSampleSize - weights.effectiveSampleSize) < 1e-14)
    }
    let mean = 15.5 / 5
    let variance = weights.values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 5
    #expect(abs(weights.designEffect - (1 + variance / (mean * mean))) < 1e-14)
    let equal = try SamplingWeights(equal: 7)
    #expect(equal.designEffect == 1 && equal.effectiveSampleSize == 7 && equal.ratio == 1)
    let one = try SamplingWeights([0, 0, 3, 0])
    #expect(one.designEffect == 4 && one.effectiveSampleSize == 1 && one.ratio == 1)
  }

  /// Whole numbers: in class a 4 of 10 respond, in class b 1 of 2 with three quarters of the
  /// weight.
  @Test func nonresponse() throws {
    let base = try SamplingWeights(Array(repeating: 5, count: 10) + [30, 10])
    let responded = (0..<10).map { $0 < 4 } + [true, false]
    let classes = Array(repeating: "a", count: 10) + ["b", "b"]
    let result = try Weighting.adjustForNonresponse(base, responded: responded, classes: classes)
    #expect(result.weights.values.prefix(4).allSatisfy { abs($0 - 12.5) < 1e-14 })
    #expect(result.weights.values[4..<10].allSatisfy { $0 == 0 })
    #expect(abs(result.weights.values[10] - 40) < 1e-14 && result.weights.values[11] == 0)
    #expect(result.classes.map(\.label) == ["a", "b"])
    #expect(result.classes.map(\.asked) == [10, 2] && result.classes.map(\.responded) == [4, 1])
    #expect(abs(result.classes[0].responseRate - 0.4) < 1e-15)
    #expect(abs(result.classes[1].factor - 4.0 / 3) < 1e-15)
    let everybody = try Weighting.adjustForNonresponse(
      base, responded: Array(repeating: true, count: 12), classes: classes)
    #expect(everybody.weights == base)
  }
}

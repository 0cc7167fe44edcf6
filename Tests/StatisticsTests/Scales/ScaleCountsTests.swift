import Foundation
import Statistics
import Testing

@Suite("Scales")
struct ScaleCountsTests {
  private static let likert = [3, 7, 12, 20, 9]

  /// R 4.2.2, `t.test(rep(1:5, c(3, 7, 12, 20, 9)))` and `sd`.
  @Test func mean() throws {
    let scale = try ScaleCounts(Self.likert)
    let estimate = try scale.meanEstimate()
    #expect(agrees(estimate.value, 3.4901960784313726, decimals: 14))
    #expect(agrees(estimate.standardError ?? 0, 0.1568627450980392, decimals: 14))
    #expect(agrees(estimate.interval.lower, 3.1751279824155665, decimals: 12))
    #expect(agrees(estimate.interval.upper, 3.8052641744471782, decimals: 12))
    #expect(agrees(try scale.standardDeviation(), 1.1202240672224077, decimals: 14))
    #expect(scale.mean == estimate.value && scale.answers == 51 && scale.steps == 1...5)
  }

  /// R 4.2.2, `prop.test(29, 51, correct = FALSE)` and `prop.test(10, 51, correct = FALSE)`.
  @Test func boxes() throws {
    let scale = try ScaleCounts(Self.likert)
    let top = try scale.topBox(2)
    #expect(top.value == 29.0 / 51)
    #expect(agrees(top.interval.lower, 0.4326530210930224, decimals: 13))
    #expect(agrees(top.interval.upper, 0.6949876389209045, decimals: 13))
    let bottom = try scale.bottomBox(2)
    #expect(bottom.value == 10.0 / 51)
    #expect(agrees(bottom.interval.lower, 0.1101534251246669, decimals: 13))
    #expect(agrees(bottom.interval.upper, 0.3245807948136560, decimals: 13))
    let (four, one) = (try scale.topBox(4), try scale.bottomBox(1))
    #expect(abs(four.value + one.value - 1) < 1e-15)
    #expect(abs(four.interval.lower + one.interval.upper - 1) < 1e-15)
  }

  @Test("the mean is that of the written-out answers, whatever the lowest step")
  func written() throws {
    for lowest in [-3, 0, 1, 1000] {
      let scale = try ScaleCounts(Self.likert, lowest: lowest)
      let answers = zip(Self.likert, 0...).flatMap { count, step in
        Array(repeating: Double(lowest + step), count: count)
      }
      let (one, other) = (try scale.meanEstimate(), try Location.meanEstimate(of: answers))
      #expect(abs(one.value - other.value) < 1e-12)
      #expect(abs(one.interval.lower - other.interval.lower) < 1e-12)
    }
  }

  @Test("the interval of the mean ends where the scale ends")
  func cut() throws {
    let interval = try ScaleCounts([0, 0, 0, 1, 2]).meanEstimate().interval
    #expect(interval.upper == 5 && interval.lower > 1)
    let wide = try ScaleCounts([1, 1]).meanEstimate().interval
    #expect(wide.lower == 1 && wide.upper == 2)
  }

  /// The two ends, and the same number of answers at each step: (K + 1) / (3 (K - 1)).
  @Test("known polarisations")
  func polarisation() throws {
    #expect(try ScaleCounts([5, 0, 0, 0, 5]).polarisation == 1)
    #expect(try ScaleCounts([0, 0, 9, 0, 0]).polarisation == 0)
    for steps in 2...11 {
      let even = try ScaleCounts([Int](repeating: 3, count: steps)).polarisation
      #expect(abs(even - Double(steps + 1) / Double(3 * (steps - 1))) < 1e-14)
    }
  }

  /// The standard error again, by the derivative of the variance in each cell's share.
  @Test("the error of the polarisation agrees with the delta method in cells")
  func deltaMethod() throws {
    let estimate = try ScaleCounts(Self.likert).polarisationEstimate()
    let n = 51.0
    let shares = Self.likert.map { Double($0) / n }
    let polarisation: ([Double]) -> Double = { p in
      let mean = zip(p, 1...).reduce(0) { $0 + $1.0 * Double($1.1) }
      let square = zip(p, 1...).reduce(0) { $0 + $1.0 * Double($1.1 * $1.1) }
      return (square - mean * mean) * 4 / 16
    }
    let slopes = shares.indices.map { cell in
      var (up, down) = (shares, shares)
      (up[cell], down[cell]) = (shares[cell] + 1e-5, shares[cell] - 1e-5)
      return (polarisation(up) - polarisation(down)) / 2e-5
    }
    let mean = zip(slopes, shares).reduce(0) { $0 + $1.0 * $1.1 }
    let variance = zip(slopes, shares).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) }
    #expect(abs((estimate.standardError ?? 0) - (variance / n).squareRoot()) < 1e-9)
    #expect(abs(estimate.value - polarisation(shares)) < 1e-14)
    #expect(estimate.interval.contains(estimate.value))
  }

  @Test("turning the scale round changes no spread")
  func reversed() throws {
    let one = try ScaleCounts(Self.likert)
    let other = try ScaleCounts(Self.likert.reversed())
    #expect(abs(one.polarisation - other.polarisation) < 1e-15)
    #expect(abs(try one.agreement() - other.agreement()) < 1e-15)
    #expect(abs(one.mean + other.mean - 6) < 1e-14)
  }

  @Test(arguments: [
    Refusal("the number of steps of a scale must lie at 2 or above; 1 was given") {
      try ScaleCounts([4])
    },
    Refusal("the number of steps of a scale must lie at 2 or above; 0 was given") {
      try ScaleCounts([])
    },
    Refusal("the number of answers at step 3 must not be negative; -2 was given") {
      try ScaleCounts([4, 1, -2])
    },
    Refusal("the number of answers must be at least 1; 0 was given") { try ScaleCounts([0, 0]) },
    Refusal("the number of answers must be at most 1000000000000; \(Int.max) was given") {
      try ScaleCounts([Int.max, Int.max])
    },
    Refusal("the lowest step of a scale must lie between -1000 and 1000; 5000 was given") {
      try ScaleCounts([1, 2], lowest: 5000)
    },
    Refusal("the number of steps in a box must lie between 1 and 4; 5 was given") {
      try ScaleCounts([1, 2, 3, 4, 5]).topBox(5)
    },
    Refusal("the number of steps in a box must lie between 1 and 4; 0 was given") {
      try ScaleCounts([1, 2, 3, 4, 5]).bottomBox(0)
    },
    Refusal("the interval of the mean is not defined when all values are equal") {
      try ScaleCounts([0, 0, 9, 0, 0]).meanEstimate()
    },
    Refusal("the interval of the mean needs at least 2 values; 1 was given") {
      try ScaleCounts([0, 1, 0]).meanEstimate()
    },
    Refusal("the standard deviation needs at least 2 values; 1 was given") {
      try ScaleCounts([0, 1, 0]).standardDeviation()
    },
    Refusal(
      "the interval of the polarisation could not be computed for these numbers: all answers are "
        + "equally far from their mean"
    ) {
      try ScaleCounts([5, 0, 0, 0, 5]).polarisationEstimate()
    },
    Refusal(
      "the confidence level must lie strictly between 0 and 1; 1 was given"
    ) {
      try ScaleCounts([1, 2, 3]).polarisationEstimate(confidence: 1)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}

import Foundation

/// How a method behaves in an endless population, over all shares and numbers of answers.
struct Binomial {
  let minimum: Double
  let minimumAt: (n: Int, share: Double)
  let mean: Double
  let below: Double
  let length: Double

  /// The smallest coverage is exact: between two ends of intervals the coverage has no inner
  /// minimum, so it is smallest just beside an end. The means are over shares 0.0005, 0.0015 ...
  init(_ method: Method, confidence: Double) throws {
    var (minimum, minimumAt) = (2.0, (n: 0, share: 0.0))
    var (sum, count, under, length, lengths) = (0.0, 0, 0, 0.0, 0)
    for n in Constants.sizes {
      let intervals = try (0...n).map { try method.ends(1, n, $0, confidence) }
      for interval in intervals {
        length += interval.upper - interval.lower
        lengths += 1
      }
      for end in intervals.flatMap({ [$0.lower, $0.upper] }) {
        // Just beside an end the interval that stops there does not cover.
        for side in [-1e-9, 1e-9] {
          let share = end + side
          guard share > 0, share < 1 else { continue }
          let coverage = Self.coverage(intervals, n, share)
          if coverage < minimum { (minimum, minimumAt) = (coverage, (n, share)) }
        }
      }
      for step in 0..<1000 {
        let coverage = Self.coverage(intervals, n, (Double(step) + 0.5) / 1000)
        sum += coverage
        count += 1
        if coverage < confidence - Constants.hair { under += 1 }
      }
    }
    self.minimum = minimum
    self.minimumAt = minimumAt
    mean = sum / Double(count)
    below = Double(under) / Double(count)
    self.length = length / Double(lengths)
  }

  private static func coverage(
    _ intervals: [(lower: Double, upper: Double)], _ n: Int, _ share: Double
  ) -> Double {
    var sum = 0.0
    var term = pow(1 - share, Double(n))
    for x in 0...n {
      if intervals[x].lower <= share && share <= intervals[x].upper { sum += term }
      term *= Double(n - x) / Double(x + 1) * share / (1 - share)
    }
    return sum
  }
}

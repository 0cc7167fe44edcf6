import Statistics

/// How intervals for the difference of two finite shares behave, over all pairs of true counts.
struct Differences {
  struct Design: Sendable {
    let first: (invited: Int, answered: Int)
    let second: (invited: Int, answered: Int)
  }

  static let designs = [
    Design(first: (20, 14), second: (20, 14)), Design(first: (20, 14), second: (18, 10)),
    Design(first: (10, 9), second: (10, 9)), Design(first: (30, 20), second: (30, 25)),
    Design(first: (20, 5), second: (20, 5)), Design(first: (15, 15), second: (20, 12)),
  ]

  let minimum: Double
  let mean: Double
  let length: Double

  typealias Ends = (NearCensus, NearCensus, Double) throws -> (lower: Double, upper: Double)

  init(_ design: Design, confidence: Double, _ ends: Ends) throws {
    let (first, second) = (design.first, design.second)
    var intervals: [[(lower: Double, upper: Double)]] = []
    var length = 0.0
    for x in 0...first.answered {
      var row: [(lower: Double, upper: Double)] = []
      for y in 0...second.answered {
        let one = try NearCensus(invited: first.invited, answered: first.answered, positive: x)
        let two = try NearCensus(invited: second.invited, answered: second.answered, positive: y)
        row.append(try ends(one, two, confidence))
        length += row[y].upper - row[y].lower
      }
      intervals.append(row)
    }
    self.length = length / Double((first.answered + 1) * (second.answered + 1))
    var (minimum, sum) = (2.0, 0.0)
    for count in 0...first.invited {
      let ours = Hypergeometric.probabilities(first.invited, count, first.answered)
      for other in 0...second.invited {
        let theirs = Hypergeometric.probabilities(second.invited, other, second.answered)
        let truth = Double(count) / Double(first.invited) - Double(other) / Double(second.invited)
        var coverage = 0.0
        for (x, chance) in ours.enumerated() {
          for (y, chanceToo) in theirs.enumerated() {
            let interval = intervals[x][y]
            if interval.lower - Constants.hair <= truth, truth <= interval.upper + Constants.hair {
              coverage += chance * chanceToo
            }
          }
        }
        minimum = min(minimum, coverage)
        sum += coverage
      }
    }
    self.minimum = minimum
    mean = sum / Double((first.invited + 1) * (second.invited + 1))
  }

  static func exact(
    _ one: NearCensus, _ two: NearCensus, _ confidence: Double
  ) throws -> (lower: Double, upper: Double) {
    let interval = try one.difference(minus: two, confidence: confidence)
    return (interval.lower, interval.upper)
  }

  /// Newcombe's hybrid of two intervals, for the two intervals of the finite groups.
  static func hybrid(
    _ one: NearCensus, _ two: NearCensus, _ confidence: Double
  ) throws -> (lower: Double, upper: Double) {
    let (a, b) = (
      try one.interval(confidence: confidence).shares,
      try two.interval(confidence: confidence).shares
    )
    let (p, q) = (one.share ?? 0, two.share ?? 0)
    let root = { (f: Double, g: Double) in
      (max(0, f) * max(0, f) + max(0, g) * max(0, g)).squareRoot()
    }
    return (p - q - root(p - a.lower, b.upper - q), p - q + root(a.upper - p, q - b.lower))
  }
}

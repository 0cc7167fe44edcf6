/// How a method behaves in groups of known size, over all sizes, numbers of answers and counts.
struct Finite: Sendable {
  private(set) var minimum = 2.0
  private(set) var minimumAt = (invited: 0, answered: 0, count: 0)
  private(set) var mean = 0.0
  private(set) var below = 0.0
  private(set) var worstSide = 0.0
  private(set) var length = 0.0
  private(set) var counts = 0.0

  /// The share of simulated surveys whose interval covered the truth.
  private(set) var simulated = 0.0

  /// How many standard errors the simulated share lies from the enumerated one.
  private(set) var distance = 0.0

  /// Simulates that many surveys for each size, number of answers and count.
  init(_ method: Method, confidence: Double, surveys: Int, seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var (cases, groups, hits, variance) = (0, 0, 0, 0.0)
    for invited in Constants.sizes {
      for answered in Constants.sizes.lowerBound...invited {
        let outcomes = try (0...answered).map {
          try Outcome(method.ends(invited, answered, $0, confidence), invited: invited)
        }
        groups += 1
        let weight = 1 / Double(answered + 1)
        for outcome in outcomes {
          length += (outcome.upper - outcome.lower) * weight
          counts += Double(outcome.counts.count) * weight
        }
        for count in 0...invited {
          let chances = Hypergeometric.probabilities(invited, count, answered)
          let row = Row(outcomes, chances, count)
          cases += 1
          mean += row.coverage
          if row.coverage < confidence - Constants.hair { below += 1 }
          worstSide = max(worstSide, row.tooHigh, row.tooLow)
          if row.coverage < minimum {
            (minimum, minimumAt) = (row.coverage, (invited, answered, count))
          }
          for _ in 0..<surveys {
            let x = random.survey(invited, count, answered)
            if outcomes[x].counts.contains(count) { hits += 1 }
          }
          variance += row.coverage * (1 - row.coverage) * Double(surveys)
        }
      }
    }
    let trials = Double(cases * surveys)
    if surveys > 0 {
      simulated = Double(hits) / trials
      distance = (Double(hits) - mean * Double(surveys)) / max(variance, 1).squareRoot()
    }
    mean /= Double(cases)
    below /= Double(cases)
    length /= Double(groups)
    counts /= Double(groups)
  }

  /// The coverage for one group and every true count.
  static func curve(
    _ method: Method, invited: Int, answered: Int, confidence: Double
  ) throws -> [Double] {
    let outcomes = try (0...answered).map {
      try Outcome(method.ends(invited, answered, $0, confidence), invited: invited)
    }
    return (0...invited).map {
      Row(outcomes, Hypergeometric.probabilities(invited, $0, answered), $0).coverage
    }
  }

  /// The mean length in people for one group, every answer equally probable.
  static func people(
    _ method: Method, invited: Int, answered: Int, confidence: Double
  ) throws -> Double {
    try (0...answered).reduce(0) {
      let ends = try method.ends(invited, answered, $1, confidence)
      return $0 + (ends.upper - ends.lower) * Double(invited) / Double(answered + 1)
    }
  }

  /// The fewest plausible counts, on average, that any interval can do with that covers every
  /// count with this confidence: each count must be in the intervals of enough answers.
  static func fewestCounts(confidence: Double) -> Double {
    var (sum, groups) = (0.0, 0)
    for invited in Constants.sizes {
      for answered in Constants.sizes.lowerBound...invited {
        groups += 1
        for count in 0...invited {
          let chances = Hypergeometric.probabilities(invited, count, answered).sorted(by: >)
          var (total, needed) = (0.0, 0)
          while total < confidence - Constants.hair {
            total += chances[needed]
            needed += 1
          }
          sum += Double(needed) / Double(answered + 1)
        }
      }
    }
    return sum / Double(groups)
  }
}

/// The interval of one answer.
private struct Outcome {
  let lower: Double
  let upper: Double

  /// The true counts that it covers.
  let counts: Range<Int>

  init(_ ends: (lower: Double, upper: Double), invited: Int) {
    (lower, upper) = ends
    let covered = (0...invited).filter {
      let share = Double($0) / Double(invited)
      return ends.lower - Constants.hair <= share && share <= ends.upper + Constants.hair
    }
    counts = covered.isEmpty ? 0..<0 : covered[0]..<(covered[covered.count - 1] + 1)
  }
}

/// What happens when the true count is this.
private struct Row {
  private(set) var coverage = 0.0
  private(set) var tooHigh = 0.0
  private(set) var tooLow = 0.0

  init(_ outcomes: [Outcome], _ chances: [Double], _ count: Int) {
    for (outcome, chance) in zip(outcomes, chances) {
      if outcome.counts.contains(count) {
        coverage += chance
      } else if let first = outcome.counts.first, count < first {
        tooHigh += chance
      } else {
        tooLow += chance
      }
    }
  }
}

enum Hypergeometric {
  private static let pascal: [[Double]] = {
    var rows = [[1.0]]
    for n in 1...40 {
      rows.append((0...n).map { $0 == 0 || $0 == n ? 1 : rows[n - 1][$0 - 1] + rows[n - 1][$0] })
    }
    return rows
  }()

  /// `P(X = x)` for each x, from whole numbers below 2⁵³.
  static func probabilities(_ invited: Int, _ count: Int, _ answered: Int) -> [Double] {
    (0...answered).map { x in
      guard x <= count, answered - x <= invited - count else { return 0 }
      return pascal[count][x] * pascal[invited - count][answered - x]
        / pascal[invited][answered]
    }
  }
}

/// Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Goes from person to person: each answers with the share of answers still missing among the
  /// people left, and the first `count` people are the positive ones.
  mutating func survey(_ invited: Int, _ count: Int, _ answered: Int) -> Int {
    var (missing, positive) = (answered, 0)
    for person in 0..<count where missing > 0 {
      // Below 2⁻⁵⁰ from the exact probability.
      let draw = next().multipliedFullWidth(by: UInt64(invited - person)).high
      if draw < UInt64(missing) {
        missing -= 1
        positive += 1
      }
    }
    return positive
  }
}

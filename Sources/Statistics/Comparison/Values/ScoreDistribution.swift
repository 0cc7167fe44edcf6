/// The exact distribution of a sum of scores under chance.
///
/// The scores are whole numbers, for instance doubled midranks. The distribution is built one score
/// after the other. All terms are positive, so no digits are lost, and ties need no special care.
///
/// Reference: Streitberg and Röhmel 1986, Exact distributions for permutation and rank tests (the
/// shift algorithm).
struct ScoreDistribution {
  private let smallest: Int
  private let step: Int

  /// The probability of the smallest possible sum, of one step more, and so on.
  private let probabilities: [Double]

  /// The sum of a number of scores, at least one and at most all, that are drawn without
  /// replacement: with i scores seen and j of them drawn, the next one is drawn with probability
  /// `(drawn - j) / (all - i)`.
  init(drawing drawn: Int, of scores: [Int]) {
    let sorted = scores.sorted()
    let lowest = sorted[0]
    let step = max(1, sorted.reduce(0) { Self.commonDivisor($0, $1 - lowest) })
    smallest = sorted[..<drawn].reduce(0, +)
    self.step = step
    probabilities = Self.draw(drawn, of: sorted.map { ($0 - lowest) / step })
  }

  /// The sum of the scores that a fair coin picks, one throw for each score; the scores are
  /// positive.
  init(tossingFor scores: [Int]) {
    let step = max(1, scores.reduce(0, Self.commonDivisor))
    smallest = 0
    self.step = step
    probabilities = Self.toss(for: scores.map { $0 / step })
  }

  /// Both tails at a sum.
  func tails(at sum: Int) -> ExactTails {
    let place = (sum - smallest) / step
    return ExactTails(
      lower: probabilities[...place].reduce(0, +), upper: probabilities[place...].reduce(0, +))
  }

  /// The largest sum, counted in steps from the smallest, whose lower tail is at most p; nil if
  /// there is none.
  func largestPlace(lowerTailAtMost p: Double) -> Int? {
    var sum = 0.0
    for (place, probability) in probabilities.enumerated() {
      sum += probability
      if sum > p { return place == 0 ? nil : place - 1 }
    }
    return nil
  }

  /// One row for each number of drawn scores, one column for each sum; the last row at the end.
  private static func draw(_ drawn: Int, of scores: [Int]) -> [Double] {
    let all = scores.count
    let width = scores.suffix(drawn).reduce(0, +) + 1
    var table = [Double](repeating: 0, count: (drawn + 1) * width)
    table[0] = 1
    // The largest sums of 1, 2 ... drawn scores among those seen so far.
    var largest = [Int](repeating: 0, count: drawn + 1)
    table.withUnsafeMutableBufferPointer { table in
      for (seen, score) in scores.enumerated() {
        // Fewer than this many can no longer grow to the full number.
        let fewest = max(0, drawn - (all - seen - 1))
        for j in stride(from: min(seen + 1, drawn), through: fewest, by: -1) {
          let left = Double(all - seen)
          let stays = 1 - Double(drawn - j) / left
          let comes = Double(drawn - j + 1) / left
          let (row, above) = (j * width, (j - 1) * width)
          var sum = 0
          while sum <= largest[j] {
            table[row + sum] *= stays
            sum += 1
          }
          guard j > 0 else { continue }
          sum = 0
          while sum <= largest[j - 1] {
            table[row + sum + score] += table[above + sum] * comes
            sum += 1
          }
          largest[j] = largest[j - 1] + score
        }
      }
    }
    let least = scores[..<drawn].reduce(0, +)
    return Array(table[(drawn * width + least)...])
  }

  private static func toss(for scores: [Int]) -> [Double] {
    var row = [Double](repeating: 0, count: scores.reduce(0, +) + 1)
    row[0] = 1
    var largest = 0
    row.withUnsafeMutableBufferPointer { row in
      for score in scores {
        // From above, so that each throw counts once.
        largest += score
        var sum = largest
        while sum >= 0 {
          let without = row[sum] / 2
          row[sum] = sum >= score ? without + row[sum - score] / 2 : without
          sum -= 1
        }
      }
    }
    return row
  }

  private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : commonDivisor(b, a % b)
  }
}

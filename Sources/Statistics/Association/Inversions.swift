/// The number of pairs that stand in opposite orders when all orders of n people are equally
/// likely.
///
/// The last person of n stands before 0 to n - 1 others, each with the same probability. All terms
/// are positive, so small tails keep their digits.
struct Inversions {
  private let probabilities: [Double]

  init(count n: Int) {
    var probabilities = [1.0]
    for size in 2...max(2, n) {
      var next = Array(repeating: 0.0, count: probabilities.count + size - 1)
      for (inversions, probability) in probabilities.enumerated() {
        let part = probability / Double(size)
        for more in 0..<size { next[inversions + more] += part }
      }
      probabilities = next
    }
    self.probabilities = probabilities
  }

  /// The probability of at most so many.
  func lowerTail(through inversions: Int) -> Double {
    min(1, probabilities.prefix(inversions + 1).reduce(0, +))
  }
}

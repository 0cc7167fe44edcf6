/// The sum of the squared differences of two orders of n people when all orders are equally likely.
///
/// The people get their second rank one after the other. Only the set of ranks already given
/// matters, not who has which. So 2ⁿ sets are gone through instead of n! orders.
struct RankDifferences {
  /// How many of the n! orders have each sum.
  private let orders: [Double]
  private let all: Double

  /// Counts the orders of 2 to 12 people.
  init(count n: Int) {
    let width = n * (n * n - 1) / 3 + 1
    // How many ways lead to each set of given ranks with each sum, below 12! and so below 2³².
    var ways = [UInt32](repeating: 0, count: width << n)
    ways[0] = 1
    ways.withUnsafeMutableBufferPointer { ways in
      for given in 0..<(1 << n) - 1 {
        let person = given.nonzeroBitCount
        for rank in 0..<n where given >> rank & 1 == 0 {
          let step = (person - rank) * (person - rank)
          let (from, to) = (given * width, (given | 1 << rank) * width + step)
          for sum in 0..<width - step where ways[from + sum] > 0 {
            ways[to + sum] += ways[from + sum]
          }
        }
      }
    }
    orders = ways.suffix(width).map(Double.init)
    all = orders.reduce(0, +)
  }

  /// The probability of a sum at most s.
  func lowerTail(through s: Int) -> Double { orders.prefix(s + 1).reduce(0, +) / all }

  /// The probability of a sum at least s.
  func upperTail(from s: Int) -> Double { orders.dropFirst(s).reduce(0, +) / all }
}

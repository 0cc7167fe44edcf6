/// The probabilities of a hypergeometric distribution that are large enough to matter.
///
/// Each comes from its neighbour, starting at the largest, and all are divided by their sum. So no
/// factorial is needed, and about 15 digits are right for any size of the group. Probabilities
/// below 1e-24 of the largest are left out, and with them no more than their number times that.
struct HypergeometricTable {
  /// The outcome of the first probability.
  let first: Int

  let probabilities: [Double]

  /// `P(X < first + i)` for each i, one more than probabilities.
  let cumulative: [Double]

  init(population: Int, marked: Int, draws: Int) {
    let smallest = max(0, draws - (population - marked))
    let largest = min(draws, marked)
    let mode = min(max((draws + 1) * (marked + 1) / (population + 2), smallest), largest)
    // `P(X = k + 1) / P(X = k)` is this above divided by this below.
    let above = { (k: Int) in Double(marked - k) * Double(draws - k) }
    let below = { (k: Int) in Double(k + 1) * Double(population - marked - draws + k + 1) }
    var up: [Double] = [1]
    var k = mode
    while k < largest, let last = up.last, last > 1e-24 {
      up.append(last * above(k) / below(k))
      k += 1
    }
    var down: [Double] = []
    var term = 1.0
    k = mode
    while k > smallest, term > 1e-24 {
      k -= 1
      term *= below(k) / above(k)
      down.append(term)
    }
    first = mode - down.count
    let terms = down.reversed() + up
    let total = terms.reduce(0, +)
    probabilities = terms.map { $0 / total }
    var sum = 0.0
    cumulative =
      [0]
      + probabilities.map {
        sum += $0
        return sum
      }
  }

  /// `P(X <= x)`.
  func lowerTail(to x: Int) -> Double {
    cumulative[min(max(x - first + 1, 0), probabilities.count)]
  }

  /// `P(X >= x)`, added up from the far end, without cancellation.
  func upperTail(from x: Int) -> Double {
    var sum = 0.0
    for probability in probabilities[min(max(x - first, 0), probabilities.count)...].reversed() {
      sum += probability
    }
    return sum
  }

  /// The probability of outcomes whose smaller tail is at most the smaller tail of x. Tails that
  /// are equal up to a relative 1e-9 count as equal.
  func acceptability(of x: Int) -> Double {
    let (above, below) = (upperTail(from: x), lowerTail(to: x))
    let tail = min(above, below) * (1 + 1e-9)
    var sum = min(above, below)
    if above <= below {
      // The other end: every outcome from below whose lower tail is as small.
      var i = 0
      while i < probabilities.count, first + i < x, cumulative[i + 1] <= tail { i += 1 }
      sum += cumulative[i]
    } else {
      var (other, i) = (0.0, probabilities.count)
      while i > 0, first + i - 1 > x, other + probabilities[i - 1] <= tail {
        i -= 1
        other += probabilities[i]
      }
      sum += other
    }
    return min(sum, 1)
  }
}

/// How many subsets of some whole numbers have each sum: the exact distribution of a rank sum.
///
/// The counts are floating-point numbers; up to 53 numbers they are exact.
struct SubsetSums {
  private let counts: [Double]
  private let total: Double

  /// All subsets.
  init(of numbers: [Int]) {
    var counts = [Double](repeating: 0, count: numbers.reduce(1, +))
    counts[0] = 1
    var largest = 0
    for number in numbers {
      largest += number
      for sum in stride(from: largest, through: number, by: -1) {
        counts[sum] += counts[sum - number]
      }
    }
    self.counts = counts
    total = counts.reduce(0, +)
  }

  /// The subsets of one size.
  init(of numbers: [Int], size: Int) {
    let width = numbers.reduce(1, +)
    var bySize = [[Double]](repeating: [Double](repeating: 0, count: width), count: size + 1)
    bySize[0][0] = 1
    var largest = 0
    for (index, number) in numbers.enumerated() {
      largest += number
      for taken in stride(from: min(size, index + 1), through: 1, by: -1) {
        for sum in number...largest { bySize[taken][sum] += bySize[taken - 1][sum - number] }
      }
    }
    counts = bySize[size]
    total = counts.reduce(0, +)
  }

  /// The probability of a sum at least as extreme, all subsets being equally likely.
  func pValue(at sum: Int, _ alternative: Alternative) -> Double {
    let below = counts[...sum].reduce(0, +) / total
    let above = counts[sum...].reduce(0, +) / total
    return switch alternative {
    case .less: below
    case .greater: above
    case .twoSided: min(1, 2 * min(below, above))
    }
  }
}

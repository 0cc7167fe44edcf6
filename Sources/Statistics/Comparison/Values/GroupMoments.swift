/// The mean and the spread of a sample, with the digits that plain sums lose.
///
/// The mean is kept as a centre and a small rest, so that the difference of two close means keeps
/// its digits. The squares are taken from the centre in a second pass, and all sums are precise.
///
/// Reference: Chan, Golub and LeVeque 1983, Algorithms for computing the sample variance: analysis
/// and recommendations (two passes, corrected).
struct GroupMoments {
  let count: Int

  /// The sum of the squared deviations from the mean.
  let sumOfSquares: Double

  /// Whether the values differ by no more than the rounding of their decimals explains.
  let isConstant: Bool

  private let centre: Double
  private let rest: Double

  var mean: Double { centre + rest }
  var variance: Double { sumOfSquares / Double(count - 1) }
  var standardDeviation: Double { variance.squareRoot() }

  /// The variance of the mean.
  var varianceOfMean: Double { variance / Double(count) }

  /// Takes the moments of at least one finite value. Where the values are differences, `magnitude`
  /// is the size of the numbers they were computed from: their rounding is what a difference of 0
  /// may look like.
  init(
    of sample: [Double], magnitude: Double = 0, for statistic: StatisticName
  ) throws(StatisticsError) {
    let n = Double(sample.count)
    let centre = try Check.finite(PreciseSum(sample).value / n, statistic)
    var (deviations, squares) = (PreciseSum(), PreciseSum())
    var (smallest, largest) = (Double.infinity, -Double.infinity)
    for value in sample {
      let deviation = value - centre
      deviations.add(deviation)
      squares.add(deviation, times: deviation)
      smallest = min(smallest, value)
      largest = max(largest, value)
    }
    count = sample.count
    self.centre = centre
    rest = deviations.value / n
    sumOfSquares = try max(0, Check.finite(squares.value - deviations.value * rest, statistic))
    let size = max(magnitude, abs(smallest), abs(largest))
    isConstant = largest - smallest <= 4 * size.ulp
    // Squares below this lose digits, and the smallest of them become 0.
    guard isConstant || sumOfSquares > 1e-280 else {
      throw .values(.spreadTooSmall(statistic))
    }
  }

  /// This mean minus a number.
  func mean(minus number: Double) -> Double {
    (centre - number) + rest
  }

  /// This mean minus another.
  func mean(minus other: GroupMoments) -> Double {
    (centre - other.centre) + (rest - other.rest)
  }
}

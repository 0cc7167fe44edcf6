/// A sample as a direction: moved to mean 0 and scaled to length 1. The correlation of two samples
/// is the cosine of the angle between their directions.
struct Direction {
  let coordinates: [Double]

  /// Takes finite values that are not all equal; nil when they are.
  init?(of sample: [Double]) {
    guard let first = sample.first, sample.contains(where: { $0 != first }) else { return nil }
    // Powers of two move nothing but the exponent. So huge values do not overflow and tiny ones
    // do not vanish.
    let values = Self.scaled(sample)
    let mean = PreciseSum(values)
    let (high, low) = Self.quotient(mean, Double(values.count))
    let deviations = Self.scaled(values.map { ($0 - high) - low })
    var squares = PreciseSum()
    for deviation in deviations { squares.add(deviation, times: deviation) }
    let length = squares.value.squareRoot()
    coordinates = deviations.map { $0 / length }
  }

  /// The values with the largest brought near 1.
  static func scaled(_ values: [Double]) -> [Double] {
    let largest = values.reduce(0) { max($0, abs($1)) }
    guard largest > 0 else { return values }
    return values.map {
      Double(sign: .plus, exponent: -largest.exponent, significand: $0)
    }
  }

  /// A sum divided by a whole number, as a number and the rest that it rounds away.
  private static func quotient(_ sum: PreciseSum, _ n: Double) -> (high: Double, low: Double) {
    let high = sum.value / n
    return (high, (sum.high.addingProduct(-high, n) + sum.low) / n)
  }
}

/// The cosine of the angle between two directions, and how far it is from 1 and from -1.
///
/// The distances are computed from the differences and sums of the coordinates. So a correlation
/// near 1 keeps the digits of `1 - r`, which its test and its interval need.
struct Cosine: Hashable {
  let value: Double
  /// `1 - value`.
  let below: Double
  /// `1 + value`.
  let above: Double

  /// Whether the directions are the same or opposite, but for rounding.
  var isPerfect: Bool { below == 0 || above == 0 }

  init(between one: Direction, and other: Direction) {
    var (products, differences, sums) = (PreciseSum(), PreciseSum(), PreciseSum())
    for (u, v) in zip(one.coordinates, other.coordinates) {
      products.add(u, times: v)
      differences.add(u - v, times: u - v)
      sums.add(u + v, times: u + v)
    }
    // Coordinates are rounded to some 1e-16, so squares of their differences below this are noise.
    let noise = 1e-30
    below = differences.value < noise ? 0 : differences.value / 2
    above = sums.value < noise ? 0 : sums.value / 2
    value = below == 0 ? 1 : above == 0 ? -1 : min(1, max(-1, products.value))
  }

  /// `atanh(value)`; the value must not be 1 or -1.
  var fisherZ: Double {
    get throws(StatisticsError) { try Logarithm.of(above / below) / 2 }
  }
}

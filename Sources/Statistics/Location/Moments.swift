/// The mean of values and the sum of their squared differences from it, with or without weights.
///
/// Two passes of double-double sums: the first for the mean, which is kept as a pair of numbers,
/// the second for the differences from that pair. Very large and very small values are scaled by a
/// power of two, which is exact, so that no square overflows and none vanishes.
///
/// Reference: Chan, Golub and LeVeque 1983, Algorithms for computing the sample variance: analysis
/// and recommendations (the two-pass algorithm with correction).
struct Moments {
  /// `Σ wᵢ xᵢ / Σ wᵢ`, in the unit of the values.
  let mean: Double

  /// `Σ wᵢ`, or the number of values.
  let totalWeight: Double

  /// `Σ wᵢ (xᵢ - mean)²` of the scaled values.
  private let squares: Double

  /// What the values were multiplied by.
  private let factor: Double

  /// Finite values; the weights, if any, are as many, at least 0, and not all 0.
  init(of values: [Double], weights: [Double]? = nil) {
    let centre = Centre(of: values, weights)
    var (squares, rest) = (PreciseSum(), PreciseSum())
    if let weights {
      for (value, weight) in zip(values, weights) {
        let (difference, error) = centre.difference(value)
        let weighted = weight * difference
        squares.add(weighted, times: difference)
        squares.add(weighted * 2 * error)
        rest.add(weighted)
        rest.add(weight * error)
      }
    } else {
      for value in values {
        let (difference, error) = centre.difference(value)
        squares.add(difference, times: difference)
        squares.add(difference * 2 * error)
        rest.add(difference)
        rest.add(error)
      }
    }
    squares.add(-rest.value, times: rest.value / centre.weight)
    self.squares = max(0, squares.value)
    factor = centre.factor
    mean = centre.high / centre.factor
    totalWeight = centre.weight
  }

  /// Whether any value differs from the mean.
  var hasSpread: Bool { squares > 0 }

  /// The mean alone, for which one pass is enough.
  static func mean(of values: [Double]) -> Double {
    let centre = Centre(of: values, nil)
    return centre.high / centre.factor
  }

  /// `Σ wᵢ (xᵢ - mean)² / divisor`, infinite where it overflows.
  func variance(over divisor: Double) -> Double {
    squares / divisor / factor / factor
  }

  /// The square root of the variance, also where the variance itself overflows.
  func deviation(over divisor: Double) -> Double {
    (squares / divisor).squareRoot() / factor
  }
}

/// The mean of scaled values as a pair of numbers, of which the second holds the digits that the
/// first has no room for.
private struct Centre {
  let high: Double
  let low: Double
  let weight: Double
  let factor: Double

  init(of values: [Double], _ weights: [Double]?) {
    factor = Self.scale(of: values)
    var (sum, weight) = (PreciseSum(), PreciseSum())
    if let weights {
      for (value, w) in zip(values, weights) {
        sum.add(w, times: value * factor)
        weight.add(w)
      }
    } else {
      for value in values { sum.add(value * factor) }
      weight.add(Double(values.count))
    }
    self.weight = weight.value
    let rough = sum.value / self.weight
    // What the rough mean leaves of the sum, divided again, gives the next 16 digits.
    sum.add(-rough, times: weight.high)
    sum.add(-rough, times: weight.low)
    let correction = sum.value / self.weight
    high = rough + correction
    low = (rough - high) + correction
  }

  /// The difference of a value from the mean, and what its rounding loses.
  @inline(__always)
  func difference(_ value: Double) -> (Double, Double) {
    let scaled = value * factor
    let difference = scaled - high
    let part = difference - scaled
    return (difference, ((scaled - (difference - part)) - (high + part)) - low)
  }

  /// A power of two that brings values outside 2⁻⁴⁰⁰ to 2⁴⁰⁰ into it.
  private static func scale(of values: [Double]) -> Double {
    var largest = 0.0
    for value in values { largest = max(largest, abs(value)) }
    guard largest > 0 else { return 1 }
    let exponent = Int(largest.exponent)
    let shift = exponent > 400 ? 400 - exponent : exponent < -400 ? -400 - exponent : 0
    return Double(sign: .plus, exponent: shift, significand: 1)
  }
}

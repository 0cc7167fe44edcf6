/// The nine definitions of a sample quantile, numbered as Hyndman and Fan number them.
///
/// Let `x₁ ... xₙ` be the values in order. Definitions 1 to 3 are steps: they pick a value. The
/// others draw lines between the points `(pₖ, xₖ)`; they differ in pₖ, the probability that the
/// k-th value stands for.
///
/// Reference: Hyndman and Fan 1996, Sample quantiles in statistical packages.
public enum QuantileDefinition: Int, Hashable, Sendable, CaseIterable {
  /// The inverse of the empirical distribution: the smallest value with at least `n p` values at
  /// or below it.
  case type1 = 1

  /// Like type 1, but the mean of the two neighbours where `n p` is a whole number.
  case type2 = 2

  /// The value whose number is nearest to `n p`; halfway the even number.
  case type3 = 3

  /// Lines with `pₖ = k / n`.
  case type4 = 4

  /// Lines with `pₖ = (k - ½) / n`, Hazen's rule.
  case type5 = 5

  /// Lines with `pₖ = k / (n + 1)`, Weibull's rule; the one of Minitab and SPSS.
  case type6 = 6

  /// Lines with `pₖ = (k - 1) / (n - 1)`, Gumbel's rule; the default here, in R and spreadsheets.
  case type7 = 7

  /// Lines with `pₖ = (k - ⅓) / (n + ⅓)`, nearly unbiased for the median whatever the distribution;
  /// the one that Hyndman and Fan recommend.
  case type8 = 8

  /// Lines with `pₖ = (k - ⅜) / (n + ¼)`, nearly unbiased for normal values, Blom's rule.
  case type9 = 9

  /// The quantile of `count` values in order, of which `value` gives the one at an index from 0.
  func quantile(_ p: Double, count: Int, value: (Int) -> Double) -> Double {
    let n = Double(count)
    switch self {
    case .type1, .type2, .type3:
      let (j, between) = Self.place(self == .type3 ? n * p - 0.5 : n * p, count)
      let (below, above) = Self.neighbours(j, count, value)
      switch self {
      case .type1: return between > 0 ? above : below
      case .type2: return between > 0 ? above : Self.line(below, above, 0.5)
      default: return between > 0 || j % 2 != 0 ? above : below
      }
    case .type4: return Self.interpolated(n * p, count, value)
    case .type5: return Self.interpolated(n * p + 0.5, count, value)
    case .type6: return Self.interpolated((n + 1) * p, count, value)
    case .type7: return Self.interpolated((n - 1) * p + 1, count, value)
    case .type8: return Self.interpolated((n + 1.0 / 3) * p + 1.0 / 3, count, value)
    case .type9: return Self.interpolated((n + 0.25) * p + 0.375, count, value)
    }
  }

  private static func interpolated(_ h: Double, _ count: Int, _ value: (Int) -> Double) -> Double {
    let (j, between) = place(h, count)
    let (below, above) = neighbours(j, count, value)
    return line(below, above, between)
  }

  /// The whole part of a place and the rest.
  ///
  /// A place within a few roundings of a whole number counts as that number: a decimal probability
  /// is stored rounded, and 0.07 of 100 values comes out above 7.
  private static func place(_ h: Double, _ count: Int) -> (Int, Double) {
    let nearest = h.rounded()
    if abs(h - nearest) <= 0x1p-50 * max(1, Double(count)) { return (Int(nearest), 0) }
    let below = h.rounded(.down)
    return (Int(below), h - below)
  }

  /// The j-th value, counted from 1, and the next; outside the sample the value at its end.
  private static func neighbours(
    _ j: Int, _ count: Int, _ value: (Int) -> Double
  ) -> (Double, Double) {
    (value(min(max(j, 1), count) - 1), value(min(max(j + 1, 1), count) - 1))
  }

  /// The point at share f of the way.
  ///
  /// The step overflows between huge values of different signs; the weighted mean does not. The
  /// step is the usual way because it is exact between equal values and never falls with f.
  static func line(_ below: Double, _ above: Double, _ f: Double) -> Double {
    let step = above - below
    return min(step.isFinite ? below + f * step : (1 - f) * below + f * above, above)
  }
}

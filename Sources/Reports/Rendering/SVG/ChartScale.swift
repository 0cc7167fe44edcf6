internal import Labels

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// From figures to places along an axis, with round ticks.
struct ChartScale {
  let domain: ClosedRange<Double>
  let range: ClosedRange<Double>
  let isReversed: Bool

  /// A scale; `isReversed` for heights, which grow downwards.
  init(_ domain: ClosedRange<Double>, to range: ClosedRange<Double>, isReversed: Bool = false) {
    self.domain = domain
    self.range = range
    self.isReversed = isReversed
  }

  /// Where a figure stands; what lies outside stands at the edge.
  func callAsFunction(_ value: Double) -> Double {
    let span = domain.upperBound - domain.lowerBound
    let part =
      span > 0
      ? (min(max(value, domain.lowerBound), domain.upperBound) - domain.lowerBound) / span : 0
    let length = range.upperBound - range.lowerBound
    return isReversed ? range.upperBound - part * length : range.lowerBound + part * length
  }

  /// Round figures within the domain, about so many.
  func ticks(_ count: Int) -> [Double] {
    let step = Self.step(domain.upperBound - domain.lowerBound, count)
    guard step > 0 else { return [domain.lowerBound] }
    let first = (domain.lowerBound / step - 1e-9).rounded(.up)
    let last = (domain.upperBound / step + 1e-9).rounded(.down)
    guard last >= first, last - first < 100 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// The range of some figures, widened to round ends; shares stand between none and all.
  static func domain(_ values: [Double], isShare: Bool, fromZero: Bool) -> ClosedRange<Double> {
    let finite = values.filter(\.isFinite)
    guard var low = finite.min(), var high = finite.max() else { return 0...1 }
    if isShare, low >= 0, high <= 1 { return 0...1 }
    if fromZero { (low, high) = (min(low, 0), max(high, 0)) }
    if low == high {
      (low, high) = low == 0 ? (0, 1) : (low - abs(low) / 10, high + abs(high) / 10)
    }
    let step = Self.step(high - low, 4)
    return (low / step).rounded(.down) * step...(high / step).rounded(.up) * step
  }

  /// 1, 2 or 5 times a power of ten.
  private static func step(_ span: Double, _ count: Int) -> Double {
    guard span > 0, span.isFinite else { return 0 }
    let rough = span / Double(max(count, 1))
    let power = pow(10, (log10(rough)).rounded(.down))
    return [1, 2, 5].map { $0 * power }.first { $0 >= rough * 0.999 } ?? 10 * power
  }
}

extension FactWords {
  /// A tick of an axis: in the unit of the figures.
  func tick(_ value: Double, like fact: Fact?) -> String {
    switch fact?.value {
    case .share, .growth: style.text(value * 100, upTo: 1) + style.percentSign
    case .points: style.text(value * 100, upTo: 1)
    default:
      style.text(value, upTo: 3) + (fact?.unit?.isPercent == true ? style.percentSign : "")
    }
  }
}

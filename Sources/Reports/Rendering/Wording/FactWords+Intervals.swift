internal import Labels
internal import Surveys

extension FactWords {
  /// An interval in the scale of its fact.
  func interval(_ interval: FactInterval, of fact: Fact) -> String {
    switch fact.value {
    case .share: shares(interval)
    case .interval where fact.unit == nil: shares(interval)
    case .interval where fact.precision == .decimals(0): whole(interval)
    case .points: points(interval)
    case .change: numbers(interval, signed: true)
    default: numbers(interval, signed: false)
    }
  }

  func end(_ value: Double, of fact: Fact) -> String {
    switch fact.value {
    case .share: String(printedPercent(value)) + style.percentSign
    case .points: style.signed(value * 100, decimals: 0)
    case .change: number(value, fact.precision, signed: true)
    default: style.text(value, upTo: 2)
    }
  }

  /// Whole per cent: `84–100 %`, or one figure where both ends agree.
  private func shares(_ interval: FactInterval) -> String {
    let (low, high) = (printedPercent(interval.lower), printedPercent(interval.upper))
    return (low == high ? "\(low)" : "\(low)–\(high)") + style.percentSign
  }

  /// Whole numbers: `1–3`, or one where both ends agree.
  private func whole(_ interval: FactInterval) -> String {
    let ends = [interval.lower, interval.upper].map { style.text($0, decimals: 0) }
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "–")
  }

  /// Percentage points. An end beside 0 keeps the decimals that show on which side it lies.
  private func points(_ interval: FactInterval) -> String {
    func end(_ value: Double) -> String {
      let points = value * 100
      let decimals = (0...3).first { abs(points) >= 0.5 / [1, 10, 100, 1000][$0] } ?? 0
      return style.signed(points, decimals: decimals)
    }
    return end(interval.lower) + "\u{A0}–\u{A0}" + end(interval.upper)
  }

  /// As many decimals as the width deserves: `0,31–0,37`, `−12 – +3`. A signed one that leaves out 0
  /// shows so, with as many more decimals as it takes.
  private func numbers(_ interval: FactInterval, signed: Bool) -> String {
    var decimals = Self.decimals(for: interval.upper - interval.lower)
    if signed, interval.lower > 0 || interval.upper < 0 {
      let nearest = min(abs(interval.lower), abs(interval.upper))
      while decimals < 12, DecimalDigits(nearest, decimals: decimals).isZero { decimals += 1 }
    }
    let largest = max(abs(interval.lower), abs(interval.upper))
    func number(_ value: Double) -> String {
      if largest > 0, largest < Self.tiny { return style.powerOfTen(value, signed: signed) }
      return signed
        ? style.signed(value, decimals: decimals) : style.text(value, decimals: decimals)
    }
    let dash = signed || interval.lower < 0 ? "\u{A0}–\u{A0}" : "–"
    return number(interval.lower) + dash + number(interval.upper)
  }

  /// A p value: three decimals, never a false 0, and more decimals where three would show it on the
  /// other side of the level that it is compared with: 0.0502 beside 0.05.
  func pValue(_ p: Double, level: Double) -> String {
    // Below this, `< 0.001` says enough.
    if p < 0.001, level >= 0.001 || p < 1e-12 { return "<\u{A0}" + style.text(0.001, decimals: 3) }
    var (decimals, scale) = (3, 1000.0)
    let limit = level * (1 + 1e-12)
    while decimals < 12, ((p * scale).rounded() / scale <= limit) != (p <= limit) {
      decimals += 1
      scale *= 10
    }
    return style.text(p, decimals: decimals)
  }

  /// Below this, six decimals say next to nothing.
  static let tiny = 1e-5

  /// How many decimals show two to three digits of a number of this size, 0 to 6.
  static func decimals(for size: Double) -> Int {
    var (size, decimals) = (abs(size), 0)
    guard size > 0, size.isFinite else { return 1 }
    while size < 20, decimals < 6 {
      size *= 10
      decimals += 1
    }
    return decimals
  }
}

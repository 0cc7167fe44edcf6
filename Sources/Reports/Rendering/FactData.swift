internal import Tables

/// A fact, or one side of it, as data files hold it: shares in per cent, differences of shares in
/// percentage points, both unrounded.
enum FactData: Hashable {
  case integer(Int64)
  case real(Double)
  case text(String)
  case day(CalendarDate)
  case flag(Bool)

  /// A number without binary noise.
  static func number(_ value: Double) -> FactData {
    Int64(exactly: value).map(FactData.integer) ?? .real(rounded(value))
  }

  /// A share as a percentage.
  static func percent(_ share: Double) -> FactData { .real(tidy(share * 100)) }

  /// The fifteen digits that a double holds for sure: 3.4, not 3.4000000000000004. A spreadsheet keeps
  /// no more.
  private static func rounded(_ value: Double) -> Double {
    // The powers of ten up to the 22nd are exact.
    var scale = 1.0
    while abs(value) * scale < 1e14, scale < 1e22 { scale *= 10 }
    let digits = value * scale
    return (1e14..<1e15).contains(abs(digits)) ? digits.rounded() / scale : value
  }

  /// Takes the binary noise off a percentage: 0.95 × 100 reads 95, not 94.99999999999999. What is
  /// more than noise below 100 stays below it.
  private static func tidy(_ value: Double) -> Double {
    let rounded = (value * 1e9).rounded() / 1e9
    return rounded == 100 && abs(value - 100) > 1e-10 ? value : rounded
  }

  /// The same as text that is the same in every language.
  var text: String {
    switch self {
    case .integer(let value): String(value)
    case .real(let value): String(value)
    case .text(let text): text
    case .day(let day): day.description
    case .flag(let flag): String(flag)
    }
  }

  /// The cell of a file.
  var cell: Cell {
    switch self {
    case .integer(let value): .integer(value)
    case .real(let value): .real(value)
    case .text(let text): .text(text)
    case .day(let day): .text(day.description)
    case .flag(let flag): .boolean(flag)
    }
  }
}

extension Fact {
  /// One side of the fact; `nil` where it has none, or where it is withheld.
  func data(_ aspect: Aspect) -> FactData? {
    if isWithheld { return nil }
    switch aspect {
    case .value, .equation, .label, .id, .base: return valueData
    case .interval: return nil
    case .low: return interval.map { scaled($0.lower) }
    case .high: return interval.map { scaled($0.upper) }
    case .confidence: return interval?.confidence.map(FactData.percent)
    case .method: return interval?.method.map(FactData.text)
    case .part, .whole, .population, .values: return baseNumber(aspect).map(FactData.number)
    case .unit: return unit.map { .text($0.id) }
    case .stated:
      for case .stated(let other) in marks { return .number(other) }
      return nil
    }
  }

  private var valueData: FactData? {
    switch value {
    case .count(let count): .integer(Int64(count))
    case .number(let number), .change(let number): .number(number)
    case .share(let share), .points(let share), .growth(let share): .percent(share)
    case .probability(let p), .pValue(let p, _): .number(p)
    case .day(let day): .day(day)
    case .flag(let flag): .flag(flag)
    case .interval, .withheld: nil
    }
  }

  /// An end of the interval in the units of the value.
  private func scaled(_ end: Double) -> FactData {
    switch value {
    case .share, .points: .percent(end)
    case .interval where unit == nil: .percent(end)
    default: .number(end)
    }
  }
}

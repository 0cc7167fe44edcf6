internal import Tables

/// What a field of a moment is, exactly: `extract` gives it as a decimal, `date_part` as a double.
enum DateFieldValue {
  /// `units` / 10^`scale`.
  case scaled(Int128, scale: Int)
  /// A Julian day with the part of it that has passed.
  case julian(day: Int64, microseconds: Int64)

  static func whole(_ value: Int) -> DateFieldValue { .scaled(Int128(value), scale: 0) }

  /// With the decimals that PostgreSQL gives: none for whole fields, 3 for milliseconds, 6 for seconds.
  var decimal: DecimalNumber {
    switch self {
    case .scaled(let units, let scale): DecimalNumber(units, scale: scale)
    case .julian(let day, let microseconds):
      DecimalNumber(Int128(day))
        + DecimalNumber(Int128(microseconds)) / DecimalNumber(Int128(Microseconds.day))
    }
  }

  var real: Double {
    switch self {
    case .scaled(let units, let scale): DecimalNumber(units, scale: scale).double
    case .julian(let day, let microseconds):
      Double(day) + Double(microseconds) / Double(Microseconds.day)
    }
  }
}

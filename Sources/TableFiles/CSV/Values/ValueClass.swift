internal import Tables

/// What a value looks like.
enum ValueKind: UInt8, CaseIterable {
  /// Empty, blank, or a word for a missing value.
  case missing
  case boolean
  /// `t` and `f`, which PostgreSQL writes for true and false; they are that where both stand in a column.
  case letterTrue
  case letterFalse
  /// A whole number within `Int64`.
  case integer
  /// A number with a decimal point for certain: `1.5`, `0.125`, `1,100.50`.
  case pointReal
  /// A number with a decimal comma for certain.
  case commaReal
  /// `1.299`: decimals or a group.
  case pointGroup
  /// `1,299`: decimals or a group.
  case commaGroup
  /// `1.234.567`: points part the groups of a whole number.
  case pointInteger
  /// `1,234,567`
  case commaInteger
  /// A number with an exponent and no mark.
  case plainReal
  case date
  case timestamp
  /// Digits that are no number: leading zeros, too many digits, a telephone number.
  case identifier
  /// `<5`: a number is in it, but it is none.
  case bound
  /// `123*`
  case footnote
  /// `12 st`: a number and a unit that is not known.
  case unitNumber
  /// A moment with a time zone.
  case zonedMoment
  case text
}

/// What a value looks like, with the details that decide between readings.
struct ValueClass {
  var kind: ValueKind
  /// The unit of a number.
  var unit: NumberUnit?
  /// Which of the first two numbers of a day may be the day.
  var order = WrittenDay.Order.sure
  /// Whether a whole number is 1000 or more; then groups would show in it.
  var isLong = false
  /// Whether what may be a group ends in 0, as decimals that a program wrote do not.
  var endsInZero = false

  var isPercent: Bool { unit == .percent }

  /// Whether it is a number in some reading.
  var isNumber: Bool {
    switch kind {
    case .integer, .pointReal, .commaReal, .pointGroup, .commaGroup, .pointInteger, .commaInteger,
      .plainReal:
      true
    default: false
    }
  }

  /// Whether a value belongs to a column whose type and writing were found from its values.
  func belongs(to plan: ColumnPlan) -> Bool {
    let style = plan.style
    switch (plan.type, kind) {
    case (.boolean, .boolean): return true
    case (.boolean, .letterTrue), (.boolean, .letterFalse): return plan.hasTruthLetters
    case (.date, .date), (.timestamp, .date), (.timestamp, .timestamp): return order.fits(style)
    case (.integer, .integer), (.real, .integer):
      return fits(plan.unit) && !(isLong && style.groups == .byColumn)
    case (.real, .plainReal): return fits(plan.unit)
    case (.real, .commaReal): return style.decimalComma && fits(plan.unit)
    case (.real, .pointReal): return !style.decimalComma && fits(plan.unit)
    case (.integer, .pointInteger), (.real, .pointInteger):
      return style.decimalComma && fits(plan.unit)
    case (.integer, .commaInteger), (.real, .commaInteger):
      return !style.decimalComma && fits(plan.unit)
    case (.integer, .pointGroup), (.integer, .commaGroup), (.real, .pointGroup),
      (.real, .commaGroup):
      let isDecimal = style.decimalComma == (kind == .commaGroup)
      return fits(plan.unit) && (isDecimal ? plan.type == .real : style.groups != .unknown)
    default: return false
    }
  }

  private func fits(_ unit: NumberUnit?) -> Bool {
    self.unit == unit || self.unit == nil && unit?.mayBeLeftOut == true
  }
}

internal import Tables

/// What keeps a column of numbers or days text, and is said of it.
enum ColumnDoubt: Hashable, CaseIterable {
  /// `<5` stands among numbers.
  case bounds
  /// `123*` stands among numbers.
  case footnotes
  /// `12 st` stands among numbers.
  case unknownUnits
  /// 12 stands beside 12 %.
  case percentages
  /// 12 kr stands beside 12 €, or 12 beside 12 tkr.
  case units
  /// All marks may part thousands or decimals: `1.299`.
  case groups
  /// Some numbers have the other decimal mark.
  case marks
  /// `5/11/2024` may be in May or in November.
  case dayOrder
  /// Moments have a time zone.
  case zones

  /// Whether a value is one of those that the doubt is about.
  func concerns(_ value: ValueClass, in plan: ColumnPlan) -> Bool {
    switch self {
    case .bounds: value.kind == .bound
    case .footnotes: value.kind == .footnote
    case .unknownUnits: value.kind == .unitNumber
    case .percentages: value.isNumber && !value.isPercent
    case .units: value.isNumber && value.unit != nil
    case .groups: value.kind == .pointGroup || value.kind == .commaGroup
    case .marks:
      plan.style.decimalComma
        ? value.kind == .pointReal || value.kind == .commaInteger
        : value.kind == .commaReal || value.kind == .pointInteger
    case .dayOrder: value.order != .sure
    case .zones: value.kind == .zonedMoment
    }
  }
}

extension TypeEvidence {
  /// What keeps the column text although most of it is numbers or days, with how many values each
  /// doubt is about.
  func doubts(_ mark: DecimalMark) -> [(doubt: ColumnDoubt, count: Int)] {
    guard !isSettled, reading(mark).type == .text else { return [] }
    return numberDoubts(mark) + dayDoubts(mark)
  }

  private func numberDoubts(_ mark: DecimalMark) -> [(doubt: ColumnDoubt, count: Int)] {
    let flawed = self[.bound] + self[.footnote] + self[.unitNumber]
    guard numbers > 0, numbers + flawed + self[.text] == values, (numbers + flawed) * 2 > values
    else { return [] }
    var result: [(ColumnDoubt, Int)] = [
      (.bounds, self[.bound]), (.footnotes, self[.footnote]), (.unknownUnits, self[.unitNumber]),
    ]
    if let unit = units.only {
      let isMixed = !unit.mayBeLeftOut && withUnit < numbers
      if isMixed {
        result.append(unit == .percent ? (.percentages, numbers - withUnit) : (.units, withUnit))
      }
    } else {
      result.append((.units, withUnit))
    }
    let groups = mark.isComma ? self[.pointGroup] : self[.commaGroup]
    if style(mark).groups == .unknown { result.append((.groups, groups)) }
    let others =
      mark.isComma
      ? self[.pointReal] + self[.commaInteger] : self[.commaReal] + self[.pointInteger]
    result.append((.marks, others))
    return result.filter { $0.1 > 0 }
  }

  private func dayDoubts(_ mark: DecimalMark) -> [(doubt: ColumnDoubt, count: Int)] {
    let all = days + self[.zonedMoment]
    guard all > 0, all + self[.text] == values, all * 2 > values else { return [] }
    var result: [(ColumnDoubt, Int)] = [(.zones, self[.zonedMoment])]
    if style(mark).dayOrder == .unknown {
      result.append((.dayOrder, self[.either] + self[.dayFirst] + self[.monthFirst]))
    }
    return result.filter { $0.1 > 0 }
  }
}

internal import Tables

/// What the values of a column look like, counted. Counts of parts of a file can be added up.
struct TypeEvidence {
  /// Values that are not missing.
  private(set) var values = 0
  /// Whole numbers of 1000 and more without a mark between their digits.
  private(set) var longIntegers = 0
  /// What may be a group and ends in 0.
  private(set) var roundGroups = 0
  /// Numbers by whether a unit stands beside them.
  private(set) var units = UnitSet()
  private(set) var withUnit = 0
  private var kinds = InlineArray<20, Int>(repeating: 0)
  private var orders = InlineArray<4, Int>(repeating: 0)

  /// How many values look like that.
  subscript(kind: ValueKind) -> Int { kinds[Int(kind.rawValue)] }

  /// How many days and moments leave the order of day and month like that.
  subscript(order: WrittenDay.Order) -> Int { orders[Int(order.rawValue)] }

  /// Whether the column is text, come what may, and nobody needs to hear why.
  var isSettled: Bool { self[.text] > Self.mostMisfits }

  /// The most values that a person may have typed by mistake into a typed column.
  static let mostMisfits = 2

  /// Numbers in any reading.
  var numbers: Int {
    self[.integer] + self[.plainReal] + self[.pointReal] + self[.commaReal] + self[.pointGroup]
      + self[.commaGroup] + self[.pointInteger] + self[.commaInteger]
  }

  /// Days and moments in any reading.
  var days: Int { self[.date] + self[.timestamp] }

  /// Counts a value.
  mutating func count(_ value: ValueClass) {
    if value.kind == .missing { return }
    values += 1
    kinds[Int(value.kind.rawValue)] += 1
    if value.isLong { longIntegers += 1 }
    if value.endsInZero { roundGroups += 1 }
    if let unit = value.unit, value.kind != .text {
      units.insert(unit)
      withUnit += 1
    }
    if value.order != .sure { orders[Int(value.order.rawValue)] += 1 }
  }

  /// Counts a whole number in its plainest writing, which most values are.
  @inline(__always)
  mutating func countInteger(isLong: Bool) {
    values += 1
    kinds[Int(ValueKind.integer.rawValue)] += 1
    if isLong { longIntegers += 1 }
  }

  /// Adds what was counted in another part of the file.
  mutating func add(_ other: TypeEvidence) {
    values += other.values
    longIntegers += other.longIntegers
    roundGroups += other.roundGroups
    units.formUnion(other.units)
    withUnit += other.withUnit
    for i in kinds.indices { kinds[i] += other.kinds[i] }
    for i in orders.indices { orders[i] += other.orders[i] }
  }

  // MARK: - Readings

  /// The type that all values fit, and how they are read.
  struct Reading {
    var type: ColumnType
    var unit: NumberUnit?
    var style: CellStyle
    /// How many values fit.
    var fitting: Int
  }

  /// The reading that all values fit; text if there is none.
  func reading(_ mark: DecimalMark) -> Reading {
    let none = Reading(type: .text, style: style(mark), fitting: values)
    if values == 0 { return none }
    if numbers == values {
      let found = numberReading(none.style)
      if found.fitting == values { return found }
      let whole = numberReading(wholeStyle(isComma: !mark.isComma))
      return whole.fitting == values && whole.type == .integer ? whole : none
    }
    if self[.boolean] == values || hasTruthLetters {
      return Reading(type: .boolean, style: none.style, fitting: values)
    }
    let days = dayReading(none.style)
    return days.fitting == values ? days : none
  }

  /// Whether all values are truth values, written as letters in some rows.
  var hasTruthLetters: Bool {
    let (words, yes, no) = (self[.boolean], self[.letterTrue], self[.letterFalse])
    return yes + no > 0 && words + yes + no == values && (words > 0 || yes > 0 && no > 0)
  }

  /// The reading that all but one or two values fit, if at least 20 values and 98 % of them do.
  func nearReading(_ mark: DecimalMark) -> Reading? {
    guard self[.identifier] == 0 else { return nil }
    let style = style(mark)
    let candidates = [
      numberReading(style), Reading(type: .boolean, style: style, fitting: self[.boolean]),
      dayReading(style),
    ]
    return candidates.first { near in
      let misfits = values - near.fitting
      return (1...Self.mostMisfits).contains(misfits) && near.fitting >= 20
        && near.fitting * 100 >= values * 98
    }
  }

  /// How the values are read where two readings are possible.
  func style(_ mark: DecimalMark) -> CellStyle {
    var style = CellStyle(decimalComma: mark.isComma)
    if mark.isKnown {
      style.groups = .known
    } else if hasSureGroups(byComma: !mark.isComma) {
      style.groups = .byColumn
    }
    let (dayFirst, monthFirst) = (self[.dayFirst], self[.monthFirst])
    if dayFirst > 0, monthFirst == 0 { style.dayOrder = .dayFirst }
    if monthFirst > 0, dayFirst == 0 { style.dayOrder = .monthFirst }
    return style
  }

  /// The style of whole numbers whose groups the decimal mark of the other columns parts.
  private func wholeStyle(isComma: Bool) -> CellStyle {
    let groups = isComma ? self[.pointInteger] : self[.commaInteger]
    return CellStyle(
      decimalComma: isComma, groups: groups > 0 && longIntegers == 0 ? .byColumn : .unknown)
  }

  /// Whether the numbers themselves tell that the mark parts thousands: some have several groups, or
  /// groups beside decimals; or a group ends in 0, as decimals that are dropped do not, beside a whole
  /// number below 1000 that would have had decimals too.
  private func hasSureGroups(byComma: Bool) -> Bool {
    guard longIntegers == 0, (byComma ? self[.commaReal] : self[.pointReal]) == 0 else {
      return false
    }
    let several = byComma ? self[.commaInteger] : self[.pointInteger]
    let grouped = byComma ? self[.pointReal] : self[.commaReal]
    return several > 0 || grouped > 0 || (roundGroups > 0 && self[.integer] > 0)
  }

  /// Whether points part groups, by what the numbers tell.
  var hasPointGroups: Bool { hasSureGroups(byComma: false) }

  private func numberReading(_ style: CellStyle) -> Reading {
    let isComma = style.decimalComma
    let decimals =
      (isComma ? self[.commaReal] : self[.pointReal]) + self[.plainReal]
      + (isComma ? self[.commaGroup] : self[.pointGroup])
    var wholes = self[.integer] + (isComma ? self[.pointInteger] : self[.commaInteger])
    if style.groups != .unknown { wholes += isComma ? self[.pointGroup] : self[.commaGroup] }
    if style.groups == .byColumn { wholes -= longIntegers }
    let type: ColumnType = decimals > 0 ? .real : .integer
    let all = wholes + decimals
    let isUnited =
      withUnit == 0 || units.only.map { $0.mayBeLeftOut || withUnit == numbers } == true
    if isUnited { return Reading(type: type, unit: units.only, style: style, fitting: all) }
    // Most have the unit, or most have none; it does not matter which of them are decimals.
    let isMost = withUnit * 2 > numbers && units.only != nil
    return Reading(
      type: type, unit: isMost ? units.only : nil, style: style,
      fitting: all - (isMost ? numbers - withUnit : withUnit))
  }

  private func dayReading(_ style: CellStyle) -> Reading {
    let unread =
      switch style.dayOrder {
      case .unknown: self[.either] + self[.dayFirst] + self[.monthFirst]
      case .dayFirst: self[.monthFirst]
      case .monthFirst: self[.dayFirst]
      }
    return Reading(
      type: self[.timestamp] > 0 ? .timestamp : .date, style: style, fitting: days - unread)
  }

  // MARK: - The decimal mark of the file

  /// How strongly a column shows its decimal mark.
  enum Strength {
    /// All values are numbers, or the caller says that they should be.
    case full
    /// All but one or two values are numbers.
    case near
  }

  /// Looks for the decimal mark of the file in the column.
  ///
  /// `1,234` shows a decimal comma only where semicolons part the fields, as a Swedish Excel does;
  /// elsewhere it may be English. `1.234` shows a decimal point anywhere but there.
  ///
  /// - Parameters:
  ///   - isDeclared: Whether the caller says that the column holds numbers.
  ///   - delimiter: What parts the fields; `nil` if nobody knows, and then neither shows anything.
  /// - Returns: Comma or point, or `nil` if the column shows neither.
  func decimalCommaVote(
    isDeclared: Bool, delimiter: UInt8?
  ) -> (isComma: Bool, strength: Strength)? {
    let isSemicolon = delimiter == UInt8(ascii: ";")
    let commas = self[.commaReal] + (isSemicolon ? self[.commaGroup] : 0)
    let points = self[.pointReal] + (isSemicolon || delimiter == nil ? 0 : self[.pointGroup])
    guard commas > 0 || points > 0 else { return nil }
    if isDeclared { return commas == points ? nil : (commas > points, .full) }
    for strength in [Strength.full, .near] {
      for isComma in [true, false] where (isComma ? commas : points) > 0 {
        let mark = DecimalMark(isComma: isComma, isKnown: true)
        let type = strength == .full ? reading(mark).type : nearReading(mark)?.type
        if type == .real { return (isComma, strength) }
      }
    }
    return nil
  }
}

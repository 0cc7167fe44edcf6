internal import Tables

/// What the values of a column look like, counted. Counts of parts of a file can be added up.
struct TypeEvidence {
  /// Values that are not missing.
  private(set) var values = 0
  private(set) var booleans = 0
  private(set) var integers = 0
  private(set) var pointReals = 0
  private(set) var commaReals = 0
  private(set) var plainReals = 0
  private(set) var dates = 0
  private(set) var timestamps = 0
  private(set) var identifiers = 0
  private(set) var texts = 0
  /// Numbers with a percent sign.
  private(set) var percents = 0
  /// Numbers with a comma that cannot part thousands.
  private(set) var sureCommas = 0

  /// Whether the column is text, come what may, and nobody needs to hear why.
  var isSettled: Bool { texts > Self.mostMisfits }

  /// Whether all numbers have a percent sign.
  var isPercent: Bool {
    percents > 0 && percents == integers + pointReals + commaReals + plainReals
  }

  /// The most values that a person may have typed by mistake into a typed column.
  static let mostMisfits = 2

  /// Counts a value.
  mutating func count(_ value: ValueClass) {
    switch value.kind {
    case .missing: return
    case .boolean: booleans += 1
    case .integer: integers += 1
    case .pointReal: pointReals += 1
    case .commaReal: commaReals += 1
    case .plainReal: plainReals += 1
    case .date: dates += 1
    case .timestamp: timestamps += 1
    case .identifier: identifiers += 1
    case .text: texts += 1
    }
    values += 1
    if value.isPercent, value.kind != .text { percents += 1 }
    if value.isSureComma { sureCommas += 1 }
  }

  /// Adds what was counted in another part of the file.
  mutating func add(_ other: TypeEvidence) {
    values += other.values
    booleans += other.booleans
    integers += other.integers
    pointReals += other.pointReals
    commaReals += other.commaReals
    plainReals += other.plainReals
    dates += other.dates
    timestamps += other.timestamps
    identifiers += other.identifiers
    texts += other.texts
    percents += other.percents
    sureCommas += other.sureCommas
  }

  /// The type that all values fit.
  func type(decimalComma: Bool) -> (type: ColumnType, isPercent: Bool) {
    if values == 0 { return (.text, false) }
    if numbers(decimalComma) == values, percents == 0 || percents == values {
      return (integers == values ? .integer : .real, percents > 0)
    }
    if booleans == values { return (.boolean, false) }
    if dates == values { return (.date, false) }
    if dates + timestamps == values { return (.timestamp, false) }
    return (.text, false)
  }

  /// The type that all but one or two values fit, if at least 20 values and 98 % of them do.
  func nearType(
    decimalComma: Bool
  ) -> (type: ColumnType, isPercent: Bool, fitting: Int)? {
    guard identifiers == 0 else { return nil }
    let numbers = numbers(decimalComma)
    let isPercent = percents * 2 > numbers
    let candidates: [(ColumnType, Bool, Int)] = [
      (
        numbers == integers ? .integer : .real, isPercent,
        isPercent ? percents : numbers - percents
      ),
      (.boolean, false, booleans),
      (timestamps > 0 ? .timestamp : .date, false, dates + timestamps),
    ]
    return candidates.first { _, _, fitting in
      let misfits = values - fitting
      return (1...Self.mostMisfits).contains(misfits) && fitting >= 20
        && fitting * 100 >= values * 98
    }
  }

  /// How strongly a column shows its decimal mark.
  enum Strength {
    /// All values are numbers, or the caller says that they should be.
    case full
    /// All but one or two values are numbers.
    case near
  }

  /// Looks for the decimal mark of the file in the column.
  ///
  /// - Parameters:
  ///   - isDeclared: Whether the caller says that the column holds numbers.
  ///   - commaPartsFields: Whether fields end at a comma; then `1,234` may be English.
  /// - Returns: Comma or point, or `nil` if the column shows neither.
  func decimalCommaVote(
    isDeclared: Bool, commaPartsFields: Bool
  ) -> (isComma: Bool, strength: Strength)? {
    let hasComma = commaReals > 0 && (!commaPartsFields || sureCommas > 0)
    guard hasComma || pointReals > 0 else { return nil }
    if isDeclared {
      let commas = hasComma ? commaReals : 0
      return commas == pointReals ? nil : (commas > pointReals, .full)
    }
    if hasComma, type(decimalComma: true).type == .real { return (true, .full) }
    if pointReals > 0, type(decimalComma: false).type == .real { return (false, .full) }
    if hasComma, nearType(decimalComma: true)?.type == .real { return (true, .near) }
    if pointReals > 0, nearType(decimalComma: false)?.type == .real { return (false, .near) }
    return nil
  }

  private func numbers(_ decimalComma: Bool) -> Int {
    integers + plainReals + (decimalComma ? commaReals : pointReals)
  }
}

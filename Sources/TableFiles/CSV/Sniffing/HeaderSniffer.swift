internal import Tables

/// Decides whether a first row names the columns.
enum HeaderSniffer {
  /// A cell of the first row.
  struct Cell {
    var looks: ValueClass
    /// The whole number it holds, if it is one.
    var integer: Int64?
  }

  /// What a first row seems to be.
  enum Finding {
    /// The names of the columns.
    case present
    /// The names, though the row could as well be one of data.
    case unsure
    /// Data.
    case absent
  }

  /// A first row is a header unless it has the types of the rows below: at least one typed value,
  /// and none that breaks the type of its column. Years, and numbers that count up by one as the
  /// steps of a scale do, may be names; steps, and one year over numbers as long as years, may be data too.
  ///
  /// - Parameters:
  ///   - cells: The first row.
  ///   - types: What the rows below hold; `nil` where they hold nothing.
  ///   - allLong: Whether all whole numbers below are 1000 or more.
  /// - Returns: Whether it is a header, and whether that was a choice that could be wrong.
  static func find(_ cells: [Cell], over types: [ColumnType?], allLong: [Bool]) -> Finding {
    let counting = isCounting(cells)
    var (looksLikeData, hasStep) = (false, false)
    var years: [Int] = []
    for (place, (cell, type)) in zip(cells, types).enumerated() {
      let year = cell.looks.kind == .integer && isYear(cell.integer) && !cell.looks.isPercent
      let isName = year || cell.looks.kind == .integer && counting
      switch cell.looks.kind {
      case .missing: continue
      case .letterTrue where type == .boolean, .letterFalse where type == .boolean:
        looksLikeData = true
      case .text, .letterTrue, .letterFalse, .identifier, .bound, .footnote, .unitNumber,
        .zonedMoment:
        if let type, type != .text { return .present }
      default:
        if let type, type != .text, !fits(cell.looks, type) { return .present }
        if !isName { looksLikeData = true }
        if isName, !year { hasStep = true }
        if year, type == .integer { years.append(place) }
      }
    }
    if looksLikeData { return .absent }
    let isOneYear = years.count == 1 && allLong[years[0]]
    return hasStep && types.contains(.integer) || isOneYear ? .unsure : .present
  }

  private static func isYear(_ integer: Int64?) -> Bool {
    integer.map { (1900...2100).contains($0) } ?? false
  }

  /// Whether the numbers of a row are 1, 2, 3 and so on, at least two of them.
  private static func isCounting(_ cells: [Cell]) -> Bool {
    let numbers = cells.filter(\.looks.isNumber).map { $0.looks.isPercent ? nil : $0.integer }
    guard numbers.count > 1 else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { a, b in
      guard let a, let b else { return false }
      return b == a + 1
    }
  }

  private static func fits(_ looks: ValueClass, _ type: ColumnType) -> Bool {
    switch type {
    case .integer: looks.isNumber && looks.kind != .pointReal && looks.kind != .commaReal
    case .real, .numeric: looks.isNumber
    case .boolean: looks.kind == .boolean
    case .date: looks.kind == .date
    case .timestamp: looks.kind == .date || looks.kind == .timestamp
    case .text, .interval: true
    }
  }
}

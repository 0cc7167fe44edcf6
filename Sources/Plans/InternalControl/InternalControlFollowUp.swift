public import Diagnostics
public import Tables

/// How an internal control plan stands at the end of a day.
public struct InternalControlFollowUp: Hashable, Sendable {
  /// The year of the plan.
  public let year: Int
  /// The day.
  public let asOf: CalendarDate
  /// All areas.
  public let total: ControlCount
  /// By section, in the order of the file; the key is `nil` where the row names none.
  public let bySection: [ControlCount]
  /// By planned frequency, seldom first, not stated last. The key is the number, such as `12`.
  public let byFrequency: [ControlCount]
  /// Areas with another result than ok.
  public let deviations: [ControlDeviation]

  /// Follows up the areas of a year.
  ///
  /// - Parameters:
  ///   - areas: The plan.
  ///   - year: Its year, 1 to 9999; its last day stands in for control dates that are not stated.
  ///   - asOf: The day at whose end the plan is read.
  ///   - deviationMonths: How many months a deviation may take.
  public init(areas: [ControlArea], year: Int, asOf: CalendarDate, deviationMonths: Int = 6) {
    (self.year, self.asOf) = (year, asOf)
    total = ControlCount(nil, areas)
    var sections: [String?] = []
    for area in areas where !sections.contains(area.section) { sections.append(area.section) }
    bySection = sections.map { key in ControlCount(key, areas.filter { $0.section == key }) }
    let frequencies = Set(areas.map(\.perYear)).sorted { ($0 ?? .infinity) < ($1 ?? .infinity) }
    byFrequency = frequencies.map { frequency in
      ControlCount(frequency.map(numeral), areas.filter { $0.perYear == frequency })
    }
    let lastDay = CalendarDate(year: min(9999, max(1, year)), month: 12, day: 31)
    deviations = areas.compactMap { area in
      guard let result = area.result, result != .ok,
        let found = area.controlDate?.last ?? lastDay
      else { return nil }
      let due = found.adding(months: deviationMonths)
      return ControlDeviation(
        area: area, found: found, isDateStated: area.controlDate != nil, due: due,
        isLate: due < asOf)
    }
  }
}

/// A result other than ok, which must be followed up in time.
public struct ControlDeviation: Hashable, Sendable {
  /// The area.
  public let area: ControlArea
  /// The day of the control.
  public let found: CalendarDate
  /// Whether the plan states that day; if not, it is the last day of the year.
  public let isDateStated: Bool
  /// The last day in time, some months after ``found``.
  public let due: CalendarDate
  /// Whether that day lies behind us. The day itself is still in time.
  public let isLate: Bool
}

/// How many areas of a group stand where. `done + open + withoutResult == areas`.
public struct ControlCount: Hashable, Sendable {
  /// The section or frequency; `nil` for all, or where the rows name none.
  public let key: String?
  /// The areas.
  public let areas: Int
  /// Their control points; areas that state no number count none.
  public let controlPoints: Int
  /// The controls planned in a year: the sum of the frequencies.
  public let plannedControls: Double
  /// Areas that are also checked all the time.
  public let continuous: Int
  /// Areas with the result ok.
  public let done: Int
  /// Areas with another result.
  public let open: Int
  /// Areas whose result is not stated.
  public let withoutResult: Int
  /// Where the documents state the areas.
  public let sources: [DocumentReference]

  init(_ key: String?, _ members: [ControlArea]) {
    self.key = key
    areas = members.count
    sources = members.compactMap(\.source.reference)
    controlPoints = members.reduce(0) { $0 + ($1.controlPoints ?? 0) }
    plannedControls = members.reduce(0) { $0 + ($1.perYear ?? 0) }
    continuous = members.count(where: \.isContinuous)
    done = members.count { $0.result == .ok }
    withoutResult = members.count { $0.result == nil }
    open = areas - done - withoutResult
  }
}

/// A number without needless decimals.
private func numeral(_ number: Double) -> String {
  Int(exactly: number).map(String.init) ?? String(number)
}

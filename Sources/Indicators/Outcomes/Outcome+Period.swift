public import Tables

extension Outcome {
  /// The last day of its period: the year 2012 ends later than June 2012. A period that is none
  /// ends with its year.
  public var lastDay: CalendarDate {
    let last = period.split(separator: "/").last ?? ""
    let parts = last.split(separator: "-")
    let endOfYear = parts.first.flatMap { Int($0) }.flatMap(CalendarDate.init(endOf:))
    if let day = CalendarDate(iso: last) { return day }
    if parts.count == 2, let year = Int(parts[0]) {
      // Autumn ends with the year.
      let month = parts[1] == "var" ? 6 : Int(parts[1]) ?? 12
      if (1...12).contains(month) {
        let day = CalendarDate.days(inMonth: month, year: year)
        if let end = CalendarDate(year: year, month: month, day: day) { return end }
      }
    }
    return endOfYear ?? CalendarDate(endOf: year) ?? CalendarDate(daysSince1970: 0)
  }
}

extension Goal {
  /// The last day on which it can be reached.
  public var lastDay: CalendarDate {
    ends ?? CalendarDate(endOf: year) ?? CalendarDate(daysSince1970: 0)
  }

  /// Whether there was time left when an outcome was told.
  public func runsOn(after outcome: Outcome) -> Bool { lastDay > outcome.lastDay }
}

extension CalendarDate {
  init?(endOf year: Int) { self.init(year: year, month: 12, day: 31) }
}

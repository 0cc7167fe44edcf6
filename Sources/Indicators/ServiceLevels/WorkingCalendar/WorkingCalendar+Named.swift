public import Tables

extension WorkingCalendar {
  /// Public holidays of lag (1989:253), midsommarafton, julafton and nyårsafton are off
  /// (semesterlagen (1977:480) 3 a §). Other eves are working days: trettondagsafton, skärtorsdagen,
  /// valborgsmässoafton, the Friday before Alla helgons dag.
  public static let sverige = WorkingCalendar(
    name: "sverige", rule: .holidaysAndEves, extraDaysOff: [])

  /// Only the public holidays of lag (1989:253) are off.
  public static let sverigeHelgdagar = WorkingCalendar(
    name: "sverige-helgdagar", rule: .holidays, extraDaysOff: [])

  /// The names that ``named(_:extraDaysOff:)`` knows, for suggestions.
  public static let names = [sverige.name, sverigeHelgdagar.name]

  /// The calendar of a name, or `nil` if there is none.
  ///
  /// - Parameters:
  ///   - name: One of ``names``.
  ///   - extraDaysOff: Days that the workspace adds, such as a bridge day. Days that are off
  ///     anyway change nothing.
  /// - Returns: The calendar, under the same name.
  public static func named(_ name: String, extraDaysOff: [CalendarDate] = []) -> WorkingCalendar? {
    [sverige, sverigeHelgdagar].first { $0.name == name }.map {
      WorkingCalendar(name: name, rule: $0.rule, extraDaysOff: extraDaysOff)
    }
  }
}

public import Tables

/// Everything that a case log publishes of a year, as it stood at the end of a day: how many cases of
/// each kind came in, and for each limit how many of each month and of each category stand how, with
/// their times.
///
/// What is shown of a log comes from its cubes alone, so that whoever has one cannot reach the cases
/// that it was counted from (``CaseLog``), and a step that withholds cells stands between. Times are
/// those of the parts that are shown; no time of a case by itself leaves the log.
public struct CaseCube: Hashable, Sendable {
  /// What the log is made of.
  public let definition: CaseLogDefinition
  /// The day at whose end it was read.
  public let asOf: CalendarDate
  /// The year in which the cases came in, or their clocks started; `nil` for any year.
  public let year: Int?
  /// The cases that came in. Rows without a readable day of receipt are not counted.
  public let caseCount: Int
  /// Those of each kind of the definition, in its order.
  public let subsets: [CaseSubsetCount]
  /// How the cases stand against each limit, by its id.
  public let results: [String: ServiceLevelResult]

  /// How the cases stand against a limit, by month and by category too: each is the sum of its parts.
  /// `nil` for a limit that the log does not have.
  public func result(limit id: String) -> ServiceLevelResult? {
    definition.limit(id).flatMap { results[$0.id] }
  }

  /// The cube under a definition that lacks some limits.
  package func restricted(to definition: CaseLogDefinition) -> CaseCube {
    let listed = Set(definition.limits.map(\.id))
    return CaseCube(
      definition: definition, asOf: asOf, year: year, caseCount: caseCount, subsets: subsets,
      results: results.filter { listed.contains($0.key) })
  }
}

extension CaseLog {
  /// Counts the cases of a year as they stood at the end of a day.
  ///
  /// - Parameters:
  ///   - asOf: The day. What happened after it has not happened yet.
  ///   - calendar: Which days are working days.
  ///   - year: Keep cases that came in, or whose clock started, in the year; of limits also those whose
  ///     start is not known. `nil` keeps all.
  /// - Returns: The counts, those of each limit of the definition too.
  public func cube(
    asOf: CalendarDate, calendar: WorkingCalendar, year: Int? = nil
  ) -> CaseCube {
    let subsets = subsetCounts(asOf: asOf, year: year)
    return CaseCube(
      definition: definition, asOf: asOf, year: year,
      caseCount: subsets.first?.total ?? caseCount(asOf: asOf, year: year), subsets: subsets,
      results: Dictionary(
        definition.limits.map { limit in
          (limit.id, result(limit: limit, asOf: asOf, calendar: calendar, year: year))
        }, uniquingKeysWith: { first, _ in first }))
  }
}

import Query
public import Tables

extension CaseLog {
  /// How the cases stand against a limit at the end of a day, with breakdowns by month and category.
  ///
  /// The rules of counting are those of ``outcomes(limit:asOf:calendar:year:)``.
  public func result(
    limit: CaseLimit, asOf: CalendarDate, calendar: WorkingCalendar, year: Int? = nil
  ) -> ServiceLevelResult {
    let cases = JudgedCases(self, limit: limit, asOf: asOf, calendar: calendar, year: year)
    let hasCategories = definition.columns.category != nil
    let plan = Aggregation(
      groupings: [[], ["month"], ["time_class"]] + (hasCategories ? [["category"]] : []),
      ServiceLevelResult.figures)
    let groups = Dictionary(grouping: plan.counted(in: cases.source), by: \.grouping)
    var result = ServiceLevelResult(groups[0]?.first?.results ?? [])
    result.byMonth = Self.parts(groups[1])
    result.byTime = cases.classes.counted(
      Dictionary(
        (groups[2] ?? []).compactMap { group in
          Int(group.keys[0]).map { ($0, ServiceLevelResult(group.results).answered) }
        }, uniquingKeysWith: +))
    result.byCategory = Self.parts(groups[3])
    return result
  }

  /// The results by key, in order; the rows that do not say come last.
  private static func parts(_ groups: [AggregatedGroup]?) -> [ServiceLevelGroup] {
    (groups ?? []).map { group in
      ServiceLevelGroup(key: String(group.keys[0]), result: ServiceLevelResult(group.results))
    }
    .sorted { a, b in
      switch (a.key, b.key) {
      case (let a?, let b?): a < b
      default: a.key != nil && b.key == nil
      }
    }
  }
}

extension ServiceLevelResult {
  private typealias Place<Value> = any WritableKeyPath<ServiceLevelResult, Value> & Sendable

  private static func isState(_ state: CaseOutcome.State) -> Aggregation.RowCondition {
    .equals("state", .text(state.rawValue))
  }

  /// Which outcomes each number counts.
  private static let counts: [(place: Place<Int>, condition: Aggregation.RowCondition)] = [
    (\.withinLimit, isState(.within)), (\.late, isState(.late)),
    (\.pending, isState(.pending)), (\.openOverdue, isState(.overdue)),
    (\.notYetReceived, isState(.notYetReceived)), (\.unusable, isState(.unusable)),
    (\.closedUnanswered, .isTrue("is_closed_unanswered")),
  ]

  /// How each time is found.
  private static let times: [(place: Place<Double?>, figure: Aggregation.Figure)] = [
    (\.median, .median("answer_time")), (\.percentile90, .quantile(0.9, "answer_time")),
    (\.longest, .largest("answer_time")), (\.longestOpen, .largest("open_time")),
  ]

  /// What to compute of a table of outcomes.
  fileprivate static let figures: [Aggregation.Figure] =
    counts.map { .count(where: $0.condition) } + times.map(\.figure)

  /// The values of ``figures``.
  fileprivate init(_ values: [Cell]) {
    for (count, value) in zip(Self.counts, values) {
      self[keyPath: count.place] = Int(value) ?? 0
    }
    for (time, value) in zip(Self.times, values.dropFirst(Self.counts.count)) {
      self[keyPath: time.place] = Double(value)
    }
    answered = withinLimit + late
    openNow = pending + openOverdue
    total = answered + openNow
  }
}

import Statistics
public import Tables

extension CaseLog {
  /// How the cases stand against a limit at the end of a day, with breakdowns by month and category.
  ///
  /// The rules of counting are those of ``outcomes(limit:asOf:calendar:year:)``.
  public func result(
    limit: CaseLimit, asOf: CalendarDate, calendar: WorkingCalendar, year: Int? = nil
  ) -> ServiceLevelResult {
    let outcomes = outcomes(limit: limit, asOf: asOf, calendar: calendar, year: year)
    var result = ServiceLevelResult(outcomes)
    result.byMonth = Self.groups(outcomes) { $0.started.map { String($0.description.prefix(7)) } }
    if definition.columns.category != nil {
      result.byCategory = Self.groups(outcomes, by: \.category)
    }
    return result
  }

  private static func groups(_ outcomes: [CaseOutcome], by key: (CaseOutcome) -> String?)
    -> [ServiceLevelGroup]
  {
    Dictionary(grouping: outcomes, by: key).map {
      ServiceLevelGroup(key: $0, result: ServiceLevelResult($1))
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
  init(_ outcomes: [CaseOutcome]) {
    var times: [Double] = []
    for outcome in outcomes {
      switch outcome.state {
      case .within: withinLimit += 1
      case .late: late += 1
      case .pending: pending += 1
      case .overdue: openOverdue += 1
      case .notYetReceived: notYetReceived += 1
      case .unusable: unusable += 1
      }
      if outcome.isClosedUnanswered { closedUnanswered += 1 }
      guard let elapsed = outcome.elapsed else { continue }
      if outcome.ended != nil {
        times.append(elapsed)
      } else {
        longestOpen = max(longestOpen ?? elapsed, elapsed)
      }
    }
    answered = withinLimit + late
    openNow = pending + openOverdue
    total = answered + openNow
    // The only refusal that can come is that of no times at all.
    median = try? Location.median(of: times)
    percentile90 = try? Location.quantile(0.9, of: times)
    longest = times.max()
  }
}

internal import Indicators
internal import Surveys
internal import Tables

extension LoadedWorkspace {
  /// The counts that reports publish of the rows of a table, by its columns.
  package func reportedCounts(of table: String) -> [ReportedCount] {
    switch table {
    case "responses": units.flatMap { unit in unit.surveys.flatMap { answers($0, unit.id) } }
    case "invitations": units.flatMap { unit in unit.surveys.flatMap { people($0, unit.id) } }
    case "cases": units.flatMap { unit in unit.caseLogs.flatMap { cases($0, unit.id) } }
    default: []
    }
  }

  private func folder(_ id: String) -> String {
    id.split(separator: "/").last.map(String.init) ?? id
  }

  private func answers(_ survey: UnitSurvey, _ unit: String) -> [ReportedCount] {
    let published = survey.published(disclosure)
    let definition = published.cube.definition
    let members = Dictionary(
      definition.groups.map { ($0.id, Set($0.members)) }, uniquingKeysWith: { first, _ in first })
    var counts: [ReportedCount] = []
    for wave in definition.waves {
      for row in (try? published.cube.result(wave: wave.id))?.questions ?? [] {
        let base: [String: Set<String>] = [
          "unit": [unit], "survey": [folder(definition.id)], "wave": [wave.id],
          "question": [row.question.id],
        ]
        // Rows have the month of a day, and reports periods of months.
        let codes = survey.definition.scale(ofQuestion: row.question.id).answers.map(\.id)
        var months: [String: Set<String>] = [:]
        for period in row.counts.map(\.option.id) where row.question.kind == .date {
          months[period] = SurveyCube.months(of: period, among: codes)
        }
        func add(_ part: SurveyPart, _ tally: AnswerTally, _ own: [String: Set<String>]) {
          let conditions = base.merging(own) { first, _ in first }
          // Of numbers and indices no answer is counted for readers.
          for answer in tally.counts where row.question.kind.disclosureRule == .counts {
            let reason = published.disclosure.reason(
              wave: wave.id, question: row.question.id, part: part, answer: answer.option.id)
            counts.append(
              ReportedCount(
                conditions: conditions.merging([
                  "code": months[answer.option.id] ?? [answer.option.id]
                ]) { first, _ in first },
                isWithheld: reason != nil, count: answer.count))
          }
          counts.append(
            ReportedCount(
              conditions: conditions.merging(["code": Set(codes)]) { first, _ in first },
              isWithheld: published.disclosure.hidesBase(
                wave: wave.id, question: row.question.id, part: part),
              count: tally.base.answered))
        }
        add(.all, row.tally, [:])
        if let ordinary = row.withoutSubstitutes {
          add(.withoutSubstitutes, ordinary, ["substitute": ["false"]])
        }
        for group in row.byGroup {
          add(.group(group.key), group.tally, ["group": members[group.key] ?? [group.key]])
        }
        for breakdown in row.breakdowns {
          let column = breakdown.breakdown.column
          for value in breakdown.rows where !value.key.isEmpty {
            add(.value(value.key, column: column), value.tally, [column: [value.key]])
          }
        }
      }
    }
    return counts
  }

  private func people(_ survey: UnitSurvey, _ unit: String) -> [ReportedCount] {
    let published = survey.published(disclosure)
    let cube = published.cube
    return cube.definition.waves.flatMap { wave in
      ([nil] + cube.definition.groups.map(Optional.some)).flatMap { group -> [ReportedCount] in
        let counts = cube.dispositions(wave: wave.id, group: group?.id)
        let isWithheld =
          published.disclosure.reasonForResponses(wave: wave.id, group: group?.id) != nil
        return Disposition.allCases.map { disposition in
          var conditions: [String: Set<String>] = [
            "unit": [unit], "survey": [folder(cube.definition.id)], "wave": [wave.id],
            "disposition": [disposition.rawValue],
          ]
          if let group { conditions["group"] = Set(group.members) }
          return ReportedCount(
            conditions: conditions, isWithheld: isWithheld, count: counts[disposition])
        }
      }
    }
  }

  private func cases(_ log: UnitCaseLog, _ unit: String) -> [ReportedCount] {
    guard log.definition.isAboutPersons else { return [] }
    return log.years.flatMap { year in
      let published = log.published(
        disclosure, asOf: asOf(year: year, in: log), calendar: calendar, year: year)
      let base: [String: Set<String>] = ["unit": [unit], "log": [folder(log.definition.id)]]
      return kinds(published, base, year) + limits(published, base)
    }
  }

  /// The cases that came in in a year, and those of each kind.
  private func kinds(
    _ log: PublishedCaseLog, _ base: [String: Set<String>], _ year: Int
  ) -> [ReportedCount] {
    let months = (1...12).compactMap { month in
      CalendarDate(year: year, month: month, day: 1).map { String($0.description.prefix(7)) }
    }
    let all = base.merging(["month": Set(months)]) { first, _ in first }
    return [
      ReportedCount(
        conditions: all, isWithheld: log.disclosure.reason(.everything) != nil,
        count: log.cube.caseCount)
    ]
      + log.cube.subsets.map { kind in
        ReportedCount(
          conditions: all.narrowed(by: kind.subset.condition, in: log.cube.definition),
          isWithheld: log.disclosure.reason(.subset(kind.subset.id)) != nil, count: kind.count)
      }
  }

  /// The cases that each limit covers, by month and by category.
  private func limits(
    _ log: PublishedCaseLog, _ base: [String: Set<String>]
  ) -> [ReportedCount] {
    var counts: [ReportedCount] = []
    for limit in log.cube.definition.limits {
      guard let result = log.cube.result(limit: limit.id) else { continue }
      let covered =
        limit.condition.map { base.narrowed(by: $0, in: log.cube.definition) } ?? base
      let months = Set(result.byMonth.compactMap(\.key))
      func add(_ part: CaseCell.Part, _ total: Int, _ own: [String: Set<String>]) {
        counts.append(
          ReportedCount(
            conditions: covered.merging(own) { $0.intersection($1) },
            isWithheld: log.disclosure.reason(.limit(limit.id, part, .total)) != nil,
            count: total))
      }
      add(.all, result.total, ["month": months])
      for group in result.byMonth {
        if let key = group.key { add(.month(key), group.result.total, ["month": [key]]) }
      }
      for group in result.byCategory {
        if let key = group.key {
          add(.category(key), group.result.total, ["category": [key], "month": months])
        }
      }
    }
    return counts
  }
}

extension [String: Set<String>] {
  /// The conditions with that of some cases, by the name that its column has where all logs are one table.
  fileprivate func narrowed(
    by condition: CaseCondition, in definition: CaseLogDefinition
  ) -> Self {
    let column = definition.columns.meanings[condition.column] ?? condition.column
    return merging([column: [condition.equals]]) { $0.intersection($1) }
  }
}

internal import Indicators
internal import Surveys

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
    guard let published = try? survey.published(disclosure) else { return [] }
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
        func add(_ part: SurveyPart, _ tally: AnswerTally, _ own: [String: Set<String>]) {
          let conditions = base.merging(own) { first, _ in first }
          for answer in tally.counts {
            let reason = published.disclosure.reason(
              wave: wave.id, question: row.question.id, part: part, answer: answer.option.id)
            counts.append(
              ReportedCount(
                conditions: conditions.merging(["code": [answer.option.id]]) { first, _ in first },
                isWithheld: reason != nil, count: answer.count))
          }
          let others = Set(definition.scale.answers.map(\.id))
          counts.append(
            ReportedCount(
              conditions: conditions.merging(["code": others]) { first, _ in first },
              isWithheld: false, count: tally.base.answered))
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
    guard let published = try? survey.published(disclosure) else { return [] }
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
    var counts: [ReportedCount] = []
    for year in log.years {
      let published = log.published(
        disclosure, asOf: asOf(year: year, in: log), calendar: calendar, year: year)
      for limit in log.definition.limits {
        guard let result = published.cube.result(limit: limit.id) else { continue }
        var base: [String: Set<String>] = ["unit": [unit], "log": [folder(log.definition.id)]]
        if let condition = limit.condition { base[condition.column] = [condition.equals] }
        let months = Set(result.byMonth.compactMap(\.key))
        func add(
          _ part: CaseCell.Part, _ total: Int, _ own: [String: Set<String>]
        ) {
          counts.append(
            ReportedCount(
              conditions: base.merging(own) { first, _ in first },
              isWithheld: published.disclosure.reason(.limit(limit.id, part, .total)) != nil,
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
    }
    return counts
  }
}

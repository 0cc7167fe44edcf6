public import Diagnostics
internal import Labels
internal import Tables

extension SurveyData {
  /// Counts one wave.
  ///
  /// - Parameters:
  ///   - id: The wave.
  ///   - e: The share of the people of unknown eligibility that is taken to be eligible, 0…1;
  ///     `nil` to estimate it from the others, for everyone and for each group by itself.
  /// - Returns: Counts, rates and the result of each question. The order of the rows in the data
  ///   does not show in it.
  /// - Throws: A diagnostic `survey-wave` for an unknown wave, `survey-eligibility` for an `e`
  ///   outside 0…1.
  public func result(wave id: String, e: Double? = nil) throws(Diagnostic) -> WaveResult {
    guard let wave = definition.waves.first(where: { $0.id == id }),
      let index = waveIDs.firstIndex(of: id)
    else {
      throw Diagnostic(
        .error, "survey-wave", at: definition.location,
        "survey '\(definition.id)' has no wave '\(id)'",
        fixes: [suggestion(for: id, among: definition.waves.map(\.id))].compactMap { $0 })
    }
    let outcomes = try outcomes(people.part(wave: index), e: e)
    return WaveResult(
      definition: definition, wave: wave, people: outcomes.all, groups: outcomes.byGroup,
      questions: try questions(wave, people.part(wave: index)))
  }

  // MARK: Dispositions

  private func outcomes(
    _ people: Table, e: Double?
  ) throws(Diagnostic) -> (all: GroupOutcome, byGroup: [RecipientGroupOutcome]) {
    let rows = try rowCounts(
      of: people,
      by: [InvitationColumn.group, InvitationColumn.disposition, InvitationColumn.substitute],
      at: definition.location)
    var ordinary: [String: DispositionCounts] = [:]
    var substitutes: [String: DispositionCounts] = [:]
    for row in rows {
      guard let group = row.texts[0],
        let disposition = row.texts[1].flatMap(Disposition.init(rawValue:))
      else { continue }
      if row.texts[2] == "true" {
        substitutes[group, default: .init()][disposition] += row.count
      } else {
        ordinary[group, default: .init()][disposition] += row.count
      }
    }
    var byGroup: [RecipientGroupOutcome] = []
    for group in definition.groups {
      let without = ordinary[group.id] ?? .init()
      let counts = without + (substitutes[group.id] ?? .init())
      byGroup.append(
        RecipientGroupOutcome(group: group, outcome: try outcome(counts, without, e: e)))
    }
    let allOrdinary = ordinary.values.reduce(.init(), +)
    let all = substitutes.values.reduce(allOrdinary, +)
    return (try outcome(all, allOrdinary, e: e), byGroup)
  }

  private func outcome(
    _ counts: DispositionCounts, _ withoutSubstitutes: DispositionCounts, e: Double?
  ) throws(Diagnostic) -> GroupOutcome {
    GroupOutcome(
      counts: counts, countsWithoutSubstitutes: withoutSubstitutes,
      rates: try OutcomeRates(counts, e: e, at: definition.location),
      ratesWithoutSubstitutes: try OutcomeRates(
        withoutSubstitutes, e: e, at: definition.location))
  }

  // MARK: Answers

  private func questions(
    _ wave: Wave, _ people: Table
  ) throws(Diagnostic) -> [QuestionResult] {
    let parts =
      [InvitationColumn.group, InvitationColumn.substitute] + definition.breakdowns.map(\.column)
    var results: [QuestionResult] = []
    for question in definition.questions(in: wave) {
      // One pass over the rows by all columns at once; each table of the result sums over the rest.
      let code = SurveyTable.column(of: question.id)
      let cells = try rowCounts(
        of: people, by: [code] + parts, known: [code], at: definition.location)
      let byGroup = AnswerCounts(cells, by: 1, definition.scale)
      let bySubstitute = AnswerCounts(cells, by: 2, definition.scale)
      let substitutes = bySubstitute.tally(part: "true")
      results.append(
        QuestionResult(
          question: question, tally: byGroup.total,
          withoutSubstitutes: substitutes.base.invited == 0
            ? nil : bySubstitute.tally(part: "false"),
          byGroup: definition.groups.filter { question.isAsked(of: $0.id) }.map { group in
            QuestionRow(
              key: group.id, label: group.label, tally: byGroup.tally(part: group.id))
          },
          breakdowns: definition.breakdowns.enumerated().map { position, breakdown in
            QuestionBreakdown(
              breakdown: breakdown,
              rows: AnswerCounts(cells, by: 3 + position, definition.scale).rows)
          }))
    }
    return results
  }
}

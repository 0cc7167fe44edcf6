public import Diagnostics
internal import Labels
public import Tables

extension SurveyCube {
  /// The result of one wave, of everyone or of one recipient group.
  ///
  /// - Parameters:
  ///   - id: The wave.
  ///   - group: The group, or `nil` for everyone. The result of a group has the questions that the group
  ///     gets and is not broken down further.
  ///   - e: The share of the people of unknown eligibility that is taken to be eligible, 0…1;
  ///     `nil` to estimate it from the others, for everyone and for each group by itself.
  /// - Returns: Counts, rates and the result of each question.
  /// - Throws: A diagnostic `survey-wave` or `survey-group` for an unknown wave or group,
  ///   `survey-eligibility` for an `e` outside 0…1.
  public func result(
    wave id: String, group: String? = nil, e: Double? = nil
  ) throws(Diagnostic) -> WaveResult {
    let (wave, cells) = try self.wave(id)
    var groups = definition.groups
    var questions = definition.questions(in: wave)
    if let group {
      groups = [try self.group(group)]
      questions = questions.filter { $0.isAsked(of: group) }
    }
    var outcomes: [RecipientGroupOutcome] = []
    for group in groups {
      outcomes.append(
        RecipientGroupOutcome(group: group, outcome: try outcome(cells, group.id, e: e)))
    }
    return WaveResult(
      definition: definition, wave: wave, people: try outcome(cells, group, e: e),
      groups: outcomes, questions: questions.map { result($0, cells, group) })
  }

  /// How the invitations of a wave ended, of everyone or of one group; nobody in a wave or a group that
  /// the survey does not have.
  public func dispositions(wave: String, group: String? = nil) -> DispositionCounts {
    waves[wave]?.dispositions { group == nil || $0.group == group } ?? DispositionCounts()
  }

  /// How many returned the survey on each day; nothing where the responses do not say, and for a wave that the
  /// survey does not have.
  public func returnsByDay(wave: String) -> [CalendarDate: Int] { waves[wave]?.days ?? [:] }

  func wave(_ id: String) throws(Diagnostic) -> (wave: Wave, cells: WaveCells) {
    if let wave = definition.waves.first(where: { $0.id == id }), let cells = waves[id] {
      return (wave, cells)
    }
    throw unknown("wave", id, definition.waves.map(\.id))
  }

  private func group(_ id: String) throws(Diagnostic) -> RecipientGroup {
    if let group = definition.groups.first(where: { $0.id == id }) { return group }
    throw unknown("group", id, definition.groups.map(\.id))
  }

  private func unknown(_ kind: String, _ id: String, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "survey-\(kind)", at: definition.location,
      "survey '\(definition.id)' has no \(kind) '\(id)'",
      fixes: [suggestion(for: id, among: known)].compactMap(\.self))
  }

  // MARK: Sums of cells

  private func outcome(
    _ cells: WaveCells, _ group: String?, e: Double?
  ) throws(Diagnostic) -> GroupOutcome {
    let ordinary = cells.dispositions {
      (group == nil || $0.group == group) && !$0.isSubstitute
    }
    let all = cells.dispositions { group == nil || $0.group == group }
    return GroupOutcome(
      counts: all, countsWithoutSubstitutes: ordinary,
      rates: try OutcomeRates(all, e: e, at: definition.location),
      ratesWithoutSubstitutes: try OutcomeRates(ordinary, e: e, at: definition.location))
  }

  private func result(
    _ question: Question, _ cells: WaveCells, _ group: String?
  ) -> QuestionResult {
    let nobody = AnswerTally(ofNobodyOn: definition.scale(of: question))
    let answers = cells.answers[question.id] ?? [:]
    func sum(_ isIncluded: (PeopleCell) -> Bool) -> AnswerTally {
      answers.reduce(nobody) { isIncluded($1.key) ? $0 + $1.value : $0 }
    }
    let asked = definition.groups.filter {
      question.isAsked(of: $0.id) && (group == nil || $0.id == group)
    }
    let substitutes = sum { (group == nil || $0.group == group) && $0.isSubstitute }
    let ordinary = sum { (group == nil || $0.group == group) && !$0.isSubstitute }
    return QuestionResult(
      question: question, tally: ordinary + substitutes,
      withoutSubstitutes: substitutes.base.invited == 0 ? nil : ordinary,
      byGroup: asked.map { part in
        QuestionRow(
          key: part.id, label: part.label,
          tally: group == nil ? sum { $0.group == part.id } : ordinary + substitutes)
      },
      breakdowns: group != nil
        ? []
        : definition.breakdowns.map { breakdown in
          QuestionBreakdown(
            breakdown: breakdown,
            rows: Self.rows(cells.breakdowns[question.id]?[breakdown.column] ?? [:]))
        })
  }

  /// The parts in order of their names; "not stated" comes last.
  private static func rows(_ parts: [String: AnswerTally]) -> [QuestionRow] {
    parts.sorted { a, b in
      if a.key.isEmpty || b.key.isEmpty { return !a.key.isEmpty && b.key.isEmpty }
      return a.key.unicodeScalars.lexicographicallyPrecedes(b.key.unicodeScalars)
    }.map { part, tally in
      QuestionRow(
        key: part, label: part.isEmpty ? Label("uppgift saknas", "not stated") : Label(same: part),
        tally: tally)
    }
  }
}

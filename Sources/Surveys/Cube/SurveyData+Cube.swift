public import Diagnostics
internal import Tables

extension SurveyData {
  /// Counts the survey: each wave once, and each pair of waves by the persons who are in both.
  ///
  /// - Returns: The cube. The order of the rows in the data does not show in it.
  /// - Throws: A diagnostic `survey-query`; it would be a fault of this module.
  public func cube() throws(Diagnostic) -> SurveyCube {
    var cells: [String: WaveCells] = [:]
    for (position, wave) in definition.waves.enumerated() where cells[wave.id] == nil {
      cells[wave.id] = try self.cells(wave, people.part(wave: position))
    }
    if definition.waves.count > 1 {
      let persons = definition.waves.indices.map {
        WavePersons(people.part(wave: $0), definition)
      }
      for (later, wave) in definition.waves.enumerated() {
        for earlier in 0..<later {
          guard let repeats = persons[later].repeats(of: persons[earlier], definition)
          else { continue }
          cells[wave.id]?.repeats[definition.waves[earlier].id] = repeats
        }
      }
    }
    return SurveyCube(definition: definition, waves: cells)
  }

  private func cells(_ wave: Wave, _ people: Table) throws(Diagnostic) -> WaveCells {
    var cells = WaveCells()
    cells.dispositions = try dispositions(people)
    let breakdowns = definition.breakdowns.map(\.column)
    for question in definition.questions(in: wave) where cells.answers[question.id] == nil {
      // One pass over the rows by all columns at once; each table of a result sums over the rest.
      let column = SurveyTable.column(of: question.id)
      let counted = try rowCounts(
        of: people,
        by: [column, InvitationColumn.group, InvitationColumn.substitute] + breakdowns,
        known: [column], at: definition.location)
      cells.answers[question.id] = definition.scale.tallies(counted) { texts in
        PeopleCell(group: texts[1] ?? "", isSubstitute: texts[2] == "true")
      }
      var parts: [String: [String: AnswerTally]] = [:]
      for (position, breakdown) in breakdowns.enumerated() {
        parts[breakdown] = definition.scale.tallies(counted) { $0[3 + position] ?? "" }
      }
      cells.breakdowns[question.id] = parts
    }
    return cells
  }

  private func dispositions(
    _ people: Table
  ) throws(Diagnostic) -> [PeopleCell: DispositionCounts] {
    let rows = try rowCounts(
      of: people,
      by: [InvitationColumn.group, InvitationColumn.disposition, InvitationColumn.substitute],
      at: definition.location)
    var cells: [PeopleCell: DispositionCounts] = [:]
    for row in rows {
      guard let group = row.texts[0],
        let disposition = row.texts[1].flatMap(Disposition.init(rawValue:))
      else { continue }
      let cell = PeopleCell(group: group, isSubstitute: row.texts[2] == "true")
      cells[cell, default: .init()][disposition] += row.count
    }
    return cells
  }
}

extension AnswerScale {
  /// Adds up counts whose first text is the code of an answer, by a part that their other texts give.
  fileprivate func tallies<Part: Hashable>(
    _ counted: [CountedCell], by part: ([String?]) -> Part
  ) -> [Part: AnswerTally] {
    let codes = codeTexts
    let positions = Dictionary(
      codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var counts: [Part: [Int]] = [:]
    for cell in counted {
      guard let code = cell.texts[0].flatMap({ positions[$0] }) else { continue }
      counts[part(cell.texts), default: Array(repeating: 0, count: codes.count)][code] +=
        cell.count
    }
    return counts.mapValues { numbers in
      AnswerTally(
        counts: answers.enumerated().map { AnswerCount(option: $1, count: numbers[$0]) },
        notApplicable: numbers[position(of: .notApplicable)],
        missing: numbers[position(of: .missing)],
        notReturned: numbers[position(of: .notReturned)])
    }
  }
}

internal import Labels
internal import Surveys
internal import Workspace

/// Groups of a survey beside each other, question by question. Only shares that the tables of groups show are
/// compared, so that nothing follows from it that they do not tell.
extension SurveySection {
  var standingBlocks: [Block] {
    let definition = survey.definition
    guard definition.provenance?.isReconstructed != true, !result.wave.isInvented else { return [] }
    let invented = Set(definition.groups.filter(\.isInvented).map(\.id))
    let questions = result.questions.map { row in
      let shown = row.byGroup.filter { group in
        !invented.contains(group.key) && isCompared(group, row.question, .group(group.key))
      }
      return StandingTable.Question(
        id: row.question.id, label: row.question.reportedLabel ?? row.question.label,
        parts: shown.map { ($0.key, $0.tally) }, isChosen: row.question.kind.hasPositiveShare)
    }
    return StandingTable(
      id: "\(prefix)-groups-standing",
      title: Label(
        "Grupperna bredvid varandra, andel positiva", "The groups beside each other, positive share"
      ), of: .groups,
      names: definition.groups.map { ($0.id, $0.label) }, locations: [definition.location],
      context: context, questions
    )?.blocks ?? []
  }

  /// Whether tables tell how many of a part answered and how many of them were positive, so that it can be
  /// held beside others.
  func isCompared(_ row: some Tallied, _ question: Question, _ part: SurveyPart) -> Bool {
    withheldPositive(question, part) == nil && withheldResponses(part) == nil
      && disclosure?.hidesBase(wave: result.wave.id, question: question.id, part: part) != true
      && !isOnlyPublished(row, question, part)
  }
}

internal import Diagnostics
internal import Disclosure
internal import Indicators
internal import Labels
internal import Query
internal import Statistics
internal import Surveys

extension OutcomeComputer {
  /// The figure of a survey; `nil` where it must not be told.
  func fromSurvey(_ figure: SurveyFigure) throws(QueryError) -> Figure? {
    guard let survey = workspace.survey(figure.survey) else {
      throw unknown(
        "survey", figure.survey, workspace.units.flatMap(\.surveys).map(\.definition.id))
    }
    let result = try result(survey, figure)
    if result.wave.isInvented { throw invented("wave", figure.wave) }
    if let group = survey.definition.groups.first(where: { $0.id == figure.group }),
      group.isInvented
    {
      throw invented("group", group.id)
    }
    if isWithheld(figure, shown.survey(figure.survey) ?? survey) { return nil }
    let (value, certainty) = try value(figure, result, survey.definition)
    guard let value else {
      throw QueryError("nobody is asked in wave '\(figure.wave)'")
    }
    let computed = ComputedValue(
      value: value,
      method: Label(
        "ur enkäten, \(result.wave.label.swedish)", "from the survey, \(result.wave.label.english)"),
      certainty: certainty, sources: [survey.definition.location])
    return (computed, survey.definition.provenance?.isReconstructed == true)
  }

  /// A share in per cent, or a mean.
  private func value(
    _ figure: SurveyFigure, _ result: WaveResult, _ definition: SurveyDefinition
  ) throws(QueryError) -> (value: Double?, certainty: Certainty) {
    guard let question = figure.question else {
      return (result.rates.rr2.map { $0 * 100 }, .fullCount)
    }
    guard let row = result.question(question) else {
      throw unknown("question", question, definition.questions.map(\.id))
    }
    func certainty(_ positive: Int) -> Certainty {
      .survey(
        SurveyBase(
          invited: row.base.concerned, answered: row.base.answered, positive: positive))
    }
    let share: Double?
    var found = certainty(row.positive)
    switch figure.measure {
    case .returned, .responseRate: return (row.responseRate.map { $0 * 100 }, .fullCount)
    case .mean: return try mean(row, figure, definition)
    case .positive: share = row.positiveShare
    case .share(let answer):
      guard row.question.kind.hasNamedAnswers else {
        throw QueryError("question '\(question)' has no answers that its definition names")
      }
      guard row.counts.contains(where: { $0.option.id == answer }) else {
        throw unknown("answer", answer, row.counts.map(\.option.id))
      }
      share = row.share(of: answer)
      found = certainty(row.count(of: answer))
    }
    if share == nil {
      throw QueryError(
        row.base.answered == 0
          ? "nobody answered '\(question)' in wave '\(figure.wave)'"
          : "no answer of the scale is marked as positive", hint: "positive: true")
    }
    return (share.map { $0 * 100 }, found)
  }

  private func mean(
    _ row: QuestionResult, _ figure: SurveyFigure, _ definition: SurveyDefinition
  ) throws(QueryError) -> (value: Double?, certainty: Certainty) {
    guard row.question.kind.hasMean else {
      throw QueryError(
        "question '\(row.question.id)' has no mean: its type is \(row.question.kind.rawValue)",
        hint: "type: rating")
    }
    let ends = definition.scoreEnds(of: row.question)
    var scale: ClosedRange<Double>?
    if let lowest = ends.lowest, let highest = ends.highest, lowest <= highest {
      scale = lowest...highest
    }
    guard let scores = row.scores,
      let mean = try? NearCensusMean(scores, invited: row.base.concerned, scale: scale)
    else {
      throw QueryError("nobody answered '\(row.question.id)' in wave '\(figure.wave)'")
    }
    return (mean.mean, .surveyMean(mean))
  }

  /// Whether what a measure counts must not be told.
  private func isWithheld(_ figure: SurveyFigure, _ survey: UnitSurvey) -> Bool {
    let (cube, disclosure) = {
      let published = survey.published(workspace.disclosure)
      return (published.cube, published.disclosure)
    }()
    // A group that is only shown together with another has no figure of its own.
    if let group = figure.group, !cube.definition.groups.contains(where: { $0.id == group }) {
      return true
    }
    // How many of a group answered stands beside its figures; those of everyone may have been published.
    let hidesResponses =
      disclosure.reasonForResponses(wave: figure.wave, group: figure.group) != nil
    if hidesResponses, figure.group != nil || figure.question == nil { return true }
    let part = figure.group.map(SurveyPart.group) ?? .all
    guard let question = survey.definition.questions.first(where: { $0.id == figure.question })
    else { return false }
    switch figure.measure {
    case .returned, .responseRate:
      // How many were asked a conditional question tells what they answered before. Where it is not told how many
      // answered, only a rate that was published is.
      return hidesResponses && question.published[figure.wave] == nil
        || disclosure.hidesBase(wave: figure.wave, question: question.id, part: part)
    case .positive:
      return disclosure.reasonForPositive(
        wave: figure.wave, question: question, part: part,
        scale: survey.definition.scale(of: question)) != nil
    case .mean:
      return hidesResponses
        || disclosure.reasonForFigures(
          wave: figure.wave, question: question, part: part,
          scale: survey.definition.scale(of: question)) != nil
    case .share(let answer):
      return disclosure.reason(
        wave: figure.wave, question: question.id, part: part, answer: answer) != nil
    }
  }

  private func result(
    _ survey: UnitSurvey, _ figure: SurveyFigure
  ) throws(QueryError) -> WaveResult {
    let definition = survey.definition
    guard definition.waves.contains(where: { $0.id == figure.wave }) else {
      throw QueryError(
        "survey '\(definition.id)' has no wave '\(figure.wave)'",
        hint: suggestion(for: figure.wave, among: definition.waves.map(\.id)))
    }
    do {
      return try survey.cube().result(wave: figure.wave, group: figure.group)
    } catch {
      throw QueryError(error.message)
    }
  }
}

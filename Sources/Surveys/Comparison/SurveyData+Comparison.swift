public import Diagnostics
internal import Tables

extension SurveyData {
  /// Compares two waves, with those who answered in both paired by their ids.
  ///
  /// - Parameters:
  ///   - current: The later wave, counted.
  ///   - id: The earlier wave; waves may lie between.
  ///   - acknowledgingBreak: Compare even where the series is broken. The reports must say so.
  /// - Returns: The comparison, question by question.
  /// - Throws: A diagnostic `survey-wave` for an unknown wave.
  public func comparison(
    of current: WaveResult, withWave id: String, acknowledgingBreak: Bool = false
  ) throws(Diagnostic) -> WaveComparison {
    let previous = try result(wave: id)
    return WaveComparison(
      current: current, previous: previous, pairs: pairs(current.wave.id, id),
      acknowledgingBreak: acknowledgingBreak)
  }

  /// Those who answered each question in both waves.
  private func pairs(_ current: String, _ previous: String) -> [String: AnswerPairs] {
    let earlier = positivity(previous)
    var pairs: [String: AnswerPairs] = [:]
    for (answer, isPositive) in positivity(current) {
      guard let wasPositive = earlier[answer] else { continue }
      var found = pairs[answer.question] ?? AnswerPairs()
      switch (wasPositive, isPositive) {
      case (true, true): found.both += 1
      case (false, true): found.gained += 1
      case (true, false): found.lost += 1
      case (false, false): found.neither += 1
      }
      pairs[answer.question] = found
    }
    return pairs
  }

  private struct Answer: Hashable {
    let respondent: String
    let question: String
  }

  /// Whether each answer of a wave is positive.
  private func positivity(_ wave: String) -> [Answer: Bool] {
    guard let index = definition.waves.firstIndex(where: { $0.id == wave }) else { return [:] }
    let table = answers.part(wave: index)
    guard let respondents = TextColumn(InvitationColumn.respondent, of: table),
      let questions = TextColumn(CountedColumn.question, of: table),
      let codes = TextColumn(CountedColumn.code, of: table)
    else { return [:] }
    let meanings = codes.values.map { code in
      definition.scale.answers.first { $0.id == code }?.isPositive
    }
    var positivity: [Answer: Bool] = [:]
    for row in 0..<table.rowCount {
      guard let respondent = respondents[row], let question = questions[row],
        let isPositive = codes.code(row).flatMap({ meanings[$0] })
      else { continue }
      positivity[Answer(respondent: respondent, question: question)] = isPositive
    }
    return positivity
  }
}

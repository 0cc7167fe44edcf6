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
    let position = { (wave: String) in waveIDs.firstIndex(of: wave) }
    guard let current = position(current), let previous = position(previous) else { return [:] }
    let (later, earlier) = (people.part(wave: current), people.part(wave: previous))
    // All rows name respondents by codes of one register.
    var rows: [UInt32: Int] = [:]
    for (row, respondent) in codes(InvitationColumn.respondent, of: earlier).enumerated() {
      if let respondent { rows[respondent] = row }
    }
    let matches = codes(InvitationColumn.respondent, of: later).map { $0.flatMap { rows[$0] } }
    guard matches.contains(where: { $0 != nil }) else { return [:] }
    var pairs: [String: AnswerPairs] = [:]
    for question in definition.questions {
      let now = positivity(question.id, later)
      let then = positivity(question.id, earlier)
      var found = AnswerPairs()
      for (row, match) in matches.enumerated() {
        guard let match, let isPositive = now[row], let wasPositive = then[match] else { continue }
        switch (wasPositive, isPositive) {
        case (true, true): found.both += 1
        case (false, true): found.gained += 1
        case (true, false): found.lost += 1
        case (false, false): found.neither += 1
        }
      }
      if found != AnswerPairs() { pairs[question.id] = found }
    }
    return pairs
  }

  /// Whether each person of a wave answered a question positively; `nil` for those who did not answer.
  private func positivity(_ question: String, _ wave: Table) -> [Bool?] {
    let positive = Dictionary(
      definition.scale.answers.map { ($0.id, $0.isPositive) }, uniquingKeysWith: { a, _ in a })
    var meanings: [UInt32: Bool?] = [:]
    return wave.chunks.flatMap { chunk -> [Bool?] in
      guard let position = wave.schema.position(of: SurveyTable.column(of: question)),
        case .text(let codes, let pool) = chunk.columns[position].storage
      else { return Array(repeating: nil, count: chunk.rowCount) }
      return codes.enumerated().map { row, code in
        if chunk.columns[position].isNull(row) { return nil }
        if let known = meanings[code] { return known }
        let meaning = positive[pool.string(code)]
        meanings[code] = .some(meaning)
        return meaning
      }
    }
  }

  /// The codes of a column of texts, row by row.
  private func codes(_ name: String, of wave: Table) -> [UInt32?] {
    wave.chunks.flatMap { chunk -> [UInt32?] in
      guard let position = wave.schema.position(of: name),
        case .text(let codes, _) = chunk.columns[position].storage
      else { return [] }
      return codes.enumerated().map { chunk.columns[position].isNull($0) ? nil : $1 }
    }
  }
}

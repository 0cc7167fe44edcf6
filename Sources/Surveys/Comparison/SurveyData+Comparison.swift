public import Diagnostics
internal import Synchronization
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
    let matches = matches(of: later, in: earlier)
    guard matches.contains(where: { $0 >= 0 }) else { return [:] }
    let names = definition.questions.map(\.id)
    let found = Mutex<[String: AnswerPairs]>([:])
    ParallelLoop.run(names.count) { question in
      let pairs = pairs(
        positivity(names[question], later), positivity(names[question], earlier), matches)
      if pairs != AnswerPairs() { found.withLock { $0[names[question]] = pairs } }
    }
    return found.withLock { $0 }
  }

  /// For each row of a wave, the row of the same respondent in another; -1 where there is none.
  private func matches(of later: Table, in earlier: Table) -> [Int32] {
    // All rows name respondents by codes of one register.
    let respondents = codes(InvitationColumn.respondent, of: earlier)
    var rows = [Int32](repeating: -1, count: 1 + Int(respondents.max() ?? 0))
    for (row, respondent) in respondents.enumerated() {
      rows[Int(respondent)] = Int32(truncatingIfNeeded: row)
    }
    return codes(InvitationColumn.respondent, of: later).map { respondent in
      Int(respondent) < rows.count ? rows[Int(respondent)] : -1
    }
  }

  private func pairs(
    _ now: [Positivity], _ then: [Positivity], _ matches: [Int32]
  ) -> AnswerPairs {
    var counts = [Int](repeating: 0, count: 9)
    for (row, match) in matches.enumerated() where match >= 0 {
      counts[Int(then[Int(match)].rawValue * 3 + now[row].rawValue)] += 1
    }
    func count(_ then: Positivity, _ now: Positivity) -> Int {
      counts[Int(then.rawValue * 3 + now.rawValue)]
    }
    var pairs = AnswerPairs()
    pairs.both = count(.positive, .positive)
    pairs.gained = count(.other, .positive)
    pairs.lost = count(.positive, .other)
    pairs.neither = count(.other, .other)
    return pairs
  }

  /// What someone answered.
  private enum Positivity: UInt8 {
    case nothing, other, positive
  }

  /// Whether each person of a wave answered a question positively.
  private func positivity(_ question: String, _ wave: Table) -> [Positivity] {
    let positive = Dictionary(
      definition.scale.answers.map { ($0.id, $0.isPositive ? Positivity.positive : .other) },
      uniquingKeysWith: { a, _ in a })
    return wave.mappedTexts(of: SurveyTable.column(of: question), missing: .nothing) {
      positive[$0] ?? .nothing
    }
  }

  /// The codes of a column of texts, row by row.
  private func codes(_ name: String, of wave: Table) -> [UInt32] {
    wave.chunks.flatMap { chunk -> [UInt32] in
      guard let position = wave.schema.position(of: name),
        case .text(let codes, _) = chunk.columns[position].storage
      else { return [] }
      return codes
    }
  }
}

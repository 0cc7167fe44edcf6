public import Diagnostics

extension SurveyCube {
  /// Compares two waves, with those who answered in both paired by their ids.
  ///
  /// - Parameters:
  ///   - id: The later wave.
  ///   - earlier: The earlier wave; waves may lie between.
  ///   - group: The recipient group, or `nil` for everyone. Pairs of a group are those who were in it
  ///     both times. The questions of one comparison are tested together, each group by itself.
  ///   - acknowledgingBreak: Compare even where the series is broken. The reports must say so.
  ///   - withheld: The questions whose answers are not shown.
  /// - Returns: The comparison, question by question.
  /// - Throws: A diagnostic `survey-wave` or `survey-group` for an unknown wave or group.
  public func comparison(
    wave id: String, with earlier: String, group: String? = nil, acknowledgingBreak: Bool = false,
    withholding withheld: Set<String> = []
  ) throws(Diagnostic) -> WaveComparison {
    WaveComparison(
      current: try result(wave: id, group: group),
      previous: try result(wave: earlier, group: group),
      pairs: pairs(wave: id, with: earlier, group: group),
      scores: group == nil ? waves[id]?.repeats[earlier]?.scores ?? [:] : [:],
      acknowledgingBreak: acknowledgingBreak,
      withholding: withheld)
  }

  /// Those who answered a question in both of two waves, by the question's id; of a group those who
  /// were in it both times.
  public func pairs(
    wave: String, with earlier: String, group: String? = nil
  ) -> [String: AnswerPairs] {
    let cells = waves[wave]?.repeats[earlier]?.answers ?? [:]
    return cells.compactMapValues { places in
      if let group { return places[.group(group)] }
      return places.values.reduce(AnswerPairs(), +)
    }
  }

  /// The number of persons who were invited to both of two waves; of a group those who were in it both
  /// times.
  public func persons(wave: String, with earlier: String, group: String? = nil) -> Int {
    let cells = waves[wave]?.repeats[earlier]?.persons ?? [:]
    if let group { return cells[.group(group)] ?? 0 }
    return cells.values.reduce(0, +)
  }
}

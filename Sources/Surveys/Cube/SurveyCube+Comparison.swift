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
      scores: scores(wave: id, with: earlier, group: group),
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

  /// How the scores of those differ who answered a question in both of two waves, by the question's id; of a
  /// group of those who were in it both times.
  func scores(
    wave: String, with earlier: String, group: String? = nil
  ) -> [String: ScorePairs] {
    let cells = waves[wave]?.repeats[earlier]?.scores ?? [:]
    return cells.compactMapValues { places in
      if let group { return places[.group(group)] }
      // In a fixed order, for sums of decimals depend on it.
      return places.sorted { $0.key.order < $1.key.order }.reduce(ScorePairs()) { $0 + $1.value }
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

extension RepeatCells.Place {
  /// Puts places in a fixed order: groups by name, then those who moved.
  var order: String {
    switch self {
    case .group(let group): "0\(group)"
    case .moved: "1"
    }
  }
}

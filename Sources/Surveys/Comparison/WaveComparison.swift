internal import Labels

/// One wave against an earlier one, question by question.
///
/// A change of a share is claimed only if it is more than chance gives, all questions of the
/// comparison taken together: see ``ChangeTest``. `Benchmarks/COVERAGE.md` shows how seldom a
/// comparison claims a change where there is none.
public struct WaveComparison: Hashable, Sendable {
  /// The later wave.
  public let current: Wave
  /// The earlier wave.
  public let previous: Wave
  /// Why no question is compared; `nil` when the waves can be.
  public let notCompared: NotCompared?
  /// The questions of the current wave in order, then those that only the previous wave had.
  public private(set) var questions: [QuestionComparison]
  /// How many questions were tested together, of a selection too.
  public let tested: Int

  /// Compares two waves of a survey.
  ///
  /// - Parameters:
  ///   - current: The later wave.
  ///   - previous: The earlier wave; waves may lie between.
  ///   - pairs: Those who answered in both, by question; nobody without it.
  ///     ``SurveyCube/comparison(wave:with:group:acknowledgingBreak:withholding:)`` counts them.
  ///   - scores: How their scores differ, of the questions that have a mean.
  ///   - acknowledgingBreak: Compare even where the series is broken. The reports must say so.
  ///   - withheld: The questions whose answers are not shown. They are not tested: the adjusted p values
  ///     of the others would tell of them.
  public init(
    current: WaveResult, previous: WaveResult, pairs: [String: AnswerPairs] = [:],
    scores: [String: ScorePairs] = [:],
    acknowledgingBreak: Bool = false, withholding withheld: Set<String> = []
  ) {
    let obstacle = Self.obstacle(current, previous, acknowledgingBreak: acknowledgingBreak)
    let onlyBefore = previous.questions.filter { current.question($0.question.id) == nil }
    self.current = current.wave
    self.previous = previous.wave
    notCompared = obstacle
    let questions = (current.questions + onlyBefore).map { result in
      let id = result.question.id
      let comparison = QuestionComparison(
        result.question, current: (current.wave, current.question(id)),
        previous: (previous.wave, previous.question(id)), pairs: pairs[id] ?? AnswerPairs(),
        scores: scores[id] ?? ScorePairs(), obstacle: obstacle)
      return withheld.contains(id) ? comparison.withoutShare : comparison
    }
    self.questions = questions.adjustedTogether
    tested = questions.count { $0.pValue != nil }
  }

  /// The same with some of the questions, tested as they were among all.
  public func selecting(_ isIncluded: (Question) -> Bool) -> WaveComparison {
    var selection = self
    selection.questions = questions.filter { isIncluded($0.question) }
    return selection
  }

  /// Why two waves cannot be compared at all; `nil` where they can.
  static func obstacle(
    _ current: WaveResult, _ previous: WaveResult, acknowledgingBreak: Bool = false
  ) -> NotCompared? {
    let waves = current.definition.waves
    guard current.definition.id == previous.definition.id,
      let last = waves.firstIndex(where: { $0.id == current.wave.id }),
      let first = waves.firstIndex(where: { $0.id == previous.wave.id })
    else { return .differentSurveys }
    guard first < last else { return .notEarlier }
    // What nobody answered has not changed, whatever the reader knows of breaks.
    if let wave = [previous.wave, current.wave].first(where: \.isInvented) {
      return .invented(wave: wave.label)
    }
    if current.definition.provenance?.isReconstructed == true { return .reconstructed }
    if acknowledgingBreak { return nil }
    // A break in a wave between the two breaks the series just as well.
    for wave in waves[(first + 1)...last].reversed() {
      if let reason = wave.breakReason { return .broken(wave: wave.label, reason: reason) }
    }
    return nil
  }
}

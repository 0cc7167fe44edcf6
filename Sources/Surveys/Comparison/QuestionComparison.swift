/// One question in two waves.
public struct QuestionComparison: Hashable, Sendable {
  /// The question.
  public let question: Question
  /// The change of the response rate; `nil` when the waves cannot be compared, when the question
  /// is not in both, or when it concerned nobody.
  public let rate: RateChange?
  /// The change of the positive share; `nil` when it is not compared.
  public internal(set) var share: ShareChange?
  /// Why the share is not compared.
  public let notCompared: NotCompared?

  init(
    _ question: Question, current: (wave: Wave, result: QuestionResult?),
    previous: (wave: Wave, result: QuestionResult?), pairs: AnswerPairs, obstacle: NotCompared?
  ) {
    self.question = question
    guard obstacle == nil, let new = current.result, let old = previous.result else {
      rate = nil
      share = nil
      notCompared =
        obstacle ?? .notAsked(in: (current.result == nil ? current : previous).wave.label)
      return
    }
    rate = RateChange(new.base, old.base)
    share = ShareChange(new.tally, old.tally, pairs: pairs)
    if share != nil {
      notCompared = nil
    } else if new.base.answered == 0 || old.base.answered == 0 {
      notCompared = .nobodyAnswered(in: (new.base.answered == 0 ? current : previous).wave.label)
    } else {
      notCompared = .noPositiveAnswer
    }
  }
}

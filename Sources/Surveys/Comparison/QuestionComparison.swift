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
  public internal(set) var notCompared: NotCompared?

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

  /// The same without what was answered, which readers are not shown.
  var withoutShare: QuestionComparison {
    var comparison = self
    if share != nil { (comparison.share, comparison.notCompared) = (nil, .withheld) }
    return comparison
  }
}

extension [QuestionComparison] {
  /// The same, with the tests of all of them made fair together.
  var adjustedTogether: [QuestionComparison] {
    var questions = self
    var adjusted = ChangeTest.adjust(compactMap { $0.share?.test })[...]
    for index in questions.indices where questions[index].share?.test != nil {
      questions[index].share?.test = adjusted.popFirst()
    }
    return questions
  }
}

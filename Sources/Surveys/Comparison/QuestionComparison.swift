/// One question in two waves.
public struct QuestionComparison: Hashable, Sendable {
  /// The question.
  public let question: Question
  /// The change of the response rate; `nil` when the waves cannot be compared, when the question
  /// is not in both, or when it concerned nobody.
  public let rate: RateChange?
  /// The change of the positive share; `nil` when it is not compared.
  public internal(set) var share: ShareChange?
  /// The change of the mean, of a question that has one; `nil` when it is not compared.
  public internal(set) var mean: MeanChange?
  /// Why the share is not compared.
  public internal(set) var notCompared: NotCompared?

  init(
    _ question: Question, current: (wave: Wave, result: QuestionResult?),
    previous: (wave: Wave, result: QuestionResult?), pairs: AnswerPairs,
    scores: ScorePairs = ScorePairs(), obstacle: NotCompared?
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
    if question.kind.hasMean {
      share = nil
      mean = MeanChange(new.tally, old.tally, pairs: scores)
    } else {
      share = ShareChange(new.tally, old.tally, pairs: pairs)
    }
    if share != nil || mean != nil {
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
    if share != nil || mean != nil {
      (comparison.share, comparison.mean, comparison.notCompared) = (nil, nil, .withheld)
    }
    return comparison
  }

  /// The p value of its test, of a share or a mean.
  var pValue: Double? { share?.test?.pValue ?? mean?.pValue }
}

extension [QuestionComparison] {
  /// The same, with the tests of all of them made fair together.
  var adjustedTogether: [QuestionComparison] {
    var questions = self
    guard let adjusted = ChangeTest.adjusted(compactMap(\.pValue)) else { return self }
    for (index, test) in zip(questions.indices.filter { questions[$0].pValue != nil }, adjusted) {
      questions[index].share?.test?.adjustedPValue = test.pValue
      questions[index].share?.test?.confidence = test.confidence
      questions[index].mean?.adjustedPValue = test.pValue
      questions[index].mean?.confidence = test.confidence
    }
    return questions
  }
}

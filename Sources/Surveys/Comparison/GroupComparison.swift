public import Diagnostics

/// One question in two waves, as one recipient group answered it.
public struct GroupComparison: Hashable, Sendable {
  /// The group.
  public let group: RecipientGroup
  /// What changed of the question in it.
  public let comparison: QuestionComparison

  /// A row by its parts.
  public init(group: RecipientGroup, comparison: QuestionComparison) {
    self.group = group
    self.comparison = comparison
  }
}

extension SurveyCube {
  /// Compares two waves group by group, in the order of the questions.
  ///
  /// Each wave's answers count as those of different persons, also where the same answered twice: how many
  /// of a group changed their answer would tell more of them than the counts of both waves do. That makes
  /// the tests a little too careful. They are adjusted together, over all groups and questions of the
  /// comparison, by Holm's method.
  ///
  /// - Parameters:
  ///   - id: The later wave.
  ///   - earlier: The earlier wave; waves may lie between.
  ///   - isShown: Whether what a group answered to a question is shown of both waves. What is not is neither
  ///     compared nor tested.
  /// - Returns: A row for each question and group that got it in both waves; none where the waves cannot be
  ///   compared at all.
  /// - Throws: A diagnostic `survey-wave` for an unknown wave.
  public func groupComparisons(
    wave id: String, with earlier: String, isShown: (Question, RecipientGroup) -> Bool
  ) throws(Diagnostic) -> [GroupComparison] {
    let (current, previous) = (try result(wave: id), try result(wave: earlier))
    guard WaveComparison.obstacle(current, previous) == nil else { return [] }
    var groups: [RecipientGroup] = []
    var comparisons: [QuestionComparison] = []
    for new in current.questions where new.question.kind.hasPositiveShare {
      let question = new.question
      for group in definition.groups {
        guard let now = new.row(of: group),
          let before = previous.question(question.id)?.row(of: group)
        else { continue }
        let comparison = QuestionComparison(
          question, current: (current.wave, now), previous: (previous.wave, before),
          pairs: AnswerPairs(), obstacle: nil)
        groups.append(group)
        comparisons.append(isShown(question, group) ? comparison : comparison.withoutShare)
      }
    }
    return zip(groups, comparisons.adjustedTogether).map {
      GroupComparison(group: $0, comparison: $1)
    }
  }
}

extension QuestionResult {
  /// What one group answered, as a result of its own.
  fileprivate func row(of group: RecipientGroup) -> QuestionResult? {
    byGroup.first { $0.key == group.id }.map {
      QuestionResult(question: question, tally: $0.tally)
    }
  }
}

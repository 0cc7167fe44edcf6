internal import Labels
internal import Surveys

/// The questions of a wave that share a scale, and so the headings of a table of answers.
struct ScaleFamily {
  /// What they answer with.
  let scale: AnswerScale
  /// What tells its tables and charts from those of other scales in their names; empty for the first.
  let suffix: String
  /// The questions, in the order of the survey.
  let questions: [QuestionResult]
  /// The ends of the scale, where tables of several have to be told apart.
  private let ends: Label?

  init(_ scale: AnswerScale, suffix: String, questions: [QuestionResult], isOneOfSeveral: Bool) {
    (self.scale, self.suffix, self.questions) = (scale, suffix, questions)
    ends =
      isOneOfSeveral
      ? scale.answers.first.flatMap { first in
        scale.answers.last.map { last in
          Label(
            "\(first.label.swedish) – \(last.label.swedish)",
            "\(first.label.english) – \(last.label.english)")
        }
      } : nil
  }

  /// A title of a table of the family.
  func titled(_ swedish: String, _ english: String) -> Label {
    guard let ends else { return Label(swedish, english) }
    return Label("\(swedish) (\(ends.swedish))", "\(english) (\(ends.english))")
  }
}

extension SurveySection {
  /// The questions of the wave by scale, in the order of the first question of each. A wave without
  /// questions has one family all the same.
  var scaleFamilies: [ScaleFamily] {
    let definition = survey.definition
    var scales: [AnswerScale] = []
    for row in result.questions {
      let scale = definition.scale(of: row.question)
      if !scales.contains(scale) { scales.append(scale) }
    }
    if scales.isEmpty { scales = [definition.scale] }
    // The survey's own scale has the plain names whichever question comes first, so that they stay.
    let plain = scales.contains(definition.scale) ? definition.scale : scales[0]
    return scales.map { scale in
      ScaleFamily(
        scale, suffix: scale == plain ? "" : "-on-\(scale.id)",
        questions: result.questions.filter { definition.scale(of: $0.question) == scale },
        isOneOfSeveral: scales.count > 1)
    }
  }
}

internal import Diagnostics

/// A figure of a survey, of everyone or of a group, in one wave.
struct SurveyFigure: Sendable {
  enum Measure: Sendable {
    /// How many of the invited returned the survey: AAPOR's RR2.
    case returned
    /// How many of those whom the question concerns answered it.
    case responseRate
    case positive
    case share(answer: String)
    /// The mean score of those who answered: of a rating, a score, a number or an index.
    case mean
  }

  var survey: String
  var wave: String
  /// The question; none for the measure ``Measure/returned``.
  var question: String?
  var group: String?
  var measure: Measure
}

extension SurveyFigure {
  /// Reads a computation that names a survey.
  init?(_ node: DefinitionNode, survey: String) {
    node.allow(["survey", "wave", "question", "group", "measure", "answer", "unit"])
    guard let wave = node.required("wave") else { return nil }
    let measure: Measure
    switch node.text("measure") {
    case "returned": measure = .returned
    case "response_rate": measure = .responseRate
    case "positive", nil: measure = .positive
    case "share":
      guard let answer = node.required("answer") else { return nil }
      measure = .share(answer: answer)
    case "mean": measure = .mean
    default:
      node["measure"]?.wrong("returned, response_rate, positive, share or mean")
      return nil
    }
    var question: String?
    if case .returned = measure {
      question = nil
    } else {
      guard let asked = node.required("question") else { return nil }
      question = asked
    }
    self.init(
      survey: survey, wave: wave, question: question, group: node.text("group"),
      measure: measure)
  }
}

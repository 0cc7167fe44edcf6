internal import Diagnostics
internal import Indicators
internal import Labels
internal import Surveys

/// A goal that `survey.yaml` states: of the whole survey or a question, of everyone or a group, in every wave
/// or in one.
struct SurveyGoal {
  enum Subject: Equatable {
    /// How many of the invited returned the survey.
    case returned
    /// How many of those whom a question concerns answered it.
    case responseRate(question: String)
    /// How many of those who answered a question gave a positive answer.
    case positive(question: String)
    /// How many of those who answered a question gave this answer.
    case share(question: String, answer: String)
    /// The mean of those who answered a question, or of those who have an index.
    case mean(question: String)
  }

  var subject: Subject
  var direction: Indicators.Direction
  /// In per cent; of a mean in the unit of its scores.
  var target: Double
  var group: String?
  var wave: String?
  /// The name that its author gives it.
  var id: String?
  var label: Label?
  var location: SourceLocation

  /// The question that it is about.
  var question: String? {
    switch subject {
    case .returned: nil
    case .responseRate(let question), .positive(let question), .share(let question, _),
      .mean(let question):
      question
    }
  }

  var isMean: Bool {
    if case .mean = subject { true } else { false }
  }

  /// What it is about, as a name: `response`, `q3-positive`, `q3-positive-chefer`.
  var slug: String {
    let subject =
      switch subject {
      case .returned: "response"
      case .responseRate(let question): "\(question)-response"
      case .positive(let question): "\(question)-positive"
      case .share(let question, let answer): "\(question)-\(answer)"
      case .mean(let question): "\(question)-mean"
      }
    return ([subject] + [group].compactMap(\.self)).joined(separator: "-")
  }

  /// What reports call it.
  func label(in definition: SurveyDefinition) -> Label {
    if let label { return label }
    let title = definition.title
    let question = definition.questions.first { $0.id == self.question }
    let asked = question?.reportedLabel ?? question?.label ?? Label(same: "")
    let about: Label =
      switch subject {
      case .returned:
        Label("Svarsfrekvens, \(title.swedish)", "Response rate, \(title.english)")
      case .responseRate:
        Label(
          "Svarsfrekvens på ”\(asked.swedish)”", "Response rate to “\(asked.english)”")
      case .positive:
        Label("Positiva svar på ”\(asked.swedish)”", "Positive answers to “\(asked.english)”")
      case .share(_, let answer):
        Self.share(
          definition.scale(ofQuestion: self.question).answers.first { $0.id == answer }?.label,
          asked)
      case .mean: Self.mean(question?.kind, asked)
      }
    guard let group = definition.groups.first(where: { $0.id == group })?.label else {
      return about
    }
    return Label(
      "\(about.swedish), \(group.swedish)", "\(about.english), \(group.english)")
  }

  private static func mean(_ kind: QuestionKind?, _ asked: Label) -> Label {
    switch kind {
    case .index: Label("Index ”\(asked.swedish)”", "Index “\(asked.english)”")
    case .nps: Label("NPS för ”\(asked.swedish)”", "NPS of “\(asked.english)”")
    case .number: Label("Medelvärde för ”\(asked.swedish)”", "Mean of “\(asked.english)”")
    default: Label("Medelbetyg på ”\(asked.swedish)”", "Mean rating of “\(asked.english)”")
    }
  }

  private static func share(_ answer: Label?, _ asked: Label) -> Label {
    let answer = answer ?? Label(same: "")
    return Label(
      "Svaret ”\(answer.swedish)” på ”\(asked.swedish)”",
      "The answer “\(answer.english)” to “\(asked.english)”")
  }
}

internal import Indicators
internal import Labels
internal import Statistics
internal import Surveys

/// What has to be said once about every share of a survey that not everybody answered.
enum SurveyWords {
  /// What intervals and probabilities assume, and where to look when one does not want to.
  static let assumption = Label(
    "Intervall och sannolikheter antar att de som inte svarat är som de som svarat. Utan antagande: "
      + "vad andelen kan vara om alla, eller ingen, av dem som inte svarat är positiva.",
    "Intervals and probabilities assume that those who did not answer are like those who did. "
      + "Assuming nothing: what the share can be if all, or none, of those who did not answer are "
      + "positive.")

  /// Why a row has no shares; `nil` when it has.
  static func emptiness(_ base: QuestionBase) -> Label? {
    if base.invited == 0 { return Label("ingen fick frågan", "nobody was asked") }
    if base.concerned == 0 {
      return Label("gäller ingen som fick frågan", "applies to nobody who was asked")
    }
    return base.answered == 0 ? Label("ingen svarade", "nobody answered") : nil
  }

  /// What the missing answers decide about a goal of at least a share.
  static func tippingPoint(_ point: TippingPoint, unanswered: Int) -> Sentence {
    let all = unanswered == 1
    let missing = Fact(.count(unanswered))
    let everyone =
      unanswered == 2
      ? Sentence(Label("båda de", "both")) : Sentence("alla \(missing)", "all \(missing)")
    switch point {
    case .reached where unanswered == 0:
      return Sentence(
        "alla har svarat, och målet nås", "everybody answered, and the goal is reached")
    case .outOfReach where unanswered == 0:
      return Sentence(
        "alla har svarat, och målet nås inte", "everybody answered, and the goal is not reached")
    case .reached:
      return all
        ? Sentence(
          "målet nås oavsett hur den som inte svarat är",
          "the goal is reached whatever the one who did not answer thinks")
        : Sentence(
          "målet nås oavsett hur de \(missing) som inte svarat är",
          "the goal is reached whatever the \(missing) who did not answer think")
    case .needs(let count):
      if all {
        return Sentence(
          "målet nås bara om den som inte svarat är positiv",
          "the goal is reached only if the one who did not answer is positive")
      }
      if count == unanswered {
        return Sentence(
          "målet nås bara om \(everyone.swedish) som inte svarat är positiva",
          "the goal is reached only if \(everyone.english) who did not answer are positive")
      }
      let needed = Fact(.count(count))
      let (positive, be) = count == 1 ? ("positiv", "is") : ("positiva", "are")
      return Sentence(
        "målet nås om minst \(needed) av de \(missing) som inte svarat är \(positive)",
        "the goal is reached if at least \(needed) of the \(missing) who did not answer \(be) positive"
      )
    case .outOfReach:
      return all
        ? Sentence(
          "målet kan inte nås ens om den som inte svarat är positiv",
          "the goal cannot be reached even if the one who did not answer is positive")
        : Sentence(
          "målet kan inte nås ens om \(everyone.swedish) som inte svarat är positiva",
          "the goal cannot be reached even if \(everyone.english) who did not answer are positive")
    }
  }

  /// The tipping point of a goal that a survey decides; `nil` for other goals.
  static func tippingPoint(_ assessment: Assessment) -> Sentence? {
    guard assessment.goalProbability != nil, case .survey(let base) = assessment.certainty,
      let target = assessment.goal.target, let census = base.nearCensus,
      let point = try? census.tippingPoint(atLeast: target / 100)
    else { return nil }
    let words = tippingPoint(point, unanswered: census.unanswered)
    let goal = assessment.goal.label.capitalised
    return Sentence("\(goal.swedish): \(words.swedish).", "\(goal.english): \(words.english).")
  }

  /// Whether a survey that not everybody answered decides some goal.
  static func needsAssumption(_ assessments: [Assessment]) -> Bool {
    assessments.contains {
      switch $0.certainty {
      case .survey(let base): base.answered < base.invited
      case .surveyMean(let mean): mean.answered < mean.invited
      default: false
      }
    }
  }
}

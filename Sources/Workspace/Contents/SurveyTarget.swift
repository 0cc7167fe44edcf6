internal import Indicators

/// A value to reach for a figure of a survey: the target of a goal whose outcome is computed from it.
public struct SurveyTarget: Hashable, Sendable {
  /// What it is about.
  public enum Figure: Hashable, Sendable {
    /// The share of those invited who returned the survey.
    case returned
    /// The share of those asked who answered the question.
    case responseRate
    /// The share of positive answers.
    case positive
    /// The share of one answer, by its id.
    case answer(String)
  }

  /// The survey, as `unit/folder`.
  public var survey: String
  /// The wave.
  public var wave: String
  /// The question; none where it is about who returned the survey.
  public var question: String?
  /// The recipient group; none for everyone.
  public var group: String?
  /// What of it.
  public var figure: Figure
  /// The share to reach, 0 to 1.
  public var target: Double
  /// The goal.
  public var goal: String

  /// A value to reach.
  public init(
    survey: String, wave: String, question: String?, group: String? = nil, figure: Figure,
    target: Double, goal: String
  ) {
    self.survey = survey
    self.wave = wave
    self.question = question
    self.group = group
    self.figure = figure
    self.target = target
    self.goal = goal
  }
}

extension SurveyTarget {
  /// The values to reach that goals state for questions, in the order of the computations: shares that are to
  /// be so large or so small. Where two goals are about one figure the first counts.
  static func all(_ computations: [Computation], in workspace: LoadedWorkspace) -> [SurveyTarget] {
    let outcomes = Dictionary(
      workspace.outcomes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let goals = Dictionary(
      workspace.goals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return computations.compactMap { computation in
      guard case .survey(let figure) = computation.method,
        let goal = outcomes[computation.outcome]?.goal.flatMap({ goals[$0] }),
        goal.kind == .goal, [.atLeast, .atMost].contains(goal.direction),
        let target = goal.target, goal.measurementUnit?.dimension == "share",
        let factor = goal.measurementUnit?.factor,
        let measured = Figure(figure.measure)
      else { return nil }
      // The dimension counts in per cent.
      let share = target * factor / 100
      guard (0...1).contains(share) else { return nil }
      return SurveyTarget(
        survey: figure.survey, wave: figure.wave, question: figure.question, group: figure.group,
        figure: measured, target: share, goal: goal.id)
    }
  }
}

extension SurveyTarget.Figure {
  /// `nil` for what is no share.
  fileprivate init?(_ measure: SurveyFigure.Measure) {
    switch measure {
    case .returned: self = .returned
    case .responseRate: self = .responseRate
    case .positive: self = .positive
    case .share(let answer): self = .answer(answer)
    case .mean: return nil
    }
  }
}

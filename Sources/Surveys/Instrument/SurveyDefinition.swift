public import Diagnostics
public import Labels

/// A survey as its owner describes it: who is asked what, when, and how they can answer.
public struct SurveyDefinition: Hashable, Sendable {
  /// The slug.
  public var id: String
  /// What reports call it.
  public var title: Label
  /// What of the data is stated and what is made up; `nil` for data that was collected.
  public var provenance: Provenance?
  /// The answers that questions without a scale of their own offer.
  public var scale: AnswerScale
  /// The recipient groups, in the order that reports list them.
  public var groups: [RecipientGroup]
  /// The rounds, in the order of time.
  public var waves: [Wave]
  /// The questions, in the order that reports list them.
  public var questions: [Question]
  /// Further columns of the invitations to break results down by.
  public var breakdowns: [Breakdown]
  /// Whether a recipient group of few answers is told of together with another.
  public var mergesSmallGroups: Bool
  /// What the answers are weighted by, beside the figures without weights; `nil` for nothing.
  public var weights: SurveyWeights?
  /// Where the definition stands.
  public var location: SourceLocation

  /// A survey by its parts. ``problems`` tells whether they fit together.
  public init(
    id: String, title: Label, provenance: Provenance? = nil, scale: AnswerScale,
    groups: [RecipientGroup], waves: [Wave], questions: [Question],
    breakdowns: [Breakdown] = [], mergesSmallGroups: Bool = false, location: SourceLocation
  ) {
    self.id = id
    self.title = title
    self.provenance = provenance
    self.scale = scale
    self.groups = groups
    self.waves = waves
    self.questions = questions
    self.breakdowns = breakdowns
    self.mergesSmallGroups = mergesSmallGroups
    self.location = location
  }

  /// The answers that a question offers.
  public func scale(of question: Question) -> AnswerScale { question.scale ?? scale }

  /// The answers that the question of an id offers; where there is none such, those of the survey's scale.
  package func scale(ofQuestion id: String?) -> AnswerScale {
    questions.first { $0.id == id }.map(scale(of:)) ?? scale
  }

  /// The questions that an index rests on, through the indices among its items.
  public func leaves(of question: Question) -> [Question] {
    guard let index = question.index else { return [question] }
    let own = questions.firstIndex { $0.id == question.id } ?? 0
    return questions[..<own].filter { index.items.contains($0.id) }.flatMap(leaves)
  }

  /// The lowest and the highest score that an answer can have; `nil` where nothing says so.
  public func scoreEnds(of question: Question) -> (lowest: Double?, highest: Double?) {
    switch question.kind {
    case .index: return (0, 100)
    case .number: return (question.numbers.minimum, question.numbers.maximum)
    default:
      let scores = scale(of: question).answers.compactMap(\.score)
      return (scores.min(), scores.max())
    }
  }

  /// The scales that questions use, in the order of their first question; the survey's own alone where
  /// there is no question.
  public var scales: [AnswerScale] {
    var scales: [AnswerScale] = []
    for question in questions {
      let scale = scale(of: question)
      if !scales.contains(scale) { scales.append(scale) }
    }
    return scales.isEmpty ? [scale] : scales
  }

  /// The wave just before another in the list, or `nil` for the first or an unknown one.
  public func wave(before id: String) -> Wave? {
    guard let index = waves.firstIndex(where: { $0.id == id }), index > 0 else { return nil }
    return waves[index - 1]
  }

  /// The questions of the instrument that a wave used, in order.
  public func questions(in wave: Wave) -> [Question] {
    questions.filter { $0.occurs(in: wave) }
  }

  /// The survey without its examples: `nil` when all answers are made up, otherwise without the waves,
  /// groups and breakdowns that are invented.
  package var withoutExamples: SurveyDefinition? {
    if provenance?.isReconstructed == true { return nil }
    var rest = self
    rest.waves.removeAll(where: \.isInvented)
    rest.groups.removeAll(where: \.isInvented)
    rest.breakdowns.removeAll(where: \.isInvented)
    return rest
  }
}

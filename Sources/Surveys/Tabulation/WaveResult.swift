/// Everything that is counted in one wave.
public struct WaveResult: Hashable, Sendable {
  /// The survey.
  public let definition: SurveyDefinition
  /// The wave.
  public let wave: Wave
  /// Everyone who was sent the survey, substitutes too.
  public let people: GroupOutcome
  /// The same per recipient group, in the order of the definition.
  public let groups: [RecipientGroupOutcome]
  /// The questions of the wave's instrument, in order.
  public let questions: [QuestionResult]

  /// A result by its parts.
  public init(
    definition: SurveyDefinition, wave: Wave, people: GroupOutcome,
    groups: [RecipientGroupOutcome], questions: [QuestionResult]
  ) {
    self.definition = definition
    self.wave = wave
    self.people = people
    self.groups = groups
    self.questions = questions
  }

  /// How everyone's invitations ended.
  public var counts: DispositionCounts { people.counts }

  /// The outcome rates of everyone.
  public var rates: OutcomeRates { people.rates }

  /// The result of one question, or `nil` when the wave did not ask it.
  public func question(_ id: String) -> QuestionResult? {
    questions.first { $0.question.id == id }
  }
}

/// How the invitations of some people ended.
///
/// Substitutes who were sent the survey are invited like everyone else. As they often leave the
/// answer to the ordinary member, the counts without them stand beside.
public struct GroupOutcome: Hashable, Sendable {
  /// Everyone.
  public let counts: DispositionCounts
  /// Everyone but substitutes.
  public let countsWithoutSubstitutes: DispositionCounts
  /// The outcome rates of everyone.
  public let rates: OutcomeRates
  /// The outcome rates of everyone but substitutes.
  public let ratesWithoutSubstitutes: OutcomeRates

  /// An outcome by its parts.
  public init(
    counts: DispositionCounts, countsWithoutSubstitutes: DispositionCounts, rates: OutcomeRates,
    ratesWithoutSubstitutes: OutcomeRates
  ) {
    self.counts = counts
    self.countsWithoutSubstitutes = countsWithoutSubstitutes
    self.rates = rates
    self.ratesWithoutSubstitutes = ratesWithoutSubstitutes
  }

  /// The number of substitutes.
  public var substitutes: Int { counts.total - countsWithoutSubstitutes.total }
}

/// How the invitations of one recipient group ended.
public struct RecipientGroupOutcome: Hashable, Sendable {
  /// The group.
  public let group: RecipientGroup
  /// The counts and rates.
  public let outcome: GroupOutcome

  /// A group and its outcome.
  public init(group: RecipientGroup, outcome: GroupOutcome) {
    self.group = group
    self.outcome = outcome
  }
}

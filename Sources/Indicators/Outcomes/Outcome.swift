public import Diagnostics
public import Labels
public import Statistics
public import Tables

/// What was reached: a figure or a status that a document states, and the figure that the engine
/// computes from data where there is data.
public struct Outcome: Hashable, Sendable {
  /// What the outcome is for.
  public enum Role: String, Sendable, CaseIterable, Hashable {
    /// It answers its goal.
    case answer
    /// It belongs to its goal, but says something else (participants of a course to be held).
    case context
    /// A figure without a goal.
    case figure
    /// The document's verdict on the whole unit.
    case overall
    /// A planned figure: no outcome.
    case plan
    /// An expected figure: no outcome.
    case forecast
  }

  /// The name.
  public var id: String
  /// The goal it belongs to.
  public var goal: String?
  /// The unit that owns it.
  public var unit: String
  /// The year.
  public var year: Int
  /// The time it covers as the data writes it: `2012`, `2016-12`, `2012-01-01/2012-12-31`.
  public var period: String
  /// What it is about.
  public var label: Label
  /// The figure the document states.
  public var statedValue: Double?
  /// The unit of the figure.
  public var measurementUnit: MeasurementUnit?
  /// The number it is a part of, as stated: 77 of 79.
  public var statedTotal: Double?
  /// What its owner expected for the whole of the goal's time when it was told, in the same unit.
  public var forecast: Double? = nil
  /// Words beside the figure.
  public var qualifiers: [Qualifier]
  /// The document's own verdict.
  public var statedStatus: StatedStatus?
  /// A status read from the narrative, where the document gives none.
  public var readStatus: StatedStatus?
  /// What it is for.
  public var role: Role
  /// The figure that it shares with other years.
  public var indicator: String?
  /// A remark.
  public var note: Label
  /// Where the document states it.
  public var source: DocumentReference
  /// Where the workspace states it.
  public var location: SourceLocation
  /// What the engine computed for it.
  public var computed: ComputedValue?
  /// What reconstructed data gives. It shows that the data agrees with what is stated, and never
  /// stands for the figure.
  public var example: ComputedValue?
  /// Whether the figure that was computed must not be told: too few persons stand behind it, or it
  /// would tell of such a figure. What a document states has been published, and stays.
  public var isWithheld = false

  /// The figure to use: the computed one where there is one.
  public var value: Double? { computed?.value ?? statedValue }

  /// The number it is a part of: of the computed figure where there is one.
  public var total: Double? { computed == nil ? statedTotal : computed?.total }

  /// Whether it is planned or expected: such a figure is shown as what it is and never decides.
  public var isExpected: Bool {
    role == .plan || role == .forecast || (statedStatus ?? readStatus)?.meaning == .expected
  }

  /// Whether it can decide on its goal.
  public var isAnswer: Bool { role == .answer && !isExpected }

  /// Whether the computed figure, or that of the example, rounded as the document prints it, is
  /// another than the stated one. A figure stated as approximate may be off by five per cent.
  public var differsFromStated: Bool {
    guard let stated = statedValue, let computed = (computed ?? example)?.value else {
      return false
    }
    if qualifiers.contains(where: \.isApproximate) {
      return abs(computed - stated) > 0.05 * abs(stated) + 1e-9
    }
    return abs(rounded(computed, likePrinted: stated) - stated) > 1e-9 * max(1, abs(stated))
  }
}

/// A figure computed from the workspace's data.
public struct ComputedValue: Hashable, Sendable {
  /// The figure, in the unit of its outcome.
  public var value: Double
  /// The number it is a part of, where it counts a part.
  public var total: Double?
  /// How it was computed, for the reader.
  public var method: Label
  /// How certain it is.
  public var certainty: Certainty
  /// The data it rests on.
  public var sources: [SourceLocation]
  /// The day at whose end cases were counted, where it is not the last of the year.
  public var asOf: CalendarDate?

  /// A computed figure.
  public init(
    value: Double, total: Double? = nil, method: Label, certainty: Certainty,
    sources: [SourceLocation], asOf: CalendarDate? = nil
  ) {
    self.value = value
    self.total = total
    self.method = method
    self.certainty = certainty
    self.sources = sources
    self.asOf = asOf
  }
}

/// How certain an outcome is.
public enum Certainty: Hashable, Sendable {
  /// Counted from complete records.
  case fullCount
  /// From a survey in which some of the invited did not answer.
  case survey(SurveyBase)
  /// A mean from such a survey.
  case surveyMean(NearCensusMean)
  /// As a document states it; nothing here can confirm it.
  case stated
  /// As a document states it, in rounded or worded form.
  case approximate

  /// A stable name for data.
  public var id: String {
    switch self {
    case .fullCount: "counted"
    case .survey, .surveyMean: "survey"
    case .stated: "stated"
    case .approximate: "approximate"
    }
  }
}

/// The numbers behind a share from a survey.
public struct SurveyBase: Hashable, Sendable {
  /// Persons who were asked and whom the question concerns.
  public var invited: Int
  /// Persons who answered the question.
  public var answered: Int
  /// Persons whose answer counts as positive.
  public var positive: Int

  /// The numbers behind a share.
  public init(invited: Int, answered: Int, positive: Int) {
    self.invited = invited
    self.answered = answered
    self.positive = positive
  }

  /// What the answers say about all who were asked; `nil` for counts that contradict each other.
  public var nearCensus: NearCensus? {
    try? NearCensus(invited: invited, answered: answered, positive: positive)
  }
}

/// Rounds half away from zero to as many decimals as a printed figure shows.
func rounded(_ value: Double, likePrinted printed: Double) -> Double {
  var scale = 1.0
  // 4.35 × 100 is 434.99999999999994: whole but for its binary fraction.
  let isWhole = { (figure: Double) in abs(figure.rounded() - figure) <= 4e-15 * abs(figure) }
  for _ in 0..<6 where !isWhole(printed * scale) { scale *= 10 }
  // A value that lies on a half but for its binary fraction is moved onto it.
  let scaled = value * scale
  return (scaled + (scaled < 0 ? -1e-9 : 1e-9)).rounded(.toNearestOrAwayFromZero) / scale
}

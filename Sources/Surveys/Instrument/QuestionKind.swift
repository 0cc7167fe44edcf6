public import Labels

/// How a question is answered; what is told of it, and which disclosure rule it follows, comes from that.
public enum QuestionKind: String, Hashable, Sendable, CaseIterable {
  /// One of several answers.
  case one
  /// One step of a scale with scores: distribution, mean and the share of the highest step.
  case rating
  /// 0 to 10: the net promoter score, the share of 9 and 10 less the share of 0 to 6.
  case nps
  /// One answer of a question with several: those who chose it, and those who chose others.
  case several
  /// One thing that is put in an order with others: at which place.
  case ranking
  /// A number: mean, median and quartiles.
  case number
  /// A day, counted by month, year or ten years.
  case date
  /// Free text, which is counted and never told.
  case text
  /// The mean of other questions, rescaled to 0–100.
  case index

  /// What of a question is published, and so what has to be withheld.
  public enum DisclosureRule: Hashable, Sendable {
    /// How many gave each answer. Figures of them (shares, means, scores) are told where all counts are:
    /// nothing follows from them then that is not told.
    case counts
    /// Figures of all who answered, and no single answer. They are told where enough answered, and where
    /// no figure of few could be computed as a difference of others.
    case figures
  }

  /// The disclosure rule that it follows.
  public var disclosureRule: DisclosureRule {
    switch self {
    case .one, .rating, .nps, .several, .ranking, .date, .text: .counts
    case .number, .index: .figures
    }
  }

  /// Whether its definition names its answers, so that a goal or a condition can be about one of them. Those
  /// of the others are found in the data.
  public var hasNamedAnswers: Bool {
    switch self {
    case .one, .rating, .nps, .several, .ranking, .text: true
    case .number, .date, .index: false
    }
  }

  /// Whether its figure is a mean, so that a change is one of means and not of shares.
  public var hasMean: Bool {
    switch self {
    case .rating, .nps, .number, .index: true
    case .one, .several, .ranking, .date, .text: false
    }
  }

  /// Whether a change of its positive share is told.
  public var hasPositiveShare: Bool {
    switch self {
    case .one, .several, .ranking: true
    case .rating, .nps, .number, .date, .text, .index: false
    }
  }
}

/// The question that a question is a part of: an item of a matrix, an answer of several, a thing that is
/// ranked.
public struct QuestionParent: Hashable, Sendable {
  /// The slug; the column of the data where its parts share one.
  public var id: String
  /// The question as asked.
  public var label: Label
  /// What the part is called.
  public var part: Label
  /// The answers of which the part is one; empty for a matrix, whose items have columns of their own.
  public var options: [AnswerOption]
  /// Which of them it is.
  public var position: Int

  /// A part of a question.
  public init(
    id: String, label: Label, part: Label, options: [AnswerOption] = [], position: Int = 0
  ) {
    self.id = id
    self.label = label
    self.part = part
    self.options = options
    self.position = position
  }
}

/// What somebody must have answered to be asked a question: one of these answers to one of these questions.
public struct AnswerRequirement: Hashable, Sendable {
  /// The answers that count, by question.
  public var answers: [String: Set<String>]

  /// A requirement.
  public init(_ answers: [String: Set<String>]) { self.answers = answers }
}

/// What a number may be.
public struct NumberRange: Hashable, Sendable {
  /// What is counted or measured.
  public var unit: Label?
  /// The least that is believed.
  public var minimum: Double?
  /// The most that is believed.
  public var maximum: Double?

  /// A range; without ends any number.
  public init(unit: Label? = nil, minimum: Double? = nil, maximum: Double? = nil) {
    self.unit = unit
    self.minimum = minimum
    self.maximum = maximum
  }

  func contains(_ number: Double) -> Bool {
    (minimum.map { $0 <= number } ?? true) && (maximum.map { number <= $0 } ?? true)
  }
}

/// What an index is the mean of.
///
/// Each item is rescaled by (x − min) / (max − min) · 100, where min and max are the lowest and the highest
/// score of its scale, or the ends of its range; an index among the items is on that scale already. A
/// person has a value if at least ``required`` items are answered: the mean of those.
public struct IndexParts: Hashable, Sendable {
  /// The questions, or indices that stand before it.
  public var items: [String]
  /// How many of them must be answered.
  public var required: Int

  /// An index of some items; all are required unless told.
  public init(items: [String], required: Int? = nil) {
    self.items = items
    self.required = required ?? items.count
  }
}

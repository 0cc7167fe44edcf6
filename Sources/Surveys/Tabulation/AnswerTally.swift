public import Statistics

/// What became of everyone who was asked a question. The parts add up to ``invited``.
public struct QuestionBase: Hashable, Sendable {
  /// Gave an answer on the scale.
  public var answered: Int
  /// Said that the question does not apply to them.
  public var notApplicable: Int
  /// Returned the survey without an answer to the question: item non-response.
  public var missing: Int
  /// Did not return the survey: unit non-response.
  public var notReturned: Int

  /// A base by its parts.
  public init(answered: Int = 0, notApplicable: Int = 0, missing: Int = 0, notReturned: Int = 0) {
    self.answered = answered
    self.notApplicable = notApplicable
    self.missing = missing
    self.notReturned = notReturned
  }

  /// Everyone in the groups that got the question, except those known to be ineligible.
  public var invited: Int { answered + notApplicable + missing + notReturned }

  /// Everyone invited whom the question may concern: all but those who said that it does not. They
  /// are neither asked nor non-response, and this is the one base of rates, intervals, comparisons
  /// and goals.
  public var concerned: Int { invited - notApplicable }

  /// Everyone who sent the survey back.
  public var returned: Int { answered + notApplicable + missing }
}

/// How many gave one answer.
public struct AnswerCount: Hashable, Sendable {
  /// The answer.
  public var option: AnswerOption
  /// The number of people.
  public var count: Int

  /// An answer and its count.
  public init(option: AnswerOption, count: Int) {
    self.option = option
    self.count = count
  }
}

/// The answers of some people to one question, with their base.
public struct AnswerTally: Hashable, Sendable {
  /// What became of everyone asked.
  public let base: QuestionBase
  /// The people per answer, in the order of the scale.
  public let counts: [AnswerCount]

  /// Counts per answer with those who gave none; the counts make up `base.answered`.
  public init(
    counts: [AnswerCount], notApplicable: Int = 0, missing: Int = 0, notReturned: Int = 0
  ) {
    self.counts = counts
    base = QuestionBase(
      answered: counts.reduce(0) { $0 + $1.count }, notApplicable: notApplicable,
      missing: missing, notReturned: notReturned)
  }

  /// Zeros on a scale.
  init(ofNobodyOn scale: AnswerScale) {
    self.init(counts: scale.answers.map { AnswerCount(option: $0, count: 0) })
  }

  /// The answers of two sets of people to one question together.
  ///
  /// - Precondition: Both are on the same scale.
  public static func + (a: Self, b: Self) -> Self {
    precondition(a.counts.count == b.counts.count, "answers on different scales")
    return Self(
      counts: zip(a.counts, b.counts).map { first, second in
        AnswerCount(option: first.option, count: first.count + second.count)
      }, notApplicable: a.base.notApplicable + b.base.notApplicable,
      missing: a.base.missing + b.base.missing,
      notReturned: a.base.notReturned + b.base.notReturned)
  }
}

/// A row of a result: people, their answers and the shares.
///
/// Every share is a number in 0…1, and `nil` when its base is 0.
public protocol Tallied: Sendable {
  /// The counts that everything else comes from.
  var tally: AnswerTally { get }
}

extension AnswerTally: Tallied {
  /// The tally itself.
  public var tally: AnswerTally { self }
}

extension Tallied {
  /// What became of everyone asked.
  public var base: QuestionBase { tally.base }

  /// The people per answer, in the order of the scale.
  public var counts: [AnswerCount] { tally.counts }

  /// The share of those whom the question concerns who answered it: answered / concerned.
  public var responseRate: Double? { quotient(base.answered, base.concerned) }

  /// The share of the returned surveys that lack the answer: missing / (answered + missing).
  public var itemNonResponse: Double? { quotient(base.missing, base.answered + base.missing) }

  /// The number of people who gave an answer; 0 for an id that is not on the scale.
  public func count(of option: String) -> Int {
    counts.first { $0.option.id == option }?.count ?? 0
  }

  /// The share of those who answered that gave an answer; `nil` too for an id not on the scale.
  public func share(of option: String) -> Double? {
    guard let found = counts.first(where: { $0.option.id == option }) else { return nil }
    return quotient(found.count, base.answered)
  }

  /// The number of people with a positive answer.
  public var positive: Int {
    counts.reduce(0) { $0 + ($1.option.isPositive ? $1.count : 0) }
  }

  /// The share of those who answered that gave a positive answer; `nil` also when the scale has
  /// no positive answer.
  public var positiveShare: Double? {
    counts.contains(where: \.option.isPositive) ? quotient(positive, base.answered) : nil
  }

  /// What the answers say about everyone whom the question concerns; `nil` when it concerns nobody,
  /// or more than `NearCensus.limit`, or when the scale has no positive answer.
  public var nearCensus: NearCensus? {
    guard counts.contains(where: \.option.isPositive) else { return nil }
    return try? NearCensus(
      invited: base.concerned, answered: base.answered, positive: positive)
  }
}

private func quotient(_ part: Int, _ whole: Int) -> Double? {
  whole == 0 ? nil : Double(part) / Double(whole)
}

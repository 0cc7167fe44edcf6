public import Disclosure
public import Indicators

/// A case log as reports get it: its counts, and which of them they may show.
public struct PublishedCaseLog: Sendable {
  /// All counts.
  public let cube: CaseCube
  /// What of them is withheld.
  public let disclosure: CaseLogDisclosure
}

/// A number that is told of a case log.
public struct CaseCell: Hashable, Sendable {
  /// Some of the cases that a limit covers.
  public enum Part: Hashable, Sendable {
    /// All of them.
    case all
    /// Those of a month; `nil` is the month that is not known.
    case month(String?)
    /// Those of a category; `nil` is none.
    case category(String?)
  }

  /// What is counted.
  public enum Figure: String, Hashable, Sendable, CaseIterable {
    /// Cases that can be judged.
    case total
    /// Answered.
    case answered
    /// Answered within the limit.
    case withinLimit
    /// Answered too late.
    case late
    /// Not answered.
    case open
    /// Not answered and over the limit.
    case openOverdue
    /// Answered, or over the limit: the base of the share within it.
    case decided
    /// Not answered and not yet over the limit.
    case pending
  }

  /// Where a number stands.
  public enum Place: Hashable, Sendable {
    /// The cases of a part that stand in some way against a limit, by its id.
    case limit(String, Part, Figure)
    /// The cases of a kind, by its id.
    case subset(String)
    /// All cases that came in.
    case everything
  }
}

/// Which counts of a case log may be shown, decided over all that its tables show at once: the limits,
/// their months and categories, and the kinds of cases.
///
/// Cases of persons (``CaseLogDefinition/isAboutPersons``, which a log is unless its definition says
/// otherwise) follow the rule for answers: a month, category, kind or limit with fewer cases than
/// ``DisclosureRules/minimumAnswers`` is not told of, nor what such a count could be computed from. In
/// larger parts every count is shown: that one of twenty was late tells of nobody who is not known to
/// be that one. Unlike the number of answers, the number of cases is withheld itself: being in the log
/// is what it tells of a person.
public struct CaseLogDisclosure: Hashable, Sendable {
  private let reasons: [CaseCell.Place: WithholdingReason]
  /// The fewest cases behind a figure.
  public let minimum: Int
  /// Parts so small that no time or share of theirs may be shown.
  private let small: [CaseCell.Place: WithholdingReason]
  /// The answer times that may be shown, by the id of the limit.
  private let times: [String: [AnswerTimeClass]]

  /// Decides about everything that a log publishes.
  init(_ cube: CaseCube, rules: DisclosureRules) {
    minimum = rules.minimumAnswers
    guard cube.definition.isAboutPersons else {
      (reasons, small) = ([:], [:])
      times = cube.results.mapValues(\.byTime)
      return
    }
    let cells = CaseCells(cube, minimum: minimum)
    reasons = cells.set.decided().reasons
    small = cells.small
    times = Self.times(cube, reasons, minimum: minimum)
  }

  /// How many of the cases of a limit were answered in which time; `nil` where that may not be shown.
  ///
  /// Of persons, neighbouring times are put together until each class holds at least ``minimum`` cases.
  /// Those within the limit and those beyond add up to the two numbers that are shown anyway, so that a
  /// class tells nothing of a month or category. A limit whose cases another limit before it counts from
  /// and to the same days has none: the difference of classes with different ends would be a small one.
  public func answerTimes(limit: String) -> [AnswerTimeClass]? {
    times[limit].flatMap { $0.contains { $0.count > 0 } ? $0 : nil }
  }

  private static func times(
    _ cube: CaseCube, _ reasons: [CaseCell.Place: WithholdingReason], minimum: Int
  ) -> [String: [AnswerTimeClass]] {
    var shown: [CaseLimit] = []
    var times: [String: [AnswerTimeClass]] = [:]
    for limit in cube.definition.limits where times[limit.id] == nil {
      guard let result = cube.result(limit: limit.id),
        !shown.contains(where: { $0.sharesCases(with: limit) }),
        result.answered >= minimum,
        [CaseCell.Figure.answered, .withinLimit, .late].allSatisfy({
          reasons[.limit(limit.id, .all, $0)] == nil
        })
      else { continue }
      shown.append(limit)
      times[limit.id] = result.byTime.merged(atLeast: minimum)
    }
    return times
  }

  /// Why a count is withheld; `nil` if it may be shown.
  public func reason(_ place: CaseCell.Place) -> WithholdingReason? { reasons[place] }

  /// Why the share within a limit is withheld: one of its two numbers is.
  public func reasonForShare(limit: String, _ part: CaseCell.Part) -> WithholdingReason? {
    [CaseCell.Figure.withinLimit, .decided].lazy.compactMap {
      reasons[.limit(limit, part, $0)] ?? small[.limit(limit, part, $0)]
    }.first
  }

  /// Why times are withheld: they are those of few cases, or how many is withheld.
  public func reasonForTimes(limit: String, _ part: CaseCell.Part) -> WithholdingReason? {
    let place = CaseCell.Place.limit(limit, part, .answered)
    return reasons[place] ?? small[place]
  }
}

extension CaseLimit {
  /// Whether the times of some cases may be counted by both limits.
  fileprivate func sharesCases(with other: CaseLimit) -> Bool {
    guard from == other.from, to == other.to else { return false }
    guard let own = condition, let others = other.condition else { return true }
    return own.column != others.column || own.equals == others.equals
  }
}

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

  /// Decides about everything that a log publishes.
  init(_ cube: CaseCube, rules: DisclosureRules) {
    minimum = rules.minimumAnswers
    guard cube.definition.isAboutPersons else {
      (reasons, small) = ([:], [:])
      return
    }
    let cells = CaseCells(cube, minimum: minimum)
    reasons = cells.set.decided().reasons
    small = cells.small
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

/// All counts that are published of a case log, and what adds up to what.
struct CaseCells {
  private(set) var set = PublicationSet<CaseCell.Place>()
  /// The numbers of cases that are few, of which nothing else may be told either.
  private(set) var small: [CaseCell.Place: WithholdingReason] = [:]
  private let minimum: Int

  /// The states that a case can be in, which every figure adds up.
  private static let states: [@Sendable (ServiceLevelResult) -> Int] = [
    { $0.withinLimit }, { $0.late }, { $0.openOverdue }, { $0.pending },
  ]

  private static let figures: [(figure: CaseCell.Figure, states: [Int])] = [
    (.total, [0, 1, 2, 3]), (.answered, [0, 1]), (.withinLimit, [0]), (.late, [1]),
    (.open, [2, 3]), (.openOverdue, [2]), (.decided, [0, 1, 2]), (.pending, [3]),
  ]

  init(_ cube: CaseCube, minimum: Int) {
    self.minimum = minimum
    let others = set.addAtoms([cube.caseCount])
    add(.everything, others, cube.caseCount, of: cube.caseCount)
    var covered: [String: (months: [String?: [Int]], atoms: [Int])] = [:]
    for limit in cube.definition.limits where covered[limit.id] == nil {
      guard let result = cube.result(limit: limit.id) else { continue }
      let months = result.byMonth.map { group in
        (key: group.key, atoms: rows(limit.id, .month(group.key), group.result))
      }
      let categories = result.byCategory.map { group in
        rows(limit.id, .category(group.key), group.result)
      }
      let all = (0..<Self.states.count).map { state in months.map { $0.atoms[state] } }
      add(limit.id, .all, result, atoms: all)
      if !categories.isEmpty {
        for state in 0..<Self.states.count {
          set.link(all[state], categories.map { $0[state] })
        }
      }
      let byKey = Dictionary(months.map { ($0.key, $0.atoms) }, uniquingKeysWith: { a, _ in a })
      // Limits that cover the same cases from the same day count them alike.
      let same = cube.definition.limits.first { other in
        guard let before = covered[other.id] else { return false }
        return other.from == limit.from && other.condition == limit.condition
          && Set(before.months.keys) == Set(byKey.keys)
          && cube.result(limit: other.id)?.byMonth.map(\.result.total)
            == result.byMonth.map(\.result.total)
      }
      if let same, let before = covered[same.id] {
        for (key, atoms) in byKey { set.link(atoms, before.months[key] ?? []) }
      }
      covered[limit.id] = (byKey, all.flatMap(\.self))
      if limit.condition == nil, result.total == cube.caseCount {
        set.link(all.flatMap(\.self), others)
      }
    }
    for subset in cube.subsets {
      let atoms = set.addAtoms([subset.count, max(0, cube.caseCount - subset.count)])
      set.link(atoms, others)
      add(.subset(subset.subset.id), [atoms[0]], subset.count, of: subset.count)
      for limit in cube.definition.limits where limit.condition == subset.subset.condition {
        guard let same = covered[limit.id]?.atoms,
          cube.result(limit: limit.id)?.total == subset.count
        else { continue }
        set.link([atoms[0]], same)
      }
    }
  }

  /// A row of its own atoms, one a state.
  private mutating func rows(
    _ limit: String, _ part: CaseCell.Part, _ result: ServiceLevelResult
  ) -> [Int] {
    let atoms = set.addAtoms(Self.states.map { $0(result) })
    add(limit, part, result, atoms: atoms.map { [$0] })
    return atoms
  }

  private mutating func add(
    _ limit: String, _ part: CaseCell.Part, _ result: ServiceLevelResult, atoms: [[Int]]
  ) {
    for (figure, states) in Self.figures {
      let count = states.reduce(0) { $0 + Self.states[$1](result) }
      let place = CaseCell.Place.limit(limit, part, figure)
      add(place, states.flatMap { atoms[$0] }, count, of: result.total)
      if isFew(count) { small[place] = .few }
    }
  }

  private func isFew(_ count: Int) -> Bool { count > 0 && count < minimum }

  /// A count of a part of so many cases. A zero tells of nobody.
  private mutating func add(_ place: CaseCell.Place, _ atoms: [Int], _ count: Int, of total: Int) {
    set.add(place, sumOf: atoms, priority: total)
    guard isFew(total), count > 0 else { return }
    set.withholdLast(
      .few, within: ValueRange(1, Double(minimum - 1)),
      protection: Double(max(0, min(2, minimum - 2))))
  }
}

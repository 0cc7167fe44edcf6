internal import Diagnostics
internal import Indicators
internal import Labels
internal import Workspace

extension GoalSection {
  static let withheld = ReportCell.fact(Fact(.withheld(.few)))

  /// What was reached. Where there is nothing to show, the reason says why.
  func reached(_ assessment: Assessment) -> ReportCell {
    if assessment.reason == .withheld { return Self.withheld }
    let isGoal = assessment.goal.kind == .goal
    // A condition is not judged, but what is known of it is shown; so are words that do not decide.
    let shown =
      assessment.deciding
      ?? (isGoal ? assessment.worded : assessment.outcomes.first(where: \.isAnswer))
    guard let outcome = shown ?? assessment.outcomes.first(where: \.isExpected) else {
      return assessment.verdict == .planned
        ? .words(words.start(assessment) ?? Sentence(assessment.reason.label))
        : .text(assessment.reason.label)
    }
    let isMissed = assessment.verdict != .met
    let cell = words.outcome(outcome, missing: isMissed ? assessment.threshold : nil)
    // An outcome of another year than the goal's, or of a part of it, says when it was told.
    let isPart = workspace.day.interim != nil && assessment.goal.runsOn(after: outcome)
    let isToldBelow = outcome.computed?.asOf != nil
    let period =
      outcome.year == assessment.goal.year && (!isPart || isToldBelow) ? nil : outcome.period
    let doubts = doubts(of: assessment).map(\.other)
    switch cell {
    case .fact(var fact):
      fact.marks += [period.map(FactMark.period), doubts.isEmpty ? nil : .doubted(doubts)]
        .compactMap(\.self)
      fact.cells = []
      return .fact(fact)
    case .words(let words):
      let told = words + Sentence(Label(same: period.map { " (\($0))" } ?? ""))
      guard !doubts.isEmpty else { return .words(told) }
      let others = Sentence.joined(
        doubts.map { Sentence(Fact(.number($0), precision: .upTo(2))) }, by: Label(same: ", "))
      return .words(
        told
          + Sentence(" (ifrågasatt: \(others.swedish))", " (doubted: \(others.english))"))
    case .none, .member, .code: return cell
    }
  }

  func doubts(of assessment: Assessment) -> [Doubt] {
    assessment.deciding.flatMap { doubts[$0.id] } ?? []
  }

  func doubtedBy(_ assessment: Assessment) -> String? {
    let doubts = doubts(of: assessment)
    return doubts.isEmpty ? nil : doubts.map(\.source).joined(separator: " ")
  }

  func verdict(_ assessment: Assessment) -> ReportCell {
    let label =
      switch assessment.goal.kind {
      case .goal: assessment.verdict.label
      case .condition: Label("villkor", "condition")
      case .routine: Label("rutin", "routine")
      }
    return .member(assessment.verdict.rawValue, label)
  }

  /// The document's word, and the word that was read from the narrative and decided.
  func stated(_ assessment: Assessment) -> ReportCell {
    let words = [
      assessment.statedStatus.map {
        Member($0.rawValue, $0.label, marks: assessment.differs ? [.differs] : [])
      },
      readWord(assessment).map { Member($0.rawValue, $0.label, marks: [.interpreted]) },
    ].compactMap(\.self)
    return words.isEmpty ? .none : .member(words)
  }

  func readWord(_ assessment: Assessment) -> StatedStatus? {
    if case .status(let status, isRead: true) = assessment.reason { status } else { nil }
  }

  /// Where the figure stands that decides, or else the goal.
  static func source(_ assessment: Assessment) -> DocumentReference? {
    assessment.deciding?.source ?? assessment.goal.sources.first
  }

  /// The outcomes up to the goal's year that compare with its latest, the oldest first; nothing where
  /// there are less than two.
  func development(_ assessment: Assessment) -> ReportCell {
    let goal = assessment.goal
    let outcomes = (assessment.trend?.points ?? []).filter {
      $0.kind == .outcome && $0.year <= goal.year
    }
    guard let last = outcomes.last else { return .none }
    let comparable = outcomes.filter { $0.isComparable(with: last) }
    guard Set(comparable.map(\.year)).count > 1 else { return .none }
    let factor = goal.measurementUnit?.factor ?? 1
    return .words(
      .joined(
        comparable.map { point in
          let fact = GoalWords.fact(point.value / factor, goal.measurementUnit)
          return Sentence("\(String(point.year)): \(fact)", "\(String(point.year)): \(fact)")
        }, by: Label(same: "; ")))
  }
}

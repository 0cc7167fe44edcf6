internal import Tables

/// A status word and the outcome that it stands beside.
struct StatusWord {
  let outcome: Outcome
  let status: StatedStatus
  /// Whether it was read from the narrative.
  let isRead: Bool
}

extension Assessor {
  /// A goal with no figure to reach, answered with a word: growth without threshold or figure, a
  /// number of courses that is not said.
  func isWordGoal(_ goal: Goal, _ answering: [Outcome]) -> Bool {
    guard goal.target == nil, answering.contains(where: { $0.statedStatus != nil }) else {
      return false
    }
    return goal.direction == .atLeast && !goal.qualifiers.contains(where: \.meansAll)
      || goal.direction == .increase && answering.allSatisfy { $0.value == nil }
  }

  /// A goal to do a thing at least once, answered without a figure: a word says as much as 1 or 0.
  func isDoneOnce(_ goal: Goal, _ answering: [Outcome]) -> Bool {
    goal.direction == .atLeast && goal.measure == .count && goal.target == 1
      && answering.allSatisfy { $0.value == nil }
      && answering.contains { ($0.statedStatus ?? $0.readStatus) != nil }
  }

  /// The word that decides: of the latest period the weakest. One that the document itself puts
  /// beside the outcome goes before one that was read from the narrative.
  func word(_ answering: [Outcome]) -> StatusWord? {
    let stated = answering.filter { $0.statedStatus != nil }
    let words = latest(stated.isEmpty ? answering.filter { $0.readStatus != nil } : stated)
    return words.compactMap { outcome in
      (outcome.statedStatus ?? outcome.readStatus).map {
        StatusWord(outcome: outcome, status: $0, isRead: outcome.statedStatus == nil)
      }
    }.min { $0.status.meaning.rank < $1.status.meaning.rank }
  }

  /// The weakest word of the latest period by which the document judges the goal.
  func verdictWord(_ answering: [Outcome]) -> StatusWord? {
    word(answering.filter { $0.statedStatus?.documentVerdict != nil })
  }

  /// The weakest word of the latest period by which this project, having read the text, judges the
  /// goal.
  func readVerdictWord(_ answering: [Outcome]) -> StatusWord? {
    latest(answering.filter { $0.readStatus?.documentVerdict != nil }).compactMap { outcome in
      outcome.readStatus.map { StatusWord(outcome: outcome, status: $0, isRead: true) }
    }.min { $0.status.meaning.rank < $1.status.meaning.rank }
  }

  /// The document's word to show: its verdict, if it gives one.
  func statedStatus(_ answering: [Outcome]) -> StatedStatus? {
    let word = verdictWord(answering) ?? word(answering.filter { $0.statedStatus != nil })
    return word?.status
  }

  /// The verdict on a goal of which a word says how things stood at the end of an outcome's period.
  func verdict(_ word: StatusWord, on goal: Goal) -> Verdict {
    switch word.status.meaning {
    case .done: .met
    case .almost: .nearly
    case .onItsWay, .unfinished: goal.runsOn(after: word.outcome) ? .underWay : .notMet
    case .notDone: .notMet
    case .dropped: .dropped
    case .expected: .cannotAssess
    }
  }

  func judge(_ assessment: inout Assessment, by word: StatusWord) {
    assessment.deciding = word.outcome
    assessment.verdict = verdict(word, on: assessment.goal)
    assessment.reason = .status(word.status, isRead: word.isRead)
  }

  /// Judges a goal that is to be done.
  func judgeByWord(_ assessment: inout Assessment, _ answering: [Outcome]) {
    guard !answering.isEmpty else { return }
    guard let word = word(answering) else {
      assessment.reason = .noStatement
      return
    }
    judge(&assessment, by: word)
    // Where a figure is wanted and its threshold is not known, nor is its part of it.
    guard assessment.goal.direction == .done || assessment.goal.target != nil else { return }
    switch word.status.meaning {
    case .done: assessment.fulfilment = 1
    case .notDone: assessment.fulfilment = 0
    default: break
    }
  }

  /// Judges a goal with a figure to reach by outcomes that have none. That a thing was carried out
  /// does not say how much of it; that it was not, was put off or only begun does.
  func judgeFigureByWord(_ assessment: inout Assessment, _ answering: [Outcome]) {
    assessment.reason =
      answering.contains { $0.statedStatus != nil || !$0.qualifiers.isEmpty }
      ? .wordsOnly : .noStatement
    guard let word = word(answering) else { return }
    switch word.status.meaning {
    case .notDone, .unfinished: judge(&assessment, by: word)
    case .onItsWay where assessment.goal.runsOn(after: word.outcome): judge(&assessment, by: word)
    default: break
    }
  }
}

extension StatedStatus.Meaning {
  /// Weak words first. One that tells of no outcome comes last, so that it never decides.
  var rank: Int {
    switch self {
    case .notDone: 0
    case .unfinished: 1
    case .onItsWay: 2
    case .almost: 3
    case .done: 4
    case .dropped: 5
    case .expected: 6
    }
  }
}

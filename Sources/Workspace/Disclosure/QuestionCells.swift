internal import Disclosure
internal import Surveys

/// All counts that are published of one question in one wave, and what adds up to what. The parts of a
/// question with several answers, or of a ranking, are one question: everyone answers all of them, and one
/// follows from the others.
struct QuestionCells: SurveyCells {
  private let wave: String
  private let parts: [Part]
  private var set = PublicationSet<AnswerCell>()
  private let minimum: Int
  /// Counts that are withheld without a decision, for there are too many to decide about.
  private var unpublished: [(cell: AnswerCell, reason: WithholdingReason)] = []
  /// Counts of rows of few, whose number of answers readers see.
  private var few: Set<AnswerCell> = []

  /// A question, or a part of one, with its scale.
  private struct Part {
    let question: Question
    let scale: AnswerScale
    let row: QuestionResult
  }

  /// The most counts of one breakdown, or of the groups, that are decided about one by one. The time of
  /// the audit grows with the square and more: 234 counts took 20 ms, 1 650 took 3 s.
  private static let mostCells = 200

  /// The counts of a question, or of all parts of one.
  init(_ cube: SurveyCube, wave: String, _ rows: [QuestionResult], minimum: Int) {
    self.minimum = minimum
    self.wave = wave
    parts = rows.map {
      Part(question: $0.question, scale: cube.definition.scale(of: $0.question), row: $0)
    }
    // The inner cells: group × substitute × part × answer, in a fixed order.
    let people = rows.first.flatMap { cube.waves[wave]?.answers[$0.question.id] } ?? [:]
    let everyone = people.keys.sorted(by: Self.precedes)
    var byPerson: [PeopleCell: [[Int]]] = [:]
    for cell in everyone {
      byPerson[cell] = addAtoms(
        rows.compactMap { cube.waves[wave]?.answers[$0.question.id]?[cell] })
    }
    let all = everyone.compactMap { byPerson[$0] }
    add(.all, all, rows.map(\.tally))
    let ordinary = rows.compactMap(\.withoutSubstitutes)
    if ordinary.count == rows.count {
      add(
        .withoutSubstitutes, everyone.filter { !$0.isSubstitute }.compactMap { byPerson[$0] },
        ordinary)
      protectDifference(
        everyone.filter(\.isSubstitute).compactMap { byPerson[$0] }, rows.map(\.tally), ordinary)
    }
    guard let first = rows.first else { return }
    let areGroupsTold = !leavesOut(first.byGroup) { .group($0.key) }
    for (index, group) in first.byGroup.enumerated() where areGroupsTold {
      let own = everyone.filter { $0.group == group.key }.compactMap { byPerson[$0] }
      add(.group(group.key), own, rows.map { $0.byGroup[index].tally })
    }
    for (number, breakdown) in first.breakdowns.enumerated() {
      let column = breakdown.breakdown.column
      if leavesOut(breakdown.rows, part: { .value($0.key, column: column) }) { continue }
      let values = breakdown.rows.indices.map { index in
        let tallies = rows.map { $0.breakdowns[number].rows[index].tally }
        let own = addAtoms(tallies)
        add(.value(breakdown.rows[index].key, column: column), [own], tallies)
        return own
      }
      // The values of a breakdown and the groups count the same people, answer by answer.
      for part in parts.indices {
        for answer in parts[part].scale.answers.indices {
          set.link(all.map { $0[part][answer] }, values.map { $0[part][answer] })
        }
      }
    }
  }

  private func isFew(_ answered: Int) -> Bool { answered > 0 && answered < minimum }

  /// Withholds all answers of a table with small rows that is too large to be decided about. What is not
  /// published gives nothing away.
  private mutating func leavesOut(
    _ rows: [QuestionRow], part place: (QuestionRow) -> SurveyPart
  ) -> Bool {
    let answers = parts.reduce(0) { $0 + $1.scale.answers.count }
    guard rows.count * answers > Self.mostCells,
      parts.contains(where: \.question.isSensitive)
        || rows.contains(where: { isFew($0.base.answered) })
    else { return false }
    for row in rows {
      for part in parts {
        for option in part.scale.answers {
          unpublished.append(
            (
              cell(place(row), part.question, option),
              isFew(row.base.answered) ? .few : .complementary
            ))
        }
      }
    }
    return true
  }

  private func cell(
    _ part: SurveyPart, _ question: Question, _ option: AnswerOption
  ) -> AnswerCell {
    AnswerCell(wave: wave, question: question.id, part: part, answer: option.id)
  }

  private static func precedes(_ a: PeopleCell, _ b: PeopleCell) -> Bool {
    a.group == b.group ? !a.isSubstitute && b.isSubstitute : a.group < b.group
  }

  /// The inner counts of some people, by part and answer, and what everybody knows to hold between parts.
  private mutating func addAtoms(_ tallies: [AnswerTally]) -> [[Int]] {
    let atoms = tallies.map { set.addAtoms($0.counts.map(\.count)) }
    guard tallies.count > 1, let first = parts.first, tallies.count == parts.count else {
      return atoms
    }
    let counts = tallies.map { $0.counts.map(\.count) }
    switch first.question.kind {
    case .several:
      // Whoever answered chose something: the choices are as many as those who answered, or more.
      let surplus = counts.reduce(0) { $0 + $1[0] } - tallies[0].base.answered
      let more = set.addAtoms([max(0, surplus)])
      set.link(atoms.dropFirst().map { $0[0] }, [atoms[0][1]] + more)
    case .ranking:
      // Whoever answered put one thing first; so many at the next place as at the last, or fewer.
      set.link(atoms.dropFirst().map { $0[0] }, Array(atoms[0].dropFirst()))
      for place in 1..<max(1, first.scale.answers.count - 1) {
        let (before, here) = (
          counts.reduce(0) { $0 + $1[place - 1] }, counts.reduce(0) { $0 + $1[place] }
        )
        let fewer = set.addAtoms([max(0, before - here)])
        set.link(atoms.map { $0[place - 1] }, atoms.map { $0[place] } + fewer)
      }
    default: break
    }
    return atoms
  }

  /// A row of a table: how many answered, which is known, and each answer to each part.
  private mutating func add(
    _ place: SurveyPart, _ people: [[[Int]]], _ tallies: [AnswerTally]
  ) {
    for (index, part) in parts.enumerated() where index < tallies.count {
      add(place, part, people.map { $0[index] }, tallies[index])
    }
  }

  /// Whether a count of everyone is told whatever we do: it was published, or nobody of many gave an answer to
  /// a question that is not sensitive.
  private func isTold(_ count: Int, of all: AnswerTally, _ question: Question) -> Bool {
    question.published[wave] != nil
      || count == 0 && !question.isSensitive && !isFew(all.base.answered)
  }

  private mutating func add(
    _ place: SurveyPart, _ part: Part, _ people: [[Int]], _ tally: AnswerTally
  ) {
    let (question, answered) = (part.question, tally.base.answered)
    set.add(nil, sumOf: people.flatMap(\.self), priority: answered, isKnown: true)
    for (index, option) in part.scale.answers.enumerated() {
      let cell = cell(place, question, option)
      let count = tally.counts[index].count
      let isKnown = place == .all && isTold(count, of: tally, question)
      set.add(cell, sumOf: people.map { $0[index] }, priority: answered, isKnown: isKnown)
      if isKnown { continue }
      // Readers see how many answered, and not which rule withholds an answer of a sensitive question.
      let range = ValueRange(0, Double(answered))
      if isFew(answered) {
        few.insert(cell)
        set.withholdLast(.few, within: range, protection: Double(min(2, answered)))
      } else if question.isSensitive, answered > 0, count == 0 || count == answered {
        set.withholdLast(.sensitive, within: range, protection: SensitiveRule().protection)
      }
    }
  }

  /// What substitutes answered stands in no table, but is the difference of two rows that do: where few of
  /// them answered, or all alike a sensitive question, it must not follow from these.
  private mutating func protectDifference(
    _ substitutes: [[[Int]]], _ all: [AnswerTally], _ ordinary: [AnswerTally]
  ) {
    for (index, part) in parts.enumerated() {
      let answered = all[index].base.answered - ordinary[index].base.answered
      guard answered > 0 else { continue }
      let range = ValueRange(0, Double(answered))
      for answer in part.scale.answers.indices {
        let everyone = all[index].counts[answer].count
        if everyone == 0, isTold(everyone, of: all[index], part.question) { continue }
        let atoms = substitutes.map { $0[index][answer] }
        let count = set.count(atoms)
        if isFew(answered) {
          set.add(nil, sumOf: atoms, priority: answered)
          set.withholdLast(.few, within: range, protection: Double(min(2, answered)))
        } else if part.question.isSensitive, count == 0 || count == answered {
          set.add(nil, sumOf: atoms, priority: answered)
          set.withholdLast(.sensitive, within: range, protection: SensitiveRule().protection)
        }
      }
    }
  }

  /// What is withheld. A row of few shows nothing, not even what follows from the totals. A reason tells
  /// readers no more than they see: how many answered, and whether the question is sensitive. If only zeros
  /// were called sensitive, they would be known for zeros.
  func decided(audits: Bool = false) -> PublicationSet<AnswerCell>.Decision {
    let isSensitive = parts.contains(where: \.question.isSensitive)
    var decision = set.decided(audits: audits)
    for cell in decision.reasons.keys {
      decision.reasons[cell] =
        few.contains(cell) ? .few : isSensitive ? .sensitive : .complementary
    }
    for cell in few where decision.reasons[cell] == nil {
      decision.reasons[cell] = .few
      decision.known.insert(cell)
    }
    for (cell, reason) in unpublished { decision.reasons[cell] = reason }
    decision.order += unpublished.map(\.cell)
    decision.cellCount += unpublished.count
    return decision
  }
}

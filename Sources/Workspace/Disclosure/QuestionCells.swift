internal import Disclosure
internal import Surveys

/// All counts that are published of one question in one wave, and what adds up to what.
struct QuestionCells {
  private let scale: AnswerScale
  private let wave: String
  private let question: Question
  private var set = PublicationSet<AnswerCell>()
  private let minimum: Int
  /// Counts that are withheld without a decision, for there are too many to decide about.
  private var unpublished: [(cell: AnswerCell, reason: WithholdingReason)] = []
  /// Counts of rows of few, whose number of answers readers see.
  private var few: Set<AnswerCell> = []

  /// The most counts of one breakdown, or of the groups, that are decided about one by one. The time of
  /// the audit grows with the square and more: 234 counts took 20 ms, 1 650 took 3 s.
  private static let mostCells = 200

  init(_ cube: SurveyCube, wave: String, _ row: QuestionResult, minimum: Int) {
    scale = cube.definition.scale(of: row.question)
    self.minimum = minimum
    self.wave = wave
    question = row.question
    let people = cube.waves[wave]?.answers[question.id] ?? [:]
    // The inner cells: group × substitute × answer, in a fixed order.
    var byPerson: [PeopleCell: [Int]] = [:]
    for cell in people.keys.sorted(by: Self.precedes) {
      if let tally = people[cell] { byPerson[cell] = addAtoms(tally) }
    }
    let everyone = byPerson.keys.sorted(by: Self.precedes)
    add(
      .all, everyone.compactMap { byPerson[$0] }, row.tally,
      isKnown: question.published[wave] != nil)
    if let ordinary = row.withoutSubstitutes {
      add(
        .withoutSubstitutes, everyone.filter { !$0.isSubstitute }.compactMap { byPerson[$0] },
        ordinary)
    }
    let areGroupsTold = !leavesOut(row.byGroup) { .group($0.key) }
    for group in row.byGroup where areGroupsTold {
      let own = everyone.filter { $0.group == group.key }.compactMap { byPerson[$0] }
      add(.group(group.key), own, group.tally)
    }
    let all = everyone.compactMap { byPerson[$0] }
    for breakdown in row.breakdowns {
      let column = breakdown.breakdown.column
      if leavesOut(breakdown.rows, part: { .value($0.key, column: column) }) { continue }
      let values = breakdown.rows.map { value in
        let own = addAtoms(value.tally)
        add(.value(value.key, column: column), [own], value.tally)
        return own
      }
      // The values of a breakdown and the groups count the same people, answer by answer.
      for answer in scale.answers.indices {
        set.link(all.map { $0[answer] }, values.map { $0[answer] })
      }
    }
  }

  private func isFew(_ answered: Int) -> Bool { answered > 0 && answered < minimum }

  /// Withholds all answers of a table with small rows that is too large to be decided about. What is not
  /// published gives nothing away.
  private mutating func leavesOut(
    _ rows: [QuestionRow], part: (QuestionRow) -> SurveyPart
  ) -> Bool {
    guard rows.count * scale.answers.count > Self.mostCells,
      question.isSensitive || rows.contains(where: { isFew($0.base.answered) })
    else { return false }
    for row in rows {
      for option in scale.answers {
        unpublished.append(
          (cell(part(row), option), isFew(row.base.answered) ? .few : .complementary))
      }
    }
    return true
  }

  private func cell(_ part: SurveyPart, _ option: AnswerOption) -> AnswerCell {
    AnswerCell(wave: wave, question: question.id, part: part, answer: option.id)
  }

  private static func precedes(_ a: PeopleCell, _ b: PeopleCell) -> Bool {
    a.group == b.group ? !a.isSubstitute && b.isSubstitute : a.group < b.group
  }

  private mutating func addAtoms(_ tally: AnswerTally) -> [Int] {
    set.addAtoms(tally.counts.map(\.count))
  }

  /// A row of a table: how many answered, which is known, and each answer.
  private mutating func add(
    _ part: SurveyPart, _ people: [[Int]], _ tally: AnswerTally, isKnown: Bool = false
  ) {
    let answered = tally.base.answered
    set.add(nil, sumOf: people.flatMap(\.self), priority: answered, isKnown: true)
    for (index, option) in scale.answers.enumerated() {
      let cell = cell(part, option)
      let count = tally.counts[index].count
      // That nobody of all gave an answer is told, unless the question is sensitive.
      let isKnown =
        isKnown || part == .all && count == 0 && !question.isSensitive && !isFew(answered)
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

  /// What is withheld. A row of few shows nothing, not even what follows from the totals. A reason tells readers no more than they see: how many answered, and whether the
  /// question is sensitive. If only zeros were called sensitive, they would be known for zeros.
  func decided(audits: Bool = false) -> PublicationSet<AnswerCell>.Decision {
    var decision = set.decided(audits: audits)
    for cell in decision.reasons.keys {
      decision.reasons[cell] =
        few.contains(cell) ? .few : question.isSensitive ? .sensitive : .complementary
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

public import Disclosure
public import Surveys

/// A survey as reports get it: its counts, and which of them they may show.
public struct PublishedSurvey: Sendable {
  /// All counts.
  public let cube: SurveyCube
  /// What of them is withheld.
  public let disclosure: SurveyDisclosure
}

/// Which counts of a survey may be shown, decided over all that its reports show at once: totals,
/// groups, breakdowns, with and without substitutes, every wave.
///
/// How many were asked and how many answered is shown, for it tells of no answer. What they answered is
/// withheld where fewer than ``DisclosureRules/minimumAnswers`` answered, and wherever such a count
/// could be computed from others.
public struct SurveyDisclosure: Hashable, Sendable {
  /// Why counts are withheld; those that may be shown are not in it.
  public let reasons: [AnswerCell: WithholdingReason]
  /// The fewest answers behind a figure.
  public let minimum: Int

  /// Decides about everything that a survey publishes.
  ///
  /// Where a set could not be protected, which the control refuses to publish, all of its counts are
  /// withheld.
  init(_ cube: SurveyCube, rules: DisclosureRules) {
    minimum = rules.minimumAnswers
    var reasons: [AnswerCell: WithholdingReason] = [:]
    for wave in cube.definition.waves {
      // A wave of the definition always has a result.
      for row in (try? cube.result(wave: wave.id))?.questions ?? [] {
        let set = QuestionCells(cube, wave: wave.id, row, minimum: minimum)
        reasons.merge(set.withheld()) { first, _ in first }
      }
    }
    self.reasons = reasons
  }

  /// Why the count of an answer is withheld; `nil` if it may be shown.
  public func reason(
    wave: String, question: String, part: SurveyPart, answer: String
  ) -> WithholdingReason? {
    reasons[AnswerCell(wave: wave, question: question, part: part, answer: answer)]
  }

  /// Why the positive answers of a part cannot be counted for readers: one of them is withheld.
  public func reasonForPositive(
    wave: String, question: Question, part: SurveyPart, scale: AnswerScale
  ) -> WithholdingReason? {
    scale.answers.filter(\.isPositive).lazy.compactMap { option in
      reason(wave: wave, question: question.id, part: part, answer: option.id)
    }.first
  }
}

/// All counts that are published of one question in one wave, and what adds up to what.
private struct QuestionCells {
  private let scale: AnswerScale
  private let wave: String
  private let question: String
  /// Counts that nobody sees: people of a group or a value with an answer.
  private var atoms: [Double] = []
  private var cells: [PublishedCell] = []
  private var places: [AnswerCell] = []
  private var identities: [Identity] = []
  private let minimum: Int
  /// Counts that are withheld without a decision, for there are too many to decide about.
  private var unpublished: [AnswerCell: WithholdingReason] = [:]

  /// The most counts of one breakdown, or of the groups, that are decided about one by one. The time of
  /// the audit grows with the square and more: 234 counts took 20 ms, 1 650 took 3 s.
  private static let mostCells = 200

  init(_ cube: SurveyCube, wave: String, _ row: QuestionResult, minimum: Int) {
    scale = cube.definition.scale
    self.minimum = minimum
    self.wave = wave
    question = row.question.id
    let people = cube.waves[wave]?.answers[question] ?? [:]
    // The inner cells: group × substitute × answer, in a fixed order.
    var byPerson: [PeopleCell: [Int]] = [:]
    for cell in people.keys.sorted(by: Self.precedes) {
      if let tally = people[cell] { byPerson[cell] = addAtoms(tally) }
    }
    let everyone = byPerson.keys.sorted(by: Self.precedes)
    add(.all, everyone.compactMap { byPerson[$0] }, row.tally)
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
        let terms =
          all.map { Identity.Term($0[answer], times: 1) }
          + values.map { Identity.Term($0[answer], times: -1) }
        identities.append(Identity(terms.sorted { $0.atom < $1.atom }))
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
      rows.contains(where: { isFew($0.base.answered) })
    else { return false }
    for row in rows {
      for option in scale.answers {
        let cell = AnswerCell(wave: wave, question: question, part: part(row), answer: option.id)
        unpublished[cell] = isFew(row.base.answered) ? .few : .complementary
      }
    }
    return true
  }

  private static func precedes(_ a: PeopleCell, _ b: PeopleCell) -> Bool {
    a.group == b.group ? !a.isSubstitute && b.isSubstitute : a.group < b.group
  }

  private mutating func addAtoms(_ tally: AnswerTally) -> [Int] {
    let first = atoms.count
    atoms += tally.counts.map { Double($0.count) }
    return Array(first..<atoms.count)
  }

  /// A row of a table: how many answered, which is known, and each answer.
  private mutating func add(_ part: SurveyPart, _ people: [[Int]], _ tally: AnswerTally) {
    let (name, answered) = ("\(cells.count)", Double(tally.base.answered))
    cells.append(
      PublishedCell(
        name, atoms: people.flatMap(\.self).sorted(), priority: answered, role: .publishedBefore))
    places.append(AnswerCell(wave: wave, question: question, part: part, answer: ""))
    for (index, option) in scale.answers.enumerated() {
      cells.append(
        PublishedCell(
          "\(name) \(option.id)", atoms: people.map { $0[index] }.sorted(), priority: answered))
      places.append(AnswerCell(wave: wave, question: question, part: part, answer: option.id))
    }
  }

  /// The counts that are withheld, with their reasons.
  func withheld() -> [AnswerCell: WithholdingReason] {
    var cells = cells
    let width = scale.answers.count + 1
    var hasFew = false
    for row in stride(from: 0, to: cells.count, by: width) {
      let answered = cells[row].priority
      guard isFew(Int(answered)) else { continue }
      hasFew = true
      for cell in row + 1..<row + width {
        cells[cell].primaryReason = .few
        cells[cell].protection = min(2, answered)
        cells[cell].rangeIfPrimary = ValueRange(0, answered)
      }
    }
    guard hasFew else { return unpublished }
    guard
      let set = try? ReportSet(.counts, atoms: atoms, cells: cells, identities: identities)
    else { return everything }
    let protection = DisclosureControl().protect(set)
    guard protection.isPublishable else { return everything }
    // Cells of the same people share a reason in the control; a total is not few because its part is.
    return Dictionary(
      protection.withheld.map { (places[$0], cells[$0].primaryReason ?? .complementary) },
      uniquingKeysWith: { first, _ in first }
    ).merging(unpublished) { first, _ in first }
  }

  private var everything: [AnswerCell: WithholdingReason] {
    Dictionary(
      places.filter { !$0.answer.isEmpty }.map { ($0, .complementary) },
      uniquingKeysWith: { first, _ in first }
    ).merging(unpublished) { first, _ in first }
  }
}

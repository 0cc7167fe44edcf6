internal import Disclosure
internal import Surveys

/// The figures that are published of a number or an index in one wave, a row for each part of the people.
///
/// A mean times the number of those who answered is a sum, and sums add up as counts do: the mean of few
/// follows from the means of the others and of all. So a row of few is withheld, and further rows until no
/// row of few is a sum or difference of rows that are told; the numbers of those who answered stand for the
/// sums. Median and quartiles go with the mean. Of a number the row is withheld too if one or two make up
/// nearly all of its sum (`DominanceRule.standard`), and of a sensitive question if all gave the same answer,
/// which the figures would tell (`SensitiveRule`). Of an index it is withheld if few answered some of its items
/// and not all: those who answered all cancel out of the sums of the index and its items, and theirs would be
/// left.
struct FigureCells: SurveyCells {
  private let wave: String
  private let question: Question
  private let minimum: Int
  private var set = PublicationSet<AnswerCell>()
  private var few: Set<AnswerCell> = []
  private var dominated: Set<AnswerCell> = []
  private var alike: Set<AnswerCell> = []
  private var uneven: Set<AnswerCell> = []
  private let partials: IndexPartials?
  private var unpublished: [(cell: AnswerCell, reason: WithholdingReason)] = []

  /// The most rows of one breakdown that are decided about one by one, see ``QuestionCells``.
  private static let mostRows = 200

  init(_ cube: SurveyCube, wave: String, _ row: QuestionResult, minimum: Int) {
    (self.wave, question, self.minimum) = (wave, row.question, minimum)
    partials = cube.waves[wave]?.partials[row.question.id]
    let people = cube.waves[wave]?.answers[question.id] ?? [:]
    let everyone = people.keys.sorted {
      $0.group == $1.group ? !$0.isSubstitute && $1.isSubstitute : $0.group < $1.group
    }
    var atoms: [PeopleCell: Int] = [:]
    for cell in everyone {
      atoms[cell] = set.addAtoms([people[cell]?.base.answered ?? 0]).first
    }
    let all = everyone.compactMap { atoms[$0] }
    add(.all, all, row.tally)
    if let ordinary = row.withoutSubstitutes {
      add(
        .withoutSubstitutes, everyone.filter { !$0.isSubstitute }.compactMap { atoms[$0] }, ordinary
      )
    }
    for group in row.byGroup {
      add(
        .group(group.key), everyone.filter { $0.group == group.key }.compactMap { atoms[$0] },
        group.tally)
    }
    for breakdown in row.breakdowns {
      let column = breakdown.breakdown.column
      if leavesOut(breakdown) { continue }
      let values = breakdown.rows.flatMap { value in
        let own = set.addAtoms([value.base.answered])
        add(.value(value.key, column: column), own, value.tally)
        return own
      }
      set.link(all, values)
    }
  }

  private func isFew(_ answered: Int) -> Bool { answered > 0 && answered < minimum }

  private mutating func leavesOut(_ breakdown: QuestionBreakdown) -> Bool {
    guard breakdown.rows.count > Self.mostRows,
      breakdown.rows.contains(where: { isFew($0.base.answered) })
    else { return false }
    for row in breakdown.rows {
      unpublished.append(
        (
          cell(.value(row.key, column: breakdown.breakdown.column)),
          isFew(row.base.answered) ? .few : .complementary
        ))
    }
    return true
  }

  private func cell(_ part: SurveyPart) -> AnswerCell {
    AnswerCell(wave: wave, question: question.id, part: part, answer: AnswerCell.figures)
  }

  private mutating func add(_ part: SurveyPart, _ atoms: [Int], _ tally: AnswerTally) {
    let (cell, answered) = (cell(part), tally.base.answered)
    set.add(cell, sumOf: atoms, priority: answered)
    guard answered > 0 else { return }
    let reason: WithholdingReason
    if isFew(answered) {
      few.insert(cell)
      reason = .few
    } else if question.isSensitive, tally.counts.contains(where: { $0.count == answered }) {
      alike.insert(cell)
      reason = .sensitive
    } else if isDominated(tally) {
      dominated.insert(cell)
      reason = .dominance
    } else if let partial = partials?.count(part), isFew(partial.items) || isFew(partial.leaves) {
      uneven.insert(cell)
      reason = .complementary
    } else {
      return
    }
    set.withholdLast(
      reason, within: ValueRange(0, Double(answered)), protection: Double(min(2, answered)))
  }

  /// Whether the largest of some numbers can be estimated from their sum.
  private func isDominated(_ tally: AnswerTally) -> Bool {
    guard question.kind == .number, let contributions = tally.contributions else { return false }
    return ((try? DominanceRule.standard.protection(contributions: contributions)) ?? nil) != nil
  }

  /// What is withheld. If only rows that agree were called sensitive, they would be known to agree.
  func decided(audits: Bool = false) -> PublicationSet<AnswerCell>.Decision {
    var decision = set.decided(audits: audits)
    let primary = few.union(dominated).union(alike).union(uneven)
    for cell in primary where decision.reasons[cell] == nil { decision.known.insert(cell) }
    for cell in primary.union(decision.reasons.keys) {
      decision.reasons[cell] =
        few.contains(cell)
        ? .few
        : question.isSensitive
          ? .sensitive : dominated.contains(cell) ? .dominance : .complementary
    }
    for (cell, reason) in unpublished { decision.reasons[cell] = reason }
    decision.order += unpublished.map(\.cell)
    decision.cellCount += unpublished.count
    return decision
  }
}

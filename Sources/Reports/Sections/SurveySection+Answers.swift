internal import Labels
internal import Statistics
internal import Surveys
internal import Workspace

/// What they answered.
extension SurveySection {
  func questionTable(_ family: AnswerFamily) -> ReportTable {
    guard let scale = family.scale else { return figureTable(family) }
    let hasPositive = scale.answers.contains(where: \.isPositive)
    var columns =
      [Self.questionColumn] + Self.baseColumns + [
        ReportColumn("not_concerned", Label("Gäller ej", "Not applicable"), for: .readers),
        .data("not_applicable"), .data("item_missing"), .data("not_returned"),
        .data("item_nonresponse_percent"),
      ] + answerColumns(scale)
    if hasPositive { columns.append(Self.boundsColumn) }
    columns.append(Self.remarkColumn)
    let rows = family.questions.map { row in
      let question = row.question
      let hidesCounts = isOnlyPublished(row, question, .all) || hidesBase(question, .all)
      let counts: [ReportCell] = [
        row.base.notApplicable == 0 ? .none : .count(row.base.notApplicable),
        .count(row.base.notApplicable), .count(row.base.missing), .count(row.base.notReturned),
        .share(row.itemNonResponse),
      ]
      var cells = [self.question(question)] + baseCells(row, question, .all)
      cells += counts.map { hidesCounts ? .none : $0 }
      cells += answerCells(row, question, .all)
      if hasPositive { cells.append(bounds(row)) }
      cells.append(remark(row, question, .all))
      return ReportRow(cells, locations: [survey.definition.location])
    }
    return ReportTable(
      id: "\(prefix)-questions\(family.suffix)", title: family.title(.all),
      columns: columns, rows: rows, notes: questionNotes(family), context: context)
  }

  private static let boundsColumn = ReportColumn(
    "bounds", Label("Utan antagande", "Assuming nothing"), shows: .interval,
    exports: [.init("bound_low_percent", .low), .init("bound_high_percent", .high)])

  /// What the positive share can be, whatever those think who did not answer.
  private func bounds(_ row: QuestionResult) -> ReportCell {
    guard row.base.answered > 0, let census = row.nearCensus else { return .none }
    if let reason = withheldInterval(row, row.question, .all) {
      return .fact(Fact(.withheld(reason)))
    }
    return .fact(Fact(.interval, interval: FactInterval(bounds: census.bounds)))
  }

  func questionNotes(_ family: AnswerFamily) -> [Footnote] {
    let base = Label(
      "Bas: de som fick frågan och som den gäller. Svarsfrekvens: andel av basen som svarade. ",
      "Base: those who were asked and whom the question concerns. Response rate: the share of the "
        + "base who answered. ")
    let own = family.note
    var notes = [Footnote(Label(base.swedish + own.swedish, base.english + own.english))]
    notes += conditionNotes(family)
    for row in family.questions {
      guard let reported = row.question.reportedLabel else { continue }
      notes.append(
        Footnote(
          Label(
            "Redovisas som ”\(reported.swedish)”, frågat som ”\(row.question.label.swedish)”.",
            "Reported as “\(reported.english)”, asked as “\(row.question.label.english)”."),
          on: .row(row.question.id)))
    }
    return notes
  }

  /// Rates and shares of everyone but substitutes; `nil` where there are none.
  func withoutSubstitutesTable(_ family: AnswerFamily) -> ReportTable? {
    guard let scale = family.scale else { return nil }
    let rows = family.questions.compactMap { question in
      question.withoutSubstitutes.map { (question.question, $0) }
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      id: "\(prefix)-without-substitutes\(family.suffix)",
      title: family.title(.withoutSubstitutes),
      columns: [Self.questionColumn] + Self.baseColumns + answerColumns(scale)
        + [Self.remarkColumn],
      rows: rows.map { question, row in
        ReportRow(
          [self.question(question)] + baseCells(row, question, .withoutSubstitutes)
            + answerCells(row, question, .withoutSubstitutes)
            + [remark(row, question, .withoutSubstitutes)],
          locations: [survey.definition.location])
      },
      notes: [
        Footnote(
          Label(
            "Ersättarna är här varken tillfrågade eller svarande; frågor som ingen ersättare fick står "
              + "inte med.",
            "Substitutes are neither asked nor answering here; questions that no substitute got are "
              + "left out."))
      ], context: context)
  }

  // MARK: By group

  func groupTable(_ family: AnswerFamily) -> ReportTable {
    rowsTable(
      family, id: "\(prefix)-groups\(family.suffix)",
      title: family.title(.parts(Label("mottagargrupp", "recipient group"))),
      by: .dimension(.group, Label("Mottagare", "Recipients")),
      rows: family.questions.flatMap { question in
        question.byGroup.map {
          PartRow(question.question, Member($0.key, $0.label), .group($0.key), $0)
        }
      })
  }

  func breakdownTable(_ breakdown: Breakdown, _ family: AnswerFamily) -> ReportTable {
    rowsTable(
      family, id: "\(prefix)-\(breakdown.column)\(family.suffix)",
      title: family.title(.parts(breakdown.label)),
      by: .dimension(Dimension(breakdown.column), breakdown.label),
      rows: family.questions.flatMap { question in
        question.breakdowns.filter { $0.breakdown.column == breakdown.column }
          .flatMap {
            $0.rows.map {
              PartRow(
                question.question, named($0, breakdown),
                .value($0.key, column: breakdown.column), $0)
            }
          }
      })
  }

  /// The part of a row, under the name that the workspace gives its code.
  private func named(_ row: QuestionRow, _ breakdown: Breakdown) -> Member {
    Member(
      row.key, row.key.isEmpty ? row.label : codes.label(row.key, column: breakdown.column))
  }

  private func rowsTable(
    _ family: AnswerFamily, id: String, title: Label, by part: ReportColumn, rows: [PartRow]
  ) -> ReportTable {
    ReportTable(
      id: id, title: title,
      columns: [Self.questionColumn, part] + Self.baseColumns
        + (family.scale.map(answerColumns) ?? figureColumns(family)) + [Self.remarkColumn],
      rows: rows.map { row in
        ReportRow(
          [question(row.question, in: family), .member([row.member])]
            + baseCells(row.counts, row.question, row.part)
            + (family.scale == nil
              ? figureCells(family, row.counts, row.question, row.part)
              : answerCells(row.counts, row.question, row.part))
            + [remark(row.counts, row.question, row.part)],
          locations: [survey.definition.location])
      }, context: context)
  }

  // MARK: Cells

  static let questionColumn = ReportColumn.dimension(.question, Label("Fråga", "Question"))

  func question(_ question: Question) -> ReportCell {
    .member(question.id, question.reportedLabel ?? question.label)
  }

  /// The question of a row; in a table of one question only what part of it, in one of numbers with their
  /// unit.
  func question(_ question: Question, in family: AnswerFamily) -> ReportCell {
    switch family.layout {
    case .several, .ranking: .member(question.id, question.parent?.part ?? question.label)
    case .numbers:
      question.numbers.unit.map { unit in
        let label = question.reportedLabel ?? question.label
        return .member(
          question.id,
          Label(
            "\(label.swedish) (\(unit.swedish))", "\(label.english) (\(unit.english))"))
      } ?? self.question(question)
    default: self.question(question)
    }
  }

  /// A column an answer of the scale, and the positive share beside its interval: where a single answer is
  /// positive, its share is that, and the interval follows it.
  private func answerColumns(_ scale: AnswerScale) -> [ReportColumn] {
    let answers = scale.answers.map { option in
      ReportColumn(
        "\(option.id)_percent", option.label.capitalised, shows: .value,
        exports: [.init("\(option.id)_percent"), .init("\(option.id)_count", .part)]
      ).of(.answer, Member(option.id, option.label))
    }
    guard scale.answers.contains(where: \.isPositive) else { return answers }
    return withPositive(
      scale, answers,
      [
        ReportColumn(
          "positive_percent", Label("Positiva", "Positive"),
          shows: onlyPositive(scale) == nil ? .value : nil,
          exports: [.init("positive_percent"), .init("positive_count", .part)]),
        ReportColumn(
          "interval", Label("Positiva, 95 %", "Positive, 95%"), shows: .interval,
          exports: [.init("interval_low_percent", .low), .init("interval_high_percent", .high)]),
      ])
  }

  /// The place of the positive answer in the scale, where there is one alone.
  private func onlyPositive(_ scale: AnswerScale) -> Int? {
    let answers = scale.answers
    let places = answers.indices.filter { answers[$0].isPositive }
    return places.count == 1 ? places.first : nil
  }

  /// What stands for each answer, with what stands for all positive ones.
  private func withPositive<Part>(
    _ scale: AnswerScale, _ answers: [Part], _ positive: [Part]
  ) -> [Part] {
    let place = onlyPositive(scale).map { $0 + 1 } ?? answers.count
    return Array(answers[..<place]) + positive + Array(answers[place...])
  }

  private func answerCells(
    _ tally: some Tallied, _ question: Question, _ part: SurveyPart
  ) -> [ReportCell] {
    let scale = survey.definition.scale(of: question)
    guard scale.answers.contains(where: \.isPositive) else { return counts(tally, question, part) }
    let interval = positive(tally, question, part)
    let isPublished = isOnlyPublished(tally, question, part)
    let share = Fact(tally.positiveShare.map(Fact.Value.share) ?? .interval, base: .notStated)
    return withPositive(
      scale, counts(tally, question, part), [isPublished ? .fact(share) : interval, interval])
  }

  private func counts(
    _ tally: some Tallied, _ question: Question, _ part: SurveyPart
  ) -> [ReportCell] {
    survey.definition.scale(of: question).answers.map { option in
      if let reason = withheld(option.id, question, part) { return .fact(Fact(.withheld(reason))) }
      let count = tally.count(of: option.id)
      let base =
        isOnlyPublished(tally, question, part)
        ? Base.notStated
        : Base.part(
          Double(count), of: Double(tally.base.answered), population: tally.base.concerned)
      return .fact(
        Fact(tally.share(of: option.id).map(Fact.Value.share) ?? .interval, base: base))
    }
  }

  /// Who a row counts: asked and applicable, answered. One base for rates, shares and intervals.
  static let baseColumns = [
    .data("invited"), ReportColumn("base", Label("Bas", "Base")),
    ReportColumn("answered", Label("Svarade", "Answered")),
    ReportColumn("response_rate_percent", Label("Svarsfrekvens", "Response rate")),
  ]

  func baseCells(
    _ row: some Tallied, _ question: Question, _ part: SurveyPart
  ) -> [ReportCell] {
    if hidesBase(question, part) {
      let reason = withheldResponses(part) ?? .complementary
      return Array(repeating: .fact(Fact(.withheld(reason))), count: 4)
    }
    if isOnlyPublished(row, question, part) {
      let hidden = ReportCell.fact(Fact(.withheld(.few)))
      let rate = row.responseRate.map { Fact(.share($0), base: .notStated) }
      return [hidden, hidden, hidden, .fact(rate)]
    }
    let base = Base.part(Double(row.base.answered), of: Double(row.base.concerned))
    return [
      .count(row.base.invited), .count(row.base.concerned), .count(row.base.answered),
      .fact(row.responseRate.map { Fact(.share($0), base: base) }),
    ].unless(withheldResponses(part))
  }

  /// The positive share with what it may be of all whom the question concerns. Where nobody answered an
  /// interval would only say that nothing is known.
  func positive(
    _ row: some Tallied, _ question: Question, _ part: SurveyPart
  ) -> ReportCell {
    if let reason = withheldInterval(row, question, part) {
      return .fact(Fact(.withheld(reason)))
    }
    guard row.base.answered > 0, let shares = (try? row.nearCensus?.interval())?.shares else {
      return .none
    }
    let base = Base.part(
      Double(row.positive), of: Double(row.base.answered), population: row.base.concerned)
    return .fact(
      Fact(
        row.positiveShare.map(Fact.Value.share) ?? .interval, base: base,
        interval: FactInterval(shares, .hypergeometric)))
  }

  /// Why the interval of the positive share is not shown: it would tell how many are behind a share that
  /// is only published.
  private func withheldInterval(
    _ row: some Tallied, _ question: Question, _ part: SurveyPart
  ) -> Withholding? {
    withheldPositive(question, part) ?? (isOnlyPublished(row, question, part) ? .few : nil)
  }

  static let remarkColumn = ReportColumn(
    "remark", Label("Anmärkning", "Remark"), for: .readers)

  func remark(_ row: some Tallied, _ question: Question, _ part: SurveyPart) -> ReportCell {
    if hidesBase(question, part) { return .blank }
    return SurveyWords.emptiness(row.base).map { .text($0) } ?? .blank
  }
}

/// A row of a table by question and part.
private struct PartRow {
  var question: Question
  var member: Member
  var part: SurveyPart
  var counts: QuestionRow

  init(_ question: Question, _ member: Member, _ part: SurveyPart, _ counts: QuestionRow) {
    (self.question, self.member, self.part, self.counts) = (question, member, part, counts)
  }
}

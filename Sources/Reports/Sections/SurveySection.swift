internal import Labels
internal import Statistics
internal import Surveys
internal import Tables
internal import Workspace

/// A survey: who answered, what they answered, and what changed since the wave before.
struct SurveySection {
  let survey: SurveyCube
  /// What the codes in the data are called.
  let codes: CodeLabels
  let result: WaveResult
  let comparison: WaveComparison?
  /// The name of the survey's folder, which its tables carry.
  let prefix: String

  /// The latest wave of a year, or a named one; `nil` if there is none.
  init?(_ survey: SurveyCube, codes: CodeLabels = CodeLabels(), wave: String? = nil, year: Int) {
    let definition = survey.definition
    guard
      let chosen = wave.map({ name in definition.waves.first { $0.id == name } })
        ?? Self.latest(survey, year),
      let result = try? survey.result(wave: chosen.id)
    else { return nil }
    self.survey = survey
    self.codes = codes
    self.result = result
    comparison = definition.wave(before: chosen.id)
      .flatMap { try? survey.comparison(wave: chosen.id, with: $0.id) }
    prefix = String(definition.id.split(separator: "/").last ?? "survey")
  }

  /// The latest wave of a year to which people are invited; else the latest, which is only planned. An
  /// invented one stands back for one that was.
  private static func latest(_ survey: SurveyCube, _ year: Int) -> Wave? {
    let all = survey.definition.waves.filter { $0.date.year == year }
    let waves = all.contains { !$0.isInvented } ? all.filter { !$0.isInvented } : all
    return waves.last { survey.dispositions(wave: $0.id).invited > 0 } ?? waves.last
  }

  /// The sections of some surveys. What their intervals assume is said once.
  static func blocks(
    of surveys: [SurveyCube], codes: CodeLabels = CodeLabels(), wave: String? = nil, year: Int
  ) -> [Block] {
    surveys.compactMap { SurveySection($0, codes: codes, wave: wave, year: year) }
      // A page of zeros is no result.
      .filter { $0.result.counts.invited > 0 }.enumerated()
      .flatMap { $1.blocks(explains: $0 == 0) }
  }

  func blocks(explains: Bool = true) -> [Block] {
    let definition = survey.definition
    let wave = result.wave.label
    var blocks: [Block] = [
      .heading(
        level: 1,
        Label(
          "\(definition.title.swedish), \(wave.swedish)",
          "\(definition.title.english), \(wave.english)"))
    ]
    blocks += definition.provenance?.notes ?? []
    blocks.append(.paragraph(responseSentence))
    let hasInventedGroups = definition.groups.contains(where: \.isInvented)
    blocks += [.table(responseTable)].marked(asExample: hasInventedGroups)
    if explains { blocks.append(.paragraph(SurveyWords.assumption)) }
    blocks.append(.table(questionTable))
    if let table = withoutSubstitutesTable { blocks.append(.table(table)) }
    if let comparison { blocks += comparisonBlocks(comparison) }
    blocks += [.table(groupTable)].marked(asExample: hasInventedGroups)
    for breakdown in definition.breakdowns {
      blocks += [.table(breakdownTable(breakdown))].marked(asExample: breakdown.isInvented)
    }
    return blocks.marked(
      asExample: definition.provenance?.isReconstructed == true || result.wave.isInvented)
  }

  // MARK: Who answered

  private var responseTable: ReportTable {
    let columns = [
      ReportColumn("group_label", Label("Mottagare", "Recipients")), .data("group"),
      ReportColumn("invited", Label("Tillfrågade", "Asked")),
      ReportColumn("returned", Label("Svarade", "Answered")),
      ReportColumn("complete", Label("Helt", "Complete")),
      ReportColumn("partial", Label("Delvis", "Partial")),
      ReportColumn("refusal", Label("Avböjt", "Refused")),
      ReportColumn("no_answer", Label("Inget svar", "No answer")), .data("non_contact"),
      .data("other"), .data("unknown"),
      ReportColumn("not_eligible", Label("Ej aktuella", "Not eligible")),
      ReportColumn("rr1_percent", Label("RR1", "RR1")),
      ReportColumn("rr2_percent", Label("RR2", "RR2")),
      .data("rr5_percent"), .data("rr6_percent"), .data("coop2_percent"), .data("con1_percent"),
      .data("ref1_percent"),
      ReportColumn(
        "without_substitutes_rr2_percent", Label("RR2 utan ersättare", "RR2 without substitutes")),
      ReportColumn("remark", Label("Anmärkning", "Remark"), for: .readers),
    ]
    func row(_ label: Label, _ key: String, _ outcome: GroupOutcome) -> ReportRow {
      let (counts, rates) = (outcome.counts, outcome.rates)
      return ReportRow(
        [
          .text(label), .code(key), .count(counts.invited), .count(counts.returned),
          .count(counts[.complete]), .count(counts[.partial]), .count(counts[.refusal]),
          .count(counts.unknown + counts[.nonContact] + counts[.other]),
          .count(counts[.nonContact]), .count(counts[.other]), .count(counts.unknown),
          .count(counts[.notEligible]), .share(rates.rr1), .share(rates.rr2), .share(rates.rr5),
          .share(rates.rr6), .share(rates.coop2), .share(rates.con1), .share(rates.ref1),
          .share(
            result.people.substitutes == 0 ? nil : outcome.ratesWithoutSubstitutes.rr2),
          counts.invited == 0 ? .text("ingen tillfrågad", "nobody asked") : .text("", ""),
        ], locations: [survey.definition.location])
    }
    return ReportTable(
      id: "\(prefix)-response", title: Label("Svarsfrekvens", "Response rate"), columns: columns,
      rows: result.groups.map { row($0.group.label, $0.group.id, $0.outcome) }
        + [row(Label("Samtliga", "All"), "all", result.people)],
      notes: [
        Label(
          "RR1 räknar bara helt besvarade enkäter, RR2 också delvis besvarade (AAPOR:s mått). Inget svar: "
            + "ej nådda, övriga skäl och okänt skäl.",
          "RR1 counts complete surveys only, RR2 partial ones too (AAPOR). No answer: not reached, "
            + "other reasons and unknown reasons.")
      ])
  }

  // MARK: What they answered

  private var answerColumns: [ReportColumn] {
    survey.definition.scale.answers.flatMap { option in
      [
        ReportColumn("\(option.id)_percent", option.label.capitalised),
        .data("\(option.id)_count"),
      ]
    }
  }

  private func answers(_ tally: some Tallied) -> [ReportCell] {
    survey.definition.scale.answers.flatMap { option -> [ReportCell] in
      [.share(tally.share(of: option.id)), .count(tally.count(of: option.id))]
    }
  }

  private static let intervalHeader = Label("Positiva, 95 %", "Positive, 95%")

  /// Who a row counts: asked and applicable, answered. One base for rates, shares and intervals.
  private static let baseColumns = [
    .data("invited"), ReportColumn("base", Label("Bas", "Base")),
    ReportColumn("answered", Label("Svarade", "Answered")),
    ReportColumn("response_rate_percent", Label("Svarsfrekvens", "Response rate")),
  ]

  private func baseValues(_ row: some Tallied) -> [ReportCell] {
    [
      .count(row.base.invited), .count(row.base.concerned), .count(row.base.answered),
      .share(row.responseRate),
    ]
  }

  /// An interval would only say that nothing is known where nobody answered.
  private func intervalValues(_ row: some Tallied) -> [ReportCell] {
    PercentSpan.values(
      row.base.answered == 0 ? nil : (try? row.nearCensus?.interval())?.shares)
  }

  private static let remarkColumn = ReportColumn(
    "remark", Label("Anmärkning", "Remark"), for: .readers)

  private func remark(_ row: some Tallied) -> ReportCell {
    .text(SurveyWords.emptiness(row.base) ?? Label("", ""))
  }

  private var questionTable: ReportTable {
    let columns =
      [ReportColumn("question_label", Label("Fråga", "Question")), .data("question")]
      + Self.baseColumns + [
        ReportColumn("not_concerned", Label("Gäller ej", "Not applicable"), for: .readers),
        .data("not_applicable"), .data("item_missing"), .data("not_returned"),
        .data("item_nonresponse_percent"),
      ] + answerColumns + PercentSpan.columns(Self.intervalHeader) + [
        ReportColumn("bounds", Label("Utan antagande", "Assuming nothing"), for: .readers),
        .data("bound_low_percent"), .data("bound_high_percent"), Self.remarkColumn,
      ]
    let rows = result.questions.map { row in
      let census = row.base.answered == 0 ? nil : row.nearCensus
      return ReportRow(
        [.text(row.question.reportedLabel ?? row.question.label), .code(row.question.id)]
          + baseValues(row) + [
            row.base.notApplicable == 0 ? .none : .count(row.base.notApplicable),
            .count(row.base.notApplicable), .count(row.base.missing),
            .count(row.base.notReturned), .share(row.itemNonResponse),
          ] + answers(row) + intervalValues(row) + [
            census.map { .text(SurveyWords.bounds($0)) } ?? .none,
            .share(census?.bounds.lowerBound), .share(census?.bounds.upperBound), remark(row),
          ], locations: [survey.definition.location])
    }
    return ReportTable(
      id: "\(prefix)-questions", title: Label("Svar per fråga", "Answers by question"),
      columns: columns, rows: rows, notes: questionNotes)
  }

  private var questionNotes: [Label] {
    var notes = [
      Label(
        "Bas: de som fick frågan och som den gäller. Svarsfrekvens: andel av basen som svarade. "
          + "Svarsandelar: av dem som svarade. Positiva, 95 %: exakt intervall för andelen i hela "
          + "basen.",
        "Base: those who were asked and whom the question concerns. Response rate: the share of the "
          + "base who answered. Answer shares: of those who answered. Positive, 95%: exact interval "
          + "for the share in the whole base.")
    ]
    let changed = result.questions.filter { $0.question.reportedLabel != nil }
    for row in changed {
      guard let reported = row.question.reportedLabel else { continue }
      notes.append(
        Label(
          "Redovisas som ”\(reported.swedish)”, frågat som ”\(row.question.label.swedish)”.",
          "Reported as “\(reported.english)”, asked as “\(row.question.label.english)”."))
    }
    return notes
  }

  /// Rates and shares of everyone but substitutes; `nil` where there are none.
  private var withoutSubstitutesTable: ReportTable? {
    let rows = result.questions.compactMap { question in
      question.withoutSubstitutes.map { (question.question, $0) }
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      id: "\(prefix)-without-substitutes",
      title: Label("Svar per fråga, utan ersättare", "Answers by question, without substitutes"),
      columns: [ReportColumn("question_label", Label("Fråga", "Question")), .data("question")]
        + Self.baseColumns + answerColumns + PercentSpan.columns(Self.intervalHeader)
        + [Self.remarkColumn],
      rows: rows.map { question, row in
        ReportRow(
          [.text(question.reportedLabel ?? question.label), .code(question.id)] + baseValues(row)
            + answers(row) + intervalValues(row) + [remark(row)],
          locations: [survey.definition.location])
      },
      notes: [
        Label(
          "Ersättarna är här varken tillfrågade eller svarande; frågor som ingen ersättare fick står "
            + "inte med.",
          "Substitutes are neither asked nor answering here; questions that no substitute got are "
            + "left out.")
      ])
  }

  // MARK: By group

  private var groupTable: ReportTable {
    rowsTable(
      id: "\(prefix)-groups",
      title: Label("Svar per fråga och mottagargrupp", "Answers by question and recipient group"),
      key: ReportColumn("group_label", Label("Mottagare", "Recipients")), keyID: "group",
      rows: result.questions.flatMap { question in
        question.byGroup.map { (question.question, $0) }
      })
  }

  private func breakdownTable(_ breakdown: Breakdown) -> ReportTable {
    rowsTable(
      id: "\(prefix)-\(breakdown.column)",
      title: Label(
        "Svar per fråga och \(breakdown.label.swedish.lowercased())",
        "Answers by question and \(breakdown.label.english.lowercased())"),
      key: ReportColumn("\(breakdown.column)_label", breakdown.label), keyID: breakdown.column,
      rows: result.questions.flatMap { question in
        question.breakdowns.filter { $0.breakdown.column == breakdown.column }
          .flatMap { $0.rows.map { (question.question, named($0, breakdown)) } }
      })
  }

  /// The row of a code under the name that the workspace gives the code.
  private func named(_ row: QuestionRow, _ breakdown: Breakdown) -> QuestionRow {
    row.key.isEmpty
      ? row
      : QuestionRow(
        key: row.key, label: codes.label(row.key, column: breakdown.column), tally: row.tally)
  }

  private func rowsTable(
    id: String, title: Label, key: ReportColumn, keyID: String, rows: [(Question, QuestionRow)]
  ) -> ReportTable {
    ReportTable(
      id: id, title: title,
      columns: [
        ReportColumn("question_label", Label("Fråga", "Question")), .data("question"), key,
        .data(keyID),
      ] + Self.baseColumns + answerColumns + PercentSpan.columns(Self.intervalHeader)
        + [Self.remarkColumn],
      rows: rows.map { question, row in
        ReportRow(
          [
            .text(question.reportedLabel ?? question.label), .code(question.id),
            .text(row.label), .code(row.key),
          ] + baseValues(row) + answers(row) + intervalValues(row) + [remark(row)],
          locations: [survey.definition.location])
      })
  }
}

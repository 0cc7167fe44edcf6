internal import Labels
internal import Statistics
internal import Surveys
internal import Tables
internal import Workspace

/// A survey: who answered, what they answered, and what changed since the wave before.
struct SurveySection {
  let survey: SurveyData
  let result: WaveResult
  let comparison: WaveComparison?
  /// The name of the survey's folder, which its tables carry.
  let prefix: String

  /// The latest wave of a year, or a named one; `nil` if there is none.
  init?(_ survey: SurveyData, wave: String? = nil, year: Int) {
    let definition = survey.definition
    guard
      let chosen = wave.map({ name in definition.waves.first { $0.id == name } })
        ?? definition.waves.last(where: { $0.date.year == year && !$0.isInvented })
        ?? definition.waves.last(where: { $0.date.year == year }),
      let result = try? survey.result(wave: chosen.id)
    else { return nil }
    self.survey = survey
    self.result = result
    comparison = definition.wave(before: chosen.id)
      .flatMap { try? survey.result(wave: $0.id) }
      .map { WaveComparison(current: result, previous: $0) }
    prefix = String(definition.id.split(separator: "/").last ?? "survey")
  }

  func blocks() -> [Block] {
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
    blocks.append(.table(questionTable))
    if let comparison { blocks += comparisonBlocks(comparison) }
    blocks += [.table(groupTable)].marked(asExample: hasInventedGroups)
    for breakdown in definition.breakdowns {
      blocks += [.table(breakdownTable(breakdown))].marked(asExample: breakdown.isInvented)
    }
    return blocks.marked(
      asExample: definition.provenance?.isReconstructed == true || result.wave.isInvented)
  }

  // MARK: Who answered

  private var responseSentence: Label {
    let counts = result.counts
    let rate = result.rates.rr2.map { printedPercent($0) } ?? 0
    let substitutes =
      counts.invited - result.people.countsWithoutSubstitutes.invited
    var swedish =
      "\(counts.returned) av \(counts.invited) tillfrågade svarade, en svarsfrekvens på \(rate) % "
      + "(AAPOR RR2)."
    var english =
      "\(counts.returned) of \(counts.invited) persons asked answered, a response rate of \(rate)% "
      + "(AAPOR RR2)."
    if substitutes > 0, let without = result.people.ratesWithoutSubstitutes.rr2 {
      swedish +=
        " \(substitutes) av de tillfrågade var ersättare; utan ersättare är svarsfrekvensen "
        + "\(printedPercent(without)) %."
      english +=
        " \(substitutes) of those asked were substitutes; without substitutes the response rate is "
        + "\(printedPercent(without))%."
    }
    return Label(swedish, english)
  }

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
          .share(outcome.ratesWithoutSubstitutes.rr2),
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

  private func answers(_ tally: some Tallied) -> [ReportValue] {
    survey.definition.scale.answers.flatMap { option -> [ReportValue] in
      [.share(tally.share(of: option.id)), .count(tally.count(of: option.id))]
    }
  }

  private static let intervalHeader = Label("Positiva, 95 %", "Positive, 95%")

  private var questionTable: ReportTable {
    let columns =
      [
        ReportColumn("question_label", Label("Fråga", "Question")), .data("question"),
        ReportColumn("invited", Label("Fick frågan", "Asked")),
        ReportColumn("answered", Label("Svarade", "Answered")),
        .data("not_applicable"), .data("item_missing"), .data("not_returned"),
        .data("item_nonresponse_percent"),
        ReportColumn("response_rate_percent", Label("Svarsfrekvens", "Response rate")),
      ] + answerColumns + PercentSpan.columns(Self.intervalHeader) + [
        .data("bound_low_percent"), .data("bound_high_percent"),
      ]
    let rows = result.questions.map { row in
      let interval = try? row.nearCensus?.interval()
      let bounds = row.nearCensus?.bounds
      return ReportRow(
        [
          .text(row.question.reportedLabel ?? row.question.label), .code(row.question.id),
          .count(row.base.invited), .count(row.base.answered), .count(row.base.notApplicable),
          .count(row.base.missing), .count(row.base.notReturned), .share(row.itemNonResponse),
          .share(row.responseRate),
        ] + answers(row) + PercentSpan.values(interval?.shares) + [
          .share(bounds?.lowerBound), .share(bounds?.upperBound),
        ], locations: [survey.definition.location])
    }
    return ReportTable(
      id: "\(prefix)-questions", title: Label("Svar per fråga", "Answers by question"),
      columns: columns, rows: rows, notes: questionNotes)
  }

  private var questionNotes: [Label] {
    var notes = [
      Label(
        "Svarsfrekvens: andel av dem som fick frågan som svarade på den. Svarsandelar: av dem som "
          + "svarade. Positiva, 95 %: exakt intervall för andelen bland alla som fick frågan.",
        "Response rate: the share of those asked who answered the question. Answer shares: of those "
          + "who answered. Positive, 95%: exact interval for the share among all who were asked.")
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
          .flatMap { $0.rows.map { (question.question, $0) } }
      })
  }

  private func rowsTable(
    id: String, title: Label, key: ReportColumn, keyID: String, rows: [(Question, QuestionRow)]
  ) -> ReportTable {
    let columns =
      [
        ReportColumn("question_label", Label("Fråga", "Question")), .data("question"), key,
        .data(keyID), ReportColumn("invited", Label("Fick frågan", "Asked")),
        ReportColumn("answered", Label("Svarade", "Answered")),
        ReportColumn("response_rate_percent", Label("Svarsfrekvens", "Response rate")),
      ] + answerColumns + PercentSpan.columns(Self.intervalHeader)
    return ReportTable(
      id: id, title: title, columns: columns,
      rows: rows.map { question, row in
        ReportRow(
          [
            .text(question.reportedLabel ?? question.label), .code(question.id),
            .text(row.label), .code(row.key), .count(row.base.invited),
            .count(row.base.answered), .share(row.responseRate),
          ] + answers(row) + PercentSpan.values((try? row.nearCensus?.interval())?.shares),
          locations: [survey.definition.location])
      })
  }
}

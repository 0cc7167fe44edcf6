internal import Labels
internal import Statistics
internal import Surveys

extension SurveySection {
  /// What changed since the wave before. Shares of answers have "risen" only where a test says so,
  /// all questions of the table taken together; response rates count everybody and rise or fall as
  /// they stand, but one or two persons are told as persons.
  func comparisonBlocks(_ comparison: WaveComparison) -> [Block] {
    let previous = comparison.previous.label
    if let reason = comparison.notCompared?.reason {
      return [
        .paragraph(
          Label(
            "Ingen jämförelse med \(previous.swedish): \(reason.swedish).",
            "No comparison with \(previous.english): \(reason.english)."))
      ]
    }
    let table = comparisonTable(comparison)
    return [
      .paragraph(ChangeSentence(comparison, table: table.id).sentence), .table(table),
    ]
  }

  private func comparisonTable(_ comparison: WaveComparison) -> ReportTable {
    let previous = comparison.previous.label
    let columns: [ReportColumn] = [
      Self.questionColumn,
      ReportColumn(
        "previous_response_rate_percent",
        Label("Svarsfr. \(previous.swedish)", "Rate \(previous.english)")),
      ReportColumn("response_rate_percent", Label("Nu", "Now")),
      ReportColumn("rate_change", Label("Ändring", "Change"), for: .readers),
      .data("previous_base"), .data("previous_answered"), .data("base"), .data("answered"),
      .data("response_rate_change_points"), .data("response_rate_direction"),
      .data("response_rate_persons"),
      ReportColumn("previous_positive_percent", Label("Positiva då", "Positive then")),
      ReportColumn("positive_percent", Label("Nu", "Now")),
      .data("previous_positive"), .data("positive"),
      ReportColumn("positive_change_points", Label("Ändring, pe", "Change, pp")),
      ReportColumn(
        "interval", Label("Intervall", "Interval"), shows: .interval,
        exports: [
          .init("positive_change_low_points", .low), .init("positive_change_high_points", .high),
        ]),
      .data("interval_confidence_percent"), .data("method"), .data("pairs"), .data("p_value"),
      .data("adjusted_p"), .data("evidence"),
      ReportColumn("remark", Label("Säkerställd", "Evidence"), for: .readers),
    ]
    return ReportTable(
      id: "\(prefix)-comparison",
      title: Label("Jämfört med \(previous.swedish)", "Compared with \(previous.english)"),
      columns: columns, rows: comparison.questions.map(row),
      notes: ChangeNotes(comparison).notes, context: context)
  }

  private func row(_ comparison: QuestionComparison) -> ReportRow {
    let words = ChangeWords()
    let remark =
      comparison.share.map(words.evidence) ?? comparison.notCompared.map { Sentence($0.reason) }
    let cells =
      [question(comparison.question)] + rateCells(comparison.rate, words)
      + shareCells(comparison.share) + [remark.map(ReportCell.words) ?? .none]
    return ReportRow(cells, locations: [survey.definition.location])
  }

  private func rateCells(_ rate: RateChange?, _ words: ChangeWords) -> [ReportCell] {
    [
      .fact(rate.map { self.rate($0.previousRate, $0.previous) }),
      .fact(rate.map { self.rate($0.currentRate, $0.current) }),
      rate.map { .words(words.rate($0)) } ?? .none,
      .count(rate?.previous.concerned), .count(rate?.previous.answered),
      .count(rate?.current.concerned), .count(rate?.current.answered),
      .points(rate.map { $0.points / 100 }), .code(rate?.direction.rawValue),
      .count(rate?.persons),
    ]
  }

  private func shareCells(_ share: ShareChange?) -> [ReportCell] {
    let test = share?.test
    return [
      .fact(share.map { positive($0.previous) }), .fact(share.map { positive($0.current) }),
      .count(share?.previous.positive), .count(share?.current.positive),
      .points(share.flatMap { $0.test == nil ? nil : $0.points / 100 }),
      .fact(share.flatMap(change)),
      .share(test?.confidence, decimals: 2), .code(test?.method.rawValue),
      .count(test?.pairs?.count), .fact(test.map { pValue($0.pValue) }),
      .fact(test.map { pValue($0.adjustedPValue) }), .code(share?.evidence.rawValue),
    ]
  }

  private func rate(_ share: Double, _ base: QuestionBase) -> Fact {
    Fact(.share(share), base: .part(Double(base.answered), of: Double(base.concerned)))
  }

  private func positive(_ counts: PositiveCount) -> Fact {
    Fact(.share(counts.share), base: .part(Double(counts.positive), of: Double(counts.answered)))
  }

  private func pValue(_ p: Double) -> Fact { Fact(.pValue(p, level: ChangeTest.level)) }

  /// The change of the positive share with the interval that its claim uses.
  private func change(_ share: ShareChange) -> Fact? {
    share.test.flatMap { test in
      test.interval.map { interval in
        Fact(
          .points(share.points / 100),
          interval: FactInterval(
            lower: interval.lower, upper: interval.upper, confidence: interval.confidence,
            method: test.method.rawValue))
      }
    }
  }
}

internal import Labels
internal import Statistics
internal import Surveys

extension SurveySection {
  /// The wave against the one before; `nil` for the first.
  var comparison: WaveComparison? {
    guard let previous else { return nil }
    let withheld = survey.definition.questions.filter { withheldChange($0, .all) != nil }
    return try? survey.comparison(
      wave: result.wave.id, with: previous.id, withholding: Set(withheld.map(\.id)))
  }

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
    let shares = comparison.selecting(\.kind.hasPositiveShare)
    var blocks: [Block] = []
    if !shares.questions.isEmpty {
      let table = explained(comparisonTable(shares))
      blocks += [
        .paragraph(ChangeSentence(shares, table: table.id).sentence), .table(table),
        rateChart(table),
      ]
    }
    return blocks + meanComparisonBlocks(comparison.selecting(\.kind.hasMean))
  }

  private func comparisonTable(_ comparison: WaveComparison) -> ReportTable {
    let previous = comparison.previous.label
    return ReportTable(
      id: "\(prefix)-comparison",
      title: Label("Jämfört med \(previous.swedish)", "Compared with \(previous.english)"),
      columns: [Self.questionColumn] + Self.rateColumns(since: previous) + Self.shareColumns,
      rows: comparison.questions.map { row($0) }, notes: ChangeNotes(comparison).notes,
      context: context)
  }

  /// The response rate before and now.
  static func rateColumns(since previous: Label) -> [ReportColumn] {
    [
      ReportColumn(
        "previous_response_rate_percent",
        Label("Svarsfr. \(previous.swedish)", "Rate \(previous.english)")),
      ReportColumn("response_rate_percent", Label("Nu", "Now")),
      ReportColumn("rate_change", Label("Ändring", "Change"), for: .readers),
      .data("previous_base"), .data("previous_answered"), .data("base"), .data("answered"),
      .data("response_rate_change_points"), .data("response_rate_direction"),
      .data("response_rate_persons"),
    ]
  }

  /// The positive share before and now, and whether that tells of more than these persons.
  static let shareColumns = [
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

  private func row(_ comparison: QuestionComparison) -> ReportRow {
    ReportRow(
      [question(comparison.question)]
        + rateCells(comparison.rate).unless(withheldRateChange(comparison.question))
        + shareCells(comparison, .all), locations: [survey.definition.location])
  }

  /// How the response rate went.
  func rateCells(_ rate: RateChange?) -> [ReportCell] {
    [
      .fact(rate.map { self.rate($0.previousRate, $0.previous) }),
      .fact(rate.map { self.rate($0.currentRate, $0.current) }),
      rate.map { .words(ChangeWords().rate($0)) } ?? .none,
      .count(rate?.previous.concerned), .count(rate?.previous.answered),
      .count(rate?.current.concerned), .count(rate?.current.answered),
      .points(rate.map { $0.points / 100 }), .code(rate?.direction.rawValue),
      .count(rate?.persons),
    ]
  }

  /// How the positive share of a part went, and what that rests on; withheld where one of the waves is.
  func shareCells(_ comparison: QuestionComparison, _ part: SurveyPart) -> [ReportCell] {
    let remark =
      comparison.share.map { ChangeWords().evidence($0, of: comparison.question.kind) }
      ?? comparison.notCompared.map { Sentence($0.reason) }
    let told = remark.map(ReportCell.words) ?? .none
    if comparison.notCompared == .withheld {
      let reason = withheldChange(comparison.question, part) ?? .complementary
      let hidden = ReportCell.fact(Fact(.withheld(reason)))
      return Array(repeating: hidden, count: 6) + Array(repeating: .none, count: 6) + [told]
    }
    let share = comparison.share
    let test = share?.test
    return [
      .fact(share.map { positive($0.previous) }), .fact(share.map { positive($0.current) }),
      .count(share?.previous.positive), .count(share?.current.positive),
      .points(share.flatMap { $0.test == nil ? nil : $0.points / 100 }),
      .fact(share.flatMap(change)),
      .share(test?.confidence, decimals: 2), .code(test?.method.rawValue),
      .count(test?.pairs?.count), .fact(test.map { pValue($0.pValue) }),
      .fact(test.map { pValue($0.adjustedPValue) }), .code(share?.evidence.rawValue), told,
    ]
  }

  private func rate(_ share: Double, _ base: QuestionBase) -> Fact {
    Fact(.share(share), base: .part(Double(base.answered), of: Double(base.concerned)))
  }

  private func positive(_ counts: PositiveCount) -> Fact {
    Fact(.share(counts.share), base: .part(Double(counts.positive), of: Double(counts.answered)))
  }

  func pValue(_ p: Double) -> Fact { Fact(.pValue(p, level: ChangeTest.level)) }

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

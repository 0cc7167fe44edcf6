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
    let sentence = ChangeSentence(comparison).label
    return [.paragraph(sentence), .table(comparisonTable(comparison))]
  }

  private func comparisonTable(_ comparison: WaveComparison) -> ReportTable {
    let previous = comparison.previous.label
    let columns = [
      ReportColumn("question_label", Label("Fråga", "Question")), .data("question"),
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
      ReportColumn("interval", Label("Intervall", "Interval"), for: .readers),
      .data("positive_change_low_points"), .data("positive_change_high_points"),
      .data("interval_confidence_percent"), .data("method"), .data("pairs"), .data("p_value"),
      .data("adjusted_p"), .data("evidence"),
      ReportColumn("remark", Label("Säkerställd", "Evidence"), for: .readers),
    ]
    return ReportTable(
      id: "\(prefix)-comparison",
      title: Label("Jämfört med \(previous.swedish)", "Compared with \(previous.english)"),
      columns: columns, rows: comparison.questions.map(row),
      notes: ChangeNotes(comparison).labels)
  }

  private func row(_ comparison: QuestionComparison) -> ReportRow {
    let (rate, share) = (comparison.rate, comparison.share)
    let (test, words) = (share?.test, ChangeWords())
    let interval = test?.interval
    return ReportRow(
      [
        .text(comparison.question.reportedLabel ?? comparison.question.label),
        .code(comparison.question.id),
        .share(rate?.previousRate), .share(rate?.currentRate),
        rate.map { .text(words.rate($0)) } ?? .none,
        .count(rate?.previous.concerned), .count(rate?.previous.answered),
        .count(rate?.current.concerned), .count(rate?.current.answered),
        rate.map { .points($0.points / 100, decimals: 0) } ?? .none,
        .code(rate?.direction.rawValue), .count(rate?.persons),
        .share(share?.previous.share), .share(share?.current.share),
        .count(share?.previous.positive), .count(share?.current.positive),
        share.flatMap { $0.test == nil ? nil : .points($0.points / 100, decimals: 0) } ?? .none,
        interval.map { .text(words.interval($0)) } ?? .none,
        interval.map { .points($0.lower, decimals: 0) } ?? .none,
        interval.map { .points($0.upper, decimals: 0) } ?? .none,
        .share(test?.confidence, decimals: 2), .code(test?.method.rawValue),
        .count(test?.pairs?.count), .number(test?.pValue, decimals: 4),
        .number(test?.adjustedPValue, decimals: 4), .code(share?.evidence.rawValue),
        .text(share.map(words.evidence) ?? comparison.notCompared?.reason ?? Label("–", "–")),
      ], locations: [survey.definition.location])
  }
}

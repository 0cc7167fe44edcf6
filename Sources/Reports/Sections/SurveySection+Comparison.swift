internal import Labels
internal import Statistics
internal import Surveys

extension SurveySection {
  /// What changed since the wave before. A sentence says "risen" only with evidence: response
  /// rates are counted, not estimated, so they rise or fall as they stand; shares of answers have
  /// changed only if the interval of the difference excludes 0.
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
    return [.paragraph(sentence(comparison)), .table(table(comparison))]
  }

  private func sentence(_ comparison: WaveComparison) -> Label {
    let rates = comparison.questions.compactMap(\.rate)
    let rose = rates.count { $0.direction == .rose }
    let fell = rates.count { $0.direction == .fell }
    let shares = comparison.questions.compactMap(\.share)
    let shareRose = shares.count { $0.evidence == .rose }
    let shareFell = shares.count { $0.evidence == .fell }
    let previous = comparison.previous.label
    var swedish =
      "Jämfört med \(previous.swedish) har svarsfrekvensen stigit för "
      + "\(rose) \(rose == 1 ? "fråga" : "frågor") och sjunkit för \(fell)."
    var english =
      "Compared with \(previous.english) the response rate has risen for \(rose) "
      + "\(rose == 1 ? "question" : "questions") and fallen for \(fell)."
    if shares.isEmpty {
      swedish += " Svaren går inte att jämföra."
      english += " The answers cannot be compared."
    } else if shareRose + shareFell == 0 {
      swedish += " För ingen fråga är skillnaden i svar större än slumpen kan ge."
      english += " For no question is the difference in answers larger than chance can give."
    } else {
      swedish +=
        " Andelen positiva har ökat för \(shareRose) "
        + "\(shareRose == 1 ? "fråga" : "frågor") och minskat för \(shareFell)."
      english +=
        " The positive share has risen for \(shareRose) "
        + "\(shareRose == 1 ? "question" : "questions") and fallen for \(shareFell)."
    }
    return Label(swedish, english)
  }

  private func table(_ comparison: WaveComparison) -> ReportTable {
    let previous = comparison.previous.label
    let columns = [
      ReportColumn("question_label", Label("Fråga", "Question")), .data("question"),
      ReportColumn(
        "previous_response_rate_percent",
        Label("Svarsfr. \(previous.swedish)", "Rate \(previous.english)")),
      ReportColumn("response_rate_percent", Label("Nu", "Now")),
      ReportColumn("response_rate_change_points", Label("Ändring, pe", "Change, pp")),
      ReportColumn("direction", Label("", ""), for: .readers), .data("response_rate_direction"),
      ReportColumn("previous_positive_percent", Label("Positiva då", "Positive then")),
      ReportColumn("positive_percent", Label("Nu", "Now")),
      ReportColumn("positive_change_points", Label("Ändring, pe", "Change, pp")),
      ReportColumn("interval", Label("95\u{A0}%", "95%"), for: .readers),
      .data("positive_change_low_points"), .data("positive_change_high_points"),
      .data("evidence"),
      ReportColumn("remark", Label("Säkerställd", "Evidence"), for: .readers),
    ]
    return ReportTable(
      id: "\(prefix)-comparison",
      title: Label("Jämfört med \(previous.swedish)", "Compared with \(previous.english)"),
      columns: columns, rows: comparison.questions.map(row),
      notes: [
        Label(
          "pe = procentenheter. Svarsfrekvensen är räknad på alla tillfrågade och har inget slumpfel. "
            + "För andelen positiva är 95 % ett exakt intervall för skillnaden bland alla som frågan "
            + "rör (hypergeometriskt); den har ökat eller minskat bara om intervallet utesluter 0.",
          "pp = percentage points. The response rate counts all who were asked and has no sampling "
            + "error. For the positive share, 95% is an exact interval for the difference among all "
            + "whom the question concerns (hypergeometric); it has risen or fallen only if the interval "
            + "excludes 0.")
      ])
  }

  private func row(_ comparison: QuestionComparison) -> ReportRow {
    let (rate, share) = (comparison.rate, comparison.share)
    let style = NumberStyle(.swedish)
    let interval = share.map { share in
      style.signed(share.interval.lower * 100, decimals: 0) + "\u{A0}–\u{A0}"
        + style.signed(share.interval.upper * 100, decimals: 0)
    }
    return ReportRow(
      [
        .text(comparison.question.reportedLabel ?? comparison.question.label),
        .code(comparison.question.id), .share(rate?.previous), .share(rate?.current),
        rate.map { .points($0.points / 100, decimals: 0) } ?? .none,
        rate.map { .text($0.direction.label) } ?? .none, .code(rate?.direction.rawValue),
        .share(share?.previous), .share(share?.current),
        share.map { .points($0.points / 100, decimals: 0) } ?? .none, .code(interval),
        share.map { .points($0.interval.lower, decimals: 0) } ?? .none,
        share.map { .points($0.interval.upper, decimals: 0) } ?? .none,
        .code(share?.evidence.rawValue),
        .text(share?.evidence.label ?? comparison.notCompared?.reason ?? Label("–", "–")),
      ], locations: [survey.definition.location])
  }
}

extension Surveys.Direction {
  fileprivate var label: Label {
    switch self {
    case .rose: Label("stigit", "risen")
    case .fell: Label("sjunkit", "fallen")
    case .unchanged: Label("samma", "same")
    }
  }
}

extension Evidence {
  fileprivate var label: Label {
    switch self {
    case .rose: Label("har ökat", "has risen")
    case .fell: Label("har minskat", "has fallen")
    case .noEvidence: Label("nej", "no")
    }
  }
}

internal import Labels
internal import Statistics
internal import Surveys

/// Who answered.
extension SurveySection {
  var responseTable: ReportTable {
    let columns: [ReportColumn] = [
      .dimension(.group, Label("Mottagare", "Recipients")),
      ReportColumn("invited", Label("Tillfrågade", "Asked"))
        .summing(["returned", "refusal", "no_answer"]),
      ReportColumn("returned", Label("Svarade", "Answered")).summing(["complete", "partial"]),
      ReportColumn("complete", Label("Helt", "Complete")),
      ReportColumn("partial", Label("Delvis", "Partial")),
      ReportColumn("refusal", Label("Avböjt", "Refused")),
      ReportColumn("no_answer", Label("Inget svar", "No answer"))
        .summing(["non_contact", "other", "unknown"]),
      .data("non_contact"), .data("other"), .data("unknown"),
      ReportColumn("not_eligible", Label("Ej aktuella", "Not eligible")),
      ReportColumn("rr1_percent", Label("RR1", "RR1")),
      ReportColumn("rr2_percent", Label("RR2", "RR2")),
      .data("rr5_percent"), .data("rr6_percent"), .data("coop2_percent"), .data("con1_percent"),
      .data("ref1_percent"),
      ReportColumn(
        "without_substitutes_rr2_percent", Label("RR2 utan ersättare", "RR2 without substitutes")),
      ReportColumn("remark", Label("Anmärkning", "Remark"), for: .readers),
    ]
    let table = ReportTable(
      id: "\(prefix)-response", title: Label("Svarsfrekvens", "Response rate"), columns: columns,
      rows: result.groups.map {
        responseRow(Member($0.group.id, $0.group.label), $0.outcome)
      } + [responseRow(.total(), result.people, totalOf: .group)],
      notes: [
        Footnote(
          Label(
            "RR1 räknar bara helt besvarade enkäter, RR2 också delvis besvarade (AAPOR:s mått). Inget svar: "
              + "ej nådda, övriga skäl och okänt skäl.",
            "RR1 counts complete surveys only, RR2 partial ones too (AAPOR). No answer: not reached, "
              + "other reasons and unknown reasons."))
      ], context: context)
    return explained(table)
  }

  private func responseRow(
    _ group: Member, _ outcome: GroupOutcome, totalOf: Dimension? = nil
  ) -> ReportRow {
    let (counts, rates) = (outcome.counts, outcome.rates)
    let without = outcome.countsWithoutSubstitutes
    func rate(_ share: Double?, _ part: Int, of invited: Int) -> ReportCell {
      .fact(share.map { Fact(.share($0), base: .part(Double(part), of: Double(invited))) })
    }
    let figures: [ReportCell] = [
      .count(counts.invited), .count(counts.returned),
      .count(counts[.complete]), .count(counts[.partial]), .count(counts[.refusal]),
      .count(counts.unknown + counts[.nonContact] + counts[.other]),
      .count(counts[.nonContact]), .count(counts[.other]), .count(counts.unknown),
      .count(counts[.notEligible]),
      rate(rates.rr1, counts[.complete], of: counts.invited),
      rate(rates.rr2, counts.returned, of: counts.invited),
      .share(rates.rr5), .share(rates.rr6), .share(rates.coop2), .share(rates.con1),
      .share(rates.ref1),
      result.people.substitutes == 0
        ? .none
        : rate(outcome.ratesWithoutSubstitutes.rr2, without.returned, of: without.invited),
    ]
    return ReportRow(
      [.member([group])]
        + figures.unless(withheldResponses(totalOf == nil ? group.id : nil)) + [
          counts.invited == 0 ? .text("ingen tillfrågad", "nobody asked") : .blank
        ], locations: [survey.definition.location], totalOf: totalOf)
  }

  /// Who answered, with and without substitutes: the last row of the table.
  func responseSentence(_ table: ReportTable) -> Sentence {
    let counts = result.counts
    if withheldResponses(nil) != nil {
      return Sentence(
        "Hur många som svarade visas inte: så få att svaren på publicerade frågor skulle följa.",
        "How many answered is not shown: so few that the answers to published questions would follow."
      )
    }
    guard counts.invited > 0, let invited = table.fact(row: Member.totalID, column: "invited"),
      let returned = table.fact(row: Member.totalID, column: "returned")
    else { return Sentence("Ingen tillfrågades.", "Nobody was asked.") }
    guard counts.returned > 0, let rate = table.fact(row: Member.totalID, column: "rr2_percent")
    else {
      return counts.invited == 1
        ? Sentence(
          "Den enda som tillfrågades svarade inte.", "The only person asked did not answer.")
        : Sentence(
          "Ingen av de \(invited) tillfrågade svarade.",
          "None of the \(invited) persons asked answered.")
    }
    let isOne = counts.invited == 1
    return .sentences([
      Sentence(
        "\(returned) av \(invited) \(isOne ? "tillfrågad" : "tillfrågade") svarade, en "
          + "svarsfrekvens på \(rate) (AAPOR RR2).",
        "\(returned) of \(invited) \(isOne ? "person" : "persons") asked answered, a response "
          + "rate of \(rate) (AAPOR RR2)."),
      withoutSubstitutes(table),
    ])
  }

  private func withoutSubstitutes(_ table: ReportTable) -> Sentence? {
    let counts = result.people.countsWithoutSubstitutes
    let substitutes = result.counts.invited - counts.invited
    guard substitutes > 0,
      let rate = table.fact(row: Member.totalID, column: "without_substitutes_rr2_percent")
    else { return nil }
    let (count, returned) = (Fact(.count(substitutes)), Fact(.count(counts.returned)))
    let invited = Fact(.count(counts.invited))
    return Sentence(
      "\(count) av de tillfrågade var ersättare; utan ersättare svarade \(returned) av \(invited), "
        + "\(rate).",
      "\(count) of those asked \(substitutes == 1 ? "was a substitute" : "were substitutes"); "
        + "without substitutes \(returned) of \(invited) answered, \(rate).")
  }
}

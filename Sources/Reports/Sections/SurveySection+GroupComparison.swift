internal import Labels
internal import Statistics
internal import Surveys

/// What changed in each recipient group since the wave before: only figures that the tables of both waves
/// show, so that nothing follows from it that they do not tell.
extension SurveySection {
  func groupComparisonBlocks(_ comparison: WaveComparison) -> [Block] {
    guard let previous, comparison.notCompared == nil,
      let rows = try? survey.groupComparisons(
        wave: result.wave.id, with: previous.id,
        isShown: { withheldChange($0, .group($1.id)) == nil }),
      !rows.isEmpty
    else { return [] }
    var blocks: [Block] = []
    if let table = responseChangeTable(since: previous) { blocks.append(.table(table)) }
    let shares = explained(groupShareTable(rows, since: previous))
    return blocks + [
      .table(explained(groupRateTable(rows, since: previous))),
      .paragraph(GroupChangeSentence(rows, table: shares.id).sentence), .table(shares),
    ]
  }

  // MARK: Who answered

  /// The response rate of each group before and now; `nil` where no group was asked both times.
  private func responseChangeTable(since previous: Wave) -> ReportTable? {
    guard let earlier = try? survey.result(wave: previous.id) else { return nil }
    let groups = result.groups.compactMap { now in
      earlier.groups.first { $0.group == now.group }.map { (now, $0) }
    }
    guard groups.contains(where: { $0.outcome.counts.invited > 0 && $1.outcome.counts.invited > 0 })
    else { return nil }
    let table = ReportTable(
      id: "\(prefix)-response-change",
      title: Label(
        "Svarsfrekvens jämfört med \(previous.label.swedish)",
        "Response rate compared with \(previous.label.english)"),
      columns: [
        .dimension(.group, Label("Mottagare", "Recipients")),
        ReportColumn("previous_invited", Label("Tillfrågade då", "Asked then")),
        ReportColumn("previous_returned", Label("Svarade då", "Answered then")),
        ReportColumn("previous_rr2_percent", Label("RR2 då", "RR2 then")),
        ReportColumn("invited", Label("Tillfrågade nu", "Asked now")),
        ReportColumn("returned", Label("Svarade nu", "Answered now")),
        ReportColumn("rr2_percent", Label("RR2 nu", "RR2 now")),
        ReportColumn("rr2_change_points", Label("Ändring, pe", "Change, pp")),
      ],
      rows: groups.map { now, before in
        responseChange(Member(now.group.id, now.group.label), before.outcome, now.outcome)
      } + [responseChange(.total(), earlier.people, result.people, totalOf: .group)],
      context: context)
    return explained(table)
  }

  private func responseChange(
    _ group: Member, _ before: GroupOutcome, _ now: GroupOutcome, totalOf: Dimension? = nil
  ) -> ReportRow {
    func cells(_ outcome: GroupOutcome) -> [ReportCell] {
      let (counts, rate) = (outcome.counts, outcome.rates.rr2)
      let base = Base.part(Double(counts.returned), of: Double(counts.invited))
      return [
        .count(counts.invited), .count(counts.returned),
        .fact(rate.map { Fact(.share($0), base: base) }),
      ]
    }
    let change = before.rates.rr2.flatMap { before in now.rates.rr2.map { $0 - before } }
    let id = totalOf == nil ? group.id : nil
    return ReportRow(
      [.member([group])]
        + cells(before).unless(previous.flatMap { withheldResponses(id, wave: $0) })
        + cells(now).unless(withheldResponses(id))
        + [ReportCell.points(change)].unless(withheldResponseChange(id)),
      locations: [survey.definition.location], totalOf: totalOf)
  }

  // MARK: Question by question

  private static let groupColumns = [
    questionColumn, ReportColumn.dimension(.group, Label("Mottagare", "Recipients")),
  ]

  private func names(_ row: GroupComparison) -> [ReportCell] {
    [question(row.comparison.question), .member(row.group.id, row.group.label)]
  }

  private func groupRateTable(_ rows: [GroupComparison], since previous: Wave) -> ReportTable {
    ReportTable(
      id: "\(prefix)-groups-rates",
      title: Label(
        "Svarsfrekvens per fråga och mottagargrupp, jämfört med \(previous.label.swedish)",
        "Response rate by question and recipient group, compared with \(previous.label.english)"),
      columns: Self.groupColumns + Self.rateColumns(since: previous.label),
      rows: rows.map { row in
        ReportRow(
          names(row)
            + rateCells(row.comparison.rate).unless(
              withheldResponseChange(row.group.id)
                ?? withheldRateChange(row.comparison.question, .group(row.group.id))),
          locations: [survey.definition.location])
      }, context: context)
  }

  private func groupShareTable(_ rows: [GroupComparison], since previous: Wave) -> ReportTable {
    ReportTable(
      id: "\(prefix)-groups-comparison",
      title: Label(
        "Andel positiva per fråga och mottagargrupp, jämfört med \(previous.label.swedish)",
        "Positive share by question and recipient group, compared with \(previous.label.english)"),
      columns: Self.groupColumns + Self.shareColumns,
      rows: rows.map { row in
        ReportRow(
          names(row) + shareCells(row.comparison, .group(row.group.id)),
          locations: [survey.definition.location])
      },
      notes: [
        Footnote(
          Label(
            "Alla grupper och frågor prövas tillsammans (Holms metod), som om andra personer svarade "
              + "varje gång: hur många i en grupp som ändrat sitt svar skulle säga mer om dem än "
              + "tabellerna gör.",
            "All groups and questions are tested together (Holm’s method), as if other persons answered "
              + "each time: how many in a group changed their answer would tell more of them than the "
              + "tables do."), on: .column("remark"))
      ], context: context)
  }
}

internal import Labels
internal import Surveys

/// What the answers are when each group counts as its size, beside what was counted. A weighted share is told
/// only where the share of every group with answers is: of two figures over the same groups, one that is
/// withheld could be computed.
extension SurveySection {
  var weightedBlocks: [Block] {
    guard survey.definition.weights == .population else { return [] }
    return [.paragraph(Self.weightsSentence), .table(explained(weightedTable))]
  }

  private static let weightsSentence = Sentence(
    "Vägda tal: varje grupp väger som sin andel av de tillfrågade (poststratifiering efter grupp), inte som "
      + "sin andel av svaren. Alla andra tal på sidan är ovägda.",
    "Weighted figures: each group weighs as its share of those asked (post-stratification by group), not as "
      + "its share of the answers. All other figures on the page are unweighted.")

  private var weightedTable: ReportTable {
    let names = Dictionary(
      survey.definition.groups.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    return ReportTable(
      id: "\(prefix)-weighted",
      title: Label(
        "Andel positiva, vägd efter gruppernas storlek",
        "Positive share, weighted by the size of the groups"),
      columns: [
        Self.questionColumn,
        ReportColumn("answered", Label("Svarade, ovägt n", "Answered, unweighted n")),
        ReportColumn("positive_percent", Label("Positiva, ovägt", "Positive, unweighted")),
        ReportColumn("weighted_positive_percent", Label("Positiva, vägt", "Positive, weighted")),
        ReportColumn(
          "weighted_interval", Label("Vägt, 95 %", "Weighted, 95%"), shows: .interval,
          exports: [
            .init("weighted_low_percent", .low), .init("weighted_high_percent", .high),
          ]),
        ReportColumn("design_effect", Label("Designeffekt", "Design effect")),
        ReportColumn("effective_n", Label("Effektivt n", "Effective n")),
        ReportColumn("remark", Label("Anmärkning", "Remark"), for: .readers),
      ],
      rows: result.questions.map { row in
        ReportRow(
          [question(row.question)] + weightedCells(row, names),
          locations: [survey.definition.location])
      },
      notes: [
        Footnote(
          Label(
            "Designeffekt och effektivt n enligt Kish: så många svar med lika vikt säger lika mycket.",
            "Design effect and effective n by Kish: so many answers of equal weight tell as much."),
          on: .column("effective_n")),
        Footnote(
          Label(
            "Vägt, 95 %: Wilsons intervall för andelen i längden med effektivt n i stället för antalet svar.",
            "Weighted, 95%: Wilson’s interval for the share in the long run, with the effective n in place of "
              + "the number of answers."), on: .column("weighted_interval")),
      ], context: context)
  }

  private func weightedCells(_ row: QuestionResult, _ names: [String: Label]) -> [ReportCell] {
    guard let weighted = WeightedShare(row.byGroup) else {
      return Array(repeating: .none, count: 6) + [
        SurveyWords.emptiness(row.base).map { .text($0) } ?? .blank
      ]
    }
    let reasons = row.byGroup.filter { $0.base.answered > 0 }.compactMap { group in
      withheldPositive(row.question, .group(group.key))
        ?? withheldResponses(.group(group.key))
        ?? (isOnlyPublished(group, row.question, .group(group.key)) ? .few : nil)
    }
    let reason =
      withheldPositive(row.question, .all)
      ?? (isOnlyPublished(row, row.question, .all) ? .few : nil)
    let hidden: Withholding? = hidesBase(row.question, .all) ? .complementary : nil
    let hiddenBase =
      withheldResponses(.all) ?? (isOnlyPublished(row, row.question, .all) ? .few : hidden)
    let count = weighted.unweighted
    let base = Base.part(Double(count.positive), of: Double(count.answered))
    let missing = weighted.missing.filter { !hidesBase(row.question, .group($0)) }
      .compactMap { names[$0] }
    return [
      [ReportCell.count(count.answered)].unless(hiddenBase),
      [.fact(Fact(.share(count.share), base: base))].unless(reason),
      [
        .share(weighted.share),
        .fact(
          weighted.interval.map {
            Fact(.interval, interval: FactInterval($0, .effectiveWilson))
          }), .number(weighted.designEffect, decimals: 2),
        .number(weighted.effectiveAnswers, decimals: 0),
      ].unless(reason ?? reasons.first.map { $0 == .few ? .complementary : $0 }),
      [
        missing.isEmpty
          ? .blank
          : .text(
            "utan svar: \(missing.map(\.swedish).joined(separator: ", "))",
            "without answers: \(missing.map(\.english).joined(separator: ", "))")
      ],
    ].flatMap(\.self)
  }
}

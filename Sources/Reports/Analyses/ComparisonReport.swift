package import Analyses
internal import Labels
internal import Statistics

/// A comparison of groups as a report.
package enum ComparisonReport {
  /// Builds the report.
  package static func document(_ analysis: ComparisonAnalysis) -> ReportDocument {
    let request = analysis.request
    var blocks: [Block] = [
      .note(AnalysisWords.reading(analysis)), .paragraph(sentence(analysis)),
      .table(groups(analysis)),
    ]
    let results = analysis.results
    if !results.tests.isEmpty { blocks.append(.table(tests(results))) }
    if !results.effects.isEmpty { blocks.append(.table(effects(analysis))) }
    if !results.pairs.isEmpty { blocks.append(.table(pairs(analysis))) }
    return ReportDocument(
      id: "compare",
      title: Label(
        "Jämförelse: \(request.value) per \(request.by)",
        "Comparison: \(request.value) by \(request.by)"),
      subtitle: AnalysisWords.subtitle(file: analysis.file, rows: analysis.rowCount),
      blocks: blocks)
  }

  // MARK: Tables

  private static func groups(_ analysis: ComparisonAnalysis) -> ReportTable {
    let level = StatisticWords.level(analysis.request.confidence)
    var columns = [
      ReportColumn("group", Label("Grupp", "Group")),
      ReportColumn("n", Label("Antal", "Number")),
    ]
    switch analysis.kind {
    case .numbers:
      columns += [
        ReportColumn("mean_label", Label("Medel", "Mean"), for: .readers), .data("mean"),
        ReportColumn("interval", level, for: .readers), .data("mean_low"), .data("mean_high"),
        ReportColumn("median", Label("Median", "Median")),
        ReportColumn(
          "standard_deviation_label", Label("Std.avv.", "Std. dev."), for: .readers),
        .data("standard_deviation"), .data("undefined"),
      ]
    case .share:
      columns +=
        [
          ReportColumn("positive", Label("Positiva", "Positive")),
          ReportColumn("share_percent", Label("Andel", "Share")),
        ] + PercentSpan.columns(level)
    case .words(let words):
      for (index, word) in words.enumerated() {
        columns += [
          ReportColumn("word_\(index + 1)_percent", Label(same: word)),
          .data("word_\(index + 1)_count"),
        ]
      }
    }
    return ReportTable(
      id: "groups", title: Label("Grupper", "Groups"), columns: columns,
      rows: analysis.groups.map { row($0, analysis.kind) }, notes: notes(analysis))
  }

  private static func row(_ group: GroupFigures, _ kind: ComparedValue) -> ReportRow {
    let start: [ReportCell] = [.code(group.label), .count(group.count)]
    switch kind {
    case .numbers:
      let interval = try? group.interval?.get()
      let width = interval.map { $0.upper - $0.lower }
      let decimals = StatisticWords.decimals(for: width ?? abs(group.mean ?? 1))
      return ReportRow(
        start + [
          group.mean.map { .text(StatisticWords.figure($0, width: width)) } ?? .none,
          .number(group.mean),
          .found(group.interval) { .text(StatisticWords.interval($0)) },
          .number(interval?.lower), .number(interval?.upper),
          .number(group.median, decimals: min(decimals, 2)),
          .found(group.deviation) { .number($0, decimals: decimals) },
          .number(try? group.deviation?.get()),
          group.interval.map { .reason($0) } ?? .none,
        ])
    case .share:
      let share = group.positive.map { Double($0) / Double(max(1, group.count)) }
      return ReportRow(
        start + [.count(group.positive), .share(share)] + PercentSpan.values(group.share))
    case .words:
      return ReportRow(
        start
          + group.words.flatMap { count -> [ReportCell] in
            [.share(Double(count) / Double(max(1, group.count))), .count(count)]
          })
    }
  }

  private static func notes(_ analysis: ComparisonAnalysis) -> [Label] {
    var notes: [Label] = []
    if let paired = analysis.results.paired {
      let same = paired.pairs - paired.rose - paired.fell
      let (one, alone) = (paired.pairs == 1, paired.unpaired)
      notes.append(
        .sentences([
          Label(
            "\(paired.pairs) svarande finns i båda grupperna: \(paired.rose) högre, \(paired.fell) "
              + "lägre, \(same) samma.",
            "\(paired.pairs) \(one ? "respondent is" : "respondents are") in both groups: "
              + "\(paired.rose) higher, \(paired.fell) lower, \(same) the same."),
          alone == 0
            ? nil
            : Label(
              "\(alone) finns bara i en och är inte med.",
              "\(alone) \(alone == 1 ? "is" : "are") in one only and left out."),
        ]))
    }
    let most = ComparisonResults.mostGroupsInPairs
    if case .numbers = analysis.kind, analysis.groups.count > most {
      notes.append(
        Label(
          "Grupp mot grupp prövas för högst \(most) grupper; --groups väljer vilka.",
          "Group against group is tested for at most \(most) groups; --groups chooses which."))
    }
    return notes
  }
}

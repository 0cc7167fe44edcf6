package import Analyses
internal import Labels
internal import Statistics

/// A comparison of groups as a report.
package enum ComparisonReport {
  /// Builds the report.
  package static func document(_ analysis: ComparisonAnalysis) -> ReportDocument {
    let request = analysis.request
    let results = analysis.results
    let (groups, tests) = (groups(analysis), tests(results))
    var blocks: [Block] = [
      .note(AnalysisWords.reading(analysis)),
      .paragraph(sentence(analysis, groups: groups, tests: tests)), .table(groups),
    ]
    if case .share = analysis.kind { blocks.append(.chart(shares(analysis))) }
    if !results.tests.isEmpty { blocks.append(.table(tests)) }
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

  // MARK: Groups

  private static func groups(_ analysis: ComparisonAnalysis) -> ReportTable {
    var table = ReportTable(
      id: "groups", title: Label("Grupper", "Groups"), columns: columns(analysis),
      rows: analysis.groups.map { row($0, analysis.kind) })
    table.notes = notes(analysis, table)
    return table
  }

  private static func columns(_ analysis: ComparisonAnalysis) -> [ReportColumn] {
    let level = AnalysisWords.level(analysis.request.confidence)
    let columns = [
      ReportColumn.members("group", Label("Grupp", "Group"), of: .group),
      ReportColumn("n", Label("Antal", "Number")),
    ]
    switch analysis.kind {
    case .numbers:
      return columns + [
        .figure("mean", Label("Medel", "Mean"), low: "mean_low", high: "mean_high"),
        .interval(level), ReportColumn("median", Label("Median", "Median")),
        ReportColumn(
          "standard_deviation_label", Label("Std.avv.", "Std. dev."), for: .readers),
        .data("standard_deviation"), .data("undefined"),
      ]
    case .share:
      return columns + [
        ReportColumn(
          "positive", Label("Positiva", "Positive"), shows: .part,
          exports: [ReportColumn.Export("positive", .part)]),
        .figure(
          "share_percent", Label("Andel", "Share"), low: "interval_low_percent",
          high: "interval_high_percent"),
        .interval(level),
      ]
    case .words(let words):
      return columns
        + words.enumerated().map { index, word in
          let id = "word_\(index + 1)"
          return ReportColumn(
            "\(id)_percent", Label(same: word), shows: .value,
            exports: [
              ReportColumn.Export("\(id)_percent"), ReportColumn.Export("\(id)_count", .part),
            ]
          ).of(.answer, Member(word, Label(same: word)))
        }
    }
  }

  private static func row(_ group: GroupFigures, _ kind: ComparedValue) -> ReportRow {
    let start: [ReportCell] = [.code(group.label), .count(group.count)]
    switch kind {
    case .numbers:
      let interval = (try? group.interval?.get()).map { FactInterval($0, method: "t") }
      let mean = group.mean.map { Fact.figure($0, interval) }
      let size = interval?.width ?? abs(group.mean ?? 1)
      // The median is one of the values, or halfway between two: more than two decimals of it say nothing.
      let median = Precision.digits(of: size == 0 ? 0 : max(size, 0.2))
      let deviation = { Fact(.number($0), precision: .digits(of: size)) }
      return ReportRow(
        start + [
          .fact(mean), .found(group.interval) { _ in mean },
          .fact(group.median.map { Fact(.number($0), precision: median) }),
          .found(group.deviation, deviation),
          .fact((try? group.deviation?.get()).map(deviation)), .reason(group.interval),
        ])
    case .share:
      let share = group.positive.map { positive in
        self.share(
          positive, of: group.count,
          group.share.map { FactInterval($0, method: "wilson") })
      }
      return ReportRow(start + Array(repeating: .fact(share), count: 3))
    case .words:
      return ReportRow(start + group.words.map { .fact(share($0, of: group.count)) })
    }
  }

  private static func share(
    _ part: Int, of whole: Int, _ interval: FactInterval? = nil
  ) -> Fact {
    Fact(
      .share(Double(part) / Double(max(1, whole))),
      base: .part(Double(part), of: Double(whole)), interval: interval)
  }

  private static func shares(_ analysis: ComparisonAnalysis) -> ReportChart {
    let words = analysis.request.positive.joined(separator: ", ")
    return ReportChart(
      id: "shares", title: Label("Andelen \(words) per grupp", "The share of \(words) by group"),
      kind: .shares, table: "groups", labels: "group", figures: ["share_percent"])
  }

  private static func notes(_ analysis: ComparisonAnalysis, _ groups: ReportTable) -> [Footnote] {
    var notes: [Footnote] = []
    if let paired = analysis.results.paired {
      let pairs = groups.quoting(.count(paired.pairs), at: 0, column: "n")
      let same = Fact.count(paired.pairs - paired.rose - paired.fell)
      let (one, alone) = (paired.pairs == 1, paired.unpaired)
      notes.append(
        Footnote(
          .sentences([
            Sentence(
              "\(pairs) svarande finns i båda grupperna: \(.count(paired.rose)) högre, "
                + "\(.count(paired.fell)) lägre, \(same) samma.",
              "\(pairs) \(one ? "respondent is" : "respondents are") in both groups: "
                + "\(.count(paired.rose)) higher, \(.count(paired.fell)) lower, \(same) the same."),
            alone == 0
              ? nil
              : Sentence(
                "\(.count(alone)) finns bara i en och är inte med.",
                "\(.count(alone)) \(alone == 1 ? "is" : "are") in one only and left out."),
          ]), on: .column("n")))
    }
    let most = ComparisonResults.mostGroupsInPairs
    if case .numbers = analysis.kind, analysis.groups.count > most {
      notes.append(
        Footnote(
          "Grupp mot grupp prövas för högst \(.count(most)) grupper; --groups väljer vilka.",
          "Group against group is tested for at most \(.count(most)) groups; --groups chooses which."
        ))
    }
    return notes
  }
}

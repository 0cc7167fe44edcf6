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

  // MARK: Sentences

  private static func sentence(_ analysis: ComparisonAnalysis) -> Label {
    guard let test = analysis.results.tests.first else {
      return Label(
        "Alla svarade lika; det finns inget att pröva.",
        "Everybody gave the same answer; there is nothing to test.")
    }
    let name = StatisticWords.name(test.method)
    let p = StatisticWords.equation("p", test.pValue)
    let proof = Label("\(name.swedish), \(p.swedish)", "\(name.english), \(p.english)")
    guard let change = analysis.results.difference, let first = analysis.groups.first?.label,
      let last = analysis.groups.last?.label
    else { return several(analysis, test, proof) }
    let subject = self.subject(analysis)
    let isShare = if case .share = analysis.kind { true } else { false }
    let scale = isShare ? 100.0 : 1
    let interval = scaled(change.interval, scale)
    let size = StatisticWords.figure(
      change.value * scale, width: (interval.upper - interval.lower), signed: true)
    let span = StatisticWords.interval(interval, signed: true)
    let unit = isShare ? Label(" procentenheter", " percentage points") : Label("", "")
    let level = StatisticWords.level(change.interval.confidence)
    let isProven = change.interval.lower > 0 || change.interval.upper < 0
    let verdict: Label
    if !isProven {
      verdict = Label(
        "\(subject.swedish): ingen säkerställd skillnad mellan \(first) och \(last)",
        "\(subject.english): no proven difference between \(first) and \(last)")
    } else if analysis.areGroupsInTime {
      verdict =
        change.value > 0
        ? Label(
          "\(subject.swedish) har ökat från \(first) till \(last)",
          "\(subject.english) has risen from \(first) to \(last)")
        : Label(
          "\(subject.swedish) har minskat från \(first) till \(last)",
          "\(subject.english) has fallen from \(first) to \(last)")
    } else {
      verdict =
        change.value > 0
        ? Label(
          "\(subject.swedish) är större i \(last) än i \(first)",
          "\(subject.english) is larger in \(last) than in \(first)")
        : Label(
          "\(subject.swedish) är mindre i \(last) än i \(first)",
          "\(subject.english) is smaller in \(last) than in \(first)")
    }
    return Label(
      "\(verdict.swedish): \(size.swedish)\(unit.swedish) (\(level.swedish): \(span.swedish)); "
        + "\(proof.swedish).",
      "\(verdict.english): \(size.english)\(unit.english) (\(level.english): \(span.english)); "
        + "\(proof.english).")
  }

  private static func several(
    _ analysis: ComparisonAnalysis, _ test: TestResult, _ proof: Label
  ) -> Label {
    let subject = self.subject(analysis)
    let count = analysis.groups.count
    let isProven = test.pValue <= 1 - analysis.request.confidence
    return isProven
      ? Label(
        "\(subject.swedish) skiljer sig mellan de \(count) grupperna (\(proof.swedish)).",
        "\(subject.english) differs between the \(count) groups (\(proof.english)).")
      : Label(
        "\(subject.swedish): ingen säkerställd skillnad mellan de \(count) grupperna "
          + "(\(proof.swedish)).",
        "\(subject.english): no proven difference between the \(count) groups (\(proof.english)).")
  }

  private static func subject(_ analysis: ComparisonAnalysis) -> Label {
    let value = analysis.request.value
    switch analysis.kind {
    case .numbers: return Label("Medelvärdet av \(value)", "The mean of \(value)")
    case .share:
      let words = analysis.request.positive.joined(separator: ", ")
      return Label(
        "Andelen \(words) av \(value)", "The share of \(words) in \(value)")
    case .words: return Label("Fördelningen av \(value)", "The distribution of \(value)")
    }
  }

  private static func scaled(_ interval: Interval, _ scale: Double) -> Interval {
    let scaled = try? Interval(
      lower: interval.lower * scale, upper: interval.upper * scale,
      confidence: interval.confidence)
    return scaled ?? interval
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
        ReportColumn("standard_deviation", Label("Std.avv.", "Std. dev.")),
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
    let start: [ReportValue] = [.code(group.label), .count(group.count)]
    switch kind {
    case .numbers:
      let interval = group.interval
      let width = interval.map { $0.upper - $0.lower }
      let decimals = StatisticWords.decimals(for: width ?? abs(group.mean ?? 1))
      return ReportRow(
        start + [
          group.mean.map { .text(StatisticWords.figure($0, width: width)) } ?? .none,
          .number(group.mean), interval.map { .text(StatisticWords.interval($0)) } ?? .none,
          .number(interval?.lower), .number(interval?.upper),
          .number(group.median, decimals: min(decimals, 2)),
          .number(group.deviation, decimals: decimals),
        ])
    case .share:
      let share = group.positive.map { Double($0) / Double(max(1, group.count)) }
      return ReportRow(
        start + [.count(group.positive), .share(share)] + PercentSpan.values(group.share))
    case .words:
      return ReportRow(
        start
          + group.words.flatMap { count -> [ReportValue] in
            [.share(Double(count) / Double(max(1, group.count))), .count(count)]
          })
    }
  }

  private static func notes(_ analysis: ComparisonAnalysis) -> [Label] {
    var notes: [Label] = []
    if let paired = analysis.results.paired {
      notes.append(
        Label(
          "\(paired.pairs) svarande finns i båda grupperna: \(paired.rose) högre, \(paired.fell) lägre, "
            + "\(paired.pairs - paired.rose - paired.fell) samma. \(paired.unpaired) finns bara i en "
            + "och är inte med.",
          "\(paired.pairs) respondents are in both groups: \(paired.rose) higher, \(paired.fell) "
            + "lower, \(paired.pairs - paired.rose - paired.fell) the same. \(paired.unpaired) are in "
            + "one only and left out."))
    }
    return notes
  }

  private static func tests(_ results: ComparisonResults) -> ReportTable {
    ReportTable(
      id: "tests", title: Label("Test", "Tests"),
      columns: [
        ReportColumn("test_label", Label("Test", "Test"), for: .readers), .data("test"),
        ReportColumn("statistic", Label("Värde", "Statistic")),
        ReportColumn(
          "degrees", Label("Frihetsgrader", "Degrees of freedom"), for: .readers),
        .data("degrees_of_freedom"), .data("degrees_of_freedom_below"),
        ReportColumn("p_label", Label("p", "p"), for: .readers), .data("p"),
        ReportColumn("exact", Label("Exakt", "Exact")),
        ReportColumn("caution", Label("Att tänka på", "Caution")),
      ],
      rows: results.tests.map { test in
        ReportRow([
          .text(StatisticWords.name(test.method)), .code(test.method.words),
          .number(test.statistic, decimals: StatisticWords.decimals(for: test.statistic)),
          .text(degrees(test)), .number(test.degreesOfFreedom.first),
          .number(test.degreesOfFreedom.dropFirst().first),
          .text(StatisticWords.pValue(test.pValue)), .number(test.pValue),
          .flag(test.isExact),
          test.cautions.isEmpty
            ? .none
            : .text(
              Label(
                test.cautions.map { StatisticWords.caution($0).swedish }.joined(separator: "; "),
                test.cautions.map { StatisticWords.caution($0).english }.joined(separator: "; "))),
        ])
      },
      notes: [
        Label(
          "Det första testet avgör; de andra ser på samma fråga på annat sätt.",
          "The first test decides; the others look at the same question in another way.")
      ])
  }

  private static func degrees(_ test: TestResult) -> Label {
    StatisticWords.both { style in
      test.degreesOfFreedom.map { style.text($0, upTo: 1) }.joined(separator: "; ")
    }
  }

  private static func effects(_ analysis: ComparisonAnalysis) -> ReportTable {
    let level = StatisticWords.level(analysis.request.confidence)
    return ReportTable(
      id: "effects", title: Label("Skillnadens storlek", "Size of the difference"),
      columns: [
        ReportColumn("effect_label", Label("Mått", "Measure"), for: .readers), .data("effect"),
        ReportColumn("value_label", Label("Värde", "Value"), for: .readers), .data("value"),
        ReportColumn("interval", level, for: .readers), .data("low"), .data("high"),
      ],
      rows: analysis.results.effects.map { effect in
        let interval = effect.estimate.interval
        return ReportRow([
          .text(effect.kind.label), .code(effect.kind.rawValue),
          .text(
            StatisticWords.figure(effect.estimate.value, width: interval.upper - interval.lower)),
          .number(effect.estimate.value), .text(StatisticWords.interval(interval)),
          .number(interval.lower), .number(interval.upper),
        ])
      })
  }

  private static func pairs(_ analysis: ComparisonAnalysis) -> ReportTable {
    let level = StatisticWords.level(analysis.request.confidence)
    return ReportTable(
      id: "pairs", title: Label("Grupp mot grupp", "Group against group"),
      columns: [
        ReportColumn("first", Label("Första", "First")),
        ReportColumn("second", Label("Andra", "Second")),
        ReportColumn("difference_label", Label("Andra − första", "Second − first"), for: .readers),
        .data("difference"),
        ReportColumn("interval", level, for: .readers), .data("low"), .data("high"),
        ReportColumn("p_label", Label("p", "p"), for: .readers), .data("p"),
        ReportColumn("p_adjusted_label", Label("p, alla par", "p, all pairs"), for: .readers),
        .data("p_adjusted"),
      ],
      rows: analysis.results.pairs.map { pair in
        let interval = pair.difference.interval
        return ReportRow([
          .code(pair.first), .code(pair.second),
          .text(
            StatisticWords.figure(
              pair.difference.value, width: interval.upper - interval.lower, signed: true)),
          .number(pair.difference.value),
          .text(StatisticWords.interval(interval, signed: true)), .number(interval.lower),
          .number(interval.upper), .text(StatisticWords.pValue(pair.pValue)),
          .number(pair.pValue), .text(StatisticWords.pValue(pair.adjusted)),
          .number(pair.adjusted),
        ])
      },
      notes: [
        Label(
          "p, alla par: justerat enligt Holm för att så många par prövas.",
          "p, all pairs: adjusted by Holm, for so many pairs are tested.")
      ])
  }
}

extension EffectKind {
  fileprivate var label: Label {
    switch self {
    case .hedgesG: Label("Hedges g (i standardavvikelser)", "Hedges g (in standard deviations)")
    case .cliffDelta: Label("Cliffs delta (−1 till 1)", "Cliff’s delta (−1 to 1)")
    case .cramersV: Label("Cramérs V (0 till 1)", "Cramér’s V (0 to 1)")
    case .riskRatio: Label("kvot mellan andelarna", "ratio of the shares")
    case .oddsRatio: Label("oddskvot", "odds ratio")
    }
  }
}

internal import Analyses
internal import Labels
internal import Statistics

extension ComparisonReport {
  /// The tests. One that is not defined says why in the place of its p value.
  static func tests(_ results: ComparisonResults) -> ReportTable {
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
        ReportColumn("caution", Label("Att tänka på", "Caution")), .data("undefined"),
      ],
      rows: results.tests.map { row($0, level: 1 - results.confidence) }, notes: notes(results))
  }

  private static func row(_ finding: TestFinding, level: Double) -> ReportRow {
    let start: [ReportCell] = [
      .text(StatisticWords.name(finding.name)), .code(finding.name.words),
    ]
    switch finding.result {
    case .success(let test):
      let cautions = test.cautions.map(StatisticWords.caution)
      return ReportRow(
        start + [
          .number(test.statistic, decimals: StatisticWords.decimals(for: test.statistic)),
          .text(degrees(test)), .number(test.degreesOfFreedom.first),
          .number(test.degreesOfFreedom.dropFirst().first),
          .text(StatisticWords.pValue(test.pValue, level: level)), .number(test.pValue),
          .flag(test.isExact),
          cautions.isEmpty
            ? .none
            : .text(
              Label(
                cautions.map(\.swedish).joined(separator: "; "),
                cautions.map(\.english).joined(separator: "; "))), .none,
        ])
    case .failure(let error):
      let reason = ReportCell.text(StatisticWords.reason(error))
      return ReportRow(
        start + [.none, .none, .none, .none, reason, .none, .none, .none, reason])
    }
  }

  private static func notes(_ results: ComparisonResults) -> [Label] {
    let isFirst = if case .success? = results.tests.first?.result { true } else { false }
    var notes: [Label] = []
    if results.tests.first?.name == .kruskalWallis {
      notes.append(
        Label(
          "Grupperna är fler än värdena i den minsta. Då finner Welchs variansanalys för lätt en "
            + "skillnad, och Kruskal–Wallis test avgör.",
          "There are more groups than values in the smallest one. Then Welch’s analysis of variance finds "
            + "a difference too easily, and the Kruskal–Wallis test decides."))
    }
    notes.append(
      isFirst
        ? Label(
          "Det första testet avgör; de andra ser på samma fråga på annat sätt.",
          "The first test decides; the others look at the same question in another way.")
        : Label(
          "Det första testet som är definierat avgör; de andra ser på samma fråga på annat sätt.",
          "The first test that is defined decides; the others look at the same question in another "
            + "way."))
    if results.difference?.method == .newcombe {
      notes.append(
        Label(
          "Newcombes intervall för skillnaden är ungefärligt och hör inte till det exakta testet. Det "
            + "kan utesluta 0 utan att testet gör det, och tvärtom; testet avgör.",
          "Newcombe’s interval of the difference is approximate and not part of the exact test. It can "
            + "leave out 0 where the test does not, and the other way round; the test decides."))
    }
    return notes
  }

  private static func degrees(_ test: TestResult) -> Label {
    StatisticWords.both { style in
      test.degreesOfFreedom.map { style.text($0, upTo: 1) }.joined(separator: "; ")
    }
  }

  /// How large the difference is. A measure without an interval says why.
  static func effects(_ analysis: ComparisonAnalysis) -> ReportTable {
    let level = StatisticWords.level(analysis.request.confidence)
    return ReportTable(
      id: "effects", title: Label("Skillnadens storlek", "Size of the difference"),
      columns: [
        ReportColumn("effect_label", Label("Mått", "Measure"), for: .readers), .data("effect"),
        ReportColumn("value_label", Label("Värde", "Value"), for: .readers), .data("value"),
        ReportColumn("interval", level, for: .readers), .data("low"), .data("high"),
        .data("undefined"),
      ],
      rows: analysis.results.effects.map { effect in
        let interval = try? effect.interval.get()
        let width = interval.map { $0.upper - $0.lower }
        return ReportRow([
          .text(effect.kind.label), .code(effect.kind.rawValue),
          effect.value.map { .text(StatisticWords.figure($0, width: width)) } ?? .none,
          .number(effect.value),
          .found(effect.interval) { .text(StatisticWords.interval($0)) },
          .number(interval?.lower), .number(interval?.upper), .reason(effect.interval),
        ])
      },
      notes: [
        Label(
          "Varje mått har sitt eget intervall, oberoende av testen ovan; det är testet som avgör.",
          "Each measure has an interval of its own, apart from the tests above; the test decides.")
      ])
  }

  /// Two groups at a time.
  static func pairs(_ analysis: ComparisonAnalysis) -> ReportTable {
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
        .data("p_adjusted"), .data("undefined"),
      ],
      rows: analysis.results.pairs.map { row($0, level: 1 - analysis.results.confidence) },
      notes: [
        Label(
          "p, alla par: justerat enligt Holm för att så många par prövas. Intervallen gäller ett par "
            + "för sig.",
          "p, all pairs: adjusted by Holm, for so many pairs are tested. The intervals are for one pair "
            + "by itself.")
      ])
  }

  private static func row(_ pair: PairFinding, level: Double) -> ReportRow {
    let interval = try? pair.outcome.get().difference.interval
    let p = try? pair.outcome.get().test.pValue
    let width = interval.map { $0.upper - $0.lower }
    func text(_ p: Double?) -> ReportCell {
      p.map { .text(StatisticWords.pValue($0, level: level)) } ?? .none
    }
    return ReportRow([
      .code(pair.first), .code(pair.second),
      .text(StatisticWords.figure(pair.difference, width: width, signed: true)),
      .number(pair.difference),
      .found(pair.outcome) {
        .text(StatisticWords.interval($0.difference.interval, signed: true))
      },
      .number(interval?.lower), .number(interval?.upper), text(p), .number(p),
      text(pair.adjusted), .number(pair.adjusted), .reason(pair.outcome),
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

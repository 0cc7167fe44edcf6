internal import Analyses
internal import Labels
internal import Statistics

extension ComparisonReport {
  /// The tests. One that is not defined says why in the place of its p value.
  static func tests(_ results: ComparisonResults) -> ReportTable {
    ReportTable(
      id: "tests", title: Label("Test", "Tests"),
      columns: [
        .named("test", Label("Test", "Test"), dimension: "test"),
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
    let id = finding.name.words
    let name = ReportCell.member(id, StatisticWords.name(finding.name))
    switch finding.result {
    case .success(let test):
      let p = ReportCell.fact(Fact(.pValue(test.pValue, level: level)))
      let cautions = test.cautions.map(StatisticWords.caution)
      let degrees = degrees(test, row: id)
      return ReportRow([
        name, .fact(Fact(.number(test.statistic), precision: .digits(of: test.statistic))),
        .words(.joined(degrees.map { Sentence($0) }, by: Label(same: "; "))),
        .number(test.degreesOfFreedom.first), .number(test.degreesOfFreedom.dropFirst().first), p,
        p,
        .flag(test.isExact),
        cautions.isEmpty ? .none : .words(.joined(cautions, by: Label(same: "; "))), .none,
      ])
    case .failure(let error):
      let reason = ReportCell.words(StatisticWords.reason(error))
      return ReportRow([name, .none, .none, .none, .none, reason, .none, .none, .none, reason])
    }
  }

  /// The degrees of freedom as the cell for readers repeats them from those of the data file.
  private static func degrees(_ test: TestResult, row: String) -> [Fact] {
    zip(test.degreesOfFreedom, ["degrees_of_freedom", "degrees_of_freedom_below"]).map {
      Fact(
        .number($0), precision: .upTo(1),
        cells: [CellReference(table: "tests", row: row, column: $1)])
    }
  }

  private static func notes(_ results: ComparisonResults) -> [Footnote] {
    let isFirst = if case .success? = results.tests.first?.result { true } else { false }
    var notes: [Footnote] = []
    if let first = results.tests.first?.name, first == .kruskalWallis {
      notes.append(
        Footnote(
          "Grupperna är fler än värdena i den minsta. Då finner Welchs variansanalys för lätt en "
            + "skillnad, och Kruskal–Wallis test avgör.",
          "There are more groups than values in the smallest one. Then Welch’s analysis of variance finds "
            + "a difference too easily, and the Kruskal–Wallis test decides.",
          on: .row(first.words)))
    }
    notes.append(
      isFirst
        ? Footnote(
          "Det första testet avgör; de andra ser på samma fråga på annat sätt.",
          "The first test decides; the others look at the same question in another way.")
        : Footnote(
          "Det första testet som är definierat avgör; de andra ser på samma fråga på annat sätt.",
          "The first test that is defined decides; the others look at the same question in another "
            + "way."))
    if results.difference?.method == .newcombe {
      notes.append(
        Footnote(
          "Newcombes intervall för skillnaden är ungefärligt och hör inte till det exakta testet. Det "
            + "kan utesluta 0 utan att testet gör det, och tvärtom; testet avgör.",
          "Newcombe’s interval of the difference is approximate and not part of the exact test. It can "
            + "leave out 0 where the test does not, and the other way round; the test decides."))
    }
    return notes
  }

  /// How large the difference is. A measure without an interval says why.
  static func effects(_ analysis: ComparisonAnalysis) -> ReportTable {
    ReportTable(
      id: "effects", title: Label("Skillnadens storlek", "Size of the difference"),
      columns: [
        .named("effect", Label("Mått", "Measure"), dimension: "effect"),
        .figure("value", Label("Värde", "Value"), low: "low", high: "high"),
        .interval(AnalysisWords.level(analysis.request.confidence)), .data("undefined"),
      ],
      rows: analysis.results.effects.map { effect in
        let interval = (try? effect.interval.get()).map { FactInterval($0) }
        let value = effect.value.map { Fact.figure($0, interval) }
        return ReportRow([
          .member(effect.kind.rawValue, effect.kind.label), .fact(value),
          .found(effect.interval) { _ in value }, .reason(effect.interval),
        ])
      },
      notes: [
        Footnote(
          "Varje mått har sitt eget intervall, oberoende av testen ovan; det är testet som avgör.",
          "Each measure has an interval of its own, apart from the tests above; the test decides.",
          on: .column("interval"))
      ])
  }

  /// Two groups at a time.
  static func pairs(_ analysis: ComparisonAnalysis) -> ReportTable {
    ReportTable(
      id: "pairs", title: Label("Grupp mot grupp", "Group against group"),
      columns: [
        .members("first", Label("Första", "First"), of: .group),
        .members("second", Label("Andra", "Second"), of: .group),
        .figure(
          "difference", Label("Andra − första", "Second − first"), low: "low", high: "high"),
        .interval(AnalysisWords.level(analysis.request.confidence)),
        ReportColumn("p", Label("p", "p")),
        ReportColumn("p_adjusted", Label("p, alla par", "p, all pairs")), .data("undefined"),
      ],
      rows: analysis.results.pairs.map { row($0, level: 1 - analysis.results.confidence) },
      notes: [
        Footnote(
          "p, alla par: justerat enligt Holm för att så många par prövas. Intervallen gäller ett par "
            + "för sig.",
          "p, all pairs: adjusted by Holm, for so many pairs are tested. The intervals are for one pair "
            + "by itself.", on: .column("p_adjusted"))
      ])
  }

  private static func row(_ pair: PairFinding, level: Double) -> ReportRow {
    let tested = try? pair.outcome.get()
    let difference = Fact.difference(
      pair.difference,
      tested.map { FactInterval($0.difference.interval, method: $0.test.method.words) })
    func p(_ value: Double?) -> ReportCell {
      .fact(value.map { Fact(.pValue($0, level: level)) })
    }
    return ReportRow([
      .code(pair.first), .code(pair.second), .fact(difference),
      .found(pair.outcome) { _ in difference }, p(tested?.test.pValue), p(pair.adjusted),
      .reason(pair.outcome),
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

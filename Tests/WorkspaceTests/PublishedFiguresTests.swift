import Diagnostics
import Indicators
import Surveys
import Testing
import Workspace

/// The figures that the documents publish, computed by the engine from the workspace's data.
/// Each row names the document and line that state the figure; a difference is a known
/// contradiction of the documents and says which.
@Suite struct PublishedFiguresTests {
  struct Figure: Sendable, CustomTestStringConvertible {
    var outcome: String
    var stated: Double?
    var computed: Double
    var total: Double?
    var source: String
    var contradiction: String?

    var testDescription: String { "\(outcome) (\(source))" }

    init(
      _ outcome: String, _ stated: Double?, _ source: String, of total: Double? = nil,
      computes computed: Double? = nil, known contradiction: String? = nil
    ) {
      self.outcome = outcome
      self.stated = stated
      self.computed = computed ?? stated ?? 0
      self.total = total
      self.source = source
      self.contradiction = contradiction
    }
  }

  static let figures: [Figure] = [
    // The federation's results, from the accounts.
    Figure("u-kansli-2012-resultat-totalt", 912, "000:103"),
    Figure("u-kansli-2012-resultat-kansli", 1783, "000:103"),
    Figure("u-navet-2012-resultat", -601, "000:103"),
    Figure("u-mc-2012-resultat", -270, "000:103"),
    Figure("u-mc-2012-underskott", -270, "000:832"),
    Figure("u-kansli-2012-eget-kapital", 7626, "000:103"),
    Figure("u-kansli-2012-medlemsbidrag", 15861, "000:105"),
    // Navet, from the tables by municipality and the courses.
    Figure("u-navet-2012-besok", 57576, "000:538"),
    Figure("u-navet-2011-besok", 53013, "000:538"),
    Figure("u-navet-2012-komp-deltagare", 11900, "000:540"),
    Figure("u-navet-2011-komp-deltagare", 11700, "000:540", computes: 11770, known: "c03"),
    Figure("u-navet-2012-utbildningsdagar", 5439, "000:540"),
    Figure("u-navet-2011-utbildningsdagar", 5207, "000:540"),
    Figure("u-navet-2012-mal-temabesok", 25671, "000:618"),
    Figure("u-navet-2012-personal-summa-antal", 23, "000:683"),
    Figure("u-navet-2012-personal-summa-tjanster", 19.5, "000:683"),
    // Medarbetarcentrum.
    Figure("u-mc-2012-positiv-forandring", 87, "000:820"),
    Figure("u-mc-2012-andel-kvinnor", 82, "000:818"),
    Figure("u-mc-2012-andel-man", 18, "000:818"),
    Figure("u-mc-2012-arende-medlemsavgift", 74, "000:853"),
    Figure("u-mc-2012-arende-kopta", 26, "000:853"),
    Figure("u-mc-2023-nojd-samtal", 100, "004:2364"),
    Figure("u-mc-2023-rekommendera", 100, "004:2370"),
    // The data protection officer, from case logs and lists.
    Figure("u-dso-2023-arenden", 120, "004:2184"),
    Figure("u-dso-2023-ombudsarenden", 5, "004:2185", of: 120),
    Figure("u-dso-2023-incidenter", 62, "004:2180"),
    Figure("u-dso-2023-incidenter-medelstora", 15, "004:2181", of: 62),
    Figure("u-dso-2023-granskningar", 77, "004:2107", of: 79),
    Figure("u-dso-2023-mognadsmatriser", 16, "004:2110", of: 20),
    Figure("u-dso-2023-utbildningar", 6, "004:2152"),
    Figure("u-dso-2023-nyhetsbrev", 3, "004:2154"),
    Figure("u-dso-2023-natverkstraffar", 26, "004:2206"),
    Figure("u-dso-2023-egna-utbildningar", 14, "004:2209"),
    // Counts of the plans.
    Figure("u-kansli-2023-kompetensradet", 6, "004:558"),
    Figure("u-kansli-2023-delregionala", 4, "004:550"),
    Figure("u-kansli-2023-samordningsgrupp", 4, "004:569"),
    Figure("u-kansli-2023-upphandling", 1, "004:841"),
    Figure("u-kansli-2023-energiarena", 1, "004:852"),
    Figure("u-kansli-2023-fornybart", 0, "004:883"),
    Figure("u-kansli-2023-kulturskola-grupper", 3, "004:1100"),
    Figure("u-kansli-2023-kulturskolor", 15, "004:1137"),
    Figure("u-kansli-2023-kulturutvecklare", 53, "004:1411"),
    Figure("u-kansli-2023-kulturprojekt", 3, "004:1389"),
    Figure("u-kansli-2023-kulturprojekt-forlangt", 1, "004:1389", of: 3),
    Figure("u-brb-2023-natverksmoten", 11, "004:331"),
    Figure("u-brb-2023-traffar", 1, "004:1729"),
    Figure("u-brb-2023-malbolag", 10, "004:396"),
    Figure("u-brb-2023-besok", 2, "004:397", of: 10),
    Figure("u-brb-2023-digitala-moten", 2, "004:381"),
    // Erasmus+, from the project's figures.
    Figure("u-erasmus-platser-studerande-2016", 39, "002:113"),
    Figure("u-erasmus-platser-anstallda-2016", 50, "002:113"),
    Figure("u-erasmus-budget-studerande-2016", 21, "002:113"),
    Figure("u-erasmus-budget-anstallda-2016", 50, "002:113"),
    Figure("u-erasmus-budget-studerande-2017", 57, "002:117"),
    Figure("u-erasmus-budget-anstallda-2017", 62, "002:117"),
    // Närvårdskontoret: response rates, then shares of those who answered.
    Figure("u-narvard-2023-konferens-svarsfrekvens", 58, "004:2569"),
    Figure("u-narvard-2023-konferens-ja", 100, "004:2570"),
    Figure("u-narvard-2023-kallelse-i-tid-svarsfrekvens", 50, "004:2573"),
    Figure("u-narvard-2023-kallelse-i-tid-ja", 100, "004:2573"),
    Figure("u-narvard-2023-protokoll-justering-svarsfrekvens", 58, "004:2576"),
    Figure("u-narvard-2023-protokoll-justering-ja", 100, "004:2576"),
    Figure("u-narvard-2023-informationsbrev-svarsfrekvens", 58, "004:2579"),
    Figure("u-narvard-2023-informationsbrev-ja", 100, "004:2579"),
    Figure("u-narvard-2023-professionell-svarsfrekvens", 49, "004:2582"),
    Figure("u-narvard-2023-professionell-ja", 95, "004:2583"),
    Figure("u-narvard-2023-professionell-delvis", 5, "004:2584"),
    Figure("u-narvard-2023-tillganglig-svarsfrekvens", 49, "004:2587"),
    Figure("u-narvard-2023-tillganglig-ja", 95, "004:2587"),
    Figure("u-narvard-2023-tillganglig-delvis", 5, "004:2588"),
    Figure("u-narvard-2023-arenden-beredda-svarsfrekvens", 50, "004:2591"),
    Figure("u-narvard-2023-arenden-beredda-ja", 100, "004:2591"),
    Figure("u-narvard-2023-stod-uppdragsgrupper-svarsfrekvens", 100, "004:2594"),
    Figure("u-narvard-2023-stod-uppdragsgrupper-ja", 60, "004:2595"),
    Figure("u-narvard-2023-stod-uppdragsgrupper-delvis", 40, "004:2595"),
    Figure("u-narvard-2023-handledning-projektledare-svarsfrekvens", 100, "004:2597"),
    Figure("u-narvard-2023-handledning-projektledare-ja", 100, "004:2598"),
    Figure("u-narvard-2023-motesanteckningar-svarsfrekvens", 75, "004:2600"),
    Figure("u-narvard-2023-motesanteckningar-ja", 100, "004:2601"),
    Figure("u-narvard-2023-protokoll-svarsfrekvens", 40, "004:2603"),
    Figure("u-narvard-2023-protokoll-ja", 100, "004:2603"),
  ]

  @Test("the engine computes the published figure", arguments: figures)
  func computes(_ figure: Figure) throws {
    let outcome = try #require(Datasets.outcome(figure.outcome))
    let computed = try #require(outcome.computed ?? outcome.example)
    #expect(outcome.source.text == figure.source)
    #expect(outcome.statedValue == figure.stated)
    #expect(printed(computed.value, like: figure.computed) == figure.computed)
    if let total = figure.total {
      #expect(outcome.statedTotal == nil || outcome.statedTotal == total)
      #expect(computed.total == total)
    }
    #expect(outcome.differsFromStated == (figure.contradiction != nil))
    if let contradiction = figure.contradiction {
      #expect(Datasets.workspace.contradictions.contains { $0.id == contradiction })
    }
  }

  /// What the documents only put in words: all, within the time, reached, just over 500.
  @Test("the examples agree with the word that the document has")
  func wordsBecomeFigures() throws {
    let short = try #require(Datasets.outcome("u-mc-2023-korta")?.example)
    #expect(short.value == 100)  // "alla", 004:2400
    let long = try #require(Datasets.outcome("u-mc-2023-langa")?.example)
    #expect(long.value >= 10)  // "uppnått" against +10 %, 004:2403
    let answered = try #require(Datasets.outcome("u-dso-2023-svarstid")?.example)
    #expect(answered.value == answered.total)  // "inom utsatt tid", 004:2189
    let rounds = try #require(Datasets.outcome("u-dso-2023-granskningsomgangar")?.computed)
    #expect(rounds.value == 77.0 / 79)  // 004:2107
    let people = try #require(Datasets.outcome("u-mc-2012-medarbetare")?.example)
    #expect(people.value > 500 && people.value < 550)  // "drygt 500", 000:818
  }

  @Test("the count of computed and stated outcomes that the README names")
  func counts() {
    let outcomes = Datasets.workspace.outcomes
    #expect(outcomes.count == 412)
    #expect(outcomes.count { $0.computed != nil || $0.example != nil } == 85)
    // What rests on made-up rows never stands for the figure.
    #expect(outcomes.allSatisfy { $0.computed == nil || $0.example == nil })
    #expect(
      outcomes.filter { $0.example != nil }.allSatisfy {
        $0.value == $0.statedValue && $0.total == $0.statedTotal
      })
    #expect(Self.figures.count == 80)
  }

  @Test("every goal of the documents is in the workspace; two ends of a range are one goal")
  func goals() {
    let goals = Datasets.workspace.goals
    #expect(goals.count == 239)
    #expect(goals.flatMap(\.sources).count == 240)
    #expect(Set(goals.map(\.id)).count == 239)
    #expect(Datasets.workspace.contradictions.count == 58)
  }

  @Test("every kind, direction and qualifier that the documents use is represented")
  func vocabulary() {
    let goals = Datasets.workspace.goals
    #expect(Set(goals.compactMap(\.measure)) == Set(Measure.allCases))
    #expect(Set(goals.compactMap(\.direction)) == Set(Direction.allCases))
    #expect(goals.contains { $0.measure == nil } && goals.contains { $0.direction == nil })
    let used =
      goals.flatMap(\.qualifiers) + Datasets.workspace.outcomes.flatMap(\.qualifiers)
      // These two stand beside a range's ends, which join, and beside a project's date.
      + [.range, .endOf]
    #expect(Set(used) == Set(Qualifier.allCases))
  }

  /// Rounds half away from zero to the decimals that the printed figure shows.
  private func printed(_ value: Double, like figure: Double) -> Double {
    let scale: Double = figure == figure.rounded() ? 1 : 10
    return ((value * scale) + (value < 0 ? -1e-9 : 1e-9)).rounded(.toNearestOrAwayFromZero) / scale
  }
}

internal import Labels
internal import Statistics
internal import Surveys

/// Groups beside each other, question by question: what may be read of a difference, and never a ranking. Only
/// shares that the tables of groups show are compared, so that nothing follows from it that they do not tell.
extension SurveySection {
  var standingBlocks: [Block] {
    let questions = compared
    guard !questions.isEmpty else { return [] }
    let table = standingTable(questions)
    return [.paragraph(standingSentence(questions)), .table(table)]
  }

  private typealias Compared = (question: Question, groups: GroupStandings)

  /// The questions with two groups or more to compare. What no document has is not compared.
  private var compared: [Compared] {
    let definition = survey.definition
    guard definition.provenance?.isReconstructed != true, !result.wave.isInvented else { return [] }
    let invented = Set(definition.groups.filter(\.isInvented).map(\.id))
    let found = result.questions.compactMap { row -> Compared? in
      let shown = row.byGroup.filter { group in
        let part = SurveyPart.group(group.key)
        return !invented.contains(group.key) && withheldPositive(row.question, part) == nil
          && withheldResponses(part) == nil && !isOnlyPublished(group, row.question, part)
      }
      return GroupStandings(shown.map { ($0.key, $0.tally) }).map { (row.question, $0) }
    }
    return zip(found, found.map(\.groups).adjustedTogether).map { ($0.question, $1) }
  }

  /// How many of all comparisons differ beyond chance.
  private func standingSentence(_ questions: [Compared]) -> Sentence {
    let all = questions.flatMap(\.groups.standings)
    let apart = all.count { $0.adjustedPValue <= 0.05 }
    let (count, found) = (Fact(.count(all.count)), Fact(.count(apart)))
    return apart == 0
      ? Sentence(
        "Ingen av \(count) jämförelser mellan en grupp och de övriga visar en skillnad utöver slumpen.",
        "None of \(count) comparisons of a group with the others shows a difference beyond chance.")
      : Sentence(
        "\(found) av \(count) jämförelser mellan en grupp och de övriga visar en skillnad utöver "
          + "slumpen.",
        "\(found) of \(count) comparisons of a group with the others \(apart == 1 ? "shows" : "show") "
          + "a difference beyond chance.")
  }

  private func standingTable(_ questions: [Compared]) -> ReportTable {
    let names = Dictionary(
      survey.definition.groups.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    return ReportTable(
      id: "\(prefix)-groups-standing",
      title: Label(
        "Grupperna bredvid varandra, andel positiva", "The groups beside each other, positive share"
      ),
      columns: [
        Self.questionColumn, .dimension(.group, Label("Mottagare", "Recipients")),
        ReportColumn("answered", Label("Svarade", "Answered")),
        ReportColumn(
          "positive_percent", Label("Positiva", "Positive"), shows: .value,
          exports: [.init("positive_percent"), .init("positive_count", .part)]),
        ReportColumn(
          "interval", Label("95 %", "95%"), shows: .interval,
          exports: [.init("interval_low_percent", .low), .init("interval_high_percent", .high)]),
        ReportColumn("shrunk_percent", Label("Utjämnad", "Shrunk")),
        ReportColumn(
          "funnel_95", Label("Tratt 95 %", "Funnel 95%"), shows: .interval,
          exports: [.init("funnel_95_low_percent", .low), .init("funnel_95_high_percent", .high)]),
        ReportColumn(
          "funnel_998", Label("Tratt 99,8 %", "Funnel 99.8%"), shows: .interval,
          exports: [
            .init("funnel_998_low_percent", .low), .init("funnel_998_high_percent", .high),
          ]),
        ReportColumn("p_value", Label("p", "p")),
        ReportColumn("verdict", Label("Mot övriga", "Against the others"), for: .readers),
        ReportColumn("ranks", Label("Möjlig plats", "Possible rank"), for: .readers),
        .data("rank_best"), .data("rank_worst"),
      ],
      rows: questions.flatMap { question, groups in
        groups.standings.map { standing in
          ReportRow(
            [
              self.question(question),
              .member(standing.key, names[standing.key] ?? Label(same: standing.key)),
            ] + cells(standing), locations: [survey.definition.location])
        }
      }, notes: standingNotes, context: context)
  }

  private func cells(_ standing: GroupStandings.Standing) -> [ReportCell] {
    let count = standing.count
    let base = Base.part(Double(count.positive), of: Double(count.answered))
    let share = Fact(.share(count.share), base: base)
    let interval = try? ProportionInterval.wilson(
      successes: count.positive, trials: count.answered)
    func funnel(_ limits: ClosedRange<Double>, _ coverage: Double) -> ReportCell {
      .fact(
        Fact(
          .interval,
          interval: FactInterval(
            lower: limits.lowerBound, upper: limits.upperBound, confidence: coverage,
            method: IntervalMethod.funnel.rawValue)))
    }
    return [
      .count(count.answered), .fact(share),
      .fact(interval.map { Fact(.interval, interval: FactInterval($0, .wilson)) }),
      .share(standing.shrunk), funnel(standing.warning, 0.95), funnel(standing.control, 0.998),
      .fact(Fact(.pValue(standing.adjustedPValue, level: 0.05))), .words(verdict(standing)),
      .words(ranks(standing)), .count(standing.ranks?.lowerBound),
      .count(standing.ranks?.upperBound),
    ]
  }

  private func verdict(_ standing: GroupStandings.Standing) -> Sentence {
    guard standing.adjustedPValue <= 0.05 else {
      return Sentence("ingen säker skillnad", "no difference beyond chance")
    }
    let mean = standing.warning
    return standing.count.share > (mean.lowerBound + mean.upperBound) / 2
      ? Sentence("högre", "higher") : Sentence("lägre", "lower")
  }

  private func ranks(_ standing: GroupStandings.Standing) -> Sentence {
    guard let ranks = standing.ranks else { return Sentence("–", "–") }
    let (best, worst) = (Fact(.count(ranks.lowerBound)), Fact(.count(ranks.upperBound)))
    return ranks.count == 1
      ? Sentence("\(best)", "\(best)") : Sentence("\(best)–\(worst)", "\(best)–\(worst)")
  }

  private var standingNotes: [Footnote] {
    let least = Fact(.count(GroupStandings.minimumAnswers))
    return [
      Footnote(
        "Ingen rangordning: grupper skiljer sig åt också av en slump. Jämförda är grupper med minst "
          + "\(least) svar. p: mot de övriga tillsammans, alla grupper och frågor prövade tillsammans (Holm).",
        "No ranking: groups differ by chance too. Compared are groups of at least \(least) answers. p: "
          + "against the others together, all groups and questions tested together (Holm)."),
      Footnote(
        Label(
          "95 %: Wilsons intervall för andelen i längden, gruppen tagen som ett urval.",
          "95%: Wilson’s interval for the share in the long run, the group taken as a sample."),
        on: .column("interval")),
      Footnote(
        Label(
          "Utjämnad: andelen dragen mot alla gruppers så långt som slumpen kan ha fört dem isär "
            + "(betabinomial).",
          "Shrunk: the share drawn towards that of all groups as far as chance may have driven them apart "
            + "(beta-binomial)."), on: .column("shrunk_percent")),
      Footnote(
        Label(
          "Tratt: där en grupp av den storleken hamnar om alla är lika (exakt binomial).",
          "Funnel: where a group of that size ends up if all are alike (exact binomial)."),
        on: .column("funnel_95")),
      Footnote(
        Label(
          "Möjlig plats: de platser från högst till lägst andel som slumpen lämnar öppna, alla grupper "
            + "samtidigt med 95 % säkerhet.",
          "Possible rank: the places from highest to lowest share that chance leaves open, all groups at "
            + "once with 95% confidence."), on: .column("ranks")),
    ]
  }
}

internal import Diagnostics
internal import Labels
internal import Statistics
internal import Surveys

/// Groups of a survey, or units that asked the same, beside each other: what may be read of a difference, and
/// never a ranking. Each has beside its share what chance leaves open.
struct StandingTable {
  /// What is compared.
  enum Compared {
    case groups, units
  }

  /// A question, with the answers of those who are compared.
  struct Question {
    let id: String
    let label: Label
    let parts: [(key: String, tally: AnswerTally)]
    /// Whether it has answers that are positive.
    let isChosen: Bool
  }

  /// A question that two or more can be compared on.
  typealias Standing = (question: Question, groups: GroupStandings)

  let id: String
  let title: Label
  let compared: Compared
  let names: [String: Label]
  let locations: [SourceLocation]
  let context: [TableContext]
  let questions: [Standing]

  /// - Returns: `nil` where no question has two to compare.
  init?(
    id: String, title: Label, of compared: Compared, names: [(String, Label)],
    locations: [SourceLocation], context: [TableContext], _ questions: [Question]
  ) {
    (self.id, self.title, self.compared) = (id, title, compared)
    (self.locations, self.context) = (locations, context)
    self.names = Dictionary(names, uniquingKeysWith: { first, _ in first })
    let found = questions.filter(\.isChosen).compactMap { question in
      GroupStandings(question.parts).map { (question, $0) }
    }
    self.questions = zip(found, found.map(\.1).adjustedTogether).map { ($0.0, $1) }
    if found.isEmpty { return nil }
  }

  var blocks: [Block] {
    [.paragraph(sentence)] + charts + [.table(table)]
  }

  /// How many of all comparisons differ beyond chance.
  private var sentence: Sentence {
    let all = questions.flatMap(\.groups.standings)
    let apart = all.count { $0.adjustedPValue <= ChangeTest.level }
    let (count, found) = (Fact(.count(all.count)), Fact(.count(apart)))
    let (one, another) =
      switch compared {
      case .groups: ("en grupp", "a group")
      case .units: ("en enhet", "a unit")
      }
    return apart == 0
      ? Sentence(
        "Ingen av \(count) jämförelser mellan \(one) och de övriga visar en skillnad utöver slumpen.",
        "None of \(count) comparisons of \(another) with the others shows a difference beyond chance."
      )
      : Sentence(
        "\(found) av \(count) jämförelser mellan \(one) och de övriga visar en skillnad utöver slumpen.",
        "\(found) of \(count) comparisons of \(another) with the others \(apart == 1 ? "shows" : "show") "
          + "a difference beyond chance.")
  }

  /// What the rows are of.
  var dimension: Dimension { compared == .groups ? .group : .unit }

  private var table: ReportTable {
    ReportTable(
      id: id, title: title,
      columns: [
        .dimension(.question, Label("Fråga", "Question")),
        .dimension(
          dimension,
          compared == .groups ? Label("Mottagare", "Recipients") : Label("Enhet", "Unit")),
      ] + Self.columns,
      rows: questions.flatMap { question, groups in
        groups.standings.map { standing in
          ReportRow(
            [
              .member(question.id, question.label),
              .member(standing.key, names[standing.key] ?? Label(same: standing.key)),
            ] + cells(standing), locations: locations)
        }
      }, notes: notes, context: context)
  }

  private static let columns = [
    ReportColumn("answered", Label("Svarade", "Answered")),
    ReportColumn(
      "positive_percent", Label("Positiva", "Positive"), shows: .value,
      exports: [.init("positive_percent"), .init("positive_count", .part)]),
    interval("interval", Label("95 %", "95%")),
    ReportColumn("shrunk_percent", Label("Utjämnad", "Shrunk")),
    interval("funnel_95", Label("Tratt 95 %", "Funnel 95%")),
    interval("funnel_998", Label("Tratt 99,8 %", "Funnel 99.8%"), isShown: false),
    interval("finite_95", Label("Ändlig tratt 95 %", "Finite funnel 95%")),
    interval("finite_998", Label(same: "finite_998"), isShown: false),
    ReportColumn("p_value", Label("p", "p")),
    ReportColumn("verdict", Label("Mot övriga", "Against the others"), for: .readers),
    ReportColumn(
      "ranks", Label("Möjlig plats", "Possible rank"), shows: .interval,
      exports: [.init("rank_best", .low), .init("rank_worst", .high)]),
  ]

  private static func interval(
    _ id: String, _ header: Label, isShown: Bool = true
  ) -> ReportColumn {
    ReportColumn(
      id, header, shows: isShown ? .interval : nil,
      exports: [.init("\(id)_low_percent", .low), .init("\(id)_high_percent", .high)])
  }

  private func cells(_ standing: GroupStandings.Standing) -> [ReportCell] {
    let count = standing.count
    let base = Base.part(Double(count.positive), of: Double(count.answered))
    let share = Fact(.share(count.share), base: base)
    let interval = try? ProportionInterval.wilson(
      successes: count.positive, trials: count.answered)
    func funnel(
      _ limits: ClosedRange<Double>, _ coverage: Double, _ method: IntervalMethod
    ) -> ReportCell {
      .fact(
        Fact(
          .interval,
          interval: FactInterval(
            lower: limits.lowerBound, upper: limits.upperBound, confidence: coverage,
            method: method.rawValue)))
    }
    return [
      .count(count.answered), .fact(share),
      .fact(interval.map { Fact(.interval, interval: FactInterval($0, .wilson)) }),
      .share(standing.shrunk), funnel(standing.warning, 0.95, .funnel),
      funnel(standing.control, 0.998, .funnel),
      funnel(standing.finiteWarning, 0.95, .finiteFunnel),
      funnel(standing.finiteControl, 0.998, .finiteFunnel),
      .fact(Fact(.pValue(standing.adjustedPValue, level: ChangeTest.level))),
      .words(verdict(standing)), .fact(standing.ranks.map(ranks)),
    ]
  }

  private func verdict(_ standing: GroupStandings.Standing) -> Sentence {
    guard standing.adjustedPValue <= ChangeTest.level else {
      return Sentence("ingen säker skillnad", "no difference beyond chance")
    }
    return standing.isHigher ? Sentence("högre", "higher") : Sentence("lägre", "lower")
  }

  private func ranks(_ ranks: ClosedRange<Int>) -> Fact {
    Fact(
      .interval, unit: Self.rank,
      interval: FactInterval(
        lower: Double(ranks.lowerBound), upper: Double(ranks.upperBound), confidence: 0.95,
        method: IntervalMethod.ranks.rawValue), precision: .decimals(0))
  }

  private static let rank = FactUnit(
    id: "rank", one: Label("plats", "rank"), several: Label("platser", "ranks"))
}

internal import Labels
internal import Statistics
internal import Surveys
internal import Workspace

/// Tables of figures of all who answered: means, scores, indices, shares of who chose what.
extension SurveySection {
  func figureTable(_ family: AnswerFamily) -> ReportTable {
    ReportTable(
      id: "\(prefix)-questions\(family.suffix)", title: family.title(.all),
      columns: [Self.questionColumn] + Self.baseColumns + figureColumns(family, isOfAll: true)
        + [Self.remarkColumn],
      rows: family.questions.map { row in
        ReportRow(
          [question(row.question, in: family)] + baseCells(row, row.question, .all)
            + figureCells(family, row, row.question, .all)
            + (family.layout == .indices ? [alpha(row.question)] : [])
            + [remark(row, row.question, .all)], locations: [survey.definition.location])
      }, notes: questionNotes(family), context: context)
  }

  // MARK: Columns

  func figureColumns(_ family: AnswerFamily, isOfAll: Bool = false) -> [ReportColumn] {
    let mean = [
      ReportColumn("mean", Label("Medel", "Mean")),
      Self.interval(Label("Medel, 95 %", "Mean, 95%")),
    ]
    switch family.layout {
    case .scale, .texts: return []
    case .ratings: return mean + [Self.share("top", Label("Högsta steget", "Highest step"))]
    case .promoters:
      return [
        ReportColumn("nps", Label(same: "NPS")), Self.interval(Label("NPS, 95 %", "NPS, 95%")),
        Self.share("promoters", Label("Ambassadörer (9–10)", "Promoters (9–10)")),
        Self.share("passives", Label("Passiva (7–8)", "Passives (7–8)")),
        Self.share("detractors", Label("Kritiker (0–6)", "Detractors (0–6)")),
      ]
    case .several:
      return [Self.share("chosen", Label("Valde", "Chose")), Self.shareInterval]
    case .ranking:
      return [
        ReportColumn("mean_place", Label("Medelplats", "Mean place")),
        Self.share("first", Label("Satte först", "Put first")), Self.shareInterval,
      ]
    case .numbers:
      return mean + [
        ReportColumn("lower_quartile", Label("Undre kvartil", "Lower quartile")),
        ReportColumn("median", Label("Median", "Median")),
        ReportColumn("upper_quartile", Label("Övre kvartil", "Upper quartile")),
      ]
    case .indices:
      return mean + (isOfAll ? [ReportColumn("alpha", Label("Alfa", "Alpha"))] : [])
    }
  }

  private static func share(_ id: String, _ header: Label) -> ReportColumn {
    ReportColumn(
      "\(id)_percent", header, shows: .value,
      exports: [.init("\(id)_percent"), .init("\(id)_count", .part)])
  }

  private static func interval(_ header: Label) -> ReportColumn {
    ReportColumn(
      "interval", header, shows: .interval,
      exports: [.init("interval_low", .low), .init("interval_high", .high)])
  }

  private static let shareInterval = ReportColumn(
    "interval", Label("95 %", "95%"), shows: .interval,
    exports: [.init("interval_low_percent", .low), .init("interval_high_percent", .high)])

  // MARK: Cells

  func figureCells(
    _ family: AnswerFamily, _ row: some Tallied, _ question: Question, _ part: SurveyPart
  ) -> [ReportCell] {
    if let reason = withheldFigures(question, part) {
      let hidden = ReportCell.fact(Fact(.withheld(reason)))
      return Array(repeating: hidden, count: figureColumns(family).count)
    }
    let mean = mean(row, question)
    switch family.layout {
    case .scale, .texts: return []
    case .ratings: return [.fact(mean), .fact(mean), share(row.top, of: row)]
    case .promoters:
      func count(_ steps: ClosedRange<Int>) -> Int {
        steps.reduce(0) { $0 + row.count(of: "\($1)") }
      }
      return [.fact(mean), .fact(mean)]
        + [9...10, 7...8, 0...6].map { share(count($0), of: row) }
    case .several: return [share(row.positive, of: row), positive(row, question, part)]
    case .ranking:
      return [.fact(mean), share(row.positive, of: row), positive(row, question, part)]
    case .numbers:
      return [.fact(mean), .fact(mean)] + [0.25, 0.5, 0.75].map { quantile($0, row, question) }
    case .indices: return [.fact(mean), .fact(mean)]
    }
  }

  private func share(_ count: Int, of row: some Tallied) -> ReportCell {
    guard row.base.answered > 0 else { return .none }
    let (part, whole) = (Double(count), Double(row.base.answered))
    return .fact(
      Fact(
        .share(part / whole), base: .part(part, of: whole, population: row.base.concerned)))
  }

  /// The mean score with its interval, no wider than the scale.
  func mean(_ row: some Tallied, _ question: Question) -> Fact? {
    guard let scores = row.scores else { return nil }
    let estimate = row.meanEstimate
    let (low, high) = survey.definition.scoreEnds(of: question)
    let interval = estimate.flatMap { estimate -> FactInterval? in
      // Where all answered there is nothing that is not known.
      guard estimate.standardError != 0 else { return nil }
      return FactInterval(
        lower: max(estimate.interval.lower, low ?? -.infinity),
        upper: min(estimate.interval.upper, high ?? .infinity),
        confidence: estimate.interval.confidence, method: IntervalMethod.student.rawValue)
    }
    return Fact(
      .number(scores.mean), base: .values(scores.count), interval: interval,
      precision: precision(of: question, scores))
  }

  /// A score as whole points, an index with a decimal, a rating with two; a number as its spread deserves.
  private func precision(of question: Question, _ scores: CountedValues) -> Precision {
    switch question.kind {
    case .nps: .decimals(0)
    case .index: .decimals(1)
    case .number:
      .significant(of: max(scores.variance.squareRoot(), abs(scores.mean) / 100))
    default: .decimals(2)
    }
  }

  /// A quantile, which has to have enough answers on each side, for it may be somebody's.
  private func quantile(
    _ probability: Double, _ row: some Tallied, _ question: Question
  ) -> ReportCell {
    guard let scores = row.scores, let value = try? scores.quantile(probability) else {
      return .none
    }
    let least = Double(disclosure?.minimum ?? 0)
    guard Double(scores.count) * min(probability, 1 - probability) >= least else {
      return .fact(Fact(.withheld(.few)))
    }
    return .fact(
      Fact(
        .number(value), base: .values(scores.count), precision: precision(of: question, scores)))
  }

  private func alpha(_ question: Question) -> ReportCell {
    guard let found = survey.waves[result.wave.id]?.alphas[question.id] else { return .none }
    let alpha = found.alpha
    let reason: Withholding? =
      withheldFigures(question, .all)
      ?? (disclosure?.isFew(found.answered) == true ? .few : nil)
    return .fact(
      Fact(
        .number(alpha.value),
        interval: FactInterval(
          lower: alpha.interval.lower, upper: alpha.interval.upper,
          confidence: alpha.interval.confidence, method: "feldt"), precision: .decimals(2)
      ).unless(reason))
  }
}

extension AnswerFamily {
  /// What its figures are.
  var note: Label {
    let mean = Label(
      "Medel, 95 %: Students intervall för medelvärdet i hela basen; där alla svarat är det känt. ",
      "Mean, 95%: Student’s interval for the mean of the whole base; where all answered it is known. "
    )
    switch layout {
    case .scale(let scale):
      let shares = Label(
        "Svarsandelar: av dem som svarade.", "Answer shares: of those who answered.")
      guard scale.answers.contains(where: \.isPositive) || scale.answers.isEmpty else {
        return shares
      }
      return Label(
        shares.swedish + " Positiva, 95 %: exakt intervall för andelen i hela basen.",
        shares.english + " Positive, 95%: exact interval for the share in the whole base.")
    case .ratings:
      return Label(
        mean.swedish + "Högsta steget: andel av dem som svarade.",
        mean.english + "Highest step: share of those who answered.")
    case .promoters:
      return Label(
        "NPS: andelen ambassadörer minus andelen kritiker, i procentenheter, från −100 till 100. "
          + "NPS, 95 %: Students intervall för hela basen.",
        "Net promoter score: the share of promoters less the share of detractors, in percentage points, "
          + "from −100 to 100. NPS, 95%: Student’s interval for the whole base.")
    case .several:
      return Label(
        "Valde: andel av dem som svarade på frågan. Flera svar kunde väljas, så andelarna kan "
          + "tillsammans bli mer än 100 %. 95 %: exakt intervall för andelen i hela basen.",
        "Chose: share of those who answered the question. Several answers could be chosen, so the shares "
          + "may add up to more than 100%. 95%: exact interval for the share in the whole base.")
    case .ranking:
      return Label(
        "Medelplats: av dem som gav en plats; 1 är först. Satte först: andel av dem som svarade. "
          + "95 %: exakt intervall för den andelen i hela basen.",
        "Mean place: of those who gave a place; 1 is first. Put first: share of those who answered. "
          + "95%: exact interval for that share in the whole base.")
    case .numbers:
      return Label(
        mean.swedish + "Median och kvartiler visas där tillräckligt många svar ligger på var sida.",
        mean.english + "Median and quartiles are shown where enough answers lie on each side.")
    case .indices:
      return Label(
        "Index från 0 till 100: medel av frågorna, var och en omräknad med (x − lägst) / "
          + "(högst − lägst) · 100. " + mean.swedish
          + "Alfa: Cronbachs alfa, hur väl frågorna hör ihop, av dem som svarat på alla.",
        "Index from 0 to 100: the mean of the questions, each rescaled by (x − lowest) / "
          + "(highest − lowest) · 100. " + mean.english
          + "Alpha: Cronbach’s alpha, how well the questions hang together, of those who answered all."
      )
    case .texts:
      return Label(
        "Svarade: de som skrev något. Vad de skrev räknas bara.",
        "Answered: those who wrote something. What they wrote is only counted.")
    }
  }
}

extension SurveySection {
  /// Whom conditional questions were asked of.
  func conditionNotes(_ family: AnswerFamily) -> [Footnote] {
    let definition = survey.definition
    var told: Set<[AnswerRequirement]> = []
    return family.questions.filter { $0.question.isConditional }.compactMap { row in
      // The parts of a question share what they follow.
      guard told.insert(row.question.condition).inserted else { return nil }
      let conditions = row.question.condition.map { requirement -> Label in
        let parts = requirement.answers.sorted { $0.key < $1.key }.compactMap {
          name, answers -> Label? in
          guard let asked = definition.questions.first(where: { $0.id == name }) else { return nil }
          let chosen = definition.scale(of: asked).answers.filter { answers.contains($0.id) }
          return Label(
            "”\(asked.label.swedish)” (\(chosen.map(\.label.swedish).joined(separator: ", ")))",
            "“\(asked.label.english)” (\(chosen.map(\.label.english).joined(separator: ", ")))")
        }
        return Label(
          parts.map(\.swedish).joined(separator: " eller "),
          parts.map(\.english).joined(separator: " or "))
      }
      let all = Label(
        conditions.map(\.swedish).joined(separator: " och "),
        conditions.map(\.english).joined(separator: " and "))
      return Footnote(
        Label(
          "Ställdes bara till dem som svarat så på \(all.swedish); basen är de. Vilka fler som skulle ha "
            + "fått frågan, av dem som inte lämnade enkäten, vet ingen.",
          "Asked only of those who answered \(all.english) so; the base is those. Who else would have been "
            + "asked, of those who did not return the survey, nobody knows."),
        on: .row(row.question.id))
    }
  }
}

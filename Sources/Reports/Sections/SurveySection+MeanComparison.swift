internal import Labels
internal import Statistics
internal import Surveys

/// What changed in means and indices since the wave before.
extension SurveySection {
  func meanComparisonBlocks(_ comparison: WaveComparison) -> [Block] {
    guard !comparison.questions.isEmpty else { return [] }
    let previous = comparison.previous.label
    let table = explained(
      ReportTable(
        id: "\(prefix)-means-comparison",
        title: Label(
          "Medelvärden jämfört med \(previous.swedish)",
          "Means compared with \(previous.english)"),
        columns: [
          Self.questionColumn, ReportColumn("previous_mean", Label("Då", "Then")),
          ReportColumn("mean", Label("Nu", "Now")),
          .data("previous_answered"), .data("answered"),
          ReportColumn("mean_change", Label("Ändring", "Change")),
          ReportColumn(
            "interval", Label("Intervall", "Interval"), shows: .interval,
            exports: [.init("mean_change_low", .low), .init("mean_change_high", .high)]),
          .data("interval_confidence_percent"), .data("method"), .data("pairs"),
          .data("p_value"), .data("adjusted_p"), .data("evidence"),
          ReportColumn("remark", Label("Säkerställd", "Evidence"), for: .readers),
        ],
        rows: comparison.questions.map { row in
          ReportRow(
            [question(row.question)] + meanCells(row), locations: [survey.definition.location])
        }, notes: MeanChangeWords(comparison).notes, context: context))
    return [.paragraph(MeanChangeWords(comparison, table: table.id).sentence), .table(table)]
  }

  private func meanCells(_ comparison: QuestionComparison) -> [ReportCell] {
    let told =
      comparison.mean.map { ReportCell.words(MeanChangeWords.evidence($0)) }
      ?? comparison.notCompared.map { ReportCell.text($0.reason) } ?? .none
    if comparison.notCompared == .withheld {
      let reason = withheldChange(comparison.question, .all) ?? .complementary
      let hidden = ReportCell.fact(Fact(.withheld(reason)))
      return Array(repeating: hidden, count: 6) + Array(repeating: .none, count: 6) + [told]
    }
    let change = comparison.mean
    let kind = comparison.question.kind
    func mean(_ summary: ScoreSummary?) -> ReportCell {
      .fact(
        summary.map {
          Fact(
            .number($0.mean), base: .values($0.count),
            precision: .decimals(kind == .nps ? 0 : kind == .rating ? 2 : 1))
        })
    }
    let difference = change.map { change in
      Fact(
        .change(change.difference),
        interval: change.interval.map {
          FactInterval(
            lower: $0.lower, upper: $0.upper, confidence: $0.confidence,
            method: change.method?.rawValue)
        }, precision: .decimals(kind == .nps ? 0 : kind == .rating ? 2 : 1))
    }
    return [
      mean(change?.previous), mean(change?.current), .count(change?.previous.count),
      .count(change?.current.count), .fact(difference),
      .fact(difference.flatMap { $0.interval == nil ? nil : $0 }),
      .share(change?.method == nil ? nil : change?.confidence, decimals: 2),
      .code(change?.method?.rawValue), .count(change?.pairs),
      .fact(change?.pValue.map(pValue)), .fact(change?.adjustedPValue.map(pValue)),
      .code(change?.evidence.rawValue), told,
    ]
  }
}

/// What a table of changed means says in words. It counts the rows and claims no more than those do.
struct MeanChangeWords {
  private let comparison: WaveComparison
  private let table: String

  init(_ comparison: WaveComparison, table: String = "") {
    (self.comparison, self.table) = (comparison, table)
  }

  private func count(_ shows: (MeanChange) -> Bool) -> Fact {
    let found = comparison.questions.filter { $0.mean.map(shows) ?? false }
    return Fact(
      .count(found.count),
      cells: found.map { CellReference(table: table, row: $0.question.id, column: "remark") })
  }

  var sentence: Sentence {
    let (rose, fell) = (count { $0.evidence == .rose }, count { $0.evidence == .fell })
    let few = count { $0.evidence == .tooFew }
    let tested = count { $0.pValue != nil }
    let moves = [(rose, Label("stigit", "risen")), (fell, Label("sjunkit", "fallen"))]
      .filter { $0.0 != 0 }.map { count, verb -> Sentence in
        let means = Self.means(count)
        return Sentence(
          "\(means.swedish) har \(verb.swedish)",
          "\(means.english) \(count.value == .count(1) ? "has" : "have") \(verb.english)")
      }
    var sentences: [Sentence] = []
    if !moves.isEmpty {
      let what = Sentence.list(moves).capitalised
      sentences.append(
        Sentence(
          "\(what.swedish), av \(tested) som kan prövas.",
          "\(what.english), of \(tested) that can be tested."))
    } else if tested != 0 {
      sentences.append(
        Sentence(
          "Inget medelvärde har ändrats mer än slumpen kan ge, av \(tested) som kan prövas.",
          "No mean has changed by more than chance can give, of \(tested) that can be tested."))
    } else {
      sentences.append(
        Sentence("Medelvärdena går inte att pröva.", "The means cannot be tested."))
    }
    if few != 0 {
      let (least, means) = (Fact(.count(ShareChange.minimumAnswers)), Self.means(few))
      sentences.append(
        Sentence(
          "För \(means.swedish) är svaren för få för att säga något (färre än \(least) i någon omgång).",
          "For \(means.english) there are too few answers to tell (fewer than \(least) in a wave).")
      )
    }
    return .sentences(sentences)
  }

  private static func means(_ count: Fact) -> Sentence {
    let one = count.value == .count(1)
    return Sentence(
      "\(count) \(one ? "medelvärde" : "medelvärden")", "\(count) \(one ? "mean" : "means")")
  }

  var notes: [Footnote] {
    let methods = Set(comparison.questions.compactMap { $0.mean?.method })
    guard !methods.isEmpty else { return [] }
    let count = Fact(.count(comparison.tested))
    var notes = [
      Footnote(
        "Säkerställd: om medelvärdet har ändrats också bortom just dessa personer. Alla \(count) "
          + "prövningar av enkätens andelar och medelvärden görs tillsammans (Holms metod): risken att "
          + "något alls sägs utan grund är högst 5 %. Intervallet är den ändring som svaren rymmer, på "
          + "den nivå som prövningen har använt.",
        "Evidence: whether the mean has changed beyond these very persons too. All \(count) tests of the "
          + "survey’s shares and means are made together (Holm’s method): the risk of saying anything "
          + "without ground is at most 5%. The interval is the change that the answers allow for, at the "
          + "level that the test has used.", on: .column("remark"))
    ]
    if methods.contains(.paired) {
      notes.append(
        Footnote(
          "Samma personer: de flesta svarade båda gångerna, och det är deras ändring som prövas (parat "
            + "t-test). Något sägs bara om alla svar tillsammans har gått åt samma håll.",
          "The same persons: most answered both times, and it is their change that is tested (paired t "
            + "test). Something is said only if all answers together went the same way.",
          on: .column("remark")))
    }
    return notes
  }

  /// Whether the mean has changed, and what that rests on.
  static func evidence(_ change: MeanChange) -> Sentence {
    let verdict: Label
    switch change.evidence {
    case .rose: verdict = Label("har ökat", "has risen")
    case .fell: verdict = Label("har minskat", "has fallen")
    case .tooFew: verdict = Label("för få svar", "too few answers")
    case .noEvidence:
      verdict =
        change.method == nil
        ? Label(
          "kan inte prövas: svaren skiljer sig inte åt",
          "cannot be tested: the answers do not differ")
        : Label("nej", "no")
    }
    guard let pairs = change.pairs.map({ Fact(.count($0)) }) else { return Sentence(verdict) }
    return Sentence(
      "\(verdict.swedish) (samma \(pairs) personer)",
      "\(verdict.english) (the same \(pairs) persons)")
  }
}

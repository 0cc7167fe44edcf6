internal import Disclosure
internal import Indicators
internal import Labels
internal import Surveys
public import Workspace

/// What a workspace withholds of persons, and what readers can find out about each withheld count: for
/// whoever answers for the reports. The counts themselves are not told.
public enum DisclosureReport {
  /// The report of a review that took so many seconds.
  public static func document(
    _ review: DisclosureReview, _ workspace: LoadedWorkspace, seconds: Double
  ) -> ReportDocument {
    let table = ReportTable(
      id: "withheld", title: Label("Vad som inte visas", "What is not shown"), columns: columns,
      rows: review.entries.map { row($0, workspace) },
      notes: [
        Footnote(
          Label(
            "Intervall: vad en läsare kan räkna ut av allt som visas. Brett nog: så brett som reglerna "
              + "kräver. Följer: av vad som redan är publicerat, eller av en summa som visas.",
            "Interval: what a reader can work out from all that is shown. Wide enough: as wide as the "
              + "rules ask for. Follows: from what was published before, or from a total that is shown."
          ))
      ])
    let (cells, withheld) = (Fact(.count(review.cellCount)), Fact(.count(review.entries.count)))
    let (rounds, time) = (
      Fact(.count(review.rounds)), Fact(.number(seconds), precision: .decimals(2))
    )
    var sentences = [
      Sentence(
        "\(withheld) av \(cells) tal om personer visas inte. Granskningens varv: \(rounds). Tid: \(time) s.",
        "\(withheld) of \(cells) figures about persons are not shown. Rounds of the audit: \(rounds). "
          + "Time: \(time) s.")
    ]
    sentences += protection(review)
    if workspace.disclosure.isBelowThree {
      sentences.append(Sentence("Gränsen är under tre.", "The limit is below three."))
    }
    return ReportDocument(
      id: "disclosure", title: Label("Röjandekontroll", "Disclosure control"),
      blocks: DisclosureNote(workspace: workspace).blocks
        + [.paragraph(.sentences(sentences)), .table(table)])
  }

  /// What readers can work out all the same: what follows anyhow, and what our own figures give away.
  private static func protection(_ review: DisclosureReview) -> [Sentence] {
    func count(_ protection: DisclosureReview.Protection) -> Fact {
      Fact(.count(review.entries.count { $0.protection == protection }))
    }
    let (known, narrow) = (count(.follows), count(.tooNarrow))
    let follows = Sentence(
      "Följer av vad som redan är publicerat, eller av en summa som visas: \(known).",
      "Follow from what was published before, or from a total that is shown: \(known).")
    let rest =
      !review.isSafe
      ? Sentence(
        "Kan räknas ut närmare än reglerna tillåter: \(narrow).",
        "Can be worked out more closely than the rules allow: \(narrow).")
      : known.amount == 0
        ? Sentence(
          "Inget av dem kan räknas ut närmare än reglerna tillåter.",
          "None of them can be worked out more closely than the rules allow.")
        : Sentence(
          "Inget annat kan räknas ut närmare än reglerna tillåter.",
          "Nothing else can be worked out more closely than the rules allow.")
    return (known.amount == 0 ? [] : [follows]) + [rest]
  }

  private static let columns: [ReportColumn] = [
    ReportColumn("source", Label("Källa", "Source")),
    ReportColumn("time", Label("Omgång", "Wave")),
    ReportColumn("subject", Label("Fråga eller gräns", "Question or limit")),
    ReportColumn("part", Label("Del", "Part")),
    ReportColumn("figure", Label("Tal", "Figure")),
    ReportColumn("reason", Label("Skäl", "Reason")),
    ReportColumn("interval_low", Label("Minst", "At least")),
    ReportColumn("interval_high", Label("Högst", "At most")),
    ReportColumn("protection", Label("Skydd", "Protection")),
  ]

  private static func row(
    _ entry: DisclosureReview.Entry, _ workspace: LoadedWorkspace
  ) -> ReportRow {
    let reason = Withholding(entry.reason)
    return ReportRow(
      cells(entry.place, workspace) + [
        .member(reason.rawValue, reason.label),
        .count(entry.interval.map { Int($0.lower) }),
        .count(entry.interval?.upper.map { Int($0) }),
        .member(entry.protection.rawValue, entry.protection.label),
      ])
  }

  private static func cells(
    _ place: DisclosureReview.Place, _ workspace: LoadedWorkspace
  ) -> [ReportCell] {
    switch place {
    case .answer(let survey, let cell):
      let wave = survey.waves.first { $0.id == cell.wave }
      let question = survey.questions.first { $0.id == cell.question }
      let answer = question.map(survey.scale)?.answers.first { $0.id == cell.answer }
      return [
        .member(survey.id, survey.title),
        .member(cell.wave, wave?.label ?? Label(same: cell.wave)),
        .member(cell.question, question?.label ?? Label(same: cell.question)),
        part(cell.part, survey, workspace.codes),
        .member(
          cell.answer,
          answer?.label
            ?? (cell.answer == AnswerCell.figures
              ? Label("medel och kvantiler", "mean and quantiles") : Label(same: cell.answer))),
      ]
    case .cases(let log, .limit(let limit, let part, let figure)):
      let (id, label): (String, Label) =
        switch part {
        case .all: ("all", Label("alla", "all"))
        case .month(let month): (month ?? "", Label(same: month ?? "–"))
        case .category(let category):
          (
            category ?? "",
            workspace.codes.label(category ?? "–", column: log.columns.category ?? "")
          )
        }
      return [
        .member(log.id, log.title), .none,
        .member(limit, log.limit(limit)?.label ?? Label(same: limit)), .member(id, label),
        .member(figure.rawValue, figure.label),
      ]
    case .cases(let log, .subset(let subset)):
      let kind = log.subsets.first { $0.id == subset }
      return [
        .member(log.id, log.title), .none, .none,
        .member(subset, kind?.label ?? Label(same: subset)),
        .member("total", CaseCell.Figure.total.label),
      ]
    case .cases(let log, .everything):
      return [
        .member(log.id, log.title), .none, .none, .member("all", Label("alla", "all")),
        .member("total", CaseCell.Figure.total.label),
      ]
    }
  }

  private static func part(
    _ part: SurveyPart, _ survey: SurveyDefinition, _ codes: CodeLabels
  ) -> ReportCell {
    switch part {
    case .all: .member("all", Label("alla", "all"))
    case .withoutSubstitutes:
      .member("without_substitutes", Label("utan ersättare", "without substitutes"))
    case .group(let id):
      .member(id, survey.groups.first { $0.id == id }?.label ?? Label(same: id))
    case .value(let value, let column):
      .member(
        value,
        value.isEmpty
          ? Label("uppgift saknas", "not stated") : codes.label(value, column: column))
    }
  }
}

extension CaseCell.Figure {
  fileprivate var label: Label {
    switch self {
    case .total: Label("ärenden", "cases")
    case .answered: Label("besvarade", "answered")
    case .withinLimit: Label("inom gränsen", "within the limit")
    case .late: Label("för sent", "late")
    case .open: Label("öppna", "open")
    case .openOverdue: Label("öppna, försenade", "open, overdue")
    case .decided: Label("avgjorda", "decided")
    case .pending: Label("öppna med tid kvar", "open with time left")
    }
  }
}

extension DisclosureReview.Protection {
  fileprivate var label: Label {
    switch self {
    case .wideEnough: Label("brett nog", "wide enough")
    case .follows: Label("följer", "follows")
    case .tooNarrow: Label("för smalt", "too narrow")
    }
  }
}

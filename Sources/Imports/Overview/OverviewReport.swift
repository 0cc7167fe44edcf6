internal import Labels
package import Reports
internal import Tables

/// The report of a file without a workspace: response counts and shares, question by question.
package enum OverviewReport {
  /// What a file holds.
  package static func document(_ overview: FileOverview) -> ReportDocument {
    let responses = responses(overview)
    var blocks: [Block] = [.paragraph(opening(overview))]
    blocks += notes(overview).map(Block.note)
    blocks += responses.map { [.table($0)] } ?? []
    for (place, question) in overview.questions.enumerated() {
      blocks += figures(question, id: "q\(place + 1)")
    }
    if let others = others(overview) { blocks.append(.table(others)) }
    blocks.append(.table(data(overview)))
    blocks.append(.note(next(overview)))
    return ReportDocument(
      id: "survey", title: Label("Svaren i filen", "The answers in the file"),
      subtitle: Sentence(Label(same: overview.export.file)), blocks: blocks)
  }

  private static func opening(_ overview: FileOverview) -> Sentence {
    let export = overview.export
    let count = Fact(.count(export.rowCount))
    let tool = export.profile.id == "table" ? nil : export.profile.name
    let from = tool.map {
      Label(" Filen är läst som en export från \($0).", " The file was read as an export of \($0).")
    }
    let days = export.submitted.compactMap { $0?.date }
    let span: Sentence
    if let first = days.min(), let last = days.max() {
      span = Sentence(
        ", inskickade \(Fact(.day(first)))–\(Fact(.day(last)))",
        ", sent in \(Fact(.day(first)))–\(Fact(.day(last)))")
    } else {
      span = Sentence("", "")
    }
    let noun = export.rowCount == 1 ? "response" : "responses"
    return Sentence("\(count) svar", "\(count) \(noun)") + span
      + Sentence(".\(from?.swedish ?? "")", ".\(from?.english ?? "")")
  }

  private static func notes(_ overview: FileOverview) -> [Sentence] {
    let export = overview.export
    var notes: [Sentence] = []
    if export.unfinished > 0 {
      let count = Fact(.count(export.unfinished))
      notes.append(
        export.unfinished == 1
          ? Sentence(
            "\(count) rad är inte inskickad och räknas inte.",
            "\(count) row was not sent in and is not counted.")
          : Sentence(
            "\(count) rader är inte inskickade och räknas inte.",
            "\(count) rows were not sent in and are not counted."))
    }
    let personal = export.columns.filter(\.holdsPersons).map(\.name)
    if !personal.isEmpty {
      let names = personal.joined(separator: ", ")
      notes.append(
        Sentence(
          Label(
            "Uppgifter om personer visas inte: \(names).",
            "Data about persons is not shown: \(names).")))
    }
    let least = Fact(.count(overview.minimum))
    notes.append(
      Sentence(
        """
        Färre än \(least) svar på en fråga visas inte; mindre grupper räknas ihop med andra. Fritext visas \
        aldrig. Ingen vet här hur många som fick enkäten, så ingen svarsfrekvens kan räknas.
        """,
        """
        Fewer than \(least) answers to a question are not shown; smaller groups are counted together with \
        others. Free text is never shown. How many were asked is not known here, so there is no response \
        rate.
        """))
    return notes
  }

  /// How many answered by round and by group; `nil` where there is one of each.
  private static func responses(_ overview: FileOverview) -> ReportTable? {
    let sizes = overview.groupSizes
    guard overview.waves.count > 1 || sizes.count > 1 else { return nil }
    func row(_ kind: Label, _ member: Member, _ count: Int) -> ReportRow {
      ReportRow([
        .words(Sentence(kind)), .member([member]), .fact(Fact(.count(count))),
      ])
    }
    let waves =
      overview.waves.count < 2
      ? []
      : overview.waves.map {
        row(Label("Omgång", "Round"), Member($0.id, $0.label), $0.rows.count)
      }
    let groups = sizes.map {
      row(Label("Grupp", "Group"), member([$0.name]), $0.count)
    }
    return ReportTable(
      id: "responses", title: Label("Antal svar", "Responses"),
      columns: [
        ReportColumn("part", Label("Del", "Part")),
        .dimension("member", Label("Namn", "Name")),
        ReportColumn("responses", Label("Svar", "Responses")),
      ], rows: waves + groups)
  }

  /// A group, or several that are counted together.
  private static func member(_ names: [String]) -> Member {
    let none = Label("utan grupp", "no group")
    return Member(
      names.map { $0.isEmpty ? "none" : $0.asIdentifier ?? $0 }.joined(separator: "+"),
      Label(
        names.map { $0.isEmpty ? none.swedish : $0 }.joined(separator: " + "),
        names.map { $0.isEmpty ? none.english : $0 }.joined(separator: " + ")))
  }

  // MARK: Questions

  /// The table of one question for readers.
  private static func figures(_ overview: QuestionOverview, id: String) -> [Block] {
    guard let all = overview.all else { return [] }
    let title = Label(same: overview.question.wording)
    let parts =
      [(Label("Alla", "All"), all)]
      + overview.groups.map { names, figures in (member(names).label, figures) }
    var rows: [ReportRow] = []
    for (place, answer) in overview.answers.enumerated() {
      rows.append(
        row(
          Member(answer.id, shown(answer, overview.question)), all.counts[place],
          parts.map { ($0.1.counts[place], $0.1.answered) }))
    }
    if all.others > 0 {
      rows.append(
        row(
          Member("others", Label("övriga svar", "other answers")), all.others,
          parts.map { ($0.1.others, $0.1.answered) }))
    }
    if let nps = all.nps {
      rows.append(
        row(
          Member("promoters", Label("9–10", "9–10")), nps.promoters,
          parts.map { ($0.1.nps?.promoters ?? 0, $0.1.answered) }))
      rows.append(
        row(
          Member("passives", Label("7–8", "7–8")), all.answered - nps.promoters - nps.detractors,
          parts.map {
            (
              $0.1.answered - ($0.1.nps?.promoters ?? 0) - ($0.1.nps?.detractors ?? 0),
              $0.1.answered
            )
          }))
      rows.append(
        row(
          Member("detractors", Label("0–6", "0–6")), nps.detractors,
          parts.map { ($0.1.nps?.detractors ?? 0, $0.1.answered) }))
    }
    if all.mean != nil {
      rows.append(
        measure("mean", Label("medelvärde", "mean"), parts.map { $0.1.mean }, decimals: 2))
    }
    if overview.question.type == .number {
      rows.append(
        measure("median", Label("median", "median"), parts.map { $0.1.median }, decimals: 2))
    }
    if all.nps != nil {
      rows.append(
        measure(
          "nps", Label("NPS", "NPS"), parts.map { ($0.1.nps?.score).map { $0 * 100 } }, decimals: 0)
      )
    }
    var table = ReportTable(
      id: id, title: title,
      columns: [
        .dimension(.answer, Label("Svar", "Answer")),
        ReportColumn("count", Label("Antal", "Number"), for: .readers),
      ]
        + parts.enumerated().map { place, part in
          ReportColumn("share-\(place)", part.0, for: .readers)
        }, rows: rows, notes: [Footnote(base(overview, parts))])
    table.audience = .readers
    return [.table(table)]
  }

  private static func row(_ answer: Member, _ count: Int, _ parts: [(Int, Int)]) -> ReportRow {
    ReportRow(
      [.member([answer]), .fact(Fact(.count(count)))]
        + parts.map { part, whole in
          .fact(
            Fact(
              .share(Double(part) / Double(max(1, whole))),
              base: .part(Double(part), of: Double(whole))))
        })
  }

  private static func measure(
    _ id: String, _ label: Label, _ values: [Double?], decimals: Int
  ) -> ReportRow {
    ReportRow(
      [.member([Member(id, label)]), .none]
        + values.map { value in
          value.map { .fact(Fact(.number($0), precision: .decimals(decimals))) } ?? .none
        })
  }

  /// What the file calls an answer of a usual scale is told as the scale does.
  private static func shown(_ answer: FoundScale.Answer, _ question: ExportQuestion) -> Label {
    answer.score.map { score in
      Int(answer.label.swedish) == score
        ? answer.label
        : Label("\(score) \(answer.label.swedish)", "\(score) \(answer.label.english)")
    } ?? answer.label
  }

  private static func base(
    _ overview: QuestionOverview, _ parts: [(Label, AnswerFigures)]
  ) -> Sentence {
    let (answered, asked) = (Fact(.count(overview.answered)), Fact(.count(overview.asked)))
    let base = Sentence(
      "\(answered) av \(asked) i filen svarade.", "\(answered) of \(asked) in the file answered.")
    guard overview.question.type == .several else { return base }
    return base
      + Sentence(
        " Var och en kunde ge flera svar, så andelarna kan bli mer än 100 procent tillsammans.",
        " Everybody could give several answers, so that shares may add up to over 100 per cent.")
  }

  /// The questions of which no figures are shown, and why.
  private static func others(_ overview: FileOverview) -> ReportTable? {
    let rows = overview.questions.filter { $0.all == nil }.map { question in
      let reason =
        question.isFew
        ? Label("för få svar", "too few answers") : question.question.type.label
      return ReportRow([
        .words(Sentence(Label(same: question.question.wording))), .words(Sentence(reason)),
        question.isFew
          ? .fact(Fact(.withheld(.few))) : .fact(Fact(.count(question.answered))),
      ])
    }
    guard !rows.isEmpty else { return nil }
    var table = ReportTable(
      id: "not-shown", title: Label("Frågor utan siffror här", "Questions without figures here"),
      columns: [
        ReportColumn("question", Label("Fråga", "Question"), for: .readers),
        ReportColumn("reason", Label("Varför", "Why"), for: .readers),
        ReportColumn("answered", Label("Svar", "Answers"), for: .readers),
      ], rows: rows)
    table.audience = .readers
    return table
  }

  /// All shares in one table, for programs.
  private static func data(_ overview: FileOverview) -> ReportTable {
    var rows: [ReportRow] = []
    for (place, question) in overview.questions.enumerated() {
      let name = Member("q\(place + 1)", Label(same: question.question.wording))
      let total = question.all.map { [([String](), $0)] } ?? []
      for (names, figures) in total + question.groups {
        let group = names.isEmpty ? Member.total() : member(names)
        for (answer, count) in zip(question.answers, figures.counts) {
          rows.append(
            ReportRow([
              .member([name]), .code(question.question.type.rawValue), .member([group]),
              .member([Member(answer.id, answer.label)]), .fact(Fact(.count(count))),
              .fact(Fact(.count(figures.answered))),
              .fact(Fact(.share(Double(count) / Double(max(1, figures.answered))))),
              .none,
            ]))
        }
        if let mean = figures.mean {
          rows.append(
            ReportRow([
              .member([name]), .code(question.question.type.rawValue), .member([group]),
              .member([Member("mean", Label("medelvärde", "mean"))]), .none,
              .fact(Fact(.count(figures.answered))), .none, .fact(Fact(.number(mean))),
            ]))
        }
      }
    }
    var table = ReportTable(
      id: "answers", title: Label("Svar", "Answers"),
      columns: [
        .dimension(.question, Label("Fråga", "Question")), .data("type"),
        .dimension(.group, Label("Grupp", "Group")), .dimension(.answer, Label("Svar", "Answer")),
        .data("count"), .data("answered"), .data("share_percent"), .data("value"),
      ], rows: rows)
    table.audience = .dataFiles
    return table
  }

  private static func next(_ overview: FileOverview) -> Sentence {
    Sentence(
      Label(
        "Med svarsfrekvens, jämförelser och mål: nyckeltal init --from \(overview.export.file.quotedForShell)",
        "With response rates, comparisons and goals: nyckeltal init --from \(overview.export.file.quotedForShell)"
      )
    )
  }
}

extension ExportColumn {
  /// Whether it tells who somebody is.
  package var holdsPersons: Bool {
    switch role {
    case .respondent(let identity): identity.isLasting && tellsApart
    case .personal: texts.contains { !$0.isEmpty }
    case .group, .wave, .submitted, .state, .question, .ignored: false
    }
  }
}

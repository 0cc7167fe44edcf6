internal import Diagnostics
internal import Labels
package import Reports

/// The preview of an import: what would be taken, and what is done with it.
package enum ImportPreview {
  /// The preview of a plan. Its problems are told as diagnostics.
  package static func document(_ plan: ImportPlan) -> ReportDocument {
    var blocks: [Block] = [.paragraph(opening(plan))]
    blocks.append(.table(waves(plan)))
    if plan.waves.contains(where: { !$0.invited.isEmpty }) { blocks.append(.table(invited(plan))) }
    blocks.append(.table(questions(plan)))
    blocks += notes(plan).map(Block.note)
    return ReportDocument(
      id: "import", title: Label("Förhandsgranskning", "Preview"),
      subtitle: Sentence(
        Label(same: "\(plan.export.file) → \(plan.unit)/\(plan.survey)")), blocks: blocks)
  }

  private static func opening(_ plan: ImportPlan) -> Sentence {
    let export = plan.export
    let rows = Fact(.count(export.rowCount + export.unfinished))
    let tool = export.profile.name
    let isOne = export.rowCount + export.unfinished == 1
    let read = Sentence(
      "\(rows) \(isOne ? "rad" : "rader") lästa (\(tool)).",
      "\(rows) \(isOne ? "row" : "rows") read (\(tool)).")
    let survey =
      plan.isNewSurvey
      ? Sentence(
        Label(
          " Enkäten är ny: ”\(plan.title.swedish)”.", " The survey is new: “\(plan.title.english)”."
        ))
      : Sentence(Label(" Enkät: ”\(plan.title.swedish)”.", " Survey: “\(plan.title.english)”."))
    guard export.unfinished > 0 else { return read + survey }
    let left = Fact(.count(export.unfinished))
    return read + survey
      + (export.unfinished == 1
        ? Sentence(
          " \(left) är inte inskickad och tas inte med.",
          " \(left) was not sent in and is left out.")
        : Sentence(
          " \(left) är inte inskickade och tas inte med.",
          " \(left) were not sent in and are left out."))
  }

  // MARK: Tables

  private static func waves(_ plan: ImportPlan) -> ReportTable {
    let hasList = plan.waves.contains { $0.notInvited > 0 }
    let hasPersons = plan.waves.contains { $0.again != nil }
    return ReportTable(
      id: "waves", title: Label("Omgångar", "Rounds"),
      columns: [
        .dimension(.wave, Label("Omgång", "Round")),
        ReportColumn("rows", Label("Rader", "Rows")),
        ReportColumn("duplicates", Label("Dubbletter", "Duplicates")),
      ] + (hasList ? [ReportColumn("not_invited", Label("Ej inbjudna", "Not invited"))] : [])
        + [ReportColumn("taken", Label("Tas med", "Taken"))]
        + (hasPersons
          ? [ReportColumn("again", Label("Varav förra gången", "Of these before"))] : [])
        + [ReportColumn("status", Label("Vad som görs", "What is done"), for: .readers)],
      rows: plan.waves.map { planned in
        ReportRow(
          [
            .member([
              Member(
                planned.wave.id,
                planned.wave.id.isEmpty ? Label("okänd", "unknown") : planned.wave.label)
            ]), .fact(Fact(.count(planned.wave.rows.count))),
            .fact(Fact(.count(planned.duplicates))),
          ] + (hasList ? [.fact(Fact(.count(planned.notInvited)))] : [])
            + [.fact(Fact(.count(planned.taken)))]
            + (hasPersons ? [planned.again.map { .fact(Fact(.count($0))) } ?? .none] : [])
            + [.words(Sentence(status(planned)))])
      },
      notes: plan.waves.contains { $0.duplicates > 0 }
        ? [
          Footnote(
            "Av flera svar från samma person räknas det som kom in sist.",
            "Of several responses of one person the one that came in last counts.")
        ] : [])
  }

  private static func status(_ planned: ImportPlan.PlannedWave) -> Label {
    switch planned.status {
    case .new: Label("läggs till", "is added")
    case .known:
      Label(
        "finns redan; lämnas (--replace ersätter)", "is there; left alone (--replace replaces it)")
    case .replaced: Label("ersätts", "is replaced")
    case .sameAs(let other):
      Label(
        "samma svar som \(other); lämnas (--replace tar med dem ändå)",
        "same answers as \(other); left alone (--replace brings them in all the same)")
    }
  }

  private static func invited(_ plan: ImportPlan) -> ReportTable {
    let labels = Dictionary(
      plan.groups.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    let source = plan.waves.lazy.compactMap(\.invitedAs).first
    return ReportTable(
      id: "invited", title: Label("Så många fick enkäten", "How many were asked"),
      columns: [
        .dimension(.wave, Label("Omgång", "Round")), .dimension(.group, Label("Grupp", "Group")),
        ReportColumn("invited", Label("Antal", "Number")),
      ],
      rows: plan.waves.filter(\.isTaken).flatMap { planned in
        planned.invited.map { id, count in
          ReportRow([
            .member([Member(planned.wave.id, planned.wave.label)]),
            .member([Member(id, Label(same: labels[id] ?? id))]), .fact(Fact(.count(count))),
          ])
        }
      },
      notes: source.map {
        [
          Footnote(
            Label(
              "Talen är de från \($0); --invited ger andra.",
              "The numbers are those of \($0); --invited gives others."))
        ]
      } ?? [])
  }

  private static func questions(_ plan: ImportPlan) -> ReportTable {
    let hasOutside = plan.questions.contains { $0.outside > 0 }
    return ReportTable(
      id: "questions", title: Label("Frågor", "Questions"),
      columns: [
        ReportColumn("question", Label("Fråga", "Question")),
        ReportColumn("wording", Label("I filen", "In the file")),
        ReportColumn("type", Label("Typ", "Type")),
      ] + (hasOutside ? [ReportColumn("outside", Label("Utanför skalan", "Off the scale"))] : [])
        + [ReportColumn("status", Label("I enkäten", "In the survey"), for: .readers)],
      rows: plan.questions.map { question in
        ReportRow(
          [
            .code(question.id), .words(Sentence(Label(same: question.wording))),
            .words(Sentence(question.type.label)),
          ] + (hasOutside ? [.fact(Fact(.count(question.outside)))] : [])
            + [.words(Sentence(question.isNew ? Label("ny", "new") : Label("finns", "is there")))])
      })
  }

  // MARK: Notes

  private static func rare(_ rare: ImportPlan.RareAnswers) -> Sentence {
    let (answers, cells) = (Fact(.count(rare.answers)), Fact(.count(rare.cells)))
    let responses = rare.cells == 1 ? "response" : "responses"
    let way = Label(
      "; --answers-from 1 låter varje svar stå för sig.",
      "; --answers-from 1 lets each answer stand by itself.")
    return
      (rare.answers == 1
      ? Sentence(
        "\(rare.question): \(answers) svarsalternativ gavs av för få för att stå för sig, och räknas som ”annat” (\(cells) svar)",
        "\(rare.question): \(answers) answer was given by too few to stand by itself, and counts as “other” (\(cells) \(responses))"
      )
      : Sentence(
        "\(rare.question): \(answers) svarsalternativ gavs av för få för att stå för sig, och räknas som ”annat” (\(cells) svar)",
        "\(rare.question): \(answers) answers were given by too few to stand by themselves, and count as “other” (\(cells) \(responses))"
      )) + Sentence(way)
  }

  private static func notes(_ plan: ImportPlan) -> [Sentence] {
    var notes: [Sentence] = []
    for column in plan.personal {
      notes.append(
        Sentence(
          column.treatment == .hashed
            ? Label(
              "”\(column.name)” säger vem som svarat: sparas bara som pseudonym.",
              "“\(column.name)” tells who answered: kept as a pseudonym only.")
            : Label(
              "”\(column.name)” ser ut som personuppgifter: sparas inte.",
              "“\(column.name)” looks like personal data: not kept.")))
    }
    if plan.redacted > 0 {
      let count = Fact(.count(plan.redacted))
      notes.append(
        plan.redacted == 1
          ? Sentence(
            "\(count) fritextsvar har personnummer, adresser eller telefonnummer, som ersätts.",
            "\(count) free text holds personal numbers, addresses or telephone numbers, which are replaced."
          )
          : Sentence(
            "\(count) fritextsvar har personnummer, adresser eller telefonnummer, som ersätts.",
            "\(count) free texts hold personal numbers, addresses or telephone numbers, which are replaced."
          ))
    }
    notes += plan.rare.map(Self.rare)
    if !plan.missingQuestions.isEmpty {
      let names = plan.missingQuestions.joined(separator: ", ")
      notes.append(
        Sentence(
          Label(
            "Finns inte i filen och räknas som obesvarade: \(names).",
            "Not in the file, and counted as not answered: \(names).")))
    }
    if !plan.goals.isEmpty {
      let goals = plan.goals.joined(separator: "; ")
      notes.append(Sentence(Label("Mål: \(goals).", "Goals: \(goals).")))
    }
    return notes
  }
}

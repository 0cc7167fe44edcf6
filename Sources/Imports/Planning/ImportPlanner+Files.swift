internal import Diagnostics
internal import Labels
internal import Tables
internal import Workspace

extension ImportPlanner {
  /// Makes the rows of every round that is taken, and the files of the survey as they would be.
  mutating func write(
    _ waves: inout [ImportPlan.PlannedWave], _ questions: [MatchedQuestion], _ groups: MatchedGroups
  ) throws(ImportProblem) {
    let usually = plan.export.profile.writesMonthFirst
    var writers = questions.map { matched in
      AnswerWriter(
        matched.question, mapping: answerMeanings(matched.question),
        monthFirst: matched.question.type == .date
          && WrittenMoments.isMonthFirst(matched.export.cells.compactMap(\.first), usually: usually)
      )
    }
    var responses = folder.responses
    var population = folder.population
    let groupColumn = plan.export.column(.group)
    let isListed = folder.invitations != nil
    let hasDays = plan.export.submitted.contains { $0 != nil }
    var withoutGroup = 0
    var replaced = 0
    for place in waves.indices {
      let wave = waves[place].wave
      let (rows, duplicates) = people(wave)
      waves[place].duplicates = duplicates
      guard waves[place].isTaken else { continue }
      replaced += duplicates
      let invitedPersons = invitedPersons(wave.id)
      var records: [[(name: String, text: String)]] = []
      var answered: [String: Int] = [:]
      for (row, respondent) in rows {
        if let invitedPersons, !invitedPersons.contains(respondent) {
          waves[place].notInvited += 1
          continue
        }
        guard let group = groups.id(groupColumn, row) else {
          if groupColumn?.texts[row].isEmpty == true { withoutGroup += 1 }
          continue
        }
        var record = [("wave", wave.id), ("respondent", respondent)]
        if !isListed { record.append(("group", group)) }
        // The day alone: a time tells who sat at the form.
        if let moment = plan.export.submitted[row] {
          record.append(("answered", moment.date.description))
        } else if hasDays {
          record.append(("answered", ""))
        }
        for (index, question) in questions.enumerated() {
          record.append((question.question.id, writers[index].cell(question.export.cells[row])))
        }
        answered[group, default: 0] += 1
        records.append(record.map { (name: $0.0, text: $0.1) })
      }
      if waves[place].status == .new, !request.replaces,
        let other = alike(records, in: responses, but: wave.id)
      {
        waves[place].status = .sameAs(other)
        continue
      }
      waves[place].taken = records.count
      waves[place].again = again(records, in: responses, before: wave.id)
      responses.removeRows { $0.text($1, "wave") == wave.id }
      for record in records { responses.add(record) }
      guard !isListed else { continue }
      let (numbers, source) = invited(wave)
      (waves[place].invited, waves[place].invitedAs) = (numbers, source)
      checkInvited(numbers, answered, wave)
      population.removeRows { $0.text($1, "wave") == wave.id }
      for (id, count) in numbers {
        population.add([("wave", wave.id), ("group", id), ("invited", String(count))])
      }
    }
    plan.waves = waves
    plan.redacted = writers.map(\.redacted).reduce(0, +)
    plan.questions = zip(questions, writers).map { question, writer in
      ImportPlan.PlannedQuestion(
        wording: question.export.wording, id: question.question.id, type: question.question.type,
        isNew: question.isNew, outside: writer.outsideCells)
    }
    tellOutside(writers, questions)
    tellOthers(writers, questions)
    tellWithoutGroup(withoutGroup)
    tellNamesakes(replaced)
    tellPersons()
    try makeFiles(responses, population, isListed)
  }

  /// What was said of the answers to a question, now or before.
  private mutating func answerMeanings(_ question: SurveyOutline.Question) -> [SurveyMapping.Entry]
  {
    for (text, meaning) in request.meanings {
      guard let scale = question.scale,
        meaning.isEmpty ? false : scale.answers.contains(where: { $0.id == meaning })
      else { continue }
      SurveyMapping.add(
        SurveyMapping.Entry(text: text, id: meaning, question: question.id), to: &mapping.answers)
    }
    return mapping.answers
  }

  // MARK: Rounds that look alike

  /// A round that is there and has the same answers: of the same persons, or, where nobody is known, of as
  /// many in the same groups, whatever their order.
  private func alike(
    _ records: [[(name: String, text: String)]], in responses: TextTable, but wave: String
  ) -> String? {
    guard records.count >= 5, records[0].count(where: { $0.name != "answered" }) >= 5 else {
      return nil
    }
    func key(_ pairs: [(name: String, text: String)]) -> String {
      pairs.filter { !["wave", "respondent", "answered"].contains($0.name) }.map(\.text)
        .joined(separator: "\u{1F}")
    }
    let own = records.map(key).sorted()
    let names = records[0].map(\.name)
    var waves: [String] = []
    for row in responses.rows {
      let id = responses.text(row, "wave")
      if id != wave, !waves.contains(id) { waves.append(id) }
    }
    return waves.first { id in
      let rows = responses.rows.filter { responses.text($0, "wave") == id }
      return rows.count == own.count
        && rows.map { row in key(names.map { ($0, responses.text(row, $0)) }) }.sorted() == own
    }
  }

  /// How many of a round answered the one before; `nil` where persons are not known or nothing is before.
  private func again(
    _ records: [[(name: String, text: String)]], in responses: TextTable, before wave: String
  ) -> Int? {
    guard case .respondent(let identity) = plan.export.respondents?.role, identity.isLasting,
      let last = outline.waves.last(where: { $0.id != wave })?.id
        ?? responses.rows.last.map({ responses.text($0, "wave") }), last != wave
    else { return nil }
    let before = Set(
      responses.rows.filter { responses.text($0, "wave") == last }.map {
        responses.text($0, "respondent")
      })
    return before.isEmpty ? nil : records.count { before.contains($0[1].text) }
  }

  // MARK: What is told

  private mutating func tellOutside(_ writers: [AnswerWriter], _ questions: [MatchedQuestion]) {
    for (writer, question) in zip(writers, questions) where !writer.outside.isEmpty {
      let ids = question.question.scale?.answers.map(\.id) ?? []
      let isOpen = question.question.scale != nil
      let severity: Diagnostic.Severity = request.leavesOutUnknown ? .warning : .error
      let scale = ids.isEmpty ? question.question.type.rawValue : ids.joined(separator: ", ")
      plan.problems.append(
        ImportProblem(
          severity, "import-answer", at: location,
          Label(
            "frågan '\(question.question.id)' har svar som inte finns på dess skala: "
              + (writer.outsideCells == 1 ? "1 cell" : "\(writer.outsideCells) celler"),
            "question '\(question.question.id)' has answers that are not on its scale: "
              + (writer.outsideCells == 1 ? "1 cell" : "\(writer.outsideCells) cells")),
          because: Label("skalan: \(scale)", "the scale: \(scale)"),
          fixes: request.leavesOutUnknown
            ? []
            : [
              isOpen
                ? Label("--map 'SVAR=\(ids.first ?? "id")'", "--map 'ANSWER=\(ids.first ?? "id")'")
                : nil,
              Label(
                "--leave-out-unknown   räkna dem som obesvarade",
                "--leave-out-unknown   count them as not answered"),
            ].compactMap(\.self), found: writer.outside))
    }
  }

  /// Says that answers to a question that was there before become another one: of those to a new one the preview
  /// tells.
  private mutating func tellOthers(_ writers: [AnswerWriter], _ questions: [MatchedQuestion]) {
    for (writer, question) in zip(writers, questions) where !question.isNew && writer.otherCells > 0
    {
      let (id, other, count) = (question.question.id, NewDefinition.other, writer.otherCells)
      let cells = Label(
        count == 1 ? "1 cell" : "\(count) celler", count == 1 ? "1 cell" : "\(count) cells")
      plan.problems.append(
        ImportProblem(
          .warning, "import-answer", at: location,
          Label(
            "svar på frågan '\(id)' som inte finns på dess skala räknas som '\(other)': \(cells.swedish)",
            "answers to question '\(id)' that are not on its scale count as '\(other)': \(cells.english)"
          ),
          fixes: [
            Label("--map 'SVAR=id'   om de är ett annat", "--map 'ANSWER=id'   if they are another")
          ],
          found: writer.others))
    }
  }

  private mutating func tellWithoutGroup(_ count: Int) {
    guard count > 0 else { return }
    plan.problems.append(
      ImportProblem(
        request.leavesOutUnknown ? .warning : .error, "import-group", at: location,
        Label(
          count == 1 ? "1 rad har ingen grupp" : "\(count) rader har ingen grupp",
          count == 1 ? "1 row has no group" : "\(count) rows have no group"),
        because: Label("de räknas inte", "they are not counted"),
        fixes: request.leavesOutUnknown
          ? []
          : [Label("--leave-out-unknown   utelämna dem", "--leave-out-unknown   leave them out")]))
  }

  // MARK: Files

  private mutating func makeFiles(
    _ responses: TextTable, _ population: TextTable, _ isListed: Bool
  ) throws(ImportProblem) {
    let added = plan.waves.filter { $0.status == .new }
    let waves = added.compactMap { planned in
      planned.wave.date.map { date in
        (
          date,
          NewDefinition.wave(
            id: planned.wave.id, label: planned.wave.label, date: date,
            instrument: instrument ?? outline.instrument)
        )
      }
    }.sorted { $0.0 < $1.0 }.map(\.1)
    if var definition {
      let known = try definition.root().list("goals").compactMap(\.scalar)
      plan.goals = request.goals.filter { !known.contains($0) }
      try definition.append(waves, to: "waves")
      try definition.append(newGroups.map(NewDefinition.group), to: "groups")
      try definition.append(newDefinition?.items ?? [], to: "questions")
      plan.rare = newDefinition?.rare ?? []
      try definition.append(plan.goals.map(YAMLText.quoted), to: "goals")
      plan.files[SurveyFolder.definitionFile] = Array(definition.text.utf8)
      checkOrder(definition)
    } else if let newDefinition {
      plan.goals = request.goals
      plan.rare = newDefinition.rare
      plan.files[SurveyFolder.definitionFile] = Array(
        newDefinition.text(
          title: outline.title, tool: plan.export.profile.name, groups: outline.groups,
          waves: waves, goals: request.goals
        ).utf8)
    } else {
      plan.problems.append(
        problem("import-question", Label("filen har inga frågor", "the file has no questions")))
    }
    plan.files[SurveyFolder.responsesFile] = responses.bytes
    if !isListed { plan.files[SurveyFolder.populationFile] = population.bytes }
    plan.files[SurveyMapping.fileName] = Array(mapping.text.utf8)
  }

  /// A round that is older than one that is there would stand behind it.
  private mutating func checkOrder(_ definition: YAMLText) {
    guard let root = try? definition.root() else { return }
    let dates = root.list("waves").compactMap { $0.text("date").flatMap { CalendarDate(iso: $0) } }
    guard zip(dates, dates.dropFirst()).contains(where: { $0 >= $1 }) else { return }
    plan.problems.append(
      problem(
        "import-wave",
        Label(
          "omgången är äldre än en som redan finns, och omgångar står i tidsordning",
          "the round is older than one that is there, and rounds stand in the order of time"),
        fixes: [
          Label(
            "ångra den senare (nyckeltal undo), läs in den här först",
            "take the later one back (nyckeltal undo), and import this one first")
        ]))
  }
}

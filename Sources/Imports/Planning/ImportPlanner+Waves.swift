internal import Diagnostics
internal import Labels
internal import Tables

extension ImportPlanner {
  /// The rounds of the file, under the name that was asked for where there is one.
  mutating func planWaves() -> [ImportPlan.PlannedWave] {
    var found = WaveGuess.waves(of: plan.export)
    if let asked = request.wave {
      if found.count > 1 {
        let names = found.map(\.id).joined(separator: ", ")
        plan.problems.append(
          ImportProblem(
            .warning, "import-wave", at: location,
            Label(
              "filen ser ut att ha flera omgångar (\(names)), och alla räknas till '\(asked)'",
              "the file seems to hold several rounds (\(names)), and all count as '\(asked)'"),
            fixes: [Label("utelämna --wave", "leave --wave out")]))
      }
      found = [
        FoundWave(
          id: asked, label: WaveGuess.label(of: asked),
          date: found.compactMap(\.date).min() ?? WaveGuess.date(of: asked),
          rows: found.flatMap(\.rows).sorted())
      ]
    }
    leaveOutUnnamed(&found)
    tellUntimed(found)
    if found.contains(where: { $0.id.isEmpty || $0.date == nil }) {
      plan.problems.append(
        problem(
          "import-wave",
          Label(
            "det går inte att se när svaren gavs, och så vet ingen vilken omgång de är",
            "it cannot be seen when the answers were given, so nobody knows which round they are"),
          fixes: [Label(same: "--wave 2026-01")]))
    }
    return found.map { wave in
      let isThere = outline.waves.contains { $0.id == wave.id }
      return ImportPlan.PlannedWave(
        wave: wave, status: isThere ? (request.replaces ? .replaced : .known) : .new, taken: 0,
        duplicates: 0, notInvited: 0, again: nil, invited: [], invitedAs: nil)
    }
  }

  /// Leaves out rows whose cell of the round is empty, where that was asked for.
  private mutating func leaveOutUnnamed(_ waves: inout [FoundWave]) {
    guard request.leavesOutUnknown, plan.export.column(.wave) != nil,
      let place = waves.firstIndex(where: { $0.id.isEmpty })
    else { return }
    let count = waves.remove(at: place).rows.count
    plan.problems.append(
      ImportProblem(
        .warning, "import-wave", at: location,
        Label(
          count == 1 ? "1 rad har ingen omgång" : "\(count) rader har ingen omgång",
          count == 1 ? "1 row has no round" : "\(count) rows have no round"),
        because: Label("de räknas inte", "they are not counted")))
  }

  /// Rows without a time of a file with several rounds count as the last: that is a guess, and told.
  private mutating func tellUntimed(_ waves: [FoundWave]) {
    guard waves.count > 1, plan.export.column(.wave) == nil, let last = waves.last else { return }
    let count = last.rows.count { plan.export.submitted[$0] == nil }
    guard count > 0 else { return }
    let responses = count == 1 ? "response" : "responses"
    plan.problems.append(
      ImportProblem(
        .warning, "import-wave", at: location,
        Label(
          "\(count) svar har ingen tid som går att läsa, och räknas till '\(last.id)'",
          "\(count) \(responses) without a time that can be read count as '\(last.id)'"),
        because: Label("filen har flera omgångar", "the file holds several rounds"),
        fixes: [
          Label(
            "--wave NAMN   om alla hör till samma", "--wave NAME   if all are of the same round")
        ]))
  }

  /// Says that persons are told apart by name alone, where one seems to have answered twice: two may be called
  /// the same.
  mutating func tellNamesakes(_ duplicates: Int) {
    guard duplicates > 0, plan.export.respondents?.role == .respondent(.name) else { return }
    plan.problems.append(
      ImportProblem(
        .warning, "import-names", at: location,
        Label(
          duplicates == 1
            ? "1 svar ersätts av ett senare under samma namn"
            : "\(duplicates) svar ersätts av senare under samma namn",
          duplicates == 1
            ? "1 response gives way to a later one under the same name"
            : "\(duplicates) responses give way to later ones under the same name"),
        because: Label(
          "filen skiljer personer åt bara genom namn, och två kan heta lika",
          "the file tells persons apart by name alone, and two may be called the same"),
        fixes: [
          Label(
            "exportera med e-postadress eller id", "export with e-mail addresses or ids")
        ]))
  }

  /// Rows of a round, one a person: of several that a person has sent in the latest counts.
  mutating func people(_ wave: FoundWave) -> (
    rows: [(row: Int, respondent: String)], duplicates: Int
  ) {
    let column = plan.export.respondents
    let listed = listed(wave.id)
    var latest: [String: Int] = [:]
    var order: [(row: Int, respondent: String)] = []
    var duplicates = 0
    for row in wave.rows {
      let respondent = respondent(row, wave.id, column, listed)
      if let before = latest[respondent] {
        duplicates += 1
        if isLater(row, than: order[before].row) { order[before].row = row }
      } else {
        latest[respondent] = order.count
        order.append((row, respondent))
      }
    }
    return (order, duplicates)
  }

  private func isLater(_ row: Int, than other: Int) -> Bool {
    guard let time = plan.export.submitted[row], let before = plan.export.submitted[other] else {
      return true
    }
    return time >= before
  }

  // MARK: Groups by number

  /// How many were invited to a round, by group: as was said, or as in the last round.
  mutating func invited(_ wave: FoundWave) -> (numbers: [(id: String, count: Int)], as: String?) {
    if request.invited.isEmpty {
      let table = folder.population
      let own = table.rows.filter { table.text($0, "wave") == wave.id }
      let last = table.rows.last.map { table.text($0, "wave") }
      let rows = own.isEmpty ? table.rows.filter { table.text($0, "wave") == last } : own
      return (
        rows.compactMap { row in
          Int(table.text(row, "invited")).map { (table.text(row, "group"), $0) }
        }, own.isEmpty ? last : nil
      )
    }
    var numbers: [(id: String, count: Int)] = []
    for (name, count) in request.invited {
      let folded = name.foldedForMatching
      let known = outline.groups.first {
        [$0.id, $0.label.swedish, $0.label.english].map(\.foldedForMatching).contains(folded)
      }
      let one =
        known?.id ?? (name.isEmpty && outline.groups.count == 1 ? outline.groups[0].id : nil)
      if let one, numbers.contains(where: { $0.id == one }) {
        plan.problems.append(
          problem(
            "import-invited",
            Label("gruppen '\(one)' har två tal", "the group '\(one)' has two numbers"),
            fixes: [Label("rätta --invited", "correct --invited")]))
      } else if let one {
        numbers.append((one, count))
      } else if !name.isEmpty, plan.isNewSurvey || request.addsNew {
        // A group in which nobody has answered yet.
        numbers.append((newGroup(name), count))
        // Those that some persons are in: one alone may have written what it is.
        let names = groupsOfSome
        plan.problems.append(
          ImportProblem(
            .warning, "import-invited", at: location,
            Label(
              "ingen i gruppen ”\(name)” har svarat", "nobody of the group “\(name)” has answered"),
            fixes: [
              closestName(to: name, in: names).map {
                Label("menade du '\($0)'?", "did you mean '\($0)'?")
              }
            ].compactMap(\.self)))
      } else {
        plan.problems.append(
          problem(
            "import-invited",
            Label("det finns ingen grupp '\(name)'", "there is no group '\(name)'"),
            fixes: [
              Label(
                "grupperna är: \(outline.groups.map(\.id).joined(separator: ", "))",
                "the groups are: \(outline.groups.map(\.id).joined(separator: ", "))")
            ]))
      }
    }
    return (numbers, nil)
  }

  private var groupsOfSome: [String] {
    let texts = plan.export.column(.group)?.texts.map(\.foldedForMatching) ?? []
    return plan.groups.map(\.text).filter { text in
      texts.count { $0 == text.foldedForMatching } >= 5
    }
  }

  /// Says what is not known of how many were invited, and where more answered than were.
  mutating func checkInvited(
    _ numbers: [(id: String, count: Int)], _ answered: [String: Int], _ wave: FoundWave
  ) {
    let missing = answered.keys.sorted().filter { id in !numbers.contains { $0.id == id } }
    if !missing.isEmpty {
      // A new group of one person may be what that person wrote instead of choosing.
      let written = Set(newGroups.map(\.id).filter { answered[$0] == 1 }).intersection(missing)
      let example = outline.groups.map { group in
        "\(written.contains(group.id) ? "…" : group.id)"
          + "=\(numbers.first { $0.id == group.id }.map { String($0.count) } ?? "…")"
      }.joined(separator: ",")
      let told = missing.filter { !written.contains($0) }
      let others =
        written.isEmpty
        ? []
        : [
          Label(
            written.count == 1
              ? "1 grupp av en person" : "\(written.count) grupper av en person var",
            written.count == 1
              ? "1 group of one person" : "\(written.count) groups of one person each"
          )
        ]
      plan.problems.append(
        problem(
          "import-invited",
          Label(
            "hur många som fick enkäten är inte känt: "
              + (told + others.map(\.swedish)).joined(separator: ", "),
            "how many were asked is not known: "
              + (told + others.map(\.english)).joined(separator: ", ")),
          because: Label(
            "utan det finns ingen svarsfrekvens", "there is no response rate without it"),
          fixes: [Label(same: "--invited '\(example)'")], found: written.sorted()))
    }
    for (id, count) in numbers where answered[id, default: 0] > count {
      plan.problems.append(
        problem(
          "import-invited",
          Label(
            "fler i gruppen '\(id)' har svarat i '\(wave.id)' än som fick enkäten",
            "more of group '\(id)' answered in '\(wave.id)' than were asked"),
          because: Label(
            "\(answered[id, default: 0]) svar av \(count)",
            "\(answered[id, default: 0]) answers of \(count)"),
          fixes: [Label("rätta --invited", "correct --invited")]))
    }
  }
}

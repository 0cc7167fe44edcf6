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
      if let known {
        numbers.append((known.id, count))
      } else if name.isEmpty, outline.groups.count == 1 {
        numbers.append((outline.groups[0].id, count))
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
      let example = outline.groups.map { group in
        "\(group.id)=\(numbers.first { $0.id == group.id }.map { String($0.count) } ?? "…")"
      }.joined(separator: ",")
      plan.problems.append(
        problem(
          "import-invited",
          Label(
            "hur många som fick enkäten är inte känt: \(missing.joined(separator: ", "))",
            "how many were asked is not known: \(missing.joined(separator: ", "))"),
          because: Label(
            "utan det finns ingen svarsfrekvens", "there is no response rate without it"),
          fixes: [Label(same: "--invited '\(example)'")]))
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

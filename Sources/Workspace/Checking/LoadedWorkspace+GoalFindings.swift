internal import Diagnostics
internal import Indicators
internal import Labels

extension LoadedWorkspace {
  /// What does not fit together between goals and their outcomes, besides the verdicts themselves: a goal
  /// called done below its target, an outcome that counts something else, words where a figure was asked
  /// for, a verdict on everything that single goals contradict.
  func goalFindings(_ unit: UnitContents) -> [Finding] {
    unit.goals.compactMap { goal in
      guard goal.kind == .goal else { return nil }
      let assessment = assess(goal)
      return doneBelowTarget(assessment, unit) ?? countsOtherThings(assessment, unit)
        ?? onlyWords(assessment, unit)
    } + overallFindings(unit) + gapFindings(unit)
  }

  /// `genomfört` beside a figure speaks of what was counted; that it falls short is told all the same.
  private func doneBelowTarget(_ assessment: Assessment, _ unit: UnitContents) -> Finding? {
    guard case .figure = assessment.reason, let deciding = assessment.deciding,
      let status = deciding.statedStatus, status.meaning == .done, !assessment.differs,
      [.nearly, .notMet].contains(assessment.verdict), let value = deciding.value,
      let threshold = assessment.threshold
    else { return nil }
    let goal = assessment.goal
    let (reached, wanted) = apart(value, threshold)
    return Finding(
      severity: .note, code: "done-below-target", subject: goal.id, unit: unit.id, year: goal.year,
      message: Label(
        "\(goal.label.swedish): \(reached.swedish) av målet \(wanted.swedish), i dokumentet "
          + "”\(status.label.swedish)”",
        "\(goal.label.english): \(reached.english) of the target \(wanted.english), in the document "
          + "“\(status.label.english)”"),
      location: deciding.location, sources: [deciding.source])
  }

  /// The goal counts one thing and what is told of it another, or the same in a larger measure.
  private func countsOtherThings(_ assessment: Assessment, _ unit: UnitContents) -> Finding? {
    let goal = assessment.goal
    // Kronor, thousands and millions of them are told apart by everyone.
    guard let own = goal.measurementUnit, own.dimension != "money", goal.target != nil else {
      return nil
    }
    let told: Outcome?
    if let deciding = assessment.deciding, deciding.statedValue != nil {
      told =
        deciding.measurementUnit.map { $0.dimension == own.dimension && $0.factor != own.factor }
          == true ? deciding : nil
    } else {
      // What stands beside the goal as done, where nothing is told in the goal's own unit.
      let figures = assessment.outcomes.filter { $0.statedValue != nil }
      let isOther = figures.allSatisfy { $0.measurementUnit?.dimension != own.dimension }
      told = isOther ? figures.first { $0.statedStatus?.meaning == .done } : nil
    }
    guard let told, let other = told.measurementUnit else { return nil }
    return Finding(
      severity: .note, code: "unit-differs", subject: goal.id, unit: unit.id, year: goal.year,
      message: Label(
        "\(goal.label.swedish): målet räknas i \(own.label.swedish), utfallet i "
          + other.label.swedish,
        "\(goal.label.english): the goal counts \(own.label.english), the outcome "
          + other.label.english),
      location: told.location, sources: goal.sources + [told.source])
  }

  /// A target has a figure, and what answers it has a word alone.
  private func onlyWords(_ assessment: Assessment, _ unit: UnitContents) -> Finding? {
    let goal = assessment.goal
    // Of one thing that is done there is one, and the figure of what is to be done says when: after six
    // months.
    guard let target = goal.target, target != 1, goal.measure != .yesNo, goal.direction != .done
    else { return nil }
    if case .wordsOnly = assessment.reason { return nil }
    let answers = assessment.outcomes.filter { $0.role == .answer }
    guard !answers.isEmpty, answers.allSatisfy({ $0.statedValue == nil && $0.computed == nil }),
      let answer = answers.first(where: {
        ($0.statedStatus ?? $0.readStatus)?.meaning == .done
          || $0.qualifiers.contains(where: \.meansAll)
      })
    else { return nil }
    return Finding(
      severity: .note, code: "figure-missing", subject: goal.id, unit: unit.id, year: goal.year,
      message: Label(
        "\(goal.label.swedish): målet har ett tal, och utfallet säger att det är nått utan att ge något tal",
        "\(goal.label.english): the goal has a figure, and the outcome calls it reached without giving one"
      ), location: answer.location, sources: goal.sources + answers.map(\.source))
  }

  /// A verdict on the whole unit, or that it is in phase but for a little, and goals of the same year that
  /// were not met.
  private func overallFindings(_ unit: UnitContents) -> [Finding] {
    unit.outcomes.compactMap { outcome in
      guard let status = outcome.statedStatus else { return nil }
      let isOfAll = outcome.role == .overall && status.meaning == .done
      guard isOfAll || status == .inPhaseWithDeviation else { return nil }
      let missed = unit.goals.filter { goal in
        goal.year == outcome.year && goal.kind == .goal && goal.id != outcome.goal
          && assess(goal).verdict == .notMet
      }
      guard let first = missed.first else { return nil }
      let rest = missed.count - 1
      return Finding(
        severity: .note, code: "overall-differs", subject: outcome.id, unit: unit.id,
        year: outcome.year,
        message: Label(
          "\(outcome.label.swedish): dokumentet säger \(status.label.swedish), men "
            + "\(first.label.swedish) är ej uppnått"
            + (rest > 0 ? ", liksom \(rest) mål till" : ""),
          "\(outcome.label.english): the document says \(status.label.english), but "
            + "\(first.label.english) was not met"
            + (rest > 0
              ? ", nor \(rest == 1 ? "was another goal" : "were \(rest) other goals")" : "")),
        location: outcome.location,
        sources: [outcome.source]
          + missed.flatMap { assess($0).deciding.map { [$0.source] } ?? $0.sources })
    }
  }

  // MARK: Gaps, one finding a year

  private func gapFindings(_ unit: UnitContents) -> [Finding] {
    Set(unit.goals.map(\.year)).sorted().flatMap { year -> [Finding] in
      let goals = unit.goals.filter { $0.year == year && $0.kind == .goal }
      return [aimless(goals, unit.id, year), mute(goals, unit.id, year)].compactMap(\.self)
    }
  }

  /// Goals with a unit of measure and nothing to reach.
  private func aimless(_ goals: [Goal], _ unit: String, _ year: Int) -> Finding? {
    let found = goals.filter { goal in
      guard goal.target == nil, goal.measurementUnit != nil else { return false }
      switch goal.direction {
      case .increase, .keep, .done: return false
      default: return true
      }
    }
    let one = Label(
      "ett mål har en måttenhet men inget värde att nå",
      "one goal has a unit of measure but no value to reach")
    let several = Label(
      "\(found.count) mål har en måttenhet men inget värde att nå",
      "\(found.count) goals have a unit of measure but no value to reach")
    return Finding.gap(
      "target-missing", unit, year, found.map(\.label), at: found.first?.locations.first,
      found.flatMap(\.sources), found.count == 1 ? one : several)
  }

  /// Outcomes that answer a goal and say nothing of it.
  private func mute(_ goals: [Goal], _ unit: String, _ year: Int) -> Finding? {
    let found = goals.flatMap { assess($0).outcomes }.filter { outcome in
      // What is computed by a definition alone stands in no document.
      guard outcome.role == .answer, !outcome.isWithheld, outcome.qualifiers.isEmpty,
        !outcome.source.document.isEmpty
      else {
        return false
      }
      let hasFigure =
        outcome.statedValue != nil || outcome.computed != nil || outcome.example != nil
      return !hasFigure && outcome.statedStatus == nil && outcome.readStatus == nil
    }
    let one = Label(
      "ett utfall säger varken tal eller om målet nåddes",
      "one outcome says neither a figure nor whether the goal was met")
    let several = Label(
      "\(found.count) utfall säger varken tal eller om målet nåddes",
      "\(found.count) outcomes say neither a figure nor whether the goal was met")
    return Finding.gap(
      "outcome-unstated", unit, year, found.map(\.label), at: found.first?.location,
      found.map(\.source), found.count == 1 ? one : several)
  }
}

extension Finding {
  /// A gap that several have in common, with the first three by name; `nil` for none.
  static func gap(
    _ code: String, _ unit: String, _ year: Int, _ names: [Label], at location: SourceLocation?,
    _ sources: [DocumentReference], _ what: Label
  ) -> Finding? {
    guard let location, !names.isEmpty else { return nil }
    let end = names.count > 3 ? " …" : ""
    let (swedish, english) = (names.prefix(3).map(\.swedish), names.prefix(3).map(\.english))
    return Finding(
      severity: .note, code: code, subject: "\(unit)-\(year)", unit: unit, year: year,
      message: Label(
        "\(year): \(what.swedish): \(swedish.joined(separator: "; "))\(end)",
        "\(year): \(what.english): \(english.joined(separator: "; "))\(end)"),
      location: location, sources: sources)
  }
}

internal import Indicators
internal import Labels

/// What goals want, as a reader says it: `minst 80 verksamheter, alla`, `genomfört efter 6 månader`.
extension GoalWords {
  func target(_ assessment: Assessment) -> Label {
    let goal = assessment.goal
    return label { language, style in
      let value = goal.target.map {
        quantity($0, goal.measurementUnit, language, apartFrom: reached(assessment))
      }
      let words =
        switch goal.direction {
        case .atLeast, .atMost:
          value.map { bound(goal, $0)[language] } ?? Label("inget tal", "no figure")[language]
        case .increase:
          value.map { Label("ökning med minst ", "an increase of at least ")[language] + $0 }
            ?? Label("ökning", "an increase")[language]
        case .keep: kept(assessment, language)
        case .done:
          Label("genomfört", "done")[language] + (value.map { term(goal, $0)[language] } ?? "")
        case .range:
          [goal.target, goal.upperTarget].compactMap(\.self)
            .map { style.text($0, upTo: 2, apartFrom: reached(assessment)) }
            .joined(separator: "–") + (goal.measurementUnit.map { " " + $0.label[language] } ?? "")
        case nil:
          value.map { (measuring(goal).map { $0[language] + " " } ?? "") + $0 }
            ?? missing(goal)[language]
        }
      return words + goal.qualifiers.compactMap { extent($0, goal)?[language] }.joined()
    }
  }

  /// The outcome in the goal's unit where it missed the target: both must not look the same.
  private func reached(_ assessment: Assessment) -> Double? {
    guard assessment.verdict != .met, assessment.reason == .figure,
      let outcome = assessment.deciding, let value = outcome.value
    else { return nil }
    let factor = (outcome.measurementUnit?.factor ?? 1)
    return value * factor / (assessment.goal.measurementUnit?.factor ?? factor)
  }

  /// `minst ca 350 pedagoger`, `inom 5 arbetsdagar`.
  private func bound(_ goal: Goal, _ value: String) -> Label {
    let has = goal.qualifiers.contains
    if goal.direction == .atMost {
      if has(.within) { return Label("inom \(value)", "within \(value)") }
      if has(.every) { return Label("högst \(value) emellan", "at most \(value) apart") }
    }
    // Words that say at least themselves.
    for word in [Qualifier.slightlyMore, .almost, .moreThan, .atLeastEquivalent] where has(word) {
      return Label("\(word.label.swedish) \(value)", "\(word.label.english) \(value)")
    }
    let bound =
      goal.direction == .atLeast ? Label("minst", "at least") : Label("högst", "at most")
    let words = [bound, measuring(goal)].compactMap(\.self)
    return Label(
      (words.map(\.swedish) + [value]).joined(separator: " "),
      (words.map(\.english) + [value]).filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// The word right before the figure.
  private func measuring(_ goal: Goal) -> Label? {
    guard
      let word = goal.qualifiers.first(where: { $0.isApproximate || $0 == .further || $0 == .only })
    else { return nil }
    // English says it behind the figure.
    return word == .further ? Label(word.label.swedish, "") : word.label
  }

  /// When a thing is to be done: ` efter 6 månader`.
  private func term(_ goal: Goal, _ value: String) -> Label {
    let words = goal.qualifiers.first { $0 == .after || $0 == .within }?.label
    return words.map { Label(" \($0.swedish) \(value)", " \($0.english) \(value)") }
      ?? Label(same: " (\(value))")
  }

  /// How far a goal reaches, behind its figure or verb.
  private func extent(_ qualifier: Qualifier, _ goal: Goal) -> Label? {
    let isDone = goal.direction == .done
    return switch qualifier {
    case .all, .everyOne:
      isDone
        ? Label(" för \(qualifier.label.swedish)", " for \(qualifier.label.english)")
        : Label(", \(qualifier.label.swedish)", ", \(qualifier.label.english)")
    case .allWorkingDays: Label(" alla arbetsdagar", " on all working days")
    case .further: Label("", ", in addition")
    case .yearly, .yearlyNeuter, .perYear: Label(" varje år", " every year")
    case .asNeeded, .onRequest:
      Label(
        (isDone ? " " : ", ") + qualifier.label.swedish,
        (isDone ? " " : ", ") + qualifier.label.english)
    case .about, .circa, .around, .slightlyMore, .almost, .decade, .plusMinus, .moreThan,
      .atLeast, .atLeastEquivalent, .upTo, .within, .every, .between, .range, .keep, .only,
      .after, .endOf:
      nil
    }
  }

  private func kept(_ assessment: Assessment, _ language: Language) -> String {
    guard
      let base = assessment.baseline
        ?? assessment.trend?.latestOutcome(before: assessment.goal.year)
    else { return Label("behålla nivån", "keep the level")[language] }
    let value = base.value / (assessment.goal.measurementUnit?.factor ?? 1)
    let other = assessment.verdict == .met ? nil : assessment.deciding?.value
    return Label("behålla ", "keep ")[language]
      + quantity(value, nil, language, apartFrom: other) + " (\(base.year))"
  }

  private func missing(_ goal: Goal) -> Label {
    goal.measure == nil
      ? Label("inget mått", "no measure") : Label("inget gränsvärde", "no threshold")
  }
}

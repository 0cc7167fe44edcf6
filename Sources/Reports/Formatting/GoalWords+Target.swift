internal import Indicators
internal import Labels

/// What goals want, as a reader says it: `minst 80 verksamheter, alla`, `genomfört efter 6 månader`.
extension GoalWords {
  /// The words of a target around its figures. With the table of goals, its figures know their cells.
  func target(_ assessment: Assessment, cells: [CellReference] = []) -> Sentence {
    let goal = assessment.goal
    let missed = reached(assessment)
    let value = goal.target.map { target -> Sentence in
      var fact = Self.fact(target, goal.measurementUnit, apartFrom: missed)
      fact.cells = cells
      return Sentence(fact)
    }
    let words =
      switch goal.direction {
      case .atLeast, .atMost:
        value.map { bound(goal, $0) } ?? Sentence(Label("inget tal", "no figure"))
      case .increase:
        value.map { Sentence(Label("ökning med minst ", "an increase of at least ")) + $0 }
          ?? Sentence(Label("ökning", "an increase"))
      case .keep: kept(assessment)
      case .done:
        Sentence(Label("genomfört", "done"))
          + (value.map { term(goal, $0) } ?? Sentence(Label("", "")))
      case .range: range(goal, apartFrom: missed)
      case nil:
        value.map { value in
          measuring(goal).map { Sentence($0) + Sentence(Label(same: " ")) + value } ?? value
        } ?? Sentence(missing(goal))
      }
    return goal.qualifiers.compactMap { extent($0, goal) }.reduce(words) { $0 + Sentence($1) }
  }

  private func range(_ goal: Goal, apartFrom missed: Double?) -> Sentence {
    let precision = missed.map { Precision.apart(upTo: 2, from: $0) } ?? .upTo(2)
    let ends = [goal.target, goal.upperTarget].compactMap(\.self)
      .map { Sentence(Fact(.number($0), precision: precision)) }
    let unit = goal.measurementUnit?.label
    return Sentence.joined(ends, by: Label(same: "–"))
      + Sentence(unit.map { Label(" \($0.swedish)", " \($0.english)") } ?? Label("", ""))
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
  private func bound(_ goal: Goal, _ value: Sentence) -> Sentence {
    let has = goal.qualifiers.contains
    if goal.direction == .atMost {
      if has(.within) { return Sentence("inom \(value.swedish)", "within \(value.english)") }
      if has(.every) {
        return Sentence("högst \(value.swedish) emellan", "at most \(value.english) apart")
      }
    }
    // Words that say at least themselves.
    for word in [Qualifier.slightlyMore, .almost, .moreThan, .atLeastEquivalent] where has(word) {
      return Sentence(
        "\(word.label.swedish) \(value.swedish)", "\(word.label.english) \(value.english)")
    }
    let bound =
      goal.direction == .atLeast ? Label("minst", "at least") : Label("högst", "at most")
    let words = [bound, measuring(goal)].compactMap(\.self)
    return Sentence(
      "\(words.map(\.swedish).joined(separator: " ")) \(value.swedish)",
      "\(words.map(\.english).filter { !$0.isEmpty }.joined(separator: " ")) \(value.english)")
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
  private func term(_ goal: Goal, _ value: Sentence) -> Sentence {
    let words = goal.qualifiers.first { $0 == .after || $0 == .within }?.label
    return words.map {
      Sentence(" \($0.swedish) \(value.swedish)", " \($0.english) \(value.english)")
    } ?? Sentence(" (\(value.swedish))", " (\(value.english))")
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

  private func kept(_ assessment: Assessment) -> Sentence {
    guard
      let base = assessment.baseline
        ?? assessment.trend?.latestOutcome(before: assessment.goal.year)
    else { return Sentence(Label("behålla nivån", "keep the level")) }
    let value = base.value / (assessment.goal.measurementUnit?.factor ?? 1)
    let other = assessment.verdict == .met ? nil : assessment.deciding?.value
    let (fact, year) = (Self.fact(value, nil, apartFrom: other), String(base.year))
    return Sentence("behålla \(fact) (\(year))", "keep \(fact) (\(year))")
  }

  private func missing(_ goal: Goal) -> Label {
    goal.measure == nil
      ? Label("inget mått", "no measure") : Label("inget gränsvärde", "no threshold")
  }
}

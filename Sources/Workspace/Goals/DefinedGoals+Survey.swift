internal import Indicators
internal import Labels
internal import Surveys
internal import Tables

extension DefinedGoals {
  /// Adds a goal of a survey for each year that has waves of it, or for that of its wave.
  ///
  /// The figure of a year's last wave stands for the year; those of earlier ones are told with their day.
  /// Waves that no document has, in which nobody is invited yet or the question is not asked give none.
  mutating func add(_ goal: SurveyGoal, of survey: UnitSurvey, folder: String) {
    let definition = survey.definition
    let question = definition.questions.first { $0.id == goal.question }
    let waves = definition.waves.filter { wave in
      !wave.isInvented && (goal.wave == nil || goal.wave == wave.id)
        && (question?.occurs(in: wave) ?? true)
    }
    let indicator = "\(unit)-\(folder)-\(goal.slug)"
    let byYear = Dictionary(grouping: waves, by: \.date.year)
    let cube = survey.cube()
    for (year, waves) in byYear.sorted(by: { $0.key < $1.key }) {
      let answers = waves.filter {
        cube.dispositions(wave: $0.id, group: goal.group).invited > 0
      }.map { wave in
        Answer(
          id: "\(goal.id ?? indicator)-\(wave.id)",
          period: wave.id == waves.last?.id ? String(year) : wave.date.description,
          method: .survey(
            SurveyFigure(
              survey: definition.id, wave: wave.id, question: goal.question, group: goal.group,
              measure: goal.measure)))
      }
      add(
        Target(
          indicator: indicator,
          id: goal.wave.map { goal.id ?? "\(indicator)-\($0)" }
            ?? goal.id.map { "\($0)-\(year)" },
          label: goal.label(in: definition), year: year, direction: goal.direction,
          measure: goal.isMean ? .rating : .share, target: goal.target,
          unit: question.flatMap(Self.unit), location: goal.location), answers)
    }
  }

  /// What a number is counted in; a mark on a scale has no unit.
  private static func unit(_ question: Question) -> MeasurementUnit? {
    question.numbers.unit.map {
      MeasurementUnit(name: $0.swedish, label: $0, dimension: $0.swedish, factor: 1)
    }
  }
}

extension SurveyGoal {
  fileprivate var measure: SurveyFigure.Measure {
    switch subject {
    case .returned: .returned
    case .responseRate: .responseRate
    case .positive: .positive
    case .share(_, let answer): .share(answer: answer)
    case .mean: .mean
    }
  }
}

internal import Indicators
internal import Labels

extension DefinedGoals {
  /// Adds a goal of a case log for each year in which cases came in, or for its own year. A limit of which no
  /// document has the times gives no figure.
  mutating func add(_ goal: CaseGoal, of log: UnitCaseLog, folder: String) {
    let definition = log.definition
    let indicator = "\(unit)-\(folder)-\(goal.limit.id)"
    let label =
      goal.label
      ?? Label(
        "\(definition.title.swedish): \(goal.limit.label.swedish)",
        "\(definition.title.english): \(goal.limit.label.english)")
    for year in goal.year.map({ [$0] }) ?? log.years {
      let answer = Answer(
        id: "\(goal.id ?? indicator)-\(year)-share", period: String(year),
        method: .cases(name: definition.id, year: year, subset: nil, limit: goal.limit.id))
      let hasCases = log.years.contains(year) && !goal.limit.isInvented
      add(
        Target(
          indicator: indicator, id: goal.id.map { goal.year == nil ? "\($0)-\(year)" : $0 },
          label: label, year: year, direction: goal.direction, target: goal.target,
          location: goal.location), hasCases ? [answer] : [])
    }
  }
}

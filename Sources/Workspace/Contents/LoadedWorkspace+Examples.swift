internal import Indicators
internal import Labels
internal import Tables

extension LoadedWorkspace {
  /// The workspace with nothing in it that is made up: what the documents state, and what was
  /// collected. Figures are computed before, so that the example still has to agree with them.
  var withoutExamples: LoadedWorkspace {
    var rest = self
    for index in rest.units.indices { rest.units[index].leaveOutExamples() }
    return rest
  }
}

extension UnitContents {
  fileprivate mutating func leaveOutExamples() {
    surveys = surveys.compactMap(\.withoutExamples)
    caseLogs = caseLogs.compactMap(\.withoutExamples)
    beforeAfters.removeAll { $0.provenance?.isExample == true }
    let examples = Set(
      allTables.filter { $0.definition?.provenance?.isExample == true }.map(\.table.name))
    allTables.removeAll { examples.contains($0.table.name) }
    // A rule over made-up rows compares what is stated with what agrees with it by design.
    consistencyRules.removeAll { rule in rule.table.map(examples.contains) ?? false }
    for index in outcomes.indices { outcomes[index].example = nil }
  }
}

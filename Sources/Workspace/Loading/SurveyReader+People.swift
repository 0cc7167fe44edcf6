internal import Diagnostics
internal import Surveys
internal import Tables

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension SurveyReader {
  private static let populationFile = "population.csv"

  /// The people of a survey and their answers: from a list of persons, or from groups by number where
  /// there is none. `nil` where files are missing, which is told.
  func data(_ node: DefinitionNode, _ definition: SurveyDefinition) -> SurveyData? {
    let hasList = node["invitations"] != nil || exists("invitations.csv")
    let hasNumbers = node["population"] != nil || exists(Self.populationFile)
    if hasList && hasNumbers { refuseBoth(node) }
    guard hasNumbers, !hasList else {
      let (invitations, responses) = (tables(node, "invitations"), tables(node, "responses"))
      guard !invitations.isEmpty, !responses.isEmpty else { return nil }
      return SurveyData(definition: definition, invitations: invitations, responses: responses)
    }
    let (population, responses) = (tables(node, "population"), tables(node, "responses"))
    guard !population.isEmpty, !responses.isEmpty else { return nil }
    return SurveyData(
      definition: withoutBreakdowns(definition, node), population: population,
      responses: responses)
  }

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name))
  }

  private func refuseBoth(_ node: DefinitionNode) {
    let name = node.texts("population").first ?? Self.populationFile
    node.problems.add(
      Diagnostic(
        .error, "survey-population",
        at: node["population"]?.location
          ?? SourceLocation(file: folder.appending(path: name), line: 1),
        "the survey has both a list of persons and groups by number",
        because: "the list of persons counts; '\(name)' does not",
        fixes: [
          "remove '\(name)'", "remove the invitations, if the survey is anonymous",
        ]))
  }

  /// Further columns of those who did not answer are not known, so that nothing has a base by them.
  private func withoutBreakdowns(
    _ definition: SurveyDefinition, _ node: DefinitionNode
  ) -> SurveyDefinition {
    guard !definition.breakdowns.isEmpty else { return definition }
    node.problems.add(
      Diagnostic(
        .error, "survey-population", at: node["breakdowns"]?.location ?? definition.location,
        "groups by number cannot be broken down",
        because:
          "how many of those who did not answer have a value is not known; the breakdowns are "
          + "left out",
        fixes: [
          "make the values groups, and say in \(Self.populationFile) how many each is",
          "list the invited with these columns in invitations.csv",
        ]))
    var rest = definition
    rest.breakdowns = []
    return rest
  }
}

internal import Query

/// What a file with rows of persons belongs to. Such files are neither published nor read by notebooks.
package enum PersonFile: Hashable, Sendable {
  /// A survey: it lies beside `survey.yaml`.
  case survey
  /// A case log: it lies beside `cases.yaml`.
  case caseLog
  /// A study of people measured before and after, which the unit's definition names.
  case study

  /// Finds out what a file belongs to; `nil` for one that holds no rows of persons.
  package init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    if DataFiles.isFile(folder + "/survey.yaml") {
      self = .survey
    } else if DataFiles.isFile(folder + "/cases.yaml") {
      self = .caseLog
    } else if let name = parts.last.map({ DataFiles.stem(String($0)) }),
      Self.studied(folder).contains(name)
    {
      self = .study
    } else {
      return nil
    }
  }

  /// The tables that the studies of a unit rest on.
  private static func studied(_ folder: String) -> [String] {
    let definition = folder + "/unit.yaml"
    guard DataFiles.isFile(definition) else { return [] }
    let node = DefinitionFile.read(definition, named: definition, problems: ProblemCollector())
    return (node?.list("before_after") ?? []).compactMap { $0.text("table") }
  }
}

internal import Query

/// Rows of persons, which a notebook never shows: it is read by others than the owner of the data. The one
/// place that decides so; what is published of them goes by the workspace's rules of disclosure.
enum SurveyRows {
  private static let tables = [
    "responses": "survey", "invitations": "survey", "cases": "sla",
  ]

  /// Why a table of the workspace cannot be read, and what to write instead; `nil` if it can.
  static func refusal(ofTable name: String) -> QueryError? {
    tables[name].map { refusal(name, command: $0) }
  }

  /// The same for a file: what lies beside the definition of a survey or a case log belongs to it.
  static func refusal(ofFile path: String) -> QueryError? {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    for (definition, command) in [("survey.yaml", "survey"), ("cases.yaml", "sla")]
    where DataFiles.isFile("\(folder)/\(definition)") {
      return refusal(path, command: command)
    }
    return nil
  }

  private static func refusal(_ name: String, command: String) -> QueryError {
    QueryError(
      "\"\(name)\" holds rows of persons, which a notebook does not read",
      hint: "ask for what is published in a cell ```nyckeltal name=… with   \(command) --unit …"
        + "   and query that cell")
  }
}

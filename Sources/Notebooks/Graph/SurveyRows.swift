internal import Query
internal import Workspace

/// Rows of persons. A notebook is read by others than the owner of the data, so it shows of them only what
/// the workspace's rules of disclosure let be published. The one place that decides so.
enum SurveyRows {
  /// Whether a table of the workspace holds such rows: a cell that names it is published.
  static func holds(table name: String) -> Bool {
    ["responses", "invitations", "cases"].contains(name)
  }

  /// Why a command cannot read such a table, and what to write instead.
  static func refusal(ofTable name: String) -> QueryError {
    refusal(name, hint: "count in a cell ```sql name=…   and give the command that name")
  }

  /// Why a file cannot be read, and what to write instead; `nil` if it can.
  static func refusal(ofFile path: String) -> QueryError? {
    switch PersonFile(path: path) {
    case .survey:
      refusal(
        path,
        hint:
          "count in the tables responses and invitations, or ask in a cell ```nyckeltal name=… with"
          + "   survey --unit …   and query that cell")
    case .caseLog:
      refusal(
        path,
        hint:
          "count in the table cases, or ask in a cell ```nyckeltal name=… with   sla --unit …   and "
          + "query that cell")
    case .study:
      refusal(
        path,
        hint:
          "ask in a cell ```nyckeltal name=… with   report before_after --unit …   and query that "
          + "cell")
    case nil: nil
    }
  }

  private static func refusal(_ name: String, hint: String) -> QueryError {
    QueryError("\"\(name)\" holds rows of persons, which a notebook does not read", hint: hint)
  }
}

internal import Query
internal import Workspace
internal import WorkspaceQuery

/// Rows of persons. A notebook is read by others than the owner of the data, so it shows of them only what
/// the workspace's rules of disclosure let be published. The one place that decides so.
struct SurveyRows: Sendable {
  /// The files of the workspace that hold such rows. Another name of one, a symbolic or a hard link, makes
  /// no other file of it.
  private let files: [RegularFile.Identity: PersonFile]
  /// What is known of paths that cells have named: each is looked at once.
  private let kinds = OnceValues<String, PersonFile?, Never>()

  /// The rows of a workspace, at a path; without one those files are known that lie beside definitions.
  init(workspace: String?) {
    let found = workspace.map(PersonFile.all(inWorkspace:)) ?? []
    files = Dictionary(
      found.compactMap { file in RegularFile.Identity(of: file.path).map { ($0, file.kind) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether a table of the workspace holds such rows: a cell that names it is published.
  static func holds(table name: String) -> Bool {
    WorkspaceCatalogue.holdsPersons(name)
  }

  /// Why a command cannot read such a table, and what to write instead.
  static func refusal(ofTable name: String) -> QueryError {
    refusal(name, hint: "count in a cell ```sql name=…   and give the command that name")
  }

  /// Why a file cannot be read, and what to write instead; `nil` if it can.
  func refusal(ofFile path: String) -> QueryError? {
    let kind = kinds.value(path) {
      RegularFile.Identity(of: path).flatMap { files[$0] } ?? PersonFile(path: path)
        ?? RegularFile.resolved(path).flatMap { PersonFile(path: $0) }
    }
    return kind.map { Self.refusal(path, hint: Self.hint($0)) }
  }

  private static func hint(_ kind: PersonFile) -> String {
    switch kind {
    case .survey:
      "count in the tables responses and invitations, or ask in a cell ```nyckeltal name=… with"
        + "   survey --unit …   and query that cell"
    case .caseLog:
      "count in the table cases, or ask in a cell ```nyckeltal name=… with   sla --unit …   and "
        + "query that cell"
    case .study:
      "ask in a cell ```nyckeltal name=… with   goals --unit …   and query that cell"
    }
  }

  private static func refusal(_ name: String, hint: String) -> QueryError {
    QueryError("\"\(name)\" holds rows of persons, which a notebook does not read", hint: hint)
  }
}

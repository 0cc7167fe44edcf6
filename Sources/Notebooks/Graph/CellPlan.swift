internal import Diagnostics
internal import Query
internal import WorkspaceQuery

/// What a cell depends on, known before anything is run.
struct CellPlan: Sendable {
  /// Other cells whose results it uses, by their places.
  var cells: [Int] = []
  /// Files by the names that the notebook gives them.
  var files: [String] = []
  var patterns: [String] = []
  /// Whether it reads the workspace as a whole.
  var readsWorkspace = false
  /// Whether it asks for rows of persons, so that only what may be published of them is shown.
  var isPublished = false
  /// Whether it counts working days by the workspace's calendar.
  var usesCalendar = false
  var parameters: [String] = []
  /// A command's words, parameters in their places.
  var words: [String] = []
  /// Why the cell cannot be run.
  var failure: CellFailure?
}

/// What is wrong with a cell, or went wrong in its run.
struct CellFailure: Error, Hashable, Sendable {
  /// What is wrong, one sentence without a full stop.
  var message: String
  /// The line of the notebook, and of the column where it is known.
  var line: Int
  var column: Int?
  var reason: String?
  var fixes: [String] = []
  /// The cell that failed before it, if that is why.
  var cause: Int?
}

extension CellFailure {
  /// A problem of a cell that has its place already.
  init(_ problem: Diagnostic, line: Int) {
    self.init(
      message: problem.message, line: problem.location.line ?? line,
      column: problem.location.column, reason: problem.reason, fixes: problem.fixes)
  }

  /// A wrong query, whose place counts in the text of the cell.
  init(_ error: QueryError, in cell: NotebookCell) {
    let place = error.lineAndColumn(in: cell.text)
    self.init(
      message: error.message, line: cell.line + (place?.line ?? 1), column: place?.column,
      reason: error.origin, fixes: [error.hint].compactMap(\.self))
  }

  /// As the other problems are told.
  func diagnostic(in notebook: String) -> Diagnostic {
    Diagnostic(
      .error, cause == nil ? "notebook-cell" : "notebook-depends",
      at: SourceLocation(file: notebook, line: line, column: column), message, because: reason,
      fixes: fixes)
  }
}

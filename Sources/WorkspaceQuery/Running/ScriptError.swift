package import Query

/// What is wrong with a script, or went wrong in its run.
package struct ScriptError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The error. Its position counts in the script.
  package let error: QueryError
  /// Whether the query itself is wrong, or does not fit the data that it read.
  package let phase: StatementRun.Phase
  /// The statement; `nil` when the text could not be split into statements.
  package let statement: ScriptStatement?

  init(_ error: QueryError, phase: StatementRun.Phase, in statement: ScriptStatement?) {
    var placed = error
    placed.position = error.position.map { $0 + (statement?.start ?? 0) }
    self.error = placed
    self.phase = phase
    self.statement = statement
  }

  package var description: String { error.description }
}

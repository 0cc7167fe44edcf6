package import Diagnostics
package import Query

/// What is known of a statement when it has run.
package struct StatementSummary: Sendable {
  /// The statement.
  package let statement: ScriptStatement
  /// The columns of its result.
  package let columns: [QueryColumn]
  /// The rows of its result.
  package let rowCount: Int
  /// How long it ran, the handling of its rows included.
  package let duration: Duration
  /// The most bytes that its groups, sorted rows and joins took.
  package let peakMemory: Int
  /// Warnings and notes about the files that it read.
  package let problems: [Diagnostic]
  /// What was withheld, so that what is left can be published.
  package let withheld: WithheldFigures
}

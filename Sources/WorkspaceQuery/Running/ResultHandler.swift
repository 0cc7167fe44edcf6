package import Query
package import Tables

/// Takes what the statements of a script give, in order, on the thread that runs them.
///
/// `open`, then for each statement `begin`, `columns`, any number of `rows` and `end`, then `close`.
/// After a failure nothing more is called. What a function throws ends the run.
package protocol ResultHandler: AnyObject {
  /// So many statements will run.
  func open(statements count: Int) throws
  /// A statement is about to run.
  func begin(_ statement: ScriptStatement) throws
  /// The columns of its result.
  func columns(_ columns: [QueryColumn]) throws
  /// Some of its rows. They are valid until this returns.
  func rows(_ chunk: Chunk) throws
  /// It has run.
  func end(_ summary: StatementSummary) throws
  /// All have run.
  func close() throws
}

internal import Query

/// Statements to run, with the text that they stand in.
package struct SQLScript: Hashable, Sendable {
  /// The whole text: places of errors count in it.
  package var text: String
  /// The file of the text, for messages; `nil` where it was typed.
  package var file: String?

  /// A script.
  package init(_ text: String, file: String? = nil) {
    self.text = text
    self.file = file
  }

  /// The statements between the semicolons, in order.
  ///
  /// - Throws: ``QueryError`` for a quote or comment that never ends.
  package func statements() throws -> [ScriptStatement] {
    try Statements.split(text).enumerated().map { index, statement in
      ScriptStatement(index: index, sql: statement.sql, start: statement.start)
    }
  }
}

/// One statement of a script.
package struct ScriptStatement: Hashable, Sendable {
  /// Its number among the statements, from 0.
  package let index: Int
  /// Its text, without the semicolon.
  package let sql: String
  /// The Unicode scalars before it in the script.
  package let start: Int
}

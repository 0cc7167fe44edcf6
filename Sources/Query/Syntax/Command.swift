/// What stands before a query, read before PostgreSQL's parser, which does not know it all.
enum Command {
  case query
  case explain(analyze: Bool)
  case describe
  case summarize
  case showTables
}

extension Command {
  /// The command of a text, and the text that is left for the parser: as many bytes, but for
  /// `SELECT * ` before a bare FROM.
  static func recognised(_ bytes: [UInt8], tokens: Tokens) throws(QueryError) -> (
    command: Command, parsed: [UInt8], inserted: Int
  ) {
    var bytes = bytes
    guard let (command, next) = try leading(bytes, tokens) else { return (.query, bytes, 0) }
    if case .showTables = command { return (command, bytes, 0) }
    if next > 0, next < tokens.all.count {
      if blank(&bytes, tokens, before: next, of: command) { return (command, bytes, 1) }
    }
    if tokens.keyword(next) == "FROM" {
      let start = tokens.all[next].range.lowerBound
      let added = Array("SELECT * ".utf8)
      // Everything before is blank or a comment: no place in it is ever named.
      bytes.insert(contentsOf: added, at: start)
      return (command, bytes, added.count)
    }
    return (command, bytes, 0)
  }

  /// The command at the start and the number of the token after it; `nil` for SHOW of anything that is
  /// not a list of tables, which the parser may refuse.
  private static func leading(
    _ bytes: [UInt8], _ tokens: Tokens
  ) throws(QueryError) -> (command: Command, next: Int)? {
    switch tokens.keyword(0) {
    case "EXPLAIN":
      if tokens.keyword(1) == "ANALYZE" { return (.explain(analyze: true), 2) }
      if tokens.isSymbol(1, "("), tokens.keyword(2) == "ANALYZE", tokens.isSymbol(3, ")") {
        return (.explain(analyze: true), 4)
      }
      return (.explain(analyze: false), 1)
    case "DESCRIBE", "DESC": return (.describe, 1)
    case "SUMMARIZE", "SUMMARISE": return (.summarize, 1)
    case "SHOW":
      guard tokens.keyword(1) == "TABLES" else { return nil }
      let rest = tokens.all.dropFirst(2)
      guard rest.allSatisfy({ bytes[$0.range.lowerBound] == UInt8(ascii: ";") }) else {
        let end = tokens.all[2].range.lowerBound
        throw QueryError(
          "SHOW TABLES takes nothing more",
          at: SourcePositions(bytes, inserted: 0).position(ofByte: end))
      }
      return (.showTables, 2)
    default: return (.query, 0)
    }
  }

  /// Puts blanks in place of the command, so that no place of the query moves, and TABLE where a table's
  /// name follows DESCRIBE or SUMMARIZE.
  ///
  /// - Returns: Whether a blank had to be inserted.
  private static func blank(
    _ bytes: inout [UInt8], _ tokens: Tokens, before next: Int, of command: Command
  ) -> Bool {
    let start = tokens.all[0].range.lowerBound
    let end = tokens.all[next].range.lowerBound
    for position in start..<end where bytes[position] != 10 {
      bytes[position] = UInt8(ascii: " ")
    }
    switch command {
    case .describe, .summarize: break
    default: return false
    }
    let isQuery = ["SELECT", "WITH", "VALUES", "TABLE", "FROM"].contains(tokens.keyword(next))
    if isQuery || tokens.isSymbol(next, "(") { return false }
    for (offset, byte) in "TABLE".utf8.enumerated() where start + offset < bytes.count {
      // All of DESC, DESCRIBE and SUMMARIZE leave room but DESC, which a blank follows.
      bytes[start + offset] = byte
    }
    guard end == start + 5 else { return false }
    bytes.insert(UInt8(ascii: " "), at: start + 5)
    return true
  }
}

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
    var next = 1
    var command = Command.query
    switch tokens.keyword(0) {
    case "EXPLAIN":
      var analyze = false
      if tokens.keyword(1) == "ANALYZE" {
        analyze = true
        next = 2
      } else if tokens.isSymbol(1, "("), tokens.keyword(2) == "ANALYZE", tokens.isSymbol(3, ")") {
        analyze = true
        next = 4
      }
      command = .explain(analyze: analyze)
    case "DESCRIBE", "DESC": command = .describe
    case "SUMMARIZE", "SUMMARISE": command = .summarize
    case "SHOW":
      guard tokens.keyword(1) == "TABLES" else { return (.query, bytes, 0) }
      let rest = tokens.all.dropFirst(2)
      guard rest.allSatisfy({ bytes[$0.range.lowerBound] == UInt8(ascii: ";") }) else {
        let end = tokens.all[2].range.lowerBound
        throw QueryError(
          "SHOW TABLES takes nothing more",
          at: TextPlaces(bytes, inserted: 0).position(ofByte: end))
      }
      return (.showTables, bytes, 0)
    default: next = 0
    }
    if next > 0, next < tokens.all.count {
      let start = tokens.all[0].range.lowerBound
      for position in start..<tokens.all[next].range.lowerBound where bytes[position] != 10 {
        bytes[position] = UInt8(ascii: " ")
      }
      let isQuery = ["SELECT", "WITH", "VALUES", "TABLE", "FROM"].contains(tokens.keyword(next))
      let isTable: Bool
      switch command {
      case .describe, .summarize: isTable = !isQuery && !tokens.isSymbol(next, "(")
      default: isTable = false
      }
      if isTable {
        for (offset, byte) in "TABLE".utf8.enumerated() where start + offset < bytes.count {
          // All of DESC, DESCRIBE and SUMMARIZE leave room but DESC, which a blank follows.
          bytes[start + offset] = byte
        }
        if tokens.all[next].range.lowerBound == start + 5 {
          bytes.insert(UInt8(ascii: " "), at: start + 5)
          return (command, bytes, 1)
        }
      }
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
}

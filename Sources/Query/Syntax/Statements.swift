/// Cuts a text of several statements.
package enum Statements {
  /// The statements between semicolons, without them; empty ones are left out. `start` counts Unicode
  /// scalars from 0: what to add to the positions of errors.
  ///
  /// - Throws: ``QueryError`` for a quote or comment that never ends.
  package static func split(_ text: String) throws -> [(sql: String, start: Int)] {
    let bytes = Array(text.utf8)
    let tokens = Tokens(bytes)
    let places = SourcePositions(bytes, inserted: 0)
    if let open = tokens.all.last, !open.isClosed {
      let what = open.kind == .quotedName ? "quoted identifier" : "quoted string"
      throw QueryError(
        "unterminated \(what)", at: places.position(ofByte: open.range.lowerBound))
    }
    if tokens.endsInComment { throw QueryError("unterminated /* comment") }
    var statements: [(sql: String, start: Int)] = []
    var first: Int?
    var last = 0
    func finish() {
      guard let start = first else { return }
      let sql = String(decoding: bytes[start..<last], as: UTF8.self)
      statements.append((sql, places.position(ofByte: start) - 1))
      first = nil
    }
    for (index, token) in tokens.all.enumerated() {
      if tokens.isSymbol(index, ";") {
        finish()
        continue
      }
      if first == nil { first = token.range.lowerBound }
      last = token.range.upperBound
    }
    finish()
    return statements
  }

  /// Whether a shell should run the text: it ends with a semicolon outside quotes and comments.
  package static func isComplete(_ text: String) -> Bool {
    let tokens = Tokens(Array(text.utf8))
    return !tokens.endsInComment && tokens.isSymbol(tokens.all.count - 1, ";")
  }
}

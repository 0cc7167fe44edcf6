internal import CPgQuery

/// A text as PostgreSQL's parser reads it.
struct ParsedText {
  var command: Command
  /// `nil` for SHOW TABLES.
  var statement: SyntaxNode?
  var places: SourcePositions
  /// What the parser read.
  var bytes: [UInt8]
  /// Where casts stand that give NULL for what cannot be cast, in these bytes.
  var lenientCasts: Set<Int> = []
  /// The names of parameters by where they stand, in these bytes.
  var parameters: [Int: String] = [:]
}

/// PostgreSQL's parser.
enum Parser {
  /// The longest text, in bytes.
  static let longest = 65_536

  /// Reads one statement. Call it on a large stack.
  static func parse(_ sql: String) throws -> ParsedText {
    let original = Array(sql.utf8)
    guard original.count <= longest else {
      throw QueryError(
        "the query is longer than \(longest / 1024) KB",
        hint: "put long lists of values into a file and join it")
    }
    let userPlaces = SourcePositions(original, inserted: 0)
    if let zero = original.firstIndex(of: 0) {
      throw QueryError(
        "the query holds a character of code 0", at: userPlaces.position(ofByte: zero))
    }
    let tokens = Tokens(original)
    guard !tokens.all.isEmpty else { throw QueryError("the query is empty") }
    var text = original
    let names = LongNames(replacingIn: &text, tokens: tokens)
    let casts = LenientCasts(replacingIn: &text, tokens: tokens)
    OptionNames.replace(in: &text, tokens: tokens)
    let parameters = try NamedParameters(replacingIn: &text, tokens: tokens)
    let (command, parsed, inserted) = try Command.recognised(text, tokens: tokens)
    let places = SourcePositions(original, inserted: inserted)
    if case .showTables = command {
      return ParsedText(command: command, statement: nil, places: places, bytes: parsed)
    }
    let root: SyntaxNode
    do {
      root = try tree(parsed, names: names)
    } catch let error as QueryError {
      // The parser's own limit.
      if error.message.hasPrefix("memory exhausted") { throw SyntaxReader.tooDeep }
      guard let scalar = error.position else { throw error }
      let position = min(places.position(ofParsedScalar: scalar), original.count + 1)
      throw QueryError(
        parameters.restored(error.message), at: position,
        hint: SyntaxHints(tokens: tokens, places: userPlaces, position: position)
          .hint(error.message))
    }
    let statements = root.list("stmts")
    guard let first = statements.first?.node("stmt") else {
      throw QueryError("the query is empty")
    }
    if statements.count > 1 {
      let start = statements[1].number("stmt_location") ?? 0
      let byte = tokens.all.first { $0.range.lowerBound + inserted >= start }?.range.lowerBound ?? 0
      throw QueryError(
        "only one statement can be run at a time", at: userPlaces.position(ofByte: byte),
        hint: "end the text before it")
    }
    return ParsedText(
      command: command, statement: first, places: places, bytes: parsed,
      lenientCasts: casts.moved(by: inserted), parameters: parameters.moved(by: inserted))
  }

  /// The parse tree; an error's position counts scalars from 1.
  private static func tree(_ bytes: [UInt8], names: LongNames) throws -> SyntaxNode {
    let result = (bytes + [0]).withUnsafeBytes { raw in
      pg_query_parse(raw.bindMemory(to: CChar.self).baseAddress)
    }
    defer { pg_query_free_parse_result(result) }
    if let error = result.error {
      let message = error.pointee.message.map { String(cString: $0) } ?? "syntax error"
      let position = Int(error.pointee.cursorpos)
      throw QueryError(names.restored(message), at: position > 0 ? position : nil)
    }
    guard let json = result.parse_tree else { throw QueryError("the query is empty") }
    var count = 0
    while json[count] != 0 { count += 1 }
    return try json.withMemoryRebound(to: UInt8.self, capacity: count) {
      try SyntaxReader.node(UnsafeBufferPointer(start: $0, count: count), names: names)
    }
  }
}

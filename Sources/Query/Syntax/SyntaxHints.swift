internal import Diagnostics

/// What a syntax error may have been meant to be.
struct SyntaxHints {
  let tokens: Tokens
  let places: SourcePositions
  /// Where the parser stopped.
  let position: Int

  /// The token at which the parser stopped.
  private var index: Int {
    tokens.all.firstIndex { places.position(ofByte: $0.range.lowerBound) >= position }
      ?? tokens.all.count
  }

  func hint(_ message: String) -> String? {
    let index = index
    return firstWord ?? unbalanced(message, index) ?? atToken(message, index)
      ?? unclosed(before: index) ?? habits(index)
  }

  /// A misspelt first keyword.
  private var firstWord: String? {
    let word = tokens.keyword(0)
    let known = [
      "SELECT", "WITH", "FROM", "VALUES", "TABLE", "DESCRIBE", "SUMMARIZE", "EXPLAIN", "SHOW",
    ]
    guard !word.isEmpty, !known.contains(word), index == 0 else { return nil }
    if let name = closestName(to: word, in: known) { return "did you mean \(name)?" }
    return "a query begins with SELECT, WITH, FROM, VALUES, DESCRIBE or SUMMARIZE"
  }

  private func unbalanced(_ message: String, _ index: Int) -> String? {
    if message.hasPrefix("unterminated quoted string") { return "close it with '" }
    if message.hasPrefix("unterminated quoted identifier") { return "close it with \"" }
    var open: [Int] = []
    for place in tokens.all.indices.prefix(index + 1) {
      if tokens.isSymbol(place, "(") { open.append(place) }
      if tokens.isSymbol(place, ")"), open.popLast() == nil { return "no ( belongs to this )" }
    }
    guard index >= tokens.all.count, let last = open.last else { return nil }
    let at = places.position(ofByte: tokens.all[last].range.lowerBound)
    return "the ( at character \(at) is never closed"
  }

  /// A bracket that is open where the next clause begins, and holds no query of its own.
  private func unclosed(before index: Int) -> String? {
    guard ["FROM", "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT"].contains(tokens.keyword(index))
    else { return nil }
    var open: [Int] = []
    for place in tokens.all.indices.prefix(index) {
      if tokens.isSymbol(place, "(") { open.append(place) }
      if tokens.isSymbol(place, ")") { _ = open.popLast() }
    }
    guard let last = open.last,
      !["SELECT", "WITH", "VALUES", "TABLE"].contains(tokens.keyword(last + 1))
    else { return nil }
    let at = places.position(ofByte: tokens.all[last].range.lowerBound)
    return "the ( at character \(at) is never closed"
  }

  private func atToken(_ message: String, _ index: Int) -> String? {
    if message.hasPrefix("LIMIT #,#") { return "write LIMIT count OFFSET start" }
    let before = tokens.keyword(index - 1)
    if before == "ALL", tokens.keyword(index - 2) == "BY" {
      return "name the columns, as in \(tokens.keyword(index - 3)) BY 1, 2"
    }
    if before == "QUALIFY" { return Self.qualify }
    guard tokens.all.indices.contains(index) else { return nil }
    let text = tokens.text(tokens.all[index])
    if tokens.all[index].kind == .string, before == "FROM" || before == "JOIN" {
      return "write \"\(text.dropFirst().dropLast())\" in double quotes"
    }
    switch tokens.keyword(index) {
    case "QUALIFY": return Self.qualify
    case "EXCLUDE", "EXCEPT", "REPLACE":
      if tokens.isSymbol(index - 1, "*") || tokens.isSymbol(index + 1, "(") {
        return "write the columns out: * takes no \(tokens.keyword(index))"
      }
    case "ALL" where before == "BY":
      return "name the columns, as in \(tokens.keyword(index - 2)) BY 1, 2"
    case "FROM", "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT":
      if tokens.isSymbol(index - 1, ",") { return "remove the comma before \(text)" }
      if ["GROUP", "ORDER"].contains(tokens.keyword(index)), tokens.keyword(index + 1) != "BY" {
        return "write \(text) BY"
      }
      if before == "SELECT" { return "name the columns, or write *" }
    case "AS" where tokens.isSymbol(index - 1, ","): return "remove the comma before \(text)"
    default: break
    }
    return nil
  }

  private static let qualify = "put the query into FROM (…) and filter it with WHERE"

  /// Habits from other databases, looked for around the place.
  private func habits(_ index: Int) -> String? {
    for place in max(0, index - 2)...(index + 1) {
      if tokens.isSymbol(place, "`") { return "write names in double quotes, not in backticks" }
      if tokens.isSymbol(place, "!"), !tokens.isSymbol(place + 1, "=") {
        return "write NOT instead of !"
      }
      if tokens.isSymbol(place, "&"), tokens.isSymbol(place + 1, "&") { return "write AND" }
    }
    guard tokens.all.indices.contains(index), index > 0 else { return nil }
    let stops = tokens.all[index].kind
    let before = tokens.all[index - 1]
    let isValue: Bool
    switch before.kind {
    case .quotedName, .string, .number: isValue = true
    case .word: isValue = !Self.keywords.contains(tokens.keyword(index - 1))
    case .symbol: isValue = tokens.isSymbol(index - 1, ")")
    }
    let startsValue =
      stops != .symbol && !Self.keywords.contains(tokens.keyword(index))
      || (stops == .word && ["CASE", "NOT", "NULL"].contains(tokens.keyword(index)))
    guard isValue, startsValue else { return nil }
    for place in [index - 1, index] where tokens.all[place].kind == .word {
      let word = tokens.keyword(place)
      if word.count > 2, !Self.keywords.contains(word),
        let name = closestName(to: word, in: Self.keywords), name.count > 3
      {
        return "did you mean \(name)? Or is a comma missing?"
      }
    }
    return "is a comma missing before it?"
  }

  private static let keywords = [
    "SELECT", "FROM", "WHERE", "GROUP", "BY", "HAVING", "ORDER", "LIMIT", "OFFSET", "JOIN", "LEFT",
    "RIGHT", "FULL", "INNER", "CROSS", "ON", "USING", "UNION", "INTERSECT", "EXCEPT", "AND", "OR",
    "NOT", "IN", "LIKE", "ILIKE", "BETWEEN", "IS", "NULL", "CASE", "WHEN", "THEN", "ELSE", "END",
    "AS", "DISTINCT", "WITH", "WINDOW", "OVER", "PARTITION", "ASC", "DESC", "FILTER",
  ]
}

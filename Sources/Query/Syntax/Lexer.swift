/// A word of an expression and where it starts.
struct Token: Hashable {
  enum Kind: Hashable {
    case number(Double)
    case text(String)
    case name(String)
    /// A name in double quotes, which is never a keyword.
    case quotedName(String)
    case symbol(String)
    case end
  }

  var kind: Kind
  var position: Int
}

/// Splits the text of an expression into tokens, by PostgreSQL's lexical rules.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func tokens() throws(QueryError) -> [Token] {
    var tokens: [Token] = []
    while true {
      let token = try next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private mutating func next() throws(QueryError) -> Token {
    while let scalar = current, isSpace(scalar) { index += 1 }
    let start = index + 1
    guard let scalar = current else { return Token(kind: .end, position: start) }
    if isDigit(scalar) || (scalar == "." && peek.map(isDigit) == true) {
      return Token(kind: .number(try number(at: start)), position: start)
    }
    if scalar == "'" { return Token(kind: .text(try quoted("'", at: start)), position: start) }
    if scalar == "\"" {
      return Token(kind: .quotedName(try quoted("\"", at: start)), position: start)
    }
    if isLetter(scalar) {
      return Token(kind: .name(word()), position: start)
    }
    for symbol in ["<>", "!=", "<=", ">="] where starts(with: symbol) {
      index += 2
      return Token(kind: .symbol(symbol == "!=" ? "<>" : symbol), position: start)
    }
    guard "+-*/=<>(),".unicodeScalars.contains(scalar) else {
      throw QueryError("unexpected character '\(scalar)'", at: start)
    }
    index += 1
    return Token(kind: .symbol(String(scalar)), position: start)
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
  private var peek: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }

  // The Unicode properties are looked up only beyond ASCII: they cost more than all the rest.
  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_": true
    default: !scalar.isASCII && scalar.properties.isAlphabetic
    }
  }

  /// A mark on the letter before it: `å` may come as two scalars.
  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return false }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func starts(with symbol: String) -> Bool {
    scalars[index...].starts(with: symbol.unicodeScalars)
  }

  private mutating func word() -> String {
    let start = index
    while let scalar = current, isLetter(scalar) || isDigit(scalar) || isMark(scalar) { index += 1 }
    return string(start..<index)
  }

  private mutating func number(at start: Int) throws(QueryError) -> Double {
    let first = index
    while let scalar = current, isDigit(scalar) || scalar == "." { index += 1 }
    skipExponent()
    guard let value = Double(string(first..<index)), value.isFinite else {
      throw QueryError("'\(string(first..<index))' is not a number", at: start)
    }
    return value
  }

  /// Skips `e5`, `E-5`; an `e` without digits belongs to the next word.
  private mutating func skipExponent() {
    guard current == "e" || current == "E" else { return }
    var end = index + 1
    if end < scalars.count, scalars[end] == "+" || scalars[end] == "-" { end += 1 }
    guard end < scalars.count, isDigit(scalars[end]) else { return }
    while end < scalars.count, isDigit(scalars[end]) { end += 1 }
    index = end
  }

  private mutating func quoted(
    _ quote: Unicode.Scalar, at start: Int
  ) throws(QueryError) -> String {
    index += 1
    var content = String.UnicodeScalarView()
    while let scalar = current {
      index += 1
      if scalar == quote {
        guard current == quote else { return String(content) }
        index += 1
      }
      content.append(scalar)
    }
    throw QueryError("the quote is never closed", at: start)
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}

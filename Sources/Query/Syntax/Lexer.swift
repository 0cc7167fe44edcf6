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
  /// Unicode scalars from the start of the text, from 1.
  var position: Int
}

/// Splits the text of an expression into tokens, by PostgreSQL's lexical rules: any character
/// beyond ASCII counts as a letter.
struct Lexer {
  private let bytes: [UInt8]
  private var index = 0
  /// How many scalars begin before a byte; a token counts on from the one before, so that a long
  /// text is walked once, not once a token.
  private var counted = (bytes: 0, scalars: 0)

  init(_ text: String) {
    bytes = Array(text.utf8)
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
    while let byte = current, isSpace(byte) { index += 1 }
    let start = index
    let position = position(of: start)
    guard let byte = current else { return Token(kind: .end, position: position) }
    let kind: Token.Kind
    if isDigit(byte) || (byte == UInt8(ascii: ".") && peek.map(isDigit) == true) {
      kind = .number(try number())
    } else if byte == UInt8(ascii: "'") {
      kind = .text(try quoted(byte))
    } else if byte == UInt8(ascii: "\"") {
      kind = .quotedName(try quoted(byte))
    } else if isLetter(byte) {
      while let byte = current, isLetter(byte) || isDigit(byte) { index += 1 }
      kind = .name(string(start..<index))
    } else {
      kind = .symbol(try symbol())
    }
    return Token(kind: kind, position: position)
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }
  private var peek: UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private func isLetter(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (65...90).contains(byte) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }

  private mutating func symbol() throws(QueryError) -> String {
    for symbol in ["<>", "!=", "<=", ">="] where bytes[index...].starts(with: symbol.utf8) {
      index += 2
      return symbol == "!=" ? "<>" : symbol
    }
    let symbol = string(index..<index + 1)
    guard "+-*/=<>(),".contains(symbol) else {
      throw QueryError("unexpected character '\(symbol)'", at: position(of: index))
    }
    index += 1
    return symbol
  }

  private mutating func number() throws(QueryError) -> Double {
    let start = index
    while let byte = current, isDigit(byte) || byte == UInt8(ascii: ".") { index += 1 }
    skipExponent()
    guard let value = Double(string(start..<index)), value.isFinite else {
      throw QueryError("'\(string(start..<index))' is not a number", at: position(of: start))
    }
    return value
  }

  /// Skips `e5`, `E-5`; an `e` without digits belongs to the next word.
  private mutating func skipExponent() {
    guard current == UInt8(ascii: "e") || current == UInt8(ascii: "E") else { return }
    var end = index + 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") {
      end += 1
    }
    guard end < bytes.count, isDigit(bytes[end]) else { return }
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    index = end
  }

  private mutating func quoted(_ quote: UInt8) throws(QueryError) -> String {
    let start = index
    index += 1
    var content: [UInt8] = []
    while let byte = current {
      index += 1
      if byte == quote {
        guard current == quote else { return String(decoding: content, as: UTF8.self) }
        index += 1
      }
      content.append(byte)
    }
    throw QueryError("the quote is never closed", at: position(of: start))
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Counts scalars: every byte but those that continue one.
  private mutating func position(of index: Int) -> Int {
    // Asked for in rising order: the start of the token at hand, at the earliest.
    counted.scalars += bytes[counted.bytes..<index].count { $0 & 0xC0 != 0x80 }
    counted.bytes = index
    return counted.scalars + 1
  }
}

/// A token of SQL, as far as splitting, hints and names need to know it.
struct Token {
  enum Kind {
    /// A keyword or a name without quotes.
    case word
    case quotedName
    /// `'…'`, `E'…'`, `$tag$…$tag$`.
    case string
    case number
    /// One character of an operator, or a bracket, comma or semicolon.
    case symbol
  }

  var kind: Kind
  /// Bytes of the text.
  var range: Range<Int>
  /// Whether the closing quote is there.
  var isClosed = true
}

/// Cuts SQL into tokens; never fails.
struct Tokens {
  let bytes: [UInt8]
  private(set) var all: [Token] = []
  /// Whether the text ends within a comment `/* …`.
  private(set) var endsInComment = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte <= 32 {
        position += 1
      } else if byte == UInt8(ascii: "-"), at(position + 1) == UInt8(ascii: "-") {
        while position < bytes.count, bytes[position] != 10 { position += 1 }
      } else if byte == UInt8(ascii: "/"), at(position + 1) == UInt8(ascii: "*") {
        position = comment(from: position)
      } else {
        let token = token(at: position)
        all.append(token)
        position = token.range.upperBound
      }
    }
  }

  /// A token's text.
  func text(_ token: Token) -> String { String(decoding: bytes[token.range], as: UTF8.self) }

  /// A word in upper case; empty for other tokens and beyond the end.
  func keyword(_ index: Int) -> String {
    guard all.indices.contains(index), all[index].kind == .word else { return "" }
    return text(all[index]).uppercased()
  }

  /// Whether a symbol stands there.
  func isSymbol(_ index: Int, _ symbol: Character) -> Bool {
    guard all.indices.contains(index), all[index].kind == .symbol else { return false }
    return bytes[all[index].range.lowerBound] == symbol.asciiValue
  }

  private func at(_ position: Int) -> UInt8? {
    bytes.indices.contains(position) ? bytes[position] : nil
  }

  /// Comments nest in SQL.
  private mutating func comment(from start: Int) -> Int {
    var position = start
    var depth = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "/"), at(position + 1) == UInt8(ascii: "*") {
        depth += 1
        position += 2
      } else if bytes[position] == UInt8(ascii: "*"), at(position + 1) == UInt8(ascii: "/") {
        depth -= 1
        position += 2
        if depth == 0 { return position }
      } else {
        position += 1
      }
    }
    endsInComment = true
    return bytes.count
  }

  private static func isWord(_ byte: UInt8, first: Bool = false) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 128...:
      true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"): !first
    default: false
    }
  }

  private func token(at start: Int) -> Token {
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "'"): return quoted(from: start, open: start, escapes: false)
    case UInt8(ascii: "e"), UInt8(ascii: "E"):
      if at(start + 1) == UInt8(ascii: "'") {
        return quoted(from: start, open: start + 1, escapes: true)
      }
      return word(from: start)
    case UInt8(ascii: "\""): return quoted(from: start, open: start, escapes: false)
    case UInt8(ascii: "$"):
      return dollarQuoted(from: start) ?? Token(kind: .symbol, range: start..<start + 1)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var end = start + 1
      while let next = at(end), Self.isWord(next) || next == UInt8(ascii: ".") { end += 1 }
      return Token(kind: .number, range: start..<end)
    default:
      if Self.isWord(byte, first: true) { return word(from: start) }
      return Token(kind: .symbol, range: start..<start + 1)
    }
  }

  private func word(from start: Int) -> Token {
    var end = start + 1
    while let next = at(end), Self.isWord(next) { end += 1 }
    return Token(kind: .word, range: start..<end)
  }

  private func quoted(from start: Int, open: Int, escapes: Bool) -> Token {
    let quote = bytes[open]
    let kind: Token.Kind = quote == UInt8(ascii: "'") ? .string : .quotedName
    var end = open + 1
    while let byte = at(end) {
      if escapes, byte == UInt8(ascii: "\\") {
        end += 2
      } else if byte == quote {
        if at(end + 1) != quote { return Token(kind: kind, range: start..<end + 1) }
        end += 2
      } else {
        end += 1
      }
    }
    return Token(kind: kind, range: start..<bytes.count, isClosed: false)
  }

  private func dollarQuoted(from start: Int) -> Token? {
    var end = start + 1
    while let byte = at(end), Self.isWord(byte), byte != UInt8(ascii: "$") { end += 1 }
    guard at(end) == UInt8(ascii: "$") else { return nil }
    if end > start + 1, !Self.isWord(bytes[start + 1], first: true) { return nil }
    let tag = Array(bytes[start...end])
    var position = end + 1
    while position + tag.count <= bytes.count {
      if bytes[position] == UInt8(ascii: "$"),
        bytes[position..<position + tag.count].elementsEqual(tag)
      {
        return Token(kind: .string, range: start..<position + tag.count)
      }
      position += 1
    }
    return Token(kind: .string, range: start..<bytes.count, isClosed: false)
  }
}

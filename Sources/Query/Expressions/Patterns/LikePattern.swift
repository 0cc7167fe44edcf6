internal import Tables

/// A LIKE pattern: `%` stands for any text, `_` for one Unicode scalar.
struct LikePattern {
  private enum Token: Equatable {
    case byte(UInt8)
    case one
    case any
  }

  private var tokens: [Token] = []
  private let ignoresCase: Bool
  /// The whole pattern, where it is one text with or without `%` at its ends.
  private var plain: (text: [UInt8], isOpenAtStart: Bool, isOpenAtEnd: Bool)?

  /// Reads a pattern. The escape takes the meaning from the next character: `\` by default, nothing
  /// where it is empty.
  init(_ pattern: String, escape: String? = nil, ignoresCase: Bool = false) throws {
    self.ignoresCase = ignoresCase
    let escape = try LikePattern.escape(escape)
    var scalars = (ignoresCase ? Casing.lowered(pattern) : pattern).unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      if scalar == escape {
        guard let literal = scalars.next() else {
          throw QueryError("LIKE pattern must not end with escape character")
        }
        tokens += literal.utf8.map { .byte($0) }
      } else if scalar == "%" {
        if tokens.last != .any { tokens.append(.any) }
      } else if scalar == "_" {
        tokens.append(.one)
      } else {
        tokens += scalar.utf8.map { .byte($0) }
      }
    }
    findPlain()
  }

  /// The escape character of an ESCAPE clause.
  static func escape(_ text: String?) throws -> Unicode.Scalar? {
    guard let text else { return "\\" }
    var scalars = text.unicodeScalars.makeIterator()
    let first = scalars.next()
    guard scalars.next() == nil else {
      throw QueryError(
        "invalid escape string", hint: "escape string must be empty or one character")
    }
    return first
  }

  private mutating func findPlain() {
    var inner = tokens[...]
    let isOpenAtStart = inner.first == .any
    if isOpenAtStart { inner.removeFirst() }
    let isOpenAtEnd = inner.last == .any
    if isOpenAtEnd { inner.removeLast() }
    var text: [UInt8] = []
    for token in inner {
      guard case .byte(let byte) = token else { return }
      text.append(byte)
    }
    plain = (text, isOpenAtStart, isOpenAtEnd || (isOpenAtStart && text.isEmpty))
  }

  /// Whether a text fits.
  func fits(_ text: TextPool.Bytes) -> Bool {
    guard ignoresCase else { return fitsExactly(text) }
    return Casing.lowered(text).withUnsafeBufferPointer { fitsExactly($0) }
  }

  private func fitsExactly(_ text: TextPool.Bytes) -> Bool {
    if let plain {
      let part = plain.text
      guard text.count >= part.count else { return false }
      switch (plain.isOpenAtStart, plain.isOpenAtEnd) {
      case (false, false): return text.count == part.count && text.elementsEqual(part)
      case (false, true): return text.starts(with: part)
      case (true, false): return text[(text.count - part.count)...].elementsEqual(part)
      case (true, true): return Self.find(part, in: text, from: 0) != nil
      }
    }
    // After a mismatch, the last `%` takes one scalar more.
    var (place, token) = (0, 0)
    var retry: (place: Int, token: Int)?
    while place < text.count {
      if token < tokens.count {
        switch tokens[token] {
        case .any:
          retry = (place, token + 1)
          token += 1
          continue
        case .one:
          place += Self.length(text, at: place)
          token += 1
          continue
        case .byte(let byte):
          if text[place] == byte {
            place += 1
            token += 1
            continue
          }
        }
      }
      guard let last = retry else { return false }
      let next = last.place + Self.length(text, at: last.place)
      retry = (next, last.token)
      (place, token) = (next, last.token)
    }
    return tokens[token...].allSatisfy { $0 == .any }
  }

  /// The bytes of the scalar at a place.
  private static func length(_ text: TextPool.Bytes, at place: Int) -> Int {
    var end = place + 1
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end - place
  }

  /// The first place of some bytes.
  static func find(_ part: [UInt8], in text: TextPool.Bytes, from start: Int) -> Int? {
    guard let first = part.first else { return start }
    var place = start
    while place + part.count <= text.count {
      if text[place] == first {
        var length = 1
        while length < part.count, text[place + length] == part[length] { length += 1 }
        if length == part.count { return place }
      }
      place += 1
    }
    return nil
  }
}

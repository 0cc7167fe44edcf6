/// Goes through a JSON text (RFC 8259) from front to back, strictly, a window of it at a time.
///
/// There is no library for this that streams, is strict and is looked after; the grammar is small.
final class JSONScanner {
  /// What a value is, once it has been read; texts and numbers stand in ``bytes``.
  enum Value {
    case null
    case boolean(Bool)
    case number
    case text
    /// An object or a list, as it is written but for blanks around its parts.
    case nested
  }

  private let store: ByteStore
  private var window: [UInt8] = []
  private var next = 0
  private var offset = 0
  private(set) var line = 1
  /// Where the line starts, moved on by each byte that goes on a character: columns count characters.
  private var lineStart = 0
  /// The text of the value that was read last.
  private(set) var bytes: [UInt8] = []
  /// Whether whatever is read is kept, for nested values.
  private var keeps = false
  private var kept: [UInt8] = []

  private static let windowSize = 1 << 18
  private static let longest = 64 << 20
  private static let deepest = 64

  init(_ store: ByteStore) throws {
    self.store = store
    if try store.bytes(0..<min(3, store.wait(for: 3))) == [0xEF, 0xBB, 0xBF] { offset = 3 }
    lineStart = offset
  }

  /// The column, from 1, in characters of Unicode.
  var column: Int { offset - (window.count - next) - lineStart + 1 }

  // MARK: Bytes

  @inline(__always)
  private func peek() throws -> UInt8? {
    if next < window.count { return window[next] }
    window = try store.bytes(offset..<offset + Self.windowSize)
    offset += window.count
    next = 0
    return window.first
  }

  @inline(__always)
  private func take() throws -> UInt8 {
    guard let byte = try peek() else { throw JSONFault.end }
    next += 1
    if keeps {
      kept.append(byte)
      if kept.count > Self.longest { throw JSONFault.long }
    }
    return byte
  }

  /// The next byte that is no blank; `nil` at the end.
  func skipBlanks() throws -> UInt8? {
    while let byte = try peek() {
      switch byte {
      case .lf:
        next += 1
        line += 1
        lineStart = offset - (window.count - next)
      case .space, .tab, .cr: next += 1
      default: return byte
      }
    }
    return nil
  }

  /// Takes a byte if it comes next, behind blanks.
  func takes(_ byte: Unicode.Scalar) throws -> Bool {
    guard try skipBlanks() == UInt8(ascii: byte) else { return false }
    _ = try take()
    return true
  }

  // MARK: Values

  /// Reads a name and the colon behind it into ``bytes``.
  func name() throws {
    guard try skipBlanks() == .quote else { throw JSONFault.expected(.name) }
    try text()
    guard try takes(":") else { throw JSONFault.expected(.colon) }
  }

  func value() throws -> Value {
    guard let byte = try skipBlanks() else { throw JSONFault.end }
    switch byte {
    case .quote:
      try text()
      return .text
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      kept = []
      keeps = true
      defer { keeps = false }
      try nested(1)
      bytes = kept
      return .nested
    case UInt8(ascii: "t"):
      try word("true")
      return .boolean(true)
    case UInt8(ascii: "f"):
      try word("false")
      return .boolean(false)
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    default:
      try number()
      return .number
    }
  }

  private func nested(_ depth: Int) throws {
    if depth > Self.deepest { throw JSONFault.deep }
    let isObject = try take() == UInt8(ascii: "{")
    if try takes(isObject ? "}" : "]") { return }
    while true {
      if isObject { try name() }
      switch try skipBlanks() {
      case UInt8(ascii: "{"), UInt8(ascii: "["): try nested(depth + 1)
      default: _ = try value()
      }
      if try takes(isObject ? "}" : "]") { return }
      guard try takes(",") else {
        throw JSONFault.expected(isObject ? .commaOrBrace : .commaOrBracket)
      }
    }
  }

  private func word(_ word: StaticString) throws {
    for index in 0..<word.utf8CodeUnitCount
    where try take() != word.utf8Start[index] { throw JSONFault.expected(.value) }
  }

  private func number() throws {
    bytes.removeAll(keepingCapacity: true)
    func digits() throws -> Int {
      var count = 0
      while let byte = try peek(), byte &- UInt8(ascii: "0") < 10 {
        bytes.append(try take())
        count += 1
        if count > 10_000 { throw JSONFault.badNumber }
      }
      return count
    }
    func one(of marks: StaticString) throws -> Bool {
      guard let byte = try peek(), marks.withUTF8Buffer({ $0.contains(byte) }) else { return false }
      bytes.append(try take())
      return true
    }
    let isNegative = try one(of: "-")
    let isZero = try peek() == UInt8(ascii: "0")
    let whole = try digits()
    if whole == 0 { throw isNegative ? JSONFault.badNumber : JSONFault.expected(.value) }
    if isZero, whole > 1 { throw JSONFault.badNumber }
    if try one(of: "."), try digits() == 0 { throw JSONFault.badNumber }
    if try one(of: "eE") {
      _ = try one(of: "+-")
      if try digits() == 0 { throw JSONFault.badNumber }
    }
  }

  /// Reads a text in quotes.
  private func text() throws {
    bytes.removeAll(keepingCapacity: true)
    var isASCII = true
    _ = try take()
    while true {
      let byte = try take()
      switch byte {
      case .quote:
        guard
          isASCII || bytes.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) != nil })
        else { throw JSONFault.notUTF8 }
        return
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20: throw JSONFault.controlCharacter
      default:
        if byte >= 0x80 {
          isASCII = false
          if byte < 0xC0 { lineStart += 1 }
        }
        bytes.append(byte)
      }
      if bytes.count > Self.longest { throw JSONFault.long }
    }
  }

  private func escape() throws {
    switch try take() {
    case .quote: bytes.append(.quote)
    case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): bytes.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): bytes.append(8)
    case UInt8(ascii: "f"): bytes.append(12)
    case UInt8(ascii: "n"): bytes.append(.lf)
    case UInt8(ascii: "r"): bytes.append(.cr)
    case UInt8(ascii: "t"): bytes.append(.tab)
    case UInt8(ascii: "u"): try unicode()
    default: throw JSONFault.badEscape
    }
  }

  /// `\u00e5`, or two of them for what lies beyond 16 bits; half a pair is U+FFFD.
  private func unicode() throws {
    var code = try hexadecimal()
    if (0xD800..<0xDC00).contains(code), try peek() == UInt8(ascii: "\\") {
      _ = try take()
      guard try peek() == UInt8(ascii: "u") else {
        append(0xFFFD)
        return try escape()
      }
      _ = try take()
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else {
        append(0xFFFD)
        return append(low)
      }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    append(code)
  }

  private func append(_ code: UInt32) {
    bytes += Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
  }

  private func hexadecimal() throws -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(try take())).hexDigitValue else {
        throw JSONFault.badEscape
      }
      code = code << 4 | UInt32(digit)
    }
    return code
  }
}

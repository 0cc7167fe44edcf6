/// Reads the parser's JSON into nodes, without recursion.
struct SyntaxReader {
  /// The most levels of nested JSON; an operator takes two. The binder recurses over what is read.
  static let deepest = 1_600

  /// Thrown for what could not be bound on the stack that there is.
  static let tooDeep = QueryError(
    "the query nests more deeply than can be run",
    hint: "write it in several steps, with WITH, or use IN (…) for long lists")

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private let names: LongNames

  private init(bytes: UnsafeBufferPointer<UInt8>, names: LongNames) {
    self.bytes = bytes
    self.names = names
  }

  /// The root of a parse tree.
  ///
  /// - Throws: ``QueryError`` for a tree that is too deep to be bound.
  static func node(_ json: UnsafeBufferPointer<UInt8>, names: LongNames) throws -> SyntaxNode {
    var reader = SyntaxReader(bytes: json, names: names)
    return try reader.root()
  }

  /// What stands around the value that is being read.
  private struct Frame {
    var isList: Bool
    var key = ""
    var fields: [(name: String, value: SyntaxValue)] = []
    var values: [SyntaxValue] = []
  }

  private mutating func root() throws -> SyntaxNode {
    var frames: [Frame] = []
    while position < bytes.count {
      var finished: SyntaxValue?
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard frames.count < Self.deepest else {
          throw Self.tooDeep
        }
        frames.append(Frame(isList: bytes[position] == UInt8(ascii: "[")))
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        position += 1
        guard let frame = frames.popLast() else { throw unreadable }
        finished = frame.isList ? .list(frame.values) : .node(Self.node(frame.fields))
      case UInt8(ascii: "\""):
        let text = try string()
        if let last = frames.indices.last, !frames[last].isList, frames[last].key.isEmpty {
          frames[last].key = text
        } else {
          finished = .text(names.original(text))
        }
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: " "): position += 1
      default: finished = try word()
      }
      guard let value = finished else { continue }
      guard let last = frames.indices.last else {
        if case .node(let node) = value { return node }
        throw unreadable
      }
      if frames[last].isList {
        frames[last].values.append(value)
      } else {
        frames[last].fields.append((frames[last].key, value))
        frames[last].key = ""
      }
    }
    throw unreadable
  }

  private var unreadable: QueryError { QueryError("the parse tree cannot be read") }

  /// `{"SelectStmt": {…}}` is a node of that kind.
  private static func node(_ fields: [(name: String, value: SyntaxValue)]) -> SyntaxNode {
    if fields.count == 1, case .node(let inner) = fields[0].value, inner.kind.isEmpty,
      let first = fields[0].name.utf8.first, (65...90).contains(first)
    {
      return SyntaxNode(kind: fields[0].name, copying: inner)
    }
    return SyntaxNode(kind: "", fields: fields)
  }

  private mutating func word() throws -> SyntaxValue {
    let start = position
    while position < bytes.count, !",}] ".utf8.contains(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    switch text {
    case "true": return .truth(true)
    case "false": return .truth(false)
    case "null": return .text("")
    default:
      guard let number = Int(text) else { throw unreadable }
      return .number(number)
    }
  }

  private mutating func string() throws -> String {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""),
      bytes[position] != UInt8(ascii: "\\")
    {
      position += 1
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }
    var text = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), position < bytes.count else {
        text.append(byte)
        continue
      }
      let escape = bytes[position]
      position += 1
      switch escape {
      case UInt8(ascii: "n"): text.append(10)
      case UInt8(ascii: "t"): text.append(9)
      case UInt8(ascii: "r"): text.append(13)
      case UInt8(ascii: "b"): text.append(8)
      case UInt8(ascii: "f"): text.append(12)
      case UInt8(ascii: "u"):
        let digits = bytes[position..<min(position + 4, bytes.count)]
        position += digits.count
        // The parser escapes only control characters, < and > this way.
        let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        let scalar = code.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
        text += Array(String(Character(scalar)).utf8)
      default: text.append(escape)
      }
    }
    throw unreadable
  }
}

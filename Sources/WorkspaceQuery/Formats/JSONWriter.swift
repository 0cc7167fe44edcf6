internal import Query
internal import Tables

/// JSON: an array of objects, or an object a line. Days, moments and lengths of time are strings.
///
/// A name that stands twice gets a number, since an object keeps one value a name.
struct JSONWriter: ResultWriter {
  enum Layout {
    /// `[{…},⏎{…}]`
    case array
    /// `{…}⏎{…}`, known as NDJSON or JSON Lines.
    case lines
  }

  private let sink: any ByteSink
  private let layout: Layout
  private var keys: [[UInt8]] = []
  private var isFirst = true

  init(_ sink: any ByteSink, layout: Layout) {
    self.sink = sink
    self.layout = layout
  }

  mutating func begin(_ columns: [QueryColumn]) throws {
    var known: Set<String> = []
    for column in columns {
      var name = column.name
      var number = 2
      while !known.insert(name).inserted {
        name = "\(column.name)_\(number)"
        number += 1
      }
      var key: [UInt8] = []
      Self.append(string: name, to: &key)
      keys.append(key + [UInt8(ascii: ":")])
    }
    if layout == .array { try sink.append("[") }
  }

  mutating func write(_ chunk: Chunk) throws {
    var bytes: [UInt8] = []
    for row in 0..<chunk.rowCount {
      if layout == .array, !isFirst { bytes += [UInt8(ascii: ","), UInt8(ascii: "\n")] }
      isFirst = false
      bytes.append(UInt8(ascii: "{"))
      for (column, key) in keys.enumerated() {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += key
        Self.append(chunk.columns[column][row], to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
      if layout == .lines { bytes.append(UInt8(ascii: "\n")) }
      if bytes.count > 1 << 16 {
        try sink.append(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try sink.append(bytes)
  }

  mutating func finish(duration: Duration?) throws {
    if layout == .array { try sink.append("]\n") }
  }

  private static func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .null: bytes += "null".utf8
    case .integer(let value): bytes += String(value).utf8
    // Swift writes 1e+20, which is JSON as well; values are always finite.
    case .real(let value): bytes += value.description.utf8
    case .numeric(let value): bytes += value.description.utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .text(let value): append(string: value, to: &bytes)
    case .date(let value): append(string: value.description, to: &bytes)
    case .timestamp(let value): append(string: value.description, to: &bytes)
    case .interval(let value): append(string: value.description, to: &bytes)
    }
  }

  /// A string by RFC 8259: quotes, backslashes and control characters escaped, the rest as it is.
  private static func append(string: String, to bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    let backslash = UInt8(ascii: "\\")
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), backslash: bytes += [backslash, byte]
      case UInt8(ascii: "\n"): bytes += [backslash, UInt8(ascii: "n")]
      case UInt8(ascii: "\r"): bytes += [backslash, UInt8(ascii: "r")]
      case UInt8(ascii: "\t"): bytes += [backslash, UInt8(ascii: "t")]
      case 0..<0x20, 0x7F:
        bytes += "\\u00".utf8
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

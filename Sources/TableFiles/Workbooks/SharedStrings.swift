internal import Diagnostics
internal import Tables

/// The texts of a workbook, which cells refer to by number.
final class SharedStrings: XMLHandler {
  private let pool = TextPool(isDistinct: false)
  private var text = CellText()
  private let file: String

  init(file: String) {
    self.file = file
  }

  var count: Int { pool.count }

  /// A text by its number, which must be below ``count``.
  subscript(index: Int) -> Bytes { pool[UInt32(index)] }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "si" { text.clear() } else { text.start(name) }
  }

  override func end(_ name: XMLName) {
    guard name == "si" else { return text.end(name) }
    text.withBytes { _ = pool.append($0) }
    if pool.byteCount > SystemCalls.mostInMemory || pool.count >= Int(UInt32.max) {
      failure = FormatProblem.tooLarge.diagnostic(at: file)
    }
  }

  override func text(_ bytes: Bytes) { text.add(bytes) }
}

/// The text of a cell or a shared string: one `t`, or those of all its runs, without the readings that
/// stand above Japanese.
struct CellText {
  private var bytes: [UInt8] = []
  private var isText = false
  private var isReading = false

  /// Excel's cells hold 32 767 characters; what goes beyond these bytes is cut.
  static let longest = 1 << 18

  init(_ bytes: Bytes = Bytes(start: nil, count: 0)) {
    self.bytes = Array(bytes)
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    isText = false
    isReading = false
  }

  mutating func start(_ name: XMLName) {
    if name.isLetter("t") { isText = !isReading } else if name == "rPh" { isReading = true }
  }

  mutating func end(_ name: XMLName) {
    if name.isLetter("t") { isText = false } else if name == "rPh" { isReading = false }
  }

  mutating func add(_ more: Bytes) {
    if isText, bytes.count < Self.longest { bytes += more }
  }

  /// The text, with the signs that Excel writes as `_x000D_`.
  mutating func withBytes(_ body: (Bytes) -> Void) {
    if bytes.contains(UInt8(ascii: "_")) { unescape() }
    bytes.withUnsafeBufferPointer(body)
  }

  private mutating func unescape() {
    guard bytes.count >= 7 else { return }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "_"), i + 7 <= bytes.count, bytes[i + 1] == UInt8(ascii: "x"),
        bytes[i + 6] == UInt8(ascii: "_"),
        let code = UInt32(String(decoding: bytes[i + 2..<i + 6], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        result += Array(String(Character(scalar)).utf8)
        i += 7
      } else {
        result.append(bytes[i])
        i += 1
      }
    }
    bytes = result
  }
}

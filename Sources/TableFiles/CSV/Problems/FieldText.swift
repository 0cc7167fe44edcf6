/// A field as a message shows it.
enum FieldText {
  /// The value, cut off where it gets too long to read.
  static func value(_ span: FieldSpan, in bytes: Bytes) -> String {
    var scratch: [UInt8] = []
    return span.withContent(in: bytes, scratch: &scratch) { short($0) }
  }

  /// The value of a field, like ``value(_:in:)``.
  static func value(_ content: FieldContent) -> String {
    guard content.hasInnerQuotes else { return short(content.bytes) }
    return content.resolved().withUnsafeBufferPointer { short($0) }
  }

  /// Bytes as text of at most 200 characters.
  static func short(_ bytes: Bytes) -> String {
    let text = String(decoding: bytes.prefix(1600), as: UTF8.self)
    return bytes.count <= 200 || text.count <= 200 ? text : text.prefix(200) + "…"
  }
}

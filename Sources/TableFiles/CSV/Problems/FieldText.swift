internal import Diagnostics

/// A field as a message shows it.
enum FieldText {
  /// The value, cut off where it gets too long to read.
  static func value(_ span: FieldSpan, in bytes: Bytes) -> String {
    var scratch: [UInt8] = []
    return span.withContent(in: bytes, scratch: &scratch) { short($0) }
  }

  /// Bytes as text of at most 200 characters.
  static func short(_ bytes: Bytes) -> String {
    let text = String(decoding: bytes.prefix(1600), as: UTF8.self)
    return bytes.count <= 200 || text.count <= 200 ? text : text.prefix(200) + "…"
  }

  /// The place of a byte in a record.
  static func location(
    _ offset: Int, in bytes: Bytes, _ batch: RecordBatch, _ record: Int, file: String
  ) -> SourceLocation {
    let place = TextLocator(bytes: bytes).place(
      of: offset, fromLine: Int(batch.lines[record]), startingAt: batch.offsets[record])
    return SourceLocation(file: file, line: place.line, column: place.column)
  }
}

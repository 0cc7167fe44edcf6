/// Where a field stands in the text. Nothing is copied.
struct FieldSpan {
  /// The first byte of the content, after an opening quote.
  let start: Int
  private let packed: Int

  /// - Parameters:
  ///   - start: The first byte of the content.
  ///   - end: The end of the content, before a closing quote that ends the field.
  ///   - isQuoted: Whether the field starts with a quote.
  ///   - hasInnerQuotes: Whether quotes in the content have to be resolved.
  init(start: Int, end: Int, isQuoted: Bool = false, hasInnerQuotes: Bool = false) {
    self.start = start
    packed = (end - start) << 2 | (isQuoted ? 1 : 0) | (hasInnerQuotes ? 2 : 0)
  }

  /// The number of bytes.
  var length: Int { packed >> 2 }
  /// The end of the content.
  var end: Int { start + length }
  /// Whether the field starts with a quote.
  var isQuoted: Bool { packed & 1 != 0 }
  /// Whether quotes in the content have to be resolved.
  var hasInnerQuotes: Bool { packed & 2 != 0 }
  /// Where the field starts, with its quote.
  var outerStart: Int { isQuoted ? start - 1 : start }

  /// The content as it stands in the text.
  func raw(in bytes: Bytes) -> Bytes { Bytes(rebasing: bytes[start..<end]) }

  /// Hands over the content with its quotes resolved. `scratch` holds it if it does not stand in
  /// the text as such.
  func withContent<Result>(
    in bytes: Bytes, scratch: inout [UInt8], _ body: (Bytes) -> Result
  ) -> Result {
    let raw = raw(in: bytes)
    guard hasInnerQuotes else { return body(raw) }
    scratch.removeAll(keepingCapacity: true)
    var isInside = true
    var i = 0
    while i < raw.count {
      let byte = raw[i]
      i += 1
      guard byte == .quote, isInside else {
        scratch.append(byte)
        continue
      }
      if i < raw.count, raw[i] == .quote {
        scratch.append(byte)
        i += 1
      } else {
        // The closing quote; text follows it, which the tokenizer has reported.
        isInside = false
      }
    }
    return scratch.withUnsafeBufferPointer(body)
  }
}

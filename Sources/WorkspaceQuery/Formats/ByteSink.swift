/// Takes the bytes of results, in order.
package protocol ByteSink: AnyObject {
  /// Adds bytes, which are valid until this returns.
  func append(_ bytes: UnsafeRawBufferPointer) throws
}

extension ByteSink {
  /// Adds bytes.
  package func append(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try append($0) }
  }

  /// Adds a text in UTF-8.
  package func append(_ text: String) throws {
    var text = text
    try text.withUTF8 { try append(UnsafeRawBufferPointer($0)) }
  }
}

import WorkspaceQuery

/// Keeps what is written.
final class TextSink: ByteSink {
  private(set) var bytes: [UInt8] = []

  func append(_ bytes: UnsafeRawBufferPointer) { self.bytes += bytes }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

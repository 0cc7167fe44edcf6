internal import Diagnostics

/// Finds lines and columns in a text, for places that are asked for in rising order. LF, CR LF and
/// CR end a line, also inside quotes; the column counts characters.
struct LineCounter {
  private let store: ByteStore
  private var position: Int
  private var line = 1
  private var lineStart: Int
  private var endsInReturn = false

  /// - Parameters:
  ///   - store: The text in UTF-8.
  ///   - start: Where its first line starts, behind a byte order mark.
  init(_ store: ByteStore, from start: Int) {
    self.store = store
    position = start
    lineStart = start
  }

  /// Line and column of a byte.
  mutating func location(of offset: Int) throws -> SourceLocation {
    while position < offset {
      let block = try store.bytes(position..<min(offset, position + 1 << 20))
      guard !block.isEmpty else { break }
      for byte in block {
        position += 1
        if byte == .cr || byte == .lf {
          if byte == .cr || !endsInReturn { line += 1 }
          lineStart = position
        }
        endsInReturn = byte == .cr
      }
    }
    let before = try store.bytes(lineStart..<max(lineStart, offset))
    let column = String(decoding: before, as: UTF8.self).count + 1
    return SourceLocation(file: store.name, line: line, column: column)
  }
}

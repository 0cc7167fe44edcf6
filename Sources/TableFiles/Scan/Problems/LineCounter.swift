internal import Diagnostics

/// Finds lines and columns in a text, for places that are asked for in rising order. LF, CR LF and
/// CR end a line, also inside quotes.
struct LineCounter {
  private let text: CSVText
  private var position: Int
  private var line: Int
  private var lineStart: Int
  private var endsInReturn = false

  init(_ text: CSVText) {
    self.text = text
    position = text.start
    lineStart = text.start
    line = text.firstLine
  }

  /// Line and column of a byte.
  mutating func location(of offset: Int) throws -> SourceLocation {
    while position < offset {
      let block = try text.store.bytes(position..<min(offset, position + 1 << 20))
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
    let before = try text.store.bytes(lineStart..<max(lineStart, offset))
    let column = String(decoding: before, as: UTF8.self).count + 1
    return SourceLocation(file: text.name, line: line, column: column)
  }
}

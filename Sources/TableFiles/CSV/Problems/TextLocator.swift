/// Finds line and column of an offset in a text.
struct TextLocator {
  let bytes: Bytes

  /// Finds an offset. LF, CR LF and CR end a line, also inside quotes.
  ///
  /// - Parameters:
  ///   - offset: The place to find.
  ///   - line: The number of the line that starts at `start`.
  ///   - start: The start of a line at or before `offset`.
  /// - Returns: Line and column, from 1; the column counts characters.
  func place(
    of offset: Int, fromLine line: Int = 1, startingAt start: Int = 0
  ) -> (line: Int, column: Int) {
    var line = line
    let lineStart = lastLineStart(before: offset, line: &line, start: start)
    let before = Bytes(rebasing: bytes[lineStart..<offset])
    return (line, String(decoding: before, as: UTF8.self).count + 1)
  }

  /// Where the last line that starts at or before `offset` starts.
  func lastLineStart(before offset: Int, line: inout Int, start: Int) -> Int {
    var lineStart = start
    var i = start
    while i < offset {
      let byte = bytes[i]
      i += 1
      guard byte == .lf || byte == .cr else { continue }
      if byte == .cr, i < bytes.count, bytes[i] == .lf { i += 1 }
      guard i <= offset else { break }
      line += 1
      lineStart = i
    }
    return lineStart
  }
}

extension UInt8 {
  static let lf = UInt8(ascii: "\n")
  static let cr = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
}

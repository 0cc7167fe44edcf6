/// The bytes of a notebook and where its lines begin, as CommonMark counts them: a line ends with a line
/// feed, a carriage return, or both.
package struct NotebookText: Hashable, Sendable {
  /// All of them, as they stand in the file.
  package let bytes: [UInt8]
  /// The bytes of each line with its end.
  let lines: [Range<Int>]

  /// A text from its bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = 0
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      guard byte == 10 || byte == 13 else { continue }
      if byte == 13, place < bytes.count, bytes[place] == 10 { place += 1 }
      lines.append(start..<place)
      start = place
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    self.lines = lines
  }

  /// The bytes that mark their order at the start.
  var markLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// A line without its end.
  func content(_ line: Int) -> ArraySlice<UInt8> {
    guard lines.indices.contains(line) else { return [] }
    var content = bytes[lines[line]]
    while let last = content.last, last == 10 || last == 13 { content.removeLast() }
    return line == 0 ? content.dropFirst(markLength) : content
  }

  /// A stretch of it.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The line that a byte stands on, from 1.
  func lineNumber(at byte: Int) -> Int {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].upperBound <= byte { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }

  /// How its lines end: as the first does.
  var lineEnd: String {
    guard let first = lines.first else { return "\n" }
    let end = bytes[first].suffix(2)
    if end.elementsEqual([13, 10]) { return "\r\n" }
    return end.last == 13 ? "\r" : "\n"
  }

  /// Whether nothing but blanks stands in a stretch.
  func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == 10 || $0 == 13 || $0 == 32 || $0 == 9 }
  }
}

extension Character {
  /// Whether a line ends with it, as CommonMark counts them: other signs of a new line are signs of the text.
  var isLineEnd: Bool { self == "\n" || self == "\r" || self == "\r\n" }
}

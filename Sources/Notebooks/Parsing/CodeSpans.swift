/// Spans of code in the bytes of a paragraph.
enum CodeSpans {
  /// A span: all its bytes, and the words between its signs.
  struct Span {
    var range: Range<Int>
    var text: String
  }

  /// The spans of a stretch in order: a run of backticks up to the next run of the same length. What
  /// stands in a comment or behind a backslash begins none.
  static func find(in text: NotebookText, _ range: Range<Int>) -> [Span] {
    let bytes = text.bytes
    let runs = runs(bytes, range)
    var spans: [Span] = []
    var place = range.lowerBound
    var run = 0
    // What is looked for to the end in vain is not looked for again.
    var commentsEnd = true
    while place < range.upperBound {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 2
      case UInt8(ascii: "<")
      where commentsEnd && bytes[place..<range.upperBound].starts(with: "<!--".utf8):
        let end = end(ofCommentAt: place, bytes, range)
        commentsEnd = end != nil
        place = end ?? place + 1
      case UInt8(ascii: "`"):
        while run < runs.count, runs[run].upperBound <= place { run += 1 }
        guard run < runs.count else { return spans }
        let length = runs[run].upperBound - place
        guard let close = runs[(run + 1)...].first(where: { $0.count == length }) else {
          place = runs[run].upperBound
          continue
        }
        spans.append(
          Span(
            range: place..<close.upperBound,
            text: content(text.string(place + length..<close.lowerBound))))
        place = close.upperBound
      default: place += 1
      }
    }
    return spans
  }

  private static func runs(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var place = range.lowerBound
    while place < range.upperBound {
      guard bytes[place] == UInt8(ascii: "`") else {
        place += 1
        continue
      }
      let start = place
      while place < range.upperBound, bytes[place] == UInt8(ascii: "`") { place += 1 }
      runs.append(start..<place)
    }
    return runs
  }

  private static func end(
    ofCommentAt start: Int, _ bytes: [UInt8], _ range: Range<Int>
  ) -> Int? {
    var place = start + 4
    while place + 3 <= range.upperBound {
      if bytes[place] == 0x2D, bytes[place + 1] == 0x2D, bytes[place + 2] == 0x3E {
        return place + 3
      }
      place += 1
    }
    return nil
  }

  /// Line ends become blanks, and one blank at either end is no part of it.
  private static func content(_ text: String) -> String {
    let line = String(text.map { $0.isLineEnd ? " " : $0 })
    guard line.count > 2, line.hasPrefix(" "), line.hasSuffix(" "),
      line.contains(where: { $0 != " " })
    else { return line }
    return String(line.dropFirst().dropLast())
  }
}

/// Breaks texts into lines.
package enum TextWrapping {
  /// The words of a text. Spaces and line feeds never join with what follows, so that scalars will do;
  /// finding the borders of characters costs far more.
  package static func words(_ text: Substring) -> [Substring] {
    text.unicodeScalars.split { $0 == " " || $0 == "\n" }.map(Substring.init)
  }

  /// Breaks a text into lines of at most some width, at spaces where it can; a longer word is cut.
  package static func lines(_ text: String, width: Int) -> [String] {
    if TextWidth.of(text) <= width, !text.utf8.contains(10) { return [text] }
    var lines: [String] = []
    for paragraph in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var lineWidth = 0
      for word in words(Substring(paragraph)) {
        for (index, piece) in pieces(of: word, width: width).enumerated() {
          let pieceWidth = TextWidth.of(piece)
          if index == 0, !line.isEmpty, lineWidth + 1 + pieceWidth <= width {
            line += " " + piece
            lineWidth += 1 + pieceWidth
          } else {
            if !line.isEmpty { lines.append(line) }
            line = piece
            lineWidth = pieceWidth
          }
        }
      }
      lines.append(line)
    }
    return lines
  }

  /// A word in pieces that fit; it is cut after a hyphen or a slash if there is one, otherwise
  /// anywhere, with a hyphen.
  private static func pieces(of word: Substring, width: Int) -> [String] {
    guard TextWidth.of(word) > width, width > 1 else { return [String(word)] }
    var pieces: [String] = []
    var rest = word
    while TextWidth.of(rest) > width {
      var end = rest.startIndex
      var used = 0
      var breakAt: Substring.Index?
      while end < rest.endIndex, used + TextWidth.width(rest[end]) < width {
        used += TextWidth.width(rest[end])
        let character = rest[end]
        end = rest.index(after: end)
        if "-/–·".contains(character) { breakAt = end }
      }
      if end == rest.startIndex { end = rest.index(after: end) }
      let cut = breakAt ?? end
      pieces.append(rest[..<cut] + (breakAt == nil ? "-" : ""))
      rest = rest[cut...]
    }
    if !rest.isEmpty { pieces.append(String(rest)) }
    return pieces
  }
}

/// Breaks texts into lines.
package enum TextWrapping {
  /// The words of a text. Spaces and line feeds never join with what follows, so that scalars will do;
  /// finding the borders of characters costs far more.
  package static func words(_ text: Substring) -> [Substring] {
    text.unicodeScalars.split { $0 == " " || $0 == "\n" }.map(Substring.init)
  }

  /// Breaks a text into lines of at most some width, at spaces where it can.
  ///
  /// - Parameters:
  ///   - text: The text; its line feeds stay.
  ///   - width: The most columns of a line.
  ///   - breaks: How many letters of a run of letters may stand before a hyphen, in order: the rules of
  ///     a language. Asked only for words that do not fit.
  /// - Returns: The lines.
  package static func lines(
    _ text: String, width: Int, breaks: (Substring) -> [Int] = { _ in [] }
  ) -> [String] {
    if TextWidth.of(text) <= width, !text.utf8.contains(10) { return [text] }
    var lines: [String] = []
    for paragraph in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var lineWidth = 0
      for word in words(Substring(paragraph)) {
        for (index, piece) in pieces(of: word, width: width, breaks: breaks).enumerated() {
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
}

/// A place where a word can be broken.
private struct BreakPlace {
  let index: Substring.Index
  /// Whether the word has no sign of its own there.
  let needsHyphen: Bool
}

/// A word in pieces that fit. It is broken after a sign such as a hyphen or a slash, or, with a hyphen,
/// where its language allows it. Where neither fits it is cut anywhere, without a hyphen that would
/// look like one of the language's.
private func pieces(
  of word: Substring, width: Int, breaks: (Substring) -> [Int]
) -> [String] {
  guard TextWidth.of(word) > width, width > 1 else { return [String(word)] }
  var places = breakPlaces(in: word, breaks)[...]
  var pieces: [String] = []
  var rest = word
  while true {
    // Only what fits is looked at: a word may have any length.
    let end = longestStart(of: rest, width: width)
    guard end < word.endIndex else { break }
    places = places.drop { $0.index <= rest.startIndex }
    let fitting = places.prefix { $0.index <= end }.filter { place in
      TextWidth.of(rest[..<place.index]) + (place.needsHyphen ? 1 : 0) <= width
    }
    let ownSign = fitting.last { !$0.needsHyphen }
    // A sign of its own is the better place, unless next to nothing stands before it.
    let place =
      ownSign.flatMap { TextWidth.of(rest[..<$0.index]) * 2 >= width ? $0 : nil } ?? fitting.last
    let cut = place?.index ?? end
    pieces.append(rest[..<cut] + (place?.needsHyphen == true ? "-" : ""))
    rest = rest[cut...]
  }
  if !rest.isEmpty { pieces.append(String(rest)) }
  return pieces
}

private func breakPlaces(
  in word: Substring, _ breaks: (Substring) -> [Int]
) -> [BreakPlace] {
  var places: [BreakPlace] = []
  for part in word.indices.split(whereSeparator: { !word[$0].isLetter }) {
    guard let first = part.first, let last = part.last else { continue }
    let letters = word[first...last]
    for count in breaks(letters) {
      places.append(
        BreakPlace(index: letters.index(first, offsetBy: count), needsHyphen: true))
    }
  }
  for index in word.indices where "-/–·".contains(word[index]) {
    places.append(BreakPlace(index: word.index(after: index), needsHyphen: false))
  }
  return places.sorted { $0.index < $1.index }
}

/// The end of as many characters as fit, at least one.
private func longestStart(of text: Substring, width: Int) -> Substring.Index {
  var end = text.index(after: text.startIndex)
  while end < text.endIndex, TextWidth.of(text[...end]) <= width { end = text.index(after: end) }
  return end
}

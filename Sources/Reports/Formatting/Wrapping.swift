internal import Labels

/// The words of a text. Spaces and line feeds never join with what follows, so that scalars will do;
/// finding the borders of characters costs far more.
func words(_ text: Substring) -> [Substring] {
  text.unicodeScalars.split { $0 == " " || $0 == "\n" }.map(Substring.init)
}

/// Breaks a text into lines of at most some width, at spaces where it can; a longer word is broken as its
/// language breaks it.
func wrapped(_ text: String, width: Int, language: Language? = nil) -> [String] {
  if displayWidth(text) <= width, !text.utf8.contains(10) { return [text] }
  var lines: [String] = []
  for paragraph in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
    var line = ""
    var lineWidth = 0
    for word in words(Substring(paragraph)) {
      for (index, piece) in pieces(of: word, width: width, language: language).enumerated() {
        let pieceWidth = displayWidth(piece)
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

/// A place where a word can be broken.
private struct BreakPlace {
  let index: Substring.Index
  /// Whether the word has no sign of its own there.
  let needsHyphen: Bool
}

/// A word in pieces that fit. It is broken after a sign such as a hyphen or a slash, or, with a hyphen,
/// where its language allows it. Where neither fits it is cut anywhere, without a hyphen that would
/// look like one of the language's.
private func pieces(of word: Substring, width: Int, language: Language?) -> [String] {
  guard displayWidth(word) > width, width > 1 else { return [String(word)] }
  var places = breakPlaces(in: word, language)[...]
  var pieces: [String] = []
  var rest = word
  while true {
    // Only what fits is looked at: a word may have any length.
    let end = longestStart(of: rest, width: width)
    guard end < word.endIndex else { break }
    places = places.drop { $0.index <= rest.startIndex }
    let fitting = places.prefix { $0.index <= end }.filter { place in
      displayWidth(rest[..<place.index]) + (place.needsHyphen ? 1 : 0) <= width
    }
    let ownSign = fitting.last { !$0.needsHyphen }
    // A sign of its own is the better place, unless next to nothing stands before it.
    let place =
      ownSign.flatMap { displayWidth(rest[..<$0.index]) * 2 >= width ? $0 : nil } ?? fitting.last
    let cut = place?.index ?? end
    pieces.append(rest[..<cut] + (place?.needsHyphen == true ? "-" : ""))
    rest = rest[cut...]
  }
  if !rest.isEmpty { pieces.append(String(rest)) }
  return pieces
}

private func breakPlaces(in word: Substring, _ language: Language?) -> [BreakPlace] {
  var places: [BreakPlace] = []
  for part in word.indices.split(whereSeparator: { !word[$0].isLetter }) {
    guard let first = part.first, let last = part.last, let language else { continue }
    let letters = word[first...last]
    for count in HyphenPatterns.of(language)?.breaks(in: letters) ?? [] {
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
  while end < text.endIndex, displayWidth(text[...end]) <= width { end = text.index(after: end) }
  return end
}

/// A goal in words, such as `minst 60 % svarsfrekvens` or `90 % within 5 working days`: a figure to reach, and
/// what it is to be reached by.
///
/// Case, spaces and punctuation do not matter. `≥`, `>=`, `minst`, `lägst` and `at least` are the same, and so
/// are `≤`, `<=`, `högst`, `max` and `at most`; a figure without any of them is to be reached at least. The
/// figure may stand first or last.
struct GoalSentence {
  enum Bound { case atLeast, atMost }

  let bound: Bound
  let figure: Double
  /// Whether the figure is written in per cent.
  let isPercent: Bool
  /// Whether the figure can be a share in per cent.
  var isShare: Bool { (0...100).contains(figure) }
  /// The words beside the figure, in order and as they are written.
  let words: [String]

  /// - Returns: `nil` for a sentence without a figure.
  init?(_ text: String) {
    var words = Self.words(text)
    let bounded = words.firstIndex { Self.bounds[$0.lowercased()] != nil }
    let place =
      bounded.flatMap { place in
        words.indices.first { $0 > place && Self.number(words[$0]) != nil }
      }
      ?? words.indices.first {
        Self.number(words[$0]) != nil && $0 + 1 < words.count && Self.isPercent(words[$0 + 1])
      }
      ?? words.indices.first { Self.number(words[$0]) != nil }
    guard let place, let figure = Self.number(words[place]) else { return nil }
    self.figure = figure
    bound = bounded.flatMap { Self.bounds[words[$0].lowercased()] } ?? .atLeast
    isPercent = place + 1 < words.count && Self.isPercent(words[place + 1])
    words.removeSubrange(place...(isPercent ? place + 1 : place))
    if let bounded { words.remove(at: bounded) }
    self.words = words.filter { !Self.fillers.contains($0.lowercased()) }
  }

  private static let bounds: [String: Bound] = [
    "minst": .atLeast, "lägst": .atLeast, "≥": .atLeast, "högst": .atMost, "max": .atMost,
    "maximalt": .atMost, "≤": .atMost,
  ]
  private static let fillers: Set<String> = [
    "ska", "skall", "vara", "bli", "är", "should", "shall", "be", "is", "av", "of", "the",
  ]
  private static let synonyms = [
    ("at least", " minst "), ("at most", " högst "), (">=", " ≥ "), ("<=", " ≤ "),
    ("per cent", " % "), ("percent", " % "), ("procent", " % "),
  ]

  /// The words, marks of comparison and per cent by themselves, without punctuation around them.
  private static func words(_ text: String) -> [String] {
    var text = text
    for (written, meant) in synonyms { text = text.replacingWords(written, with: meant) }
    for mark in ["≥", "≤", "%", ":"] { text = text.replacing(mark, with: " \(mark) ") }
    return text.split(whereSeparator: \.isWhitespace).map(String.init).compactMap { word in
      let plain = word.drop { "\"'”“’‘«»(".contains($0) }
      let end = plain.lastIndex { !"\"'”“’‘«».,;!)".contains($0) }
      return end.map { String(plain[...$0]) }
    }
  }

  private static func number(_ word: String) -> Double? {
    let isNegative = word.count > 1 && (word.hasPrefix("-") || word.hasPrefix("−"))
    let digits = (isNegative ? word.dropFirst() : word[...]).replacing(",", with: ".")
    guard digits.first?.isNumber == true,
      digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let size = Double(digits)
    else { return nil }
    return isNegative ? -size : size
  }

  private static func isPercent(_ word: String) -> Bool { word == "%" }
}

extension GoalSentence {
  /// A part of the words: what stands first, or what a preposition begins.
  struct Part: Equatable {
    /// The preposition in lower case; empty for what stands first.
    let preposition: String
    let text: String

    /// Several parts as one, with the prepositions between them.
    static func joined(_ parts: ArraySlice<Part>) -> Part {
      let texts = parts.dropFirst().flatMap { [$0.preposition, $0.text] }
      return Part(
        preposition: parts.first?.preposition ?? "",
        text: ([parts.first?.text ?? ""] + texts).joined(separator: " "))
    }
  }

  private static let prepositions: Set<String> = [
    "på", "on", "i", "in", "för", "for", "bland", "among", "hos", "inom", "within", "om",
  ]

  /// The words in parts. A text that begins with its name and a colon (`q3: minst 80 % positiva`) has the
  /// name as a part of `on`.
  var parts: [Part] {
    var words = words
    var named: [Part] = []
    if let colon = words.firstIndex(of: ":"), colon > 0 {
      named = [Part(preposition: "on", text: words[..<colon].joined(separator: " "))]
      words.removeSubrange(...colon)
    }
    var parts: [Part] = []
    var (preposition, own): (String, [String]) = ("", [])
    func close() {
      if !own.isEmpty || !preposition.isEmpty || parts.isEmpty {
        parts.append(Part(preposition: preposition, text: own.joined(separator: " ")))
      }
    }
    for word in words where word != ":" {
      // "I" is no preposition: "positive on I am heard".
      if Self.prepositions.contains(word.lowercased()), word != "I" {
        close()
        (preposition, own) = (word.lowercased(), [])
      } else {
        own.append(word)
      }
    }
    close()
    return [parts[0]] + named + parts.dropFirst()
  }
}

extension String {
  /// The text with some words, whatever their case, replaced by others.
  fileprivate func replacingWords(_ words: String, with others: String) -> String {
    var (result, rest) = ("", self[...])
    let wanted = Array(words)
    while !rest.isEmpty {
      if rest.prefix(wanted.count).lowercased() == words {
        result += others
        rest = rest.dropFirst(wanted.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}

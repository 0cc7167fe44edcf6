extension String {
  /// The text as names, wordings and answers are matched: letters and digits alone, in lower case. So
  /// `Stämmer  helt!` is the same as `stämmer helt`; an å is no a.
  package var foldedForMatching: String {
    String(lowercased().unicodeScalars.filter(\.isMatched))
  }

  /// The text as an id: ASCII letters in lower case and digits, with dashes between words, cut between
  /// words where it is long; `nil` where nothing is left of it.
  package var asIdentifier: String? {
    var words: [String] = [""]
    for character in lowercased() {
      if let plain = Self.plain[character] {
        words[words.count - 1] += plain
      } else if character.isASCII, character.isLetter || character.isNumber {
        words[words.count - 1].append(character)
      } else if words.last?.isEmpty == false {
        words.append("")
      }
    }
    var result = ""
    for word in words where !word.isEmpty {
      if !result.isEmpty, result.count + word.count >= Self.longestIdentifier { break }
      result += (result.isEmpty ? "" : "-") + word.prefix(Self.longestIdentifier)
    }
    return result.isEmpty ? nil : result
  }

  private static var longestIdentifier: Int { 40 }

  private static let plain: [Character: String] = [
    "å": "a", "ä": "a", "ö": "o", "é": "e", "è": "e", "ü": "u", "ø": "o", "æ": "ae", "á": "a",
    "ï": "i", "í": "i", "ó": "o", "ñ": "n", "ç": "c", "ß": "ss", "ë": "e", "ê": "e", "à": "a",
  ]
}

extension Unicode.Scalar {
  fileprivate var isMatched: Bool {
    properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }
}

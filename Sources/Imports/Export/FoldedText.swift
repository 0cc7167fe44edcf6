extension String {
  /// The text as names, wordings and answers are matched: letters and digits in lower case. So `Stämmer  helt!` is
  /// the same as `stämmer helt`; an å is no a. A sign between two digits stays, and so do those of less and more:
  /// `1–2 år` is not `12 år`, and `<5` not `>5`.
  package var foldedForMatching: String {
    let scalars = Array(lowercased().unicodeScalars)
    var folded = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      if scalar.isMatched || "<>≤≥".unicodeScalars.contains(scalar) {
        folded.append(scalar)
      } else if place > 0, place + 1 < scalars.count, scalars[place - 1].isDigit,
        scalars[place + 1].isDigit, !scalar.properties.isWhitespace
      {
        // However the language writes a dash or a decimal.
        let isDash = scalar.properties.isDash
        folded.append(isDash ? "-" : scalar == "," ? "." : scalar)
      }
    }
    return String(folded)
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
  fileprivate var isDigit: Bool { properties.numericType == .decimal }

  fileprivate var isMatched: Bool {
    properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }
}

internal import Diagnostics

/// The words behind a fence: `sql name=wave23 chart=line title="Svar per månad"`.
struct InfoString: Hashable {
  /// A word, or a key with its value.
  struct Word: Hashable {
    var key: String
    var value: String?
  }

  /// The first word: what the code is.
  var language: String
  var words: [Word]

  /// Cuts the string at blanks that stand in no quotes.
  init(_ text: String) {
    let words = CommandWords.split(text)
    language = words.first ?? ""
    self.words = words.dropFirst().map { word in
      guard let sign = word.firstIndex(of: "=") else { return Word(key: word) }
      return Word(key: String(word[..<sign]), value: String(word[word.index(after: sign)...]))
    }
  }
}

/// The words of a command, as a shell cuts them at blanks outside of quotes. Nothing else that a shell
/// does is done.
enum CommandWords {
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}

internal import TableFiles

/// The words that stand for a missing value in an analysis: those that readers of CSV files know,
/// those by which people say that they have no answer, and those that a request adds.
///
/// Case and blanks around do not count.
package struct MissingWords: Sendable {
  private let added: Set<String>

  /// The usual words, and more.
  package init(adding words: [String] = []) {
    added = Set(words.map { $0.lowercased() })
  }

  private static let known = Set(CSVOptions.defaultMissingWords.map { $0.lowercased() })
    .union(NoAnswer.words)

  /// Whether a text says that there is no value.
  func contains(_ text: String) -> Bool {
    let text = text.lowercased()
    return Self.known.contains(text) || added.contains(text)
  }

  /// Whether a text says so among numbers or periods, where a word is no answer.
  func containsAmongNumbers(_ text: String) -> Bool {
    contains(text) || NoAnswer.wordsAmongNumbers.contains(text.lowercased())
  }

  /// Whether a request named the text: only then is it no group.
  func wasAdded(_ text: String) -> Bool { added.contains(text.lowercased()) }
}

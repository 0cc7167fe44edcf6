/// Words by which people and tools say that there is no answer.
///
/// A fix may quote these, since they tell nothing about a person. Any other value stays out of
/// the words of a diagnostic.
package enum NoAnswer {
  /// Words that are no answer in any column.
  package static let words: Set<String> = [
    "vet ej", "vet inte", "ej svar", "inget svar", "svar saknas", "ej svarat", "vill ej svara",
    "vill inte svara", "ingen uppgift", "ingen åsikt", "ej aktuellt", "inte aktuellt",
    "ej relevant", "ej angivet", "ej tillämpligt", "bortfall", "tomt",
    "don't know", "do not know", "no answer", "not applicable", "not available",
    "missing", "empty", "refused", "nil", "n.a.", "n/a", "na", "?", "??", "--", "---",
    // Dots alone are statistics offices' signs for no figure, and people's; Excel's errors are what a
    // broken formula leaves in a cell. They are words of the list; nothing is left out here.
    "e/t", "i.u.", "..", "...", "…", "#ref!", "#value!", "#värdefel!", "#saknas!",
  ]

  /// Words that are no answer where numbers are expected, and may be one among words.
  // "x" and "xx" are what people type into a field that they leave open; no note of this project.
  package static let wordsAmongNumbers: Set<String> = [
    "okänt", "okänd", "inget", "ingen", "unknown", "none", "*", "x", "xx",
  ]

  /// The value, if it is such a word.
  static func word(in value: String) -> String? {
    let word = value.lowercased()
    return words.contains(word) || wordsAmongNumbers.contains(word) ? value : nil
  }
}

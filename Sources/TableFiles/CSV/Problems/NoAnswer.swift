/// Words by which people and tools say that there is no answer.
///
/// A fix may quote these, since they tell nothing about a person. Any other value stays out of
/// the words of a diagnostic.
enum NoAnswer {
  // "x" and "xx" are what people type into a field that they leave open; no note of this project.
  private static let words: Set<String> = [
    "vet ej", "vet inte", "ej svar", "inget svar", "svar saknas", "ej svarat", "vill ej svara",
    "vill inte svara", "ingen uppgift", "ingen åsikt", "ej aktuellt", "inte aktuellt",
    "ej relevant",
    "okänt", "okänd", "ej angivet", "ej tillämpligt", "bortfall", "tomt", "inget", "ingen",
    "don't know", "do not know", "unknown", "no answer", "not applicable", "not available",
    "missing", "none", "empty", "refused", "nil", "n.a.", "n/a", "na", "?", "??", "--", "---", "*",
    "x", "xx", "e/t", "i.u.", "..", "...", "…", "#ref!", "#value!", "#värdefel!", "#saknas!",
  ]

  /// The value, if it is such a word.
  static func word(in value: String) -> String? {
    words.contains(value.lowercased()) ? value : nil
  }
}

internal import Labels
internal import TextLayout

/// Breaks a text into lines of at most some width; a word that is longer is broken as its language breaks
/// it.
func wrapped(_ text: String, width: Int, language: Language? = nil) -> [String] {
  TextWrapping.lines(text, width: width) { letters in
    language.flatMap { HyphenPatterns.of($0)?.breaks(in: letters) } ?? []
  }
}

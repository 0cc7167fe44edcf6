extension [String] {
  /// `a, b och c`, with the word of the language before the last.
  func listed(and word: String) -> String {
    guard count > 1, let last else { return joined() }
    return dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

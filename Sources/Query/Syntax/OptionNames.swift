/// Names of arguments that PostgreSQL's parser takes for types: `decimal := ','`.
///
/// Such a name stands in the text as another one of the same length, so that no place moves.
enum OptionNames {
  static let word = "decimal"
  static let replacement = "_ecimal"

  /// Rewrites the names of a text.
  static func replace(in bytes: inout [UInt8], tokens: Tokens) {
    for index in tokens.all.indices where tokens.keyword(index) == "DECIMAL" {
      let isNamed =
        tokens.isSymbol(index + 1, ":") && tokens.isSymbol(index + 2, "=")
        || tokens.isSymbol(index + 1, "=") && tokens.isSymbol(index + 2, ">")
      guard isNamed, tokens.isSymbol(index - 1, ",") || tokens.isSymbol(index - 1, "(") else {
        continue
      }
      let start = tokens.all[index].range.lowerBound
      for (offset, byte) in replacement.utf8.enumerated() { bytes[start + offset] = byte }
    }
  }
}

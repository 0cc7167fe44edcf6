/// What data call units, plans, projects, limits and studies: names that become parts of the names of
/// files.
public enum Identifier {
  /// The longest, in bytes: several of them fit into the 255 of a file's name.
  static let longest = 80

  /// What one may be, for messages.
  public static let rule =
    "letters, digits, '-', '_' and '.', not beginning with '.', at most 80 bytes"

  /// Whether a text can be one: it names a file in the folder that it is written to, and in no other.
  public static func isValid(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= longest && text.first != "." && text.allSatisfy(isPlain)
  }

  /// A text with what could lead out of a folder replaced by `_`; an identifier as it is.
  public static func fileName(_ text: String) -> String {
    let plain = String(text.map { isPlain($0) ? $0 : "_" })
    return plain.first == "." || plain.isEmpty ? "_" + plain.dropFirst() : plain
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_.".contains(character)
  }
}

internal import Tables

/// How one column is read.
struct ColumnPlan {
  /// What counts as missing in a text column, besides an empty field.
  enum MissingText {
    /// The words that the caller added.
    case addedWords
    /// All words, because the column holds nothing else.
    case allWords
  }

  var name: String
  var type: ColumnType
  var isPercent = false
  /// Whether the caller gave the type.
  var isDeclared = false
  var missingText = MissingText.addedWords

  /// The column in a schema.
  var field: Field { Field(name, type, isPercent: isPercent) }
}

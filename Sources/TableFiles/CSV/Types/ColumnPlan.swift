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
  /// The unit that all numbers have, or those that have any.
  var unit: NumberUnit?
  var style = CellStyle()
  /// Whether the caller gave the type.
  var isDeclared = false
  var missingText = MissingText.addedWords
  /// Whether `t` and `f` are truth values in it.
  var hasTruthLetters = false

  var isPercent: Bool { unit == .percent }

  /// The column in a schema.
  var field: Field { Field(name, type, isPercent: isPercent) }
}

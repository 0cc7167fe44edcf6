/// What a data file says of a column beside its values: little in CSV, much in the formats of
/// statistical programs.
package struct ColumnDescription: Hashable, Sendable {
  /// What a value of the column stands for.
  package struct ValueLabel: Hashable, Sendable {
    package var value: Cell
    package var label: String

    package init(_ value: Cell, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// The column in words, such as the question that was asked.
  package var label: String?
  /// What the codes of the column stand for, in the order of the file.
  package var valueLabels: [ValueLabel]
  /// Codes that stand for a missing value. The table has nulls in their place.
  package var missingCodes: [Cell]
  /// The type that the file or whoever reads it states; `nil` where it was found from the values.
  package var declaredType: ColumnType?

  package init(
    label: String? = nil, valueLabels: [ValueLabel] = [], missingCodes: [Cell] = [],
    declaredType: ColumnType? = nil
  ) {
    self.label = label
    self.valueLabels = valueLabels
    self.missingCodes = missingCodes
    self.declaredType = declaredType
  }
}

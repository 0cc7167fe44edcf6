internal import Tables

/// Why rows of a column of texts have no value, by their texts.
struct CellGaps: Sendable {
  private let column: TextColumn
  private let reasons: [LeftOutReason?]

  /// Takes a reason for each of the column's texts that is no value.
  init(_ column: TextColumn, _ reasons: [LeftOutReason?]) {
    self.column = column
    self.reasons = reasons
  }

  /// The reason of a row; `nil` where its cell is empty or has a value.
  subscript(row: Int) -> LeftOutReason? { column.code(row).flatMap { reasons[$0] } }
}

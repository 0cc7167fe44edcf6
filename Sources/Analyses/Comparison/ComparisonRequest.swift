/// What the cells of a column are taken for.
package enum ColumnReading: String, Sendable, CaseIterable {
  /// Numbers; other cells are left out.
  case numbers
  /// Words, numbers among them too.
  case words
}

/// What to find out about the groups of a table.
package struct ComparisonRequest: Sendable {
  /// The column to compare.
  package var value: String
  /// The column of groups.
  package var by: String
  /// The column that tells who is the same respondent; `nil` when all are different.
  package var pair: String?
  /// The words that count as positive; empty to compare all words, or numbers.
  package var positive: [String]
  /// The groups to compare, in order; empty for all.
  package var groups: [String]
  /// What the column is taken for; its cells tell if `nil`.
  package var reading: ColumnReading?
  /// Words that stand for a missing value, beside the usual ones.
  package var missing: [String]
  /// The confidence of intervals.
  package var confidence: Double

  /// A request.
  package init(
    value: String, by: String, pair: String? = nil, positive: [String] = [],
    groups: [String] = [], reading: ColumnReading? = nil, missing: [String] = [],
    confidence: Double = 0.95
  ) {
    self.value = value
    self.by = by
    self.pair = pair
    self.positive = positive
    self.groups = groups
    self.reading = reading
    self.missing = missing
    self.confidence = confidence
  }
}

/// A plan: filter rows, group them, compute one or more results for each group.
///
/// It is the `SELECT keys, results FROM table WHERE filter GROUP BY keys` of SQL as plain values.
package struct Aggregation: Hashable, Sendable {
  /// The columns to group by; none for one group of all rows.
  package var keys: [String]
  /// Results by name; each may combine several aggregates.
  package var results: [Result]
  /// Which rows count.
  package var filter: Expression?

  /// A named result column.
  package struct Result: Hashable, Sendable {
    package var name: String
    package var expression: Expression

    package init(_ name: String, _ expression: Expression) {
      self.name = name
      self.expression = expression
    }
  }

  package init(keys: [String] = [], results: [Result], filter: Expression? = nil) {
    self.keys = keys
    self.results = results
    self.filter = filter
  }
}

package import Tables

/// A statement of a user, bound.
package enum Statement: Sendable {
  case query(BoundQuery)
  case explain(BoundQuery, analyze: Bool)
  /// DESCRIBE of a table or a query.
  case describe(BoundQuery)
  case summarize(BoundQuery)
  case showTables
}

/// How a query is bound.
package struct BindingOptions: Sendable {
  /// How ORDER BY compares texts where the query does not say.
  package var collation: SortKey.Collation

  /// The values of parameters by name.
  package var parameters: [String: Cell]

  package init(collation: SortKey.Collation = .bytes, parameters: [String: Cell] = [:]) {
    self.collation = collation
    self.parameters = parameters
  }
}

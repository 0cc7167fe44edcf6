package import Tables

/// A query inside an expression.
///
/// Two are the same when one binding gave both and they take the same from the row around. What is
/// known of a binding is kept under its ``Origin`` itself, never under an address: an object that
/// is gone may leave its address to another.
package final class Subquery: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// One column, at most one row; no row is NULL.
    case scalar
    case exists
    /// `operands op ANY (query)`, IN being `= ANY`: as many columns as operands. The operator is one of
    /// `= <> < <= > >=`. Not IN is NOT around this.
    case any(operands: [Expression], comparison: String)
    case all(operands: [Expression], comparison: String)
  }

  /// One binding of a query's text; the same text in the same place of a SELECT is bound once.
  package final class Origin: Sendable {
    package init() {}
  }

  package let origin: Origin
  package let kind: Kind
  package let plan: Plan
  /// What the plan's ``Expression/parameter(_:_:)`` stand for, over the row around the subquery; empty
  /// where it is not correlated: then it runs once.
  package let parameters: [Expression]
  package let type: ColumnType

  /// A query that is another one with its columns elsewhere has the origin of that.
  package init(
    kind: Kind, plan: Plan, parameters: [Expression], type: ColumnType, origin: Origin = Origin()
  ) {
    self.origin = origin
    self.kind = kind
    self.plan = plan
    self.parameters = parameters
    self.type = type
  }

  package static func == (a: Subquery, b: Subquery) -> Bool {
    a === b || (a.origin === b.origin && a.kind == b.kind && a.parameters == b.parameters)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(origin)) }
}

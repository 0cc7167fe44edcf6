package import Tables

/// An aggregate for one list of argument types.
package struct AggregateSignature: Hashable, Sendable {
  package enum Order: Hashable, Sendable {
    /// The order of the rows does not matter, and ORDER BY inside is ignored.
    case none
    /// ORDER BY inside the parentheses matters: `string_agg(name, ', ' ORDER BY name)`.
    case optional
    /// Needs `WITHIN GROUP (ORDER BY …)` of one column: `percentile_cont`, `mode`. The ordered column is the
    /// last argument of the call.
    case withinGroup
  }

  /// A constant that changes what the aggregate computes, written `level => 0.9`.
  package struct Option: Hashable, Sendable {
    package var name: String
    package var type: ColumnType
    /// The value when the query gives none.
    package var standard: Cell
    package init(_ name: String, _ type: ColumnType, _ standard: Cell) {
      self.name = name
      self.type = type
      self.standard = standard
    }
  }

  /// The name, lower case.
  package var name: String
  /// Types of the arguments that rows give (with the ordered column last, for ordered sets).
  package var parameters: [ColumnType]
  /// Positions of `parameters` that must be constants: the fraction of a percentile, a separator.
  package var constants: Set<Int>
  package var options: [Option]
  package var order: Order
  package var result: ColumnType

  package init(
    _ name: String, _ parameters: [ColumnType], _ result: ColumnType, constants: Set<Int> = [],
    options: [Option] = [], order: Order = .none
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.constants = constants
    self.options = options
    self.order = order
  }
}

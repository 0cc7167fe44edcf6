package import Tables

/// A scalar function or operator for one list of argument types.
///
/// Operators carry their symbol as name: `+`, `||`, `=`, `<>`, `<`, `LIKE`, `ILIKE`, `~`, `~*`,
/// `SIMILAR`, `IS DISTINCT FROM`. Negation in the query (`NOT LIKE`, `!~`) is a `not` around them.
package struct ScalarSignature: Hashable, Sendable {
  /// The name, lower case for functions.
  package var name: String
  package var parameters: [ColumnType]
  /// Whether the last parameter may stand any number of times, once at least.
  package var isVariadic: Bool
  package var result: ColumnType
  /// Whether a NULL argument makes the result NULL without a call; true of most.
  package var isStrict: Bool
  /// Whether some argument makes it an error: such a call is evaluated only where a row reaches it.
  package var canFail: Bool

  package init(
    _ name: String, _ parameters: [ColumnType], _ result: ColumnType, isVariadic: Bool = false,
    isStrict: Bool = true, canFail: Bool = false
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.isVariadic = isVariadic
    self.isStrict = isStrict
    self.canFail = canFail
  }
}

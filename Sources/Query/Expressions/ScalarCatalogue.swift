internal import Tables

/// The scalar functions and operators.
package enum ScalarCatalogue {
  /// Every function for every list of argument types.
  package static let signatures: [ScalarSignature] = functions.map(\.signature)

  private static let functions: [ScalarFunction] =
    comparisons + collatedComparisons + arithmetic + decimals + bitOperators + mathematics
    + numberFunctions
    + extremes
    + textOperators + patternFunctions + stringFunctions + textParts + textFormats
    + nullCounts + dateArithmetic + dateParts + dateMakers + dateFormats + calendarFunctions

  private struct Key: Hashable {
    var name: String
    var parameters: [ColumnType]
  }

  private static let byKey: [Key: ScalarFunction] = Dictionary(
    functions.map { (Key(name: $0.signature.name, parameters: $0.signature.parameters), $0) },
    uniquingKeysWith: { first, _ in first })

  /// How a signature of the catalogue is computed.
  static func function(_ signature: ScalarSignature) -> ScalarFunction? {
    byKey[Key(name: signature.name, parameters: signature.parameters)]
  }
}

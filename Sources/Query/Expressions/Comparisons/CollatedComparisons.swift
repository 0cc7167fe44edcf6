internal import Tables

extension ScalarCatalogue {
  /// `< <= > >=` of texts in Swedish order. `=` and `<>` need none: the order tells all texts apart.
  static let collatedComparisons: [ScalarFunction] = [
    collated("<") { $0 < 0 }, collated("<=") { $0 <= 0 }, collated(">") { $0 > 0 },
    collated(">=") { $0 >= 0 },
  ]

  /// The comparison of texts in an order other than that of bytes; `nil` where there is none.
  static func comparison(_ name: String, _ collation: SortKey.Collation) -> ScalarSignature? {
    guard collation == .swedish else { return nil }
    return collatedComparisons.first { $0.signature.name == swedish(name) }?.signature
  }

  private static func swedish(_ name: String) -> String { "\(name) COLLATE \"sv-SE\"" }

  private static func collated(
    _ name: String, _ holds: @escaping @Sendable (Int) -> Bool
  ) -> ScalarFunction {
    .preparedCells(swedish(name), [.text, .text], .boolean) { _ in
      var collation = SwedishCollation()
      var (left, right): ([UInt8], [UInt8]) = ([], [])
      return { cells in
        guard case .text(var a) = cells[0], case .text(var b) = cells[1] else { return .null }
        a.withUTF8 { collation.write($0, to: &left) }
        b.withUTF8 { collation.write($0, to: &right) }
        let order = left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
        return .boolean(holds(order))
      }
    }
  }
}

internal import Tables

extension ScalarCatalogue {
  /// `num_nulls` and `num_nonnulls`. What they take is tests of their arguments, which are of any
  /// types: both count how many hold.
  static let nullCounts: [ScalarFunction] = ["num_nulls", "num_nonnulls"].map { name in
    .cells(name, [.boolean], .integer, isVariadic: true) { cells in
      .integer(Int64(cells.count { $0 == .boolean(true) }))
    }
  }
}

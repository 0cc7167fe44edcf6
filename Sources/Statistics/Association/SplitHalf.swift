/// The reliability of a scale that was split into two halves.
public struct SplitHalf: Hashable, Sendable {
  /// Pearson's correlation of the sums of the halves, -1 to 1.
  public let correlation: Double

  /// The reliability of the whole scale after Spearman and Brown; at most 1.
  public let spearmanBrown: Double

  /// The reliability of the whole scale after Rulon, also named after Flanagan and Guttman (λ₄); at
  /// most 1.
  public let rulon: Double
}

/// Rulon's reliability over all ways to split a scale into two halves.
public struct SplitHalves: Hashable, Sendable {
  /// How many ways there are.
  public let count: Int

  /// The mean of the coefficients.
  public let mean: Double

  /// The smallest coefficient.
  public let smallest: Double

  /// The largest coefficient: Guttman's λ₄ of the best split.
  public let largest: Double
}

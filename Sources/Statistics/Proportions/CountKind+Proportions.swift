extension CountKind {
  /// Pairs with success in the first and in the second.
  public static let pairsWithBoth = CountKind("of pairs with both")

  /// Pairs with success in the first only.
  public static let pairsWithOnlyFirst = CountKind("of pairs with only the first")

  /// Pairs with success in the second only.
  public static let pairsWithOnlySecond = CountKind("of pairs with only the second")

  /// Pairs with success in neither.
  public static let pairsWithNeither = CountKind("of pairs with neither")

  /// Pairs of any kind.
  public static let pairs = CountKind("of pairs")

  /// Answers that named one category.
  public static let category = CountKind("of answers in a category")

  /// Answers in all categories together.
  public static let answers = CountKind("of answers")

  /// People in the population that a sample is taken from.
  public static let population = CountKind("in the population")

  /// People who did not answer.
  public static let unanswered = CountKind("who did not answer")
}

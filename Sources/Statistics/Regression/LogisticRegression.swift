/// A logistic regression: how the probability of an outcome depends on predictors.
///
/// The model is `ln(π / (1 - π)) = b₀ + b₁ x₁ + …` for the probability π of a positive outcome. The
/// coefficients are those of the greatest likelihood. They are found by Newton's method, which here
/// is repeated weighted least squares, and a step that lowers the likelihood is halved.
///
/// When predictors separate the outcomes without overlap, the likelihood grows for ever with the
/// coefficients. Such data are refused by name; the last step of the search proves the separation
/// row by row.
///
/// Refusals: `StatisticsError.regression` with a ``RegressionFault``.
///
/// References: McCullagh and Nelder 1989, Generalized Linear Models. Hosmer, Lemeshow and
/// Sturdivant 2013, Applied Logistic Regression. Albert and Anderson 1984, On the existence of
/// maximum likelihood estimates in logistic regression models.
public struct LogisticRegression: Sendable {
  let fit: LeastSquares
  let successes: [Int]
  let trials: [Int]
  let solution: [DoubleDouble]

  /// The fitted probability of a positive outcome in each row, 0 to 1.
  public let probabilities: [Double]

  /// How many steps the search took.
  public let steps: Int

  let rowDeviances: [Double]

  /// Fits the probability of a positive outcome.
  ///
  /// - Parameters:
  ///   - outcomes: true for a positive outcome; there must be both.
  ///   - predictors: at least one column, each with a value for each outcome.
  ///   - intercept: whether the fit has a constant.
  /// - Throws: `StatisticsError`, see ``LogisticRegression``.
  public init(
    of outcomes: [Bool], on predictors: [Predictor], intercept: Bool = true
  ) throws(StatisticsError) {
    let successes = outcomes.map { $0 ? 1 : 0 }
    let trials = Array(repeating: 1, count: outcomes.count)
    try self.init(successes: successes, trials: trials, on: predictors, intercept: intercept)
  }

  /// Fits the probability of success from rows that hold several trials each.
  ///
  /// - Parameters:
  ///   - successes: how many trials of each row succeeded.
  ///   - trials: how many trials each row holds, at least 1.
  ///   - predictors: at least one column, each with a value for each row.
  ///   - intercept: whether the fit has a constant.
  /// - Throws: `StatisticsError.partExceedsWhole`, `.negativeCount`, `.zeroCount`,
  ///   `.lengthsDiffer`, or see ``LogisticRegression``.
  public init(
    successes: [Int], trials: [Int], on predictors: [Predictor], intercept: Bool = true
  ) throws(StatisticsError) {
    guard !trials.isEmpty else { throw .emptySample(.logisticRegression) }
    guard successes.count == trials.count else {
      throw .lengthsDiffer(.logisticRegression, first: successes.count, second: trials.count)
    }
    for (success, trial) in zip(successes, trials) {
      try Check.part(success, .successes, of: trial, .trials)
      guard trial > 0 else { throw .zeroCount(.trials) }
      // The logarithm of a binomial coefficient takes counts up to here.
      guard trial <= Self.largestCount else {
        throw .countTooLarge(.trials, trial, limit: Self.largestCount)
      }
    }
    let design = try Design(predictors, intercept: intercept, rows: trials.count)
    guard design.rows >= design.columns else {
      throw .regression(
        .tooFewRows(.logisticRegression, needed: design.columns, given: design.rows))
    }
    guard successes.contains(where: { $0 > 0 }),
      zip(successes, trials).contains(where: { $0 < $1 })
    else { throw .regression(.oneOutcome) }
    let search = try LogisticSearch(design, successes: successes, trials: trials)
    fit = search.fit
    solution = search.solution
    probabilities = search.probabilities
    rowDeviances = search.deviances
    steps = search.steps
    self.successes = successes
    self.trials = trials
    guard (estimates + standardErrors).allSatisfy(\.isFinite) else {
      throw .resultTooLarge(.logisticRegression)
    }
  }

  private static let largestCount = Int(Int32.max)
}

extension LogisticRegression {
  /// The residuals `(s - m π) / √(m π (1 - π))` of rows with s successes in m trials.
  ///
  /// Their squares add up to Pearson's chi-squared.
  public var pearsonResiduals: [Double] {
    trials.indices.map { row in
      let (s, m, p) = (Double(successes[row]), Double(trials[row]), probabilities[row])
      let weight = fit.weights?[row] ?? m * p * (1 - p)
      // A fitted probability that is 0 or 1 to all digits leaves nothing unexplained.
      return weight > 0 ? (s - m * p) / weight.squareRoot() : 0
    }
  }

  /// The roots of what each row adds to the deviance, with the sign of `s - m π`.
  public var devianceResiduals: [Double] {
    trials.indices.map { row in
      let (s, m) = (Double(successes[row]), Double(trials[row]))
      let root = rowDeviances[row].squareRoot()
      return s < m * probabilities[row] ? -root : root
    }
  }

  /// How far each row pulls the fit towards itself, 0 to 1: the diagonal of the hat matrix of the
  /// last weighted least squares.
  ///
  /// Reference: Pregibon 1981, Logistic regression diagnostics.
  public var leverages: [Double] { fit.leverages() }

  /// The probability of a positive outcome for given values of the predictors.
  ///
  /// The interval is that of the logarithm of the odds, turned into probabilities, so it stays
  /// between 0 and 1. The standard error is `π (1 - π)` times that of the logarithm of the odds.
  ///
  /// - Parameters:
  ///   - inputs: a value for each predictor, in the order they were given in.
  ///   - confidence: the level of the interval, strictly between 0 and 1.
  /// - Returns: the probability, 0 to 1.
  /// - Throws: `StatisticsError.confidenceOutOfRange`, or `.regression` for inputs that do not fit
  ///   the predictors.
  public func probability(
    at inputs: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    let level = try Check.confidence(confidence)
    let row = try fit.design.row(at: inputs)
    var sum = DoubleDouble.zero
    for column in row.indices { sum += row[column] * solution[column] }
    let logit = sum.value
    let error = fit.coordinates(row[...]).reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard logit.isFinite, error.isFinite else { throw .resultTooLarge(.logisticRegression) }
    let z = try Normal.twoSidedPoint(confidence: level)
    let positive = try LogisticRows.probability(logit)
    let negative = try LogisticRows.probability(-logit)
    let interval = try Interval(
      lower: LogisticRows.probability(logit - z * error),
      upper: LogisticRows.probability(logit + z * error), confidence: level)
    return Estimate(positive, standardError: positive * negative * error, interval: interval)
  }
}

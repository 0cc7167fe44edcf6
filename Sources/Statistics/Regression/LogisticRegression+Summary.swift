extension LogisticRegression {
  /// The names of the coefficients: "(intercept)" first if there is one, then the predictors.
  public var names: [String] { fit.design.names }

  /// The coefficients, in the order of ``names``: changes of the logarithm of the odds.
  public var estimates: [Double] { fit.design.restored(solution) }

  /// The standard errors of the coefficients, from the information at the solution.
  public var standardErrors: [Double] { fit.unitErrors() }

  /// The covariance matrix of the coefficients, row after row.
  public var covariance: [[Double]] {
    let matrix = fit.covariance()
    return (0..<matrix.rows).map { i in (0..<matrix.columns).map { matrix[i, $0] } }
  }

  /// The number of rows.
  public var observations: Int { trials.count }

  /// The number of rows less the number of coefficients.
  public var residualDegreesOfFreedom: Int { trials.count - fit.design.columns }

  /// Twice how much the log-likelihood lies below that of a model with a probability for each row.
  public var deviance: Double { PreciseSum(rowDeviances).value }

  /// The deviance of the model without predictors: the same probability everywhere, or one half
  /// without an intercept.
  ///
  /// - Throws: `StatisticsError.notComputed` if the numerical library gives up.
  public var nullDeviance: Double {
    get throws(StatisticsError) {
      let rows = LogisticRows(successes: successes, trials: trials)
      var logit = 0.0
      if fit.design.hasIntercept {
        let s = successes.reduce(0.0) { $0 + Double($1) }
        let m = trials.reduce(0.0) { $0 + Double($1) }
        logit = try Logarithm.of(s / (m - s))
      }
      let logits = Array(repeating: logit, count: trials.count)
      return try PreciseSum(rows.deviances(logits)).value
    }
  }

  /// The logarithm of the likelihood, with the binomial coefficients of rows with several trials.
  ///
  /// - Throws: `StatisticsError.notComputed` if the numerical library gives up.
  public var logLikelihood: Double {
    get throws(StatisticsError) {
      var sum = PreciseSum()
      sum.add(-deviance / 2)
      try sum.add(bestLogLikelihood)
      for row in trials.indices where trials[row] > 1 {
        try sum.add(Logarithm.choose(trials[row], successes[row]))
      }
      return sum.value
    }
  }

  /// Akaike's information criterion, `2 p - 2 ln L` with p coefficients; smaller is better.
  ///
  /// Reference: Akaike 1974, A new look at the statistical model identification.
  ///
  /// - Throws: `StatisticsError.notComputed` if the numerical library gives up.
  public var akaikeCriterion: Double {
    get throws(StatisticsError) { try 2 * Double(fit.design.columns) - 2 * logLikelihood }
  }

  /// McFadden's R²: `1 - ln L / ln L₀` with the likelihood L₀ of the model without predictors and
  /// each trial counted by itself, 0 to 1.
  ///
  /// Values from 0.2 to 0.4 already are a very good fit.
  ///
  /// Reference: McFadden 1974, Conditional logit analysis of qualitative choice behavior.
  ///
  /// - Throws: `StatisticsError.notComputed` if the numerical library gives up.
  public var mcFaddenRSquared: Double {
    get throws(StatisticsError) {
      let null = try nullDeviance
      return try max(0, (null - deviance) / (null - 2 * bestLogLikelihood))
    }
  }

  /// The log-likelihood of a model with a probability for each row, without the binomial
  /// coefficients; 0 when each row is a single trial.
  private var bestLogLikelihood: Double {
    get throws(StatisticsError) {
      var sum = PreciseSum()
      for row in trials.indices {
        let (s, m) = (Double(successes[row]), Double(trials[row]))
        if s > 0 { try sum.add(s * Logarithm.of(s / m)) }
        if s < m { try sum.add((m - s) * Logarithm.of((m - s) / m)) }
      }
      return sum.value
    }
  }

  /// The coefficients with standard error, z, Wald's p value and confidence interval.
  ///
  /// - Parameter confidence: the level of the intervals, strictly between 0 and 1.
  /// - Returns: a coefficient for each of ``names``.
  /// - Throws: `StatisticsError.confidenceOutOfRange`.
  public func coefficients(
    confidence: Double = 0.95
  ) throws(StatisticsError) -> [RegressionCoefficient] {
    try RegressionCoefficient.table(
      names: names, estimates: estimates, standardErrors: standardErrors, degreesOfFreedom: nil,
      confidence: confidence)
  }

  /// The odds ratios, which are the exponentials of the coefficients and their intervals.
  ///
  /// - Parameter confidence: the level of the intervals, strictly between 0 and 1.
  /// - Returns: an odds ratio for each of ``names``.
  /// - Throws: `StatisticsError.confidenceOutOfRange`, or `.notComputed` for a ratio that no
  ///   floating-point number can hold.
  public func oddsRatios(confidence: Double = 0.95) throws(StatisticsError) -> [OddsRatio] {
    var ratios: [OddsRatio] = []
    for coefficient in try coefficients(confidence: confidence) {
      let interval = try Interval(
        lower: Logarithm.exp(coefficient.interval.lower),
        upper: Logarithm.exp(coefficient.interval.upper), confidence: confidence)
      try ratios.append(
        OddsRatio(
          name: coefficient.name, value: Logarithm.exp(coefficient.estimate),
          interval: interval))
    }
    return ratios
  }
}

/// Why a regression was refused, where the general refusals of ``StatisticsError`` do not
/// say it.
public enum RegressionFault: Equatable, Sendable {
  /// No predictor at all.
  case noPredictors

  /// Two predictors with the same name.
  case sameName(String)

  /// A predictor that has not as many values as the response.
  case predictorLength(String, given: Int, needed: Int)

  /// A value that is not a number or infinite; the name is nil for the response, and the first
  /// value has position 1.
  case badValue(predictor: String?, position: Int)

  /// Fewer or more weights than responses.
  case weightCount(given: Int, needed: Int)

  /// Fewer rows with a weight above 0 than the coefficients need.
  case tooFewRows(StatisticName, needed: Int, given: Int)

  /// A predictor that is 0 everywhere.
  case emptyPredictor(String)

  /// Columns of which each is a linear combination of the others; nil is the intercept.
  case dependentColumns([String?])

  /// A response with one value only.
  case constantResponse

  /// Residuals that are nothing but rounding, where the statistic needs real ones.
  case perfectFit(StatisticName)

  /// A statistic that is only defined for a regression with an intercept.
  case interceptNeeded(StatisticName)

  /// A statistic that is only defined for a regression without weights.
  case weightsNotUsed(StatisticName)

  /// A row that alone decides a coefficient, so that its residual is always 0; the first row has
  /// position 1.
  case fullLeverage(StatisticName, position: Int)

  /// Not as many values for a prediction as there are predictors.
  case predictionLength(given: Int, needed: Int)

  /// More than half of the residuals are 0, so that a robust scale is 0 too.
  case noResidualSpread

  /// Outcomes that are all the same.
  case oneOutcome

  /// Predictors that separate the outcomes, so that no finite coefficients fit best.
  case separation([String])

  /// A fit that did not settle.
  case notSettled(StatisticName, steps: Int)

  /// A model that is not a part of the other one, or was fitted to other outcomes.
  case notNested

  /// The whole sentence of the refusal.
  var words: String {
    switch self {
    case .noPredictors:
      return "a regression needs at least one predictor"
    case .sameName(let name):
      return "two predictors have the name \"\(name)\""
    case .predictorLength(let name, let given, let needed):
      return "the predictor \"\(name)\" has \(given) values, the response has \(needed)"
    case .badValue(let name, let position):
      let whole = name.map { "the predictor \"\($0)\"" } ?? "the response"
      return "value \(position) of \(whole) is not a finite number"
    case .weightCount(let given, let needed):
      return "there are \(given) weights for \(needed) values of the response"
    case .tooFewRows(let statistic, let needed, let given):
      return "the \(statistic) needs at least \(needed) rows for its coefficients; there "
        + "\(given == 1 ? "is" : "are") \(given)"
    case .emptyPredictor(let name):
      return "the predictor \"\(name)\" is 0 everywhere; leave it out"
    case .dependentColumns(let names):
      return "\(Self.list(names.map(Self.column))) depend on each other: each is a linear "
        + "combination of the rest; leave one of them out"
    case .constantResponse:
      return "all values of the response are equal, so there is nothing to explain"
    case .perfectFit(let statistic):
      return "the \(statistic) needs residuals, and the regression fits perfectly"
    case .interceptNeeded(let statistic):
      return "the \(statistic) needs a regression with an intercept"
    case .weightsNotUsed(let statistic):
      return "the \(statistic) needs a regression without weights"
    case .fullLeverage(let statistic, let position):
      return "the \(statistic) is not defined because row \(position) alone decides a coefficient"
    case .predictionLength(let given, let needed):
      return "a prediction needs \(needed) \(needed == 1 ? "value" : "values"), one for each "
        + "predictor; \(given) \(given == 1 ? "was" : "were") given"
    case .noResidualSpread:
      return "more than half of the residuals are 0, so their robust spread is 0 too; look at the "
        + "values, the response may be a rule"
    case .oneOutcome:
      return "all outcomes are the same, so there is nothing to explain"
    case .separation(let names):
      return "\(Self.list(names.map(Self.column))) \(names.count == 1 ? "separates" : "separate") "
        + "the outcomes without overlap, so no finite coefficient fits best; merge groups, or "
        + "leave \(names.count == 1 ? "it" : "one of them") out"
    case .notSettled(let statistic, let steps):
      return "the \(statistic) did not settle within \(steps) steps"
    case .notNested:
      return "a likelihood-ratio test needs a smaller regression of the same outcomes whose "
        + "predictors are all in the larger one"
    }
  }

  private static func column(_ name: String?) -> String {
    name.map { "the predictor \"\($0)\"" } ?? "the intercept"
  }

  private static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}

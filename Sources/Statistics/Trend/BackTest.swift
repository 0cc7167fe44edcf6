/// How well a forecast method would have done on a series.
///
/// The method is fitted to the first values, then to one more, and so on; each time it forecasts
/// the next `horizon` values, which are compared with what came. So no forecast knows its future.
///
/// Reference: Hyndman and Athanasopoulos 2021, Forecasting: Principles and Practice, section 5.10.
public struct BackTest: Hashable, Sendable {
  /// The errors of forecasts.
  public struct Errors: Hashable, Sendable {
    /// The number of forecasts compared.
    public let count: Int

    /// The mean of value less forecast; positive where the forecasts are too low.
    public let meanError: Double

    /// The mean size of an error (MAE).
    public let meanAbsoluteError: Double

    /// The root of the mean squared error (RMSE).
    public let rootMeanSquaredError: Double

    /// The mean size of an error divided by that of the naive forecasts of the same values from the
    /// same fits (MASE): the last value repeated, or the last season where a season is given. Below
    /// 1 is better than those. Nil where they are without error.
    ///
    /// After Hyndman and Koehler 2006, Another look at measures of forecast accuracy, who take the
    /// errors of naive forecasts within the fit; here both are of the same values, so that 1 is
    /// where neither is better.
    public let meanAbsoluteScaledError: Double?

    /// The share of values that lay in their prediction interval, 0 to 1.
    public let coverage: Double
  }

  /// The method.
  public let method: ForecastMethod

  /// The number of values in the first fit.
  public let firstFit: Int

  /// The errors of all forecasts.
  public let overall: Errors

  /// The errors of the forecasts of one step ahead, two steps ahead and so on.
  public let bySteps: [Errors]

  /// The smallest number of fits.
  public static let fewestFits = 5

  /// Tests a method on a series.
  ///
  /// - Parameters:
  ///   - values: finite values at equal steps of time, not all equal.
  ///   - method: the method.
  ///   - horizon: how many steps ahead each fit forecasts.
  ///   - firstFit: the number of values in the first fit; nil for half of the values, or as many
  ///     as the method needs.
  ///   - season: the number of values from one season to its next return, for the naive forecasts
  ///     that errors are scaled by; nil to repeat the last value.
  ///   - confidence: the probability of the prediction intervals, strictly between 0 and 1.
  ///   - breaks: the positions of the first values of new definitions, see
  ///     ``Forecast/init(of:method:horizon:confidence:breaks:)``.
  /// - Throws: the refusals of ``Forecast/init(of:method:horizon:confidence:breaks:)``. There must
  ///   be values for ``fewestFits`` fits and their forecasts.
  public init(
    of values: [Double], method: ForecastMethod, horizon: Int = 1, firstFit: Int? = nil,
    season: Int? = nil, confidence: Double = 0.95, breaks: [Int] = []
  ) throws(StatisticsError) {
    try method.check()
    try ForecastMethod.check(season: season)
    try Forecast.check(horizon: horizon)
    let z = try Normal.twoSidedPoint(confidence: Check.confidence(confidence))
    let extra = horizon + Self.fewestFits - 1
    let lag = season ?? 1
    let needed = max(method.needed, lag)
    if let firstFit, firstFit < needed || firstFit > values.count {
      throw .optionOutOfRange(
        option: "the number of values in the first fit",
        range: "between \(needed) and \(max(needed, values.count))", Double(firstFit))
    }
    let usable = try Forecast.usable(
      values, breaks: breaks, for: .backTest, needs: (firstFit ?? needed) + extra)
    let first = firstFit ?? max(needed, min(usable.count / 2, usable.count - extra))
    let fits = usable.count - horizon - first + 1
    let forecasts = try Parallel.map(blocks: fits) { fit throws(StatisticsError) -> [Compared] in
      let start = first + fit
      let model = try ForecastModel(
        method, fittedTo: Array(usable[..<start]), horizon: horizon)
      return (0..<horizon).map { step in
        let value = usable[start + step]
        let error = value - model.values[step]
        // The newest value of the same season that the fit knows.
        let naive = usable[start + step - lag * (step / lag + 1)]
        return Compared(
          error: error, naiveError: value - naive,
          isCovered: abs(error) <= z * model.deviations[step])
      }
    }
    self.method = method
    self.firstFit = first
    overall = try Errors(forecasts.flatMap { $0 })
    var bySteps: [Errors] = []
    for step in 0..<horizon {
      bySteps.append(try Errors(forecasts.map { $0[step] }))
    }
    self.bySteps = bySteps
  }

  fileprivate struct Compared: Sendable {
    let error: Double
    let naiveError: Double
    let isCovered: Bool
  }
}

extension BackTest.Errors {
  fileprivate init(_ compared: [BackTest.Compared]) throws(StatisticsError) {
    let errors = compared.map(\.error)
    guard errors.allSatisfy(\.isFinite) else { throw .resultTooLarge(.backTest) }
    count = errors.count
    meanError = try Location.mean(of: errors)
    meanAbsoluteError = try Location.mean(of: errors.map(abs))
    rootMeanSquaredError = ForecastModel.deviation(errors, parameters: 0)
    let scale = try Location.mean(of: compared.map { abs($0.naiveError) })
    meanAbsoluteScaledError = scale > 0 ? meanAbsoluteError / scale : nil
    coverage = Double(compared.count { $0.isCovered }) / Double(compared.count)
  }
}

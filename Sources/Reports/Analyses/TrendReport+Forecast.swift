internal import Analyses
internal import Labels
internal import Statistics

extension TrendReport {
  /// What comes next, series by series.
  static func forecasts(_ analysis: TrendAnalysis) -> ReportTable {
    let rows = analysis.findings.flatMap { finding -> [ReportRow] in
      guard case .success(let found) = finding.forecast else { return [] }
      let error = found.errors?.meanAbsoluteError
      return found.points.map { point in
        let forecast = forecast(point)
        return ReportRow([
          .code(finding.series.part), .code(point.label), .fact(forecast), .fact(forecast),
          .text(found.method.label),
          .fact(error.map { Fact(.number($0), precision: .digits(of: $0)) }),
          .number(found.errors?.meanAbsoluteScaledError, decimals: 2),
          .count(found.errors?.count),
        ])
      }
    }
    return ReportTable(
      id: "forecast", title: Label("Prognos", "Forecast"),
      columns: [
        series(analysis), .members("period", Label("Period", "Period"), of: .period),
        .figure(
          "forecast", Label("Prognos", "Forecast"), low: "forecast_low", high: "forecast_high"),
        .interval(AnalysisWords.level(analysis.request.confidence)),
        ReportColumn("method", Label("Metod", "Method")),
        ReportColumn("mean_absolute_error", Label("Medelfel", "Mean error")),
        ReportColumn("mase", Label("MASE", "MASE")), .data("tested_on"),
      ], rows: rows, notes: notes(analysis))
  }

  /// What is expected of a period, with its interval.
  static func forecast(_ point: ForecastFinding.Point) -> Fact {
    Fact.figure(point.value, FactInterval(point.interval, method: "prediction"))
  }

  private static func notes(_ analysis: TrendAnalysis) -> [Footnote] {
    let refused = analysis.findings.compactMap { finding -> Footnote? in
      guard case .failure(let error) = finding.forecast else { return nil }
      let name = finding.series.part.map { "\($0): " } ?? ""
      let reason = StatisticWords.reason(error)
      return Footnote(
        "\(name)ingen prognos, \(reason.swedish).", "\(name)no forecast, \(reason.english).")
    }
    let naive =
      analysis.request.season == nil
      ? Label("att upprepa det senaste värdet", "repeating the last value")
      : Label("att upprepa samma säsong förra gången", "repeating the same season before")
    return [
      Footnote(
        "Metoden är den som gav minst fel när seriens egen senare del förutsades period för period; "
          + "medelfel är det genomsnittliga felet då, en period framåt. MASE är medelfelet delat med "
          + "felet av \(naive.swedish), för samma perioder; under 1 är bättre än så.",
        "The method is the one with the smallest errors when the later part of the series was forecast "
          + "period by period; mean error is the average error then, one period ahead. MASE is the mean "
          + "error divided by that of \(naive.english), for the same periods; below 1 is better.",
        on: .column("method"))
    ] + refused
  }
}

extension ForecastMethod {
  var label: Label {
    switch self {
    case .naive: Label("senaste värdet", "last value")
    case .drift: Label("linje först–sist", "drift")
    case .seasonalNaive: Label("samma säsong förra gången", "same season before")
    case .seasonalDrift:
      Label("samma säsong förra gången, med förändring", "same season before, with drift")
    case .seasonalLine: Label("linje med säsonger", "line with seasons")
    case .simpleSmoothing: Label("exponentiell utjämning", "exponential smoothing")
    case .holt: Label("Holts trend", "Holt’s trend")
    case .dampedHolt: Label("Holts trend, dämpad", "Holt’s trend, damped")
    }
  }
}

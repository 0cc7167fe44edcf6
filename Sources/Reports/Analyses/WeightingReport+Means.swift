internal import Analyses
internal import Labels
internal import Statistics

extension WeightingReport {
  /// The weighted means. One without an interval says why.
  static func means(_ analysis: WeightingAnalysis) -> ReportTable {
    let level = AnalysisWords.level(analysis.request.confidence)
    let name = analysis.request.mean ?? ""
    return ReportTable(
      id: "means",
      title: Label("Viktat medelvärde av \(name)", "Weighted mean of \(name)"),
      columns: [
        .members("group", Label("Grupp", "Group"), of: .group),
        ReportColumn("n", Label("Antal", "Number")),
        ReportColumn("unweighted", Label("Oviktat", "Unweighted")),
        .figure("mean", Label("Viktat", "Weighted"), low: "low", high: "high"),
        .interval(level), .data("standard_error"), .data("degrees_of_freedom"),
        ReportColumn("design_effect", Label("Designeffekt", "Design effect")),
        ReportColumn("effective_n", Label("Effektivt antal", "Effective number")),
        .interval(
          Label("\(level.swedish), vikter som givna", "\(level.english), weights as given"),
          id: "given_interval"),
        ReportColumn(
          "given_mean", Label(same: "given_mean"), shows: nil,
          exports: [
            ReportColumn.Export("given_low", .low), ReportColumn.Export("given_high", .high),
          ]),
        .data("given_standard_error"), .data("undefined"),
      ],
      rows: analysis.means.map { row($0, analysis.request) },
      notes: notes(analysis.request) + remedies(analysis))
  }

  private static func row(
    _ finding: WeightedMeanFinding, _ request: WeightingRequest
  ) -> ReportRow {
    let known = try? finding.precision.get()
    let given = try? finding.precisionOfGivenWeights.get()
    let size = (known ?? given).map { FactInterval($0.estimate.interval).width }
    func mean(_ precision: MeanPrecision?, _ method: String) -> Fact {
      let interval = precision.map { FactInterval($0.estimate.interval, method: method) }
      return .figure(finding.mean, interval).shown(.significant(of: size ?? abs(finding.mean)))
    }
    let weighted = mean(known, "taylor_calibrated")
    let withGivenWeights = mean(given, "taylor")
    func interval(
      _ precision: Result<MeanPrecision, StatisticsError>, of mean: Fact
    ) -> ReportCell {
      guard case .failure(let error) = precision else { return .fact(mean) }
      return .words(reason(error, finding, request))
    }
    return ReportRow(
      [
        finding.group.map(ReportCell.code)
          ?? .member([.total(Label("samtliga", "all"))]),
        .count(finding.count),
        .fact(
          Fact(
            .number(finding.unweighted), base: .values(finding.count),
            precision: .significant(of: size ?? abs(finding.unweighted)))),
        .fact(weighted), interval(finding.precision, of: weighted),
        .number(known?.estimate.standardError), .number(known?.degreesOfFreedom, decimals: 0),
        .number(known?.designEffect, decimals: 2), .number(known?.effectiveCount, decimals: 1),
        interval(finding.precisionOfGivenWeights, of: withGivenWeights), .fact(withGivenWeights),
        .number(given?.estimate.standardError),
        known == nil ? interval(finding.precision, of: weighted) : .none,
      ], totalOf: finding.group == nil ? .group : nil)
  }

  /// Why a mean has no interval, in the words of the options that were given.
  private static func reason(
    _ error: StatisticsError, _ finding: WeightedMeanFinding, _ request: WeightingRequest
  ) -> Sentence {
    let respondent = Label("en enda svarande", "a single respondent")
    let drawn =
      request.clusters == nil ? respondent : Label("ett enda kluster", "a single cluster")
    let unit = finding.count == 1 ? respondent : drawn
    switch error {
    case .sampling(.singleton(let stratum, _)):
      return Sentence(
        "stratum \(stratum) har \(drawn.swedish)", "stratum \(stratum) has \(drawn.english)")
    case .sampling(.singleUnit): return Sentence(drawn)
    case .sampling(.noDegreesOfFreedom):
      return request.strata == nil || finding.count == 1
        ? Sentence(unit)
        : Sentence("\(unit.swedish) i varje stratum", "\(unit.english) in each stratum")
    default: return StatisticWords.reason(error)
    }
  }

  /// What to do about a stratum of a single unit.
  private static func remedies(_ analysis: WeightingAnalysis) -> [Footnote] {
    let isAlone = analysis.means.contains { finding in
      if case .failure(.sampling(.singleton)) = finding.precision { true } else { false }
    }
    guard isAlone, let strata = analysis.request.strata else { return [] }
    return [
      Footnote(
        "Ett stratum med en enda urvalsenhet visar ingen variation. Slå ihop det med ett närliggande "
          + "stratum i kolumnen \(strata) (--strata).",
        "A stratum with a single sampling unit shows no variation. Merge it with a neighbouring "
          + "stratum in column \(strata) (--strata).", on: .column("interval"))
    ]
  }

  private static func notes(_ request: WeightingRequest) -> [Footnote] {
    let design = design(request)
    return [
      Footnote(
        "Intervallet följer av \(design.swedish) (Taylor-linearisering) och av att vikterna "
          + "uppfyller marginalerna: det som marginalerna förklarar varierar inte från urval till urval. "
          + "Med vikterna som givna räknas det med; med få svarande är det intervallet det säkrare.",
        "The interval follows from \(design.english) (Taylor linearisation) and from "
          + "the weights meeting the margins: what the margins explain does not vary from sample to "
          + "sample. With the weights as given it is counted in; for few respondents that interval is "
          + "the safer one.", on: .column("interval")),
      Footnote(
        "Den som saknar värde räknas inte, men den enhet som lottades finns kvar i urvalet. "
          + "Designeffekt: medelvärdets varians genom den som ett obundet slumpmässigt urval av lika "
          + "många hade gett. Effektivt antal: antalet genom designeffekten.",
        "Who lacks a value does not count, but the unit that was drawn stays in the sample. Design "
          + "effect: the variance of the mean over that of a simple random sample of as many. Effective "
          + "number: the number over the design effect.", on: .column("design_effect")),
    ]
  }

  /// How the sample was drawn, as far as it was given.
  private static func design(_ request: WeightingRequest) -> Label {
    switch (request.strata != nil, request.clusters != nil) {
    case (true, true):
      Label("urvalets strata och kluster", "the strata and clusters of the sample")
    case (true, false): Label("urvalets strata", "the strata of the sample")
    case (false, true): Label("urvalets kluster", "the clusters of the sample")
    case (false, false):
      Label("att varje svarande lottades för sig", "each respondent being drawn alone")
    }
  }
}

package import Analyses
internal import Labels
internal import Statistics

/// The weights of a file as a report: the margins before and after, and what they cost.
package enum WeightingReport {
  /// Builds the report.
  package static func document(_ analysis: WeightingAnalysis) -> ReportDocument {
    var blocks: [Block] = [
      .note(AnalysisWords.reading(analysis)), .paragraph(sentence(analysis.figures)),
      .table(margins(analysis)),
      .table(figures(analysis)),
    ]
    if !analysis.means.isEmpty { blocks.append(.table(means(analysis))) }
    return ReportDocument(
      id: "weight", title: Label("Viktning", "Weighting"),
      subtitle: AnalysisWords.subtitle(file: analysis.file, rows: analysis.rowCount),
      blocks: blocks)
  }

  private static func sentence(_ figures: WeightFigures) -> Label {
    func text(_ style: NumberStyle, _ value: Double, _ decimals: Int) -> String {
      style.text(value, decimals: decimals)
    }
    let (sv, en) = (NumberStyle(.swedish), NumberStyle(.english))
    return Label(
      "\(figures.respondents) svarande fick vikter mellan \(text(sv, figures.smallest, 2)) och "
        + "\(text(sv, figures.largest, 2)). Viktade ger de samma säkerhet som "
        + "\(text(sv, figures.effectiveCount, 0)) oviktade (designeffekt "
        + "\(text(sv, figures.designEffect, 2))).",
      "\(figures.respondents) respondents got weights between \(text(en, figures.smallest, 2)) and "
        + "\(text(en, figures.largest, 2)). Weighted they are as precise as "
        + "\(text(en, figures.effectiveCount, 0)) unweighted ones (design effect "
        + "\(text(en, figures.designEffect, 2))).")
  }

  private static func margins(_ analysis: WeightingAnalysis) -> ReportTable {
    ReportTable(
      id: "margins", title: Label("Marginaler", "Margins"),
      columns: [
        ReportColumn("column", Label("Kolumn", "Column")),
        ReportColumn("category", Label("Kategori", "Category")),
        ReportColumn("respondents", Label("Svarande", "Respondents")),
        ReportColumn("target_percent", Label("Mål", "Target")),
        ReportColumn("before_percent", Label("Före", "Before")),
        ReportColumn("after_percent", Label("Efter", "After")),
        ReportColumn("difference_points", Label("Kvar, pe", "Left, pp")),
      ],
      rows: analysis.margins.map { margin in
        ReportRow([
          .code(margin.column), .code(margin.category), .count(margin.respondents),
          .share(margin.target, decimals: 1), .share(margin.before, decimals: 1),
          .share(margin.after, decimals: 1),
          .points(margin.after - margin.target, decimals: 1),
        ])
      })
  }

  private static func figures(_ analysis: WeightingAnalysis) -> ReportTable {
    let figures = analysis.figures
    return ReportTable(
      id: "weights", title: Label("Vikterna", "The weights"),
      columns: [
        ReportColumn("method", Label("Metod", "Method"), for: .readers), .data("method_id"),
        ReportColumn("respondents", Label("Svarande", "Respondents")),
        ReportColumn("smallest", Label("Minst", "Smallest")),
        ReportColumn("largest", Label("Störst", "Largest")),
        ReportColumn("trimmed", Label("Kapade", "Trimmed")),
        ReportColumn("rounds", Label("Varv", "Rounds")),
        ReportColumn("design_effect", Label("Designeffekt", "Design effect")),
        ReportColumn("effective_n", Label("Effektivt antal", "Effective number")),
      ],
      rows: [
        ReportRow([
          .text(analysis.method.label), .code(analysis.method.rawValue),
          .count(figures.respondents), .number(figures.smallest, decimals: 3),
          .number(figures.largest, decimals: 3), .count(figures.trimmed), .count(figures.rounds),
          .number(figures.designEffect, decimals: 2),
          .number(figures.effectiveCount, decimals: 1),
        ])
      ],
      notes: [
        Label(
          "Designeffekt: Kish, 1 + variationskoefficienten i kvadrat. Effektivt antal: summan av "
            + "vikterna i kvadrat genom summan av kvadraterna.",
          "Design effect: Kish, 1 + the squared coefficient of variation. Effective number: the "
            + "squared sum of the weights over the sum of their squares.")
      ])
  }

  private static func means(_ analysis: WeightingAnalysis) -> ReportTable {
    let level = StatisticWords.level(analysis.request.confidence)
    let name = analysis.request.mean ?? ""
    return ReportTable(
      id: "means",
      title: Label("Viktat medelvärde av \(name)", "Weighted mean of \(name)"),
      columns: [
        ReportColumn("group", Label("Grupp", "Group")),
        ReportColumn("n", Label("Antal", "Number")),
        ReportColumn("unweighted_label", Label("Oviktat", "Unweighted"), for: .readers),
        .data("unweighted"),
        ReportColumn("mean_label", Label("Viktat", "Weighted"), for: .readers), .data("mean"),
        ReportColumn("interval", level, for: .readers), .data("low"), .data("high"),
        .data("standard_error"),
        ReportColumn("design_effect", Label("Designeffekt", "Design effect")),
      ],
      rows: analysis.means.map { finding in
        let interval = finding.mean.interval
        let width = interval.upper - interval.lower
        return ReportRow([
          finding.group.map(ReportValue.code) ?? .text("samtliga", "all"), .count(finding.count),
          .text(StatisticWords.figure(finding.unweighted, width: width)),
          .number(finding.unweighted),
          .text(StatisticWords.figure(finding.mean.value, width: width)),
          .number(finding.mean.value), .text(StatisticWords.interval(interval)),
          .number(interval.lower), .number(interval.upper),
          .number(finding.mean.standardError), .number(finding.designEffect, decimals: 2),
        ])
      },
      notes: [
        Label(
          "Intervallet följer av urvalets strata och kluster (Taylor-linearisering) och tar vikterna "
            + "som givna.",
          "The interval follows from the strata and clusters of the sample (Taylor linearisation) and "
            + "takes the weights as given.")
      ])
  }
}

extension WeightingMethod {
  fileprivate var label: Label {
    switch self {
    case .rake: Label("rakning", "raking")
    case .linear: Label("linjär kalibrering", "linear calibration")
    case .poststratify: Label("poststratifiering", "post-stratification")
    }
  }
}

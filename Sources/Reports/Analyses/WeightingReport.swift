package import Analyses
internal import Labels
internal import Statistics

/// The weights of a file as a report: the margins before and after, and what they cost.
package enum WeightingReport {
  /// Builds the report.
  package static func document(_ analysis: WeightingAnalysis) -> ReportDocument {
    let weights = weights(analysis)
    var blocks: [Block] = [
      .note(AnalysisWords.reading(analysis)), .paragraph(sentence(analysis.figures, weights)),
      .table(margins(analysis)), .table(weights),
    ]
    if !analysis.means.isEmpty { blocks.append(.table(means(analysis))) }
    return ReportDocument(
      id: "weight", title: Label("Viktning", "Weighting"),
      subtitle: AnalysisWords.subtitle(file: analysis.file, rows: analysis.rowCount),
      blocks: blocks)
  }

  /// What the weights are like. How precise a mean is stands with the mean, and nowhere else.
  private static func sentence(_ figures: WeightFigures, _ weights: ReportTable) -> Sentence {
    guard let respondents = weights.fact(at: 0, column: "respondents"),
      let smallest = weights.fact(at: 0, column: "smallest")?.shown(.decimals(2)),
      let largest = weights.fact(at: 0, column: "largest")?.shown(.decimals(2)),
      let effective = weights.fact(at: 0, column: "kish_effective_n")
    else { return Sentence(Label("", "")) }
    let isOne = figures.respondents == 1
    guard figures.smallest < figures.largest else {
      return Sentence(
        "\(respondents) svarande fick \(isOne ? "vikten" : "samma vikt,") \(largest).",
        "\(respondents) \(isOne ? "respondent" : "respondents") got the "
          + "\(isOne ? "weight" : "same weight,") \(largest).")
    }
    // "As if only 60 had answered", of 60, would say nothing.
    let isRoundedUp = figures.effectiveCount > Double(figures.respondents) - 0.5
    let costsNothing = isRoundedUp && figures.effectiveCount > Double(figures.respondents) * 0.99
    let number = effective.shown(.decimals(isRoundedUp ? 1 : 0))
    let cost =
      costsNothing
      ? Sentence("nästan ingenting i precision.", "next to nothing in precision.")
      : Sentence(
        "lika mycket som att bara \(number) hade svarat.",
        "as much as if only \(number) had answered.")
    return Sentence(
      "\(respondents) svarande fick vikter mellan \(smallest) och \(largest). Att vikterna är olika "
        + "stora kostar, räknat enligt Kish, \(cost.swedish)",
      "\(respondents) respondents got weights between \(smallest) and \(largest). That the weights "
        + "differ costs, by Kish’s formula, \(cost.english)")
  }

  private static func margins(_ analysis: WeightingAnalysis) -> ReportTable {
    ReportTable(
      id: "margins", title: Label("Marginaler", "Margins"),
      columns: [
        .members("column", Label("Kolumn", "Column"), of: "margin"),
        .members("category", Label("Kategori", "Category"), of: .category),
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

  private static func weights(_ analysis: WeightingAnalysis) -> ReportTable {
    let figures = analysis.figures
    return ReportTable(
      id: "weights", title: Label("Vikterna", "The weights"),
      columns: [
        .named("method", Label("Metod", "Method"), export: "method_id"),
        ReportColumn("respondents", Label("Svarande", "Respondents")),
        ReportColumn("smallest", Label("Minst", "Smallest")),
        ReportColumn("largest", Label("Störst", "Largest")),
        ReportColumn("trimmed", Label("Kapade", "Trimmed")),
        ReportColumn("rounds", Label("Varv", "Rounds")),
        ReportColumn("kish_design_effect", Label("Kish effekt", "Kish’s effect")),
        ReportColumn("kish_effective_n", Label("Kish antal", "Kish’s number")),
      ],
      rows: [
        ReportRow([
          .member(analysis.method.rawValue, analysis.method.label),
          .count(figures.respondents), .number(figures.smallest, decimals: 3),
          .number(figures.largest, decimals: 3), .count(figures.trimmed), .count(figures.rounds),
          .number(figures.designEffect, decimals: 2),
          .number(figures.effectiveCount, decimals: 1),
        ])
      ],
      notes: [
        Footnote(
          "Kish effekt: 1 + vikternas variationskoefficient i kvadrat. Kish antal: antalet svarande genom "
            + "Kish effekt. De gäller vikterna för sig, inte något visst medelvärde.",
          "Kish’s effect: 1 + the squared coefficient of variation of the weights. Kish’s number: the "
            + "respondents over Kish’s effect. They are about the weights alone, not about any mean.",
          on: .column("kish_design_effect"))
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

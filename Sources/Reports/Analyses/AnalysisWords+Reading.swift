internal import Analyses
internal import Labels
internal import Tables

extension AnalysisWords {
  /// What the columns of a trend were taken for, and which rows are not in it.
  static func reading(_ analysis: TrendAnalysis) -> Sentence {
    let time = analysis.request.series.time
    let points = analysis.findings.flatMap(\.series.points)
    let first = points.min { $0.index < $1.index }?.label ?? ""
    let last = points.max { $0.index < $1.index }?.label ?? ""
    let kind = analysis.time.length?.plural ?? Label("platser i ordning", "places in order")
    let span = first == last ? first : "\(first)–\(last)"
    let words = Sentence(
      "\(time) lästes som \(kind.swedish), \(span); ",
      "\(time) was read as \(kind.english), \(span); ")
    return words + used(analysis.rowCount, analysis.leftOut) + gaps(analysis)
      + marks(analysis.time.marks) + percents(analysis.value?.percentsAmongPlain ?? 0)
  }

  /// What the column of a comparison was taken for, and which rows are not in it.
  static func reading(_ analysis: ComparisonAnalysis) -> Sentence {
    let value = analysis.request.value
    let kind =
      switch analysis.kind {
      case .numbers: Label("tal", "numbers")
      case .share, .words: Label("ord", "words")
      }
    let words = Sentence(
      "\(value) lästes som \(kind.swedish); ", "\(value) was read as \(kind.english); ")
    return words + used(analysis.rowCount, analysis.leftOut)
      + percents(analysis.percentsAmongPlain)
  }

  /// Which rows have a weight, and which of those are in no mean.
  static func reading(_ analysis: WeightingAnalysis) -> Sentence {
    let words = used(analysis.rowCount, analysis.leftOut).capitalised
    guard !analysis.withoutValue.isEmpty else { return words }
    return words
      + Sentence(" Inte med i medelvärdet: ", " Not in the mean: ")
      + reasons(analysis.withoutValue)
  }

  // MARK: Rows

  private static func used(_ rows: Int, _ leftOut: [LeftOut]) -> Sentence {
    let lost = leftOut.rowCount
    guard lost > 0 else {
      return switch rows {
      case 1: Sentence("den enda raden är med.", "the only row is used.")
      case 2: Sentence("båda raderna är med.", "both rows are used.")
      default:
        Sentence(
          "alla \(.count(rows)) rader är med.", "all \(.count(rows)) rows are used.")
      }
    }
    return Sentence(
      "\(.count(rows - lost)) av \(.count(rows)) rader är med. Inte med: ",
      "\(.count(rows - lost)) of \(.count(rows)) rows are used. Left out: ") + reasons(leftOut)
  }

  /// At most so many reasons are named; more are counted.
  private static let mostReasons = 8

  private static func reasons(_ leftOut: [LeftOut]) -> Sentence {
    var parts = leftOut.prefix(mostReasons).map(reason)
    let rest = Array(leftOut.dropFirst(mostReasons)).rowCount
    if rest > 0 {
      parts.append(
        Sentence("\(.count(rest)) av andra skäl", "\(.count(rest)) for other reasons"))
    }
    return .joined(parts, by: Label(same: "; ")) + Sentence(Label(same: "."))
  }

  private static func reason(_ rows: LeftOut) -> Sentence {
    let n = Fact(.count(rows.count))
    let one = rows.count == 1
    let words: Sentence
    switch rows.reason {
    case .header:
      words = Sentence(
        "\(n) är \(one ? "en rubrikrad" : "rubrikrader")",
        "\(n) \(one ? "is a row" : "are rows") of headings")
    case .empty(let column):
      words = Sentence(
        "\(n) saknar värde i \(column)", "\(n) \(one ? "has" : "have") no value in \(column)")
    case .missing(let column, let word):
      words = Sentence(
        "\(n) har ”\(word)” i \(column)", "\(n) \(one ? "has" : "have") “\(word)” in \(column)")
    case .noNumber(let column, let kind):
      let what = kind.label
      words = Sentence(
        "\(n) har \(what.swedish) i \(column)",
        "\(n) \(one ? "has" : "have") \(what.english) in \(column)")
    case .total(let column, let label):
      words = Sentence(
        "\(n) gäller flera perioder (”\(label)” i \(column))",
        "\(n) \(one ? "is" : "are") about several periods (“\(label)” in \(column))")
    case .notCompared(let column):
      words = Sentence(
        "\(n) hör till \(one ? "en grupp" : "grupper") i \(column) som inte jämförs",
        "\(n) \(one ? "belongs to a group" : "belong to groups") in \(column) that \(one ? "is" : "are") "
          + "not compared")
    case .unpaired(let column):
      words = Sentence(
        "\(n) har ingen motsvarighet i den andra gruppen enligt \(column)",
        "\(n) \(one ? "has" : "have") no counterpart in the other group by \(column)")
    case .noSize(let column):
      words = Sentence(
        "\(n) har summan 0 i \(column)", "\(n) \(one ? "has" : "have") the sum 0 in \(column)")
    }
    guard case .noNumber = rows.reason, let line = rows.line else { return words }
    return words
      + (one
        ? Sentence(" (rad \(String(line)))", " (line \(String(line)))")
        : Sentence(" (den första på rad \(String(line)))", " (the first on line \(String(line)))"))
  }

  // MARK: Remarks

  private static let mostPeriods = 6

  /// Periods between the first and the last that no row has.
  private static func gaps(_ analysis: TrendAnalysis) -> Sentence {
    if analysis.request.series.fillsGaps, analysis.time.length != nil {
      return Sentence(
        " En period utan rader räknas som 0.", " A period without rows counts as 0.")
    }
    var words = Sentence(Label("", ""))
    for finding in analysis.findings.prefix(12) {
      let series = finding.series
      guard let length = series.length, !series.gaps.isEmpty else { continue }
      let shown = series.gaps.prefix(mostPeriods).map(length.label).joined(separator: ", ")
      let rest = series.gaps.count - mostPeriods
      let name = series.part.map { " (\($0))" } ?? ""
      words =
        words + Sentence(" Utan värde\(name): \(shown)", " Without a value\(name): \(shown)")
        + more(rest)
    }
    return words
  }

  private static func marks(_ marks: [(period: String, mark: String)]) -> Sentence {
    guard !marks.isEmpty else { return Sentence(Label("", "")) }
    let shown = marks.prefix(mostPeriods).map { "\($0.period) (\($0.mark))" }
      .joined(separator: ", ")
    let rest = marks.count - mostPeriods
    return Sentence(" Märkta i filen: \(shown)", " Marked in the file: \(shown)") + more(rest)
  }

  /// The end of a list that is cut short.
  private static func more(_ rest: Int) -> Sentence {
    rest > 0
      ? Sentence(" och \(.count(rest)) till.", " and \(.count(rest)) more.")
      : Sentence(Label(same: "."))
  }

  private static func percents(_ count: Int) -> Sentence {
    guard count > 0 else { return Sentence(Label("", "")) }
    return Sentence(
      " \(.count(count)) tal har ett procenttecken och de andra inget; 12 % lästes som 12.",
      " \(.count(count)) number\(count == 1 ? " has" : "s have") a percent sign and the others none; 12% "
        + "was read as 12.")
  }
}

extension NotNumber {
  fileprivate var label: Label {
    switch self {
    case .word: Label("en text i stället för ett tal", "a text instead of a number")
    case .bound:
      Label("en gräns, som <5, i stället för ett tal", "a bound, such as <5, for a number")
    case .footnote: Label("ett tal med en fotnot", "a number with a footnote")
    case .unit: Label("ett tal med en okänd enhet", "a number with an unknown unit")
    case .mark:
      Label(
        "ett tal vars punkt eller komma kan tolkas på två sätt",
        "a number whose point or comma may mean two things")
    case .identifier: Label("siffror som inte är ett tal", "digits that are no number")
    }
  }
}

extension PeriodLength {
  /// Several of them.
  fileprivate var plural: Label {
    switch self {
    case .day: Label("dagar", "days")
    case .week: Label("veckor", "weeks")
    case .month: Label("månader", "months")
    case .quarter: Label("kvartal", "quarters")
    case .tertial: Label("tertial", "tertials")
    case .halfYear: Label("halvår", "half years")
    case .term: Label("terminer", "terms")
    case .schoolYear: Label("läsår", "school years")
    case .year: Label("år", "years")
    }
  }
}

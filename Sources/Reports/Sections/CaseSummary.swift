internal import Indicators
internal import Statistics

/// How all cases stand against a limit, and the table of one row that says so.
struct CaseSummary {
  let limit: CaseLimit
  let result: ServiceLevelResult
  let table: ReportTable
  /// The key of its only row.
  static let row = "1"
}

extension [CaseSummary] {
  /// A number of cases: a fact of the table that counts the same ones, where there is one.
  func count(_ number: Int, where condition: CaseCondition?) -> Fact {
    let same = lazy.filter { $0.limit.condition == condition }
      .compactMap { $0.table.fact(row: CaseSummary.row, column: "total") }
    return same.first { $0.value == .count(number) } ?? Fact(.count(number))
  }
}

extension Fact {
  /// The share of the decided cases that kept a limit, with the interval of the long run.
  static func within(_ result: ServiceLevelResult) -> Fact? {
    var share = Fact.share(of: result.withinLimit, in: result.base)
    share?.interval = result.longRunShare.map {
      FactInterval(
        lower: $0.lower, upper: $0.upper, confidence: $0.confidence, method: "wilson")
    }
    return share
  }
}

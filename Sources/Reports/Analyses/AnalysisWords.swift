internal import Labels
internal import Statistics

/// Remarks that every analysis of a file makes.
enum AnalysisWords {
  /// What was read: the file and its rows.
  static func subtitle(file: String, rows: Int) -> Label {
    let name = file == "-" ? Label("standard in", "standard input") : Label(same: file)
    return Label(
      "\(name.swedish) · \(rows) \(rows == 1 ? "rad" : "rader")",
      "\(name.english) · \(rows) \(rows == 1 ? "row" : "rows")")
  }
}

extension ReportCell {
  /// A value that was found, or the reason why there is none.
  static func found<Value>(
    _ result: Result<Value, StatisticsError>?, _ show: (Value) -> ReportCell
  ) -> ReportCell {
    switch result {
    case .success(let value): show(value)
    case .failure(let error): .text(StatisticWords.reason(error))
    case nil: .none
    }
  }

  /// Why there is no value, for data files, whose columns of numbers hold no words.
  static func reason<Value>(_ result: Result<Value, StatisticsError>) -> ReportCell {
    guard case .failure(let error) = result else { return .none }
    return .text(StatisticWords.reason(error))
  }
}

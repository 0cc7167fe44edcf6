internal import Labels
internal import Statistics

/// Remarks that every analysis of a file makes.
enum AnalysisWords {
  /// What was read: the file and its rows.
  static func subtitle(file: String, rows: Int) -> Sentence {
    let name = file == "-" ? Label("standard in", "standard input") : Label(same: file)
    let count = Fact(.count(rows))
    return Sentence(
      "\(name.swedish) · \(count) \(rows == 1 ? "rad" : "rader")",
      "\(name.english) · \(count) \(rows == 1 ? "row" : "rows")")
  }

  /// The heading of a column of intervals, which all have one confidence: `95 %`.
  static func level(_ confidence: Double) -> Label {
    Sentence(Fact(.share(confidence), precision: .upTo(2))).label
  }
}

extension ReportCell {
  /// A figure that was found, or the reason why there is none.
  static func found<Value>(
    _ result: Result<Value, StatisticsError>?, _ fact: (Value) -> Fact?
  ) -> ReportCell {
    switch result {
    case .success(let value): .fact(fact(value))
    case .failure(let error): .words(StatisticWords.reason(error))
    case nil: .none
    }
  }

  /// Why there is no value, for data files, whose columns of numbers hold no words.
  static func reason<Value>(_ result: Result<Value, StatisticsError>?) -> ReportCell {
    guard case .failure(let error)? = result else { return .none }
    return .words(StatisticWords.reason(error))
  }
}

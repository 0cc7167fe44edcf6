internal import Labels

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

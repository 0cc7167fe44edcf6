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

  /// Rows that are in no figure.
  static func leftOut(_ rows: Int) -> Label {
    Label(
      "\(rows) \(rows == 1 ? "rad" : "rader") saknar ett värde och är inte med.",
      "\(rows) \(rows == 1 ? "row lacks" : "rows lack") a value and \(rows == 1 ? "is" : "are") left "
        + "out.")
  }
}

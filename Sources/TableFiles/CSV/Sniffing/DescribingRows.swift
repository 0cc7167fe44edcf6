/// The two rows below the names in an export of Qualtrics: the questions in words, and the codes of
/// its own `{"ImportId":"QID1"}`. They describe columns and are no answers.
enum DescribingRows {
  struct Finding {
    /// The tokenizer behind them.
    var rest: Tokenizer
    /// What to say of them.
    var problem: CSVProblem
    /// Where they start.
    var line: Int
  }

  /// Looks for them below the names.
  ///
  /// - Parameter tokenizer: The text behind the names.
  /// - Returns: What was found, or `nil`.
  static func find(behind tokenizer: Tokenizer) -> Finding? {
    var rest = tokenizer
    let rows = rest.next(2)
    guard rows.count == 2, rest.faults.count == tokenizer.faults.count,
      rows.record(1).allSatisfy({ isCode($0.raw(in: tokenizer.bytes)) })
    else { return nil }
    let (first, second) = (Int(rows.lines[0]), Int(rows.lines[1]))
    return Finding(
      rest: rest, problem: .describingRows(first: first, second: second), line: first)
  }

  private static func isCode(_ bytes: Bytes) -> Bool {
    // In a quoted field quotes are doubled.
    bytes.starts(with: #"{"ImportId""#.utf8) || bytes.starts(with: #"{""ImportId"""#.utf8)
  }
}

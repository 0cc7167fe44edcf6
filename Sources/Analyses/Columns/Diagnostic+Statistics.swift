internal import Diagnostics
internal import Statistics
internal import Tables

extension Table {
  /// Runs a statistic on the table's values and says of which part it was refused.
  func attempt<Result>(
    _ part: String? = nil, _ compute: () throws(StatisticsError) -> Result
  ) throws(Diagnostic) -> Result {
    do throws(StatisticsError) {
      return try compute()
    } catch {
      throw refusal(error, of: part)
    }
  }

  /// A refused statistic as a problem of the file.
  func refusal(_ error: StatisticsError, of part: String? = nil) -> Diagnostic {
    Diagnostic(
      .error, "statistics", at: wholeLocation,
      (part.map { "\($0): " } ?? "") + error.description)
  }
}

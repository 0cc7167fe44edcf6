/// Why a table of counts, or a statistic of it, was refused. Rows and columns count from 1.
public enum TableFault: Equatable, Sendable {
  /// A table without rows or without columns.
  case noCells

  /// A row that is not as long as the first one.
  case ragged(row: Int, needed: Int, given: Int)

  /// A count below 0.
  case negative(row: Int, column: Int)

  /// Counts whose total is beyond the whole numbers that floating point can hold.
  case totalTooLarge(limit: Int)

  /// A total that is too large for an exact computation or an interval.
  case totalTooLargeFor(StatisticName, limit: Int)

  /// Fewer than two rows or two columns.
  case tooFewCells(StatisticName, rows: Int, columns: Int)

  /// A table that does not have two rows and two columns, where only such a table has a meaning.
  case notTwoByTwo(StatisticName, rows: Int, columns: Int)

  /// A table that does not have two rows.
  case notTwoRows(StatisticName, given: Int)

  /// A row in which nothing was counted.
  case emptyRow(StatisticName, row: Int)

  /// A column in which nothing was counted.
  case emptyColumn(StatisticName, column: Int)

  /// A count of 0 where the statistic takes its logarithm.
  case zeroCell(StatisticName, row: Int, column: Int)

  /// A count of 0 that puts the upper end of an interval at infinity.
  case noUpperEnd(StatisticName, row: Int, column: Int)

  /// Shares so alike that no association is plausible, not even none.
  case noPlausibleAssociation(StatisticName)

  /// A table with too many other tables of the same margins to go through.
  case tooManyTables(steps: Int)

  /// Only counts of 0.
  case nothingCounted(StatisticName)

  /// An expected share that is not a number above 0; the first one has position 1.
  case shareNotPositive(position: Int)

  /// Expected shares that do not add up to 1.
  case sharesDoNotAddUp

  /// Scores of the columns that are all the same.
  case equalScores

  /// The whole sentence of the refusal.
  var words: String {
    switch self {
    case .noCells:
      return "a contingency table needs at least one row and one column"
    case .ragged(let row, let needed, let given):
      return "the rows of a contingency table must be equally long; row 1 has \(needed) and "
        + "row \(row) has \(given) counts"
    case .negative(let row, let column):
      return "a count must not be negative; the count in row \(row), column \(column) is"
    case .totalTooLarge(let limit):
      return "the total of a contingency table must be at most \(limit)"
    case .totalTooLargeFor(let statistic, let limit):
      return "the \(statistic.words) takes counts with a total of at most \(limit)"
    case .tooFewCells(let statistic, let rows, let columns):
      return "the \(statistic.words) needs at least 2 rows and 2 columns; "
        + "\(size(rows, columns)) was given"
    case .notTwoByTwo(let statistic, let rows, let columns):
      return "the \(statistic.words) needs a table of 2 rows and 2 columns; "
        + "\(size(rows, columns)) was given"
    case .notTwoRows(let statistic, let given):
      return "the \(statistic.words) needs a table of 2 rows; the table has \(given)"
    case .emptyRow(let statistic, let row):
      return "the \(statistic.words) is not defined when row \(row) has no counts"
    case .emptyColumn(let statistic, let column):
      return "the \(statistic.words) is not defined when column \(column) has no counts"
    case .zeroCell(let statistic, let row, let column):
      return "the \(statistic.words) needs counts above 0; "
        + "the count in row \(row), column \(column) is 0"
    case .noUpperEnd(let statistic, let row, let column):
      return "the \(statistic.words) has no upper end because the count in row \(row), "
        + "column \(column) is 0; swap the rows"
    case .noPlausibleAssociation(let statistic):
      return "the \(statistic.words) has no interval because the shares are more alike than chance "
        + "makes them"
    case .tooManyTables(let steps):
      return "the exact test of this table needs more than \(steps) steps; "
        + "merge rows or columns, or use the chi-squared test"
    case .nothingCounted(let statistic):
      return "the \(statistic.words) is not defined when all counts are 0"
    case .shareNotPositive(let position):
      return "an expected share must be a number above 0; share \(position) is not"
    case .sharesDoNotAddUp:
      return "the expected shares must add up to 1"
    case .equalScores:
      return "the scores of the columns must not all be equal"
    }
  }

  private func size(_ rows: Int, _ columns: Int) -> String {
    "a table of \(rows) \(rows == 1 ? "row" : "rows") and "
      + "\(columns) \(columns == 1 ? "column" : "columns")"
  }
}

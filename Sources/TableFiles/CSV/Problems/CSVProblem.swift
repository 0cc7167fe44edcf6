internal import Diagnostics
internal import Tables

/// Everything that can be wrong in a CSV file. The words stand in `CSVProblem+Words.swift`.
enum CSVProblem {
  /// Why a file cannot be read at all.
  enum ReadFailure {
    case missing
    case folder
    case permission
    /// A device, or a pipe that waits for somebody to write.
    case noFile
    /// It holds at least so many bytes, more than may be held in memory.
    case large(Int, atMost: Int)
    /// Another error number of the system.
    case system(Int32)
  }

  /// How the type of a column came about.
  enum TypeSource {
    case declared
    /// So many other values of the column fit.
    case inferred(others: Int)
  }

  /// What the values of a column should be.
  enum Expectation {
    case type(ColumnType)
    case percentage
  }

  case unreadable(ReadFailure)
  case empty
  /// The file is of another kind.
  case notText(FileKind)
  case guessedEncoding
  /// A character that the encoding does not have, the first in the file.
  case invalidBytes(CSVEncoding)
  case zeroByte
  case noHeader
  /// The first row is taken for the names although it may be data.
  case unsureHeader
  /// So many lines above the names are titles.
  case title(lines: Int, width: Int)
  /// Two rows below the names describe the columns.
  case describingRows(first: Int, second: Int)
  case emptyHeader(position: Int, newName: String)
  case duplicateHeader(name: String, newName: String)
  case unknownDeclaredColumn(name: String, names: [String])
  case queryTypeDeclared(column: String, ColumnType)
  case shortRow(fields: Int, columns: Int, hasHeader: Bool)
  case longRow(fields: Int, columns: Int, hasHeader: Bool, isEmpty: Bool)
  case unclosedQuote
  case textAfterQuote
  case type(column: String, Expectation, TypeSource, word: String?)
  /// So many values of a column keep it text.
  case doubt(column: String, ColumnDoubt, count: Int, CellStyle)
  case more(Int, code: String, severity: Diagnostic.Severity)

  /// The stable name of the kind.
  var code: String {
    switch self {
    case .unreadable: "csv-file"
    case .empty: "csv-empty"
    case .notText: "csv-kind"
    case .guessedEncoding, .invalidBytes: "csv-encoding"
    case .zeroByte: "csv-nul"
    case .noHeader: "csv-no-header"
    case .unsureHeader: "csv-header"
    case .title, .describingRows: "csv-title"
    case .emptyHeader: "csv-empty-header"
    case .duplicateHeader: "csv-duplicate-header"
    case .unknownDeclaredColumn: "csv-unknown-column"
    case .shortRow: "csv-short-row"
    case .longRow: "csv-long-row"
    case .unclosedQuote: "csv-unclosed-quote"
    case .textAfterQuote: "csv-quote"
    case .type(_, _, .declared, _), .queryTypeDeclared: "csv-type"
    case .type(_, _, .inferred, _), .doubt: "csv-type-mixed"
    case .more(_, let code, _): code
    }
  }

  /// Of problems in one place the lowest rank comes first: bytes, quotes, names, rows, values, columns.
  var rank: Int {
    switch self {
    case .unreadable, .empty, .notText, .guessedEncoding, .noHeader, .unsureHeader, .title,
      .describingRows,
      .unknownDeclaredColumn, .queryTypeDeclared, .more:
      0
    case .invalidBytes: 1
    case .zeroByte: 2
    case .unclosedQuote, .textAfterQuote: 3
    case .emptyHeader, .duplicateHeader: 4
    case .shortRow, .longRow: 5
    case .type(_, _, .declared, _): 6
    case .type, .doubt: 7
    }
  }

  /// How bad it is.
  var severity: Diagnostic.Severity {
    switch self {
    case .guessedEncoding, .noHeader, .unsureHeader, .title, .describingRows: .note
    case .unreadable, .empty, .notText, .invalidBytes, .unclosedQuote, .textAfterQuote: .error
    case .type(_, _, .declared, _), .queryTypeDeclared: .error
    case .longRow(_, _, _, let isEmpty): isEmpty ? .warning : .error
    case .zeroByte, .emptyHeader, .duplicateHeader, .unknownDeclaredColumn, .shortRow, .type,
      .doubt:
      .warning
    case .more(_, _, let severity): severity
    }
  }

  /// The problem at a place in words.
  func diagnostic(at location: SourceLocation, value: String? = nil) -> Diagnostic {
    let words = words
    var diagnostic = Diagnostic(
      severity, code, at: location, words.message, because: words.reason, fixes: words.fixes,
      value: value)
    diagnostic.swedish = swedish
    return diagnostic
  }

  /// The problem with a file that cannot be opened.
  func diagnostic(at file: String) -> Diagnostic {
    diagnostic(at: SourceLocation(file: file))
  }
}

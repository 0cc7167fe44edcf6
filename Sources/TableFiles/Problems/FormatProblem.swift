internal import Diagnostics
internal import Labels
internal import Tables

/// Everything that can be wrong in a data file that is no text. The words stand in
/// `FormatProblem+Words.swift`.
enum FormatProblem {
  case damaged
  case encrypted
  case oldExcel
  /// It unpacks to too much, or its table would not fit into memory.
  case bomb
  case tooLarge
  case entities
  case noSheet(String, sheets: [String])
  case empty
  /// One sheet of several was read.
  case otherSheets(String, others: [String])
  case title(rows: Int)
  case noHeader
  case emptyName(newName: String)
  case duplicateName(String, newName: String)
  case unknownDeclaredColumn(String, names: [String])
  case queryTypeDeclared(String, ColumnType)
  /// A formula's error: `#DIV/0!`
  case errorValue(String)
  case noResult
  case impossibleDay
  /// Cells below the names that are merged.
  case merged(String)
  case mixed(column: String, ColumnType, odd: Int, others: Int)
  case misfit(column: String, ColumnType)
  /// ReadStat is not installed.
  case noReadStat
  /// Texts are not in the encoding that the file names.
  case encoding
  case json(JSONFault)
  /// Objects or lists within a value.
  case nested(column: String)
  case more(Int, code: String, severity: Diagnostic.Severity)

  var code: String {
    switch self {
    case .damaged: "file-damaged"
    case .encrypted: "file-password"
    case .oldExcel: "file-kind"
    case .bomb, .tooLarge, .entities: "file-refused"
    case .noSheet: "sheet-missing"
    case .empty: "file-empty"
    case .otherSheets: "sheet-others"
    case .title: "sheet-title"
    case .noHeader: "sheet-no-header"
    case .emptyName: "column-no-name"
    case .duplicateName: "column-same-name"
    case .unknownDeclaredColumn: "column-unknown"
    case .errorValue: "cell-error"
    case .noResult: "cell-no-result"
    case .impossibleDay: "cell-day"
    case .merged: "cell-merged"
    case .mixed: "column-mixed"
    case .misfit, .queryTypeDeclared: "cell-type"
    case .noReadStat: "file-library"
    case .encoding: "file-encoding"
    case .json: "json"
    case .nested: "json-nested"
    case .more(_, let code, _): code
    }
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .otherSheets, .title, .noHeader: .note
    case .damaged, .encrypted, .oldExcel, .bomb, .tooLarge, .entities, .noSheet, .empty,
      .misfit, .queryTypeDeclared, .noReadStat, .encoding, .json:
      .error
    case .emptyName, .duplicateName, .unknownDeclaredColumn, .errorValue, .noResult,
      .impossibleDay, .merged, .mixed, .nested:
      .warning
    case .more(_, _, let severity): severity
    }
  }

  /// What is wrong, why we think so, and what helps, in both languages.
  struct Words {
    var message: Label
    var reason: Label?
    var fixes: [Label]

    init(_ message: Label, because reason: Label? = nil, fix fixes: Label...) {
      self.message = message
      self.reason = reason
      self.fixes = fixes
    }
  }

  func diagnostic(at location: SourceLocation, value: String? = nil) -> Diagnostic {
    let words = words
    var diagnostic = Diagnostic(
      severity, code, at: location, words.message.english, because: words.reason?.english,
      fixes: words.fixes.map(\.english), value: value)
    diagnostic.swedish = Diagnostic.Wording(
      words.message.swedish, because: words.reason?.swedish, fixes: words.fixes.map(\.swedish))
    if case .unknownDeclaredColumn(_, let names) = self { diagnostic.found = names }
    return diagnostic
  }

  func diagnostic(at file: String) -> Diagnostic {
    diagnostic(at: SourceLocation(file: file))
  }
}

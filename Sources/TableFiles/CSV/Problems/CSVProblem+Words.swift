internal import Diagnostics
internal import Tables

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension CSVProblem {
  /// What is wrong, why we think so, what helps. Never holds a value of the file, except a word
  /// that is known to say "no answer".
  struct Words {
    var message: String
    var reason: String?
    var fixes: [String] = []

    init(_ message: String, because reason: String? = nil, fix fixes: String...) {
      self.message = message
      self.reason = reason
      self.fixes = fixes
    }
  }

  var words: Words {
    switch self {
    case .unreadable(let failure): Self.words(failure)
    case .empty:
      Words("the file holds no row", fix: "export the data again")
    case .notText(let kind): kind.words
    case .guessedEncoding:
      Words(
        "the file is read as Windows-1252",
        because: "It has no byte order mark and is not UTF-8.",
        fix: "save it as \"CSV UTF-8\"",
        "name the encoding   encoding: windows-1252")
    case .invalidBytes(let encoding): Self.invalidBytes(encoding)
    case .zeroByte:
      Words(
        "a NUL character stands in the text",
        because: "Text files hold none; the file may be damaged or of another kind.",
        fix: "export the data again")
    case .noHeader: Self.noHeader()
    case .unsureHeader: Self.unsureHeader()
    case .title(let lines, let width): Self.title(lines, width)
    case .describingRows(let first, let second):
      Words(
        "the rows on lines \(first) and \(second) describe the columns and are left out",
        because: "Qualtrics writes the questions and its own codes there.")
    case .emptyHeader(let position, let newName):
      Words(
        "column \(position) has no name and is called '\(newName)'",
        fix: "write a name into the first row")
    case .duplicateHeader(let name, let newName):
      Words(
        "two columns are called '\(name)'; the later one becomes '\(newName)'",
        fix: "give each column a name of its own")
    case .unknownDeclaredColumn(let name, let names):
      Words(
        "a type is given for column '\(name)', which the file lacks",
        fix: [nearest(to: name, in: names)].compactMap { $0 })
    case .queryTypeDeclared(let column, let type):
      Words(
        "column '\(column)' is declared \(type.rawValue), which no file holds",
        fix: type == .numeric
          ? "declare it real, or text and cast it in the query"
          : "declare it as text and cast it in the query")
    case .shortRow(let fields, let columns, let hasHeader):
      Self.shortRow(fields, columns, hasHeader)
    case .longRow(let fields, let columns, let hasHeader, _):
      Self.longRow(fields, columns, hasHeader)
    case .unclosedQuote:
      Words(
        "a quote opens here and is never closed",
        because: "The field is read to the end of its line; the lines below are rows of their own.",
        fix: "close the quote", "double it if it belongs to the text   \"\"")
    case .textAfterQuote:
      Words(
        "text follows the closing quote of a field",
        because: "It is read as part of the field.",
        fix: "double a quote that belongs to the text   \"\"")
    case .type(let column, let expectation, let source, let word):
      Self.words(column, expectation, source, word)
    case .doubt(let column, let doubt, let count, let style):
      doubt.words(column: column, count: count, style)
    case .more(let count, _, _):
      Words("\(count) more of this kind \(count == 1 ? "is" : "are") not listed")
    }
  }

  private static func invalidBytes(_ encoding: CSVEncoding) -> Words {
    Words(
      "the file is not \(encoding.displayName) throughout; the first character that is not stands "
        + "here",
      because:
        "Two encodings are mixed, or the file is damaged; such bytes are read as U+FFFD, the "
        + "replacement character.",
      fix: "save the file again as UTF-8",
      "name the encoding   encoding: "
        + (encoding == .windows1252 ? "utf-8" : "windows-1252"))
  }

  private static func noHeader() -> Words {
    Words(
      "the first row is read as data, and the columns are called column_1, column_2 and so on",
      because: "It holds values of the same types as the rows below.",
      fix: "if it holds the names, in SQL   FROM read_csv('file.csv', header := true)",
      "if it holds the names, on the command line   --header")
  }

  private static func unsureHeader() -> Words {
    Words(
      "the first row is read as the names of the columns",
      because: "It holds numbers like those of the rows below, so that it may be data.",
      fix: "if it is data, in SQL   FROM read_csv('file.csv', header := false)",
      "if it is data, on the command line   --no-header")
  }

  private static func title(_ lines: Int, _ width: Int) -> Words {
    Words(
      "\(lines == 1 ? "line 1 is" : "lines 1 to \(lines) are") read as a title; the names of the "
        + "columns are taken from line \(lines + 1)",
      because: "The rows below have \(width) fields each, and a title has one.",
      fix: "delete what stands above the names")
  }

  private static func shortRow(_ fields: Int, _ columns: Int, _ hasHeader: Bool) -> Words {
    Words(
      "the row has \(counted(fields, "field")), \(model(hasHeader)) has \(columns)",
      because: "The missing cells are read as missing values.",
      fix: "complete the row", "put a text with line breaks in double quotes")
  }

  private static func longRow(_ fields: Int, _ columns: Int, _ hasHeader: Bool) -> Words {
    Words(
      "the row has \(counted(fields, "field")), \(model(hasHeader)) has \(columns); "
        + extra(columns + 1, fields),
      because: "The rest of the row is kept.",
      fix: "put a text that holds the delimiter in double quotes")
  }

  private static func words(_ failure: ReadFailure) -> Words {
    switch failure {
    case .missing: Words("there is no such file", fix: "check the path")
    case .folder: Words("this is a folder, not a file", fix: "name a file in it")
    case .noFile:
      Words(
        "this is a device or a pipe, not a file", because: "What it holds may never end.",
        fix: "save what comes out of it as a file",
        "give it to query as standard input: FROM \"-\"")
    case .large(let size, let limit):
      Words(
        "the file is too large to be read whole",
        because: "It holds \(size >> 20) MB or more, and \(limit >> 20) MB fit.",
        fix: "count it with 'nyckeltal query', which reads a file in parts")
    case .permission: Words("the file may not be read", fix: "ask its owner for permission")
    case .system(EMFILE), .system(ENFILE):
      Words(
        "there are more files open than the system allows",
        because: "Every file of a pattern is open while its rows are read.",
        fix: "allow more   ulimit -n 4096", "name fewer files")
    case .system(let number):
      Words("the file cannot be read", because: String(cString: strerror(number)) + ".")
    }
  }

  private static func words(
    _ column: String, _ expectation: Expectation, _ source: TypeSource, _ word: String?
  ) -> Words {
    let missing = "missing: [\"\(word ?? "…")\"]"
    let count =
      word == nil
      ? "count it as missing, with the value for …   " : "count it as missing   "
    let message = "column '\(column)' holds a value that is not \(expectation.noun)"
    switch source {
    case .declared:
      return Words(
        message, because: "The column is declared \(expectation.typeName); the cell is left empty.",
        fix: count + missing, "declare the column as text   types: {\(pasted(column)): text}")
    case .inferred(let others):
      return Words(
        message,
        because: "The other \(others) values are, but no type was given; the column stays text.",
        fix: count + missing,
        "declare the type   types: {\(pasted(column)): \(expectation.typeName)}")
    }
  }

  /// A name as a key of YAML.
  private static func pasted(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    if isPlain, name.first?.isLetter == true { return name }
    return "'"
      + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      + "'"
  }

  private static func model(_ hasHeader: Bool) -> String {
    hasHeader ? "the header" : "the first row"
  }

  private static func extra(_ first: Int, _ last: Int) -> String {
    first == last
      ? "field \(first) has no column" : "fields \(first) to \(last) have no column"
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension CSVProblem.Words {
  fileprivate init(_ message: String, because reason: String? = nil, fix fixes: [String]) {
    self.init(message, because: reason)
    self.fixes = fixes
  }
}

extension CSVProblem.Expectation {
  fileprivate var noun: String {
    switch self {
    case .percentage: "a percentage"
    case .type(.text): "a text"
    case .type(.integer): "a whole number"
    case .type(.real), .type(.numeric): "a number"
    case .type(.boolean): "true or false"
    case .type(.date): "a day"
    case .type(.timestamp): "a point in time"
    case .type(.interval): "a length of time"
    }
  }

  fileprivate var typeName: String {
    switch self {
    case .percentage: ColumnType.real.rawValue
    case .type(let type): type.rawValue
    }
  }
}

extension CSVEncoding {
  var displayName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .windows1252: "Windows-1252"
    }
  }
}

internal import Diagnostics
internal import Query
internal import WorkspaceQuery

/// A command to the shell itself: `.tables`, or `\dt` as in psql.
enum MetaCommand: Hashable {
  case help
  case tables
  case schema(String?)
  case format(ResultFormat)
  case timing(Bool?)
  case read(String)
  /// The file that results go to from here on; `nil` is the terminal.
  case output(String?)
  case quit

  /// Whether a line is meant for the shell.
  static func isMeant(_ line: String) -> Bool {
    guard let first = line.first, let second = line.dropFirst().first else { return false }
    return (first == "." && second.isLetter) || (first == "\\" && !second.isWhitespace)
  }

  /// Reads a line.
  ///
  /// - Throws: ``QueryError`` when there is no such command, or it lacks a word.
  init(_ line: String) throws(QueryError) {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    let name = words.first ?? ""
    let argument = words.count > 1 ? Self.unquoted(words.dropFirst().joined(separator: " ")) : nil
    switch name {
    case ".help", ".h", "\\?", "\\h": self = .help
    case ".tables", "\\dt": self = .tables
    case ".schema", "\\d": self = .schema(argument)
    case ".format", ".mode", "\\f": self = .format(try Self.format(argument))
    case ".timing", ".timer", "\\timing": self = .timing(try Self.truth(argument))
    case ".read", "\\i":
      guard let argument else {
        throw QueryError("\(name) needs a file of SQL", hint: "\(name) figures.sql")
      }
      self = .read(argument)
    case ".output", "\\o": self = .output(argument)
    case ".quit", ".exit", ".q", "\\q": self = .quit
    default:
      throw QueryError(
        "there is no command \(name)",
        hint: closestName(to: name, in: Self.names).map { "did you mean \($0)?" }
          ?? ".help lists the commands")
    }
  }

  /// The names that are completed.
  static let names = [
    ".exit", ".format", ".help", ".output", ".quit", ".read", ".schema", ".tables", ".timing",
  ]

  static let guide = """
    End a statement with a semicolon; it may take several lines.

    .tables          \\dt       the tables of the workspace
    .schema [TABLE]  \\d TABLE  the columns of a table or file
    .format FORMAT   \\f        table, csv, json, ndjson or markdown
    .timing on|off   \\timing   how long each statement takes
    .read FILE       \\i FILE   run the statements in a file
    .output [FILE]   \\o FILE   write results to a file; alone, to the terminal again
    .quit            \\q        leave; Ctrl-D does too

    SELECT * FROM "visits.csv" LIMIT 5;       any CSV file, .gz and .zst too
    SELECT * FROM "waves/*.csv";              several with the same columns
    DESCRIBE targets;                         columns and types
    SUMMARIZE "visits.csv";                   extremes, means and quartiles
    EXPLAIN ANALYZE SELECT count(*) FROM cases;

    Tab completes words, tables, columns and files. Ctrl-C stops a statement.

    """

  private static func format(_ word: String?) throws(QueryError) -> ResultFormat {
    let known = ResultFormat.allCases.filter(\.isText).map(\.rawValue)
    guard let word else {
      throw QueryError("name a format", hint: "known: " + known.joined(separator: ", "))
    }
    if word == ResultFormat.xlsx.rawValue {
      throw QueryError("xlsx is no text", hint: "leave the shell: nyckeltal query --output x.xlsx")
    }
    guard let format = ResultFormat(rawValue: word) else {
      throw QueryError("there is no format '\(word)'", hint: suggestion(for: word, among: known))
    }
    return format
  }

  private static func truth(_ word: String?) throws(QueryError) -> Bool? {
    switch word {
    case nil: nil
    case "on": true
    case "off": false
    default: throw QueryError("timing is on or off", hint: ".timing on")
    }
  }

  private static func unquoted(_ text: String) -> String {
    var text = text
    if text.hasSuffix(";") { text.removeLast() }
    guard text.count >= 2, let mark = text.first, mark == text.last, mark == "'" || mark == "\""
    else { return text }
    return String(text.dropFirst().dropLast())
  }
}

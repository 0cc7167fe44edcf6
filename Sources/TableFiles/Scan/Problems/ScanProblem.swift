internal import Diagnostics

/// What can be wrong with a file as the source of a query, beside what is wrong inside it.
enum ScanProblem {
  case truncatedArchive(Packing)
  case damagedArchive(Packing)
  case noTemporaryFile
  case temporaryFileFull
  case changed
  case longRecord
  case noMatch
  /// A pattern that finds several files which are no text.
  case severalWorkbooks
  /// Header, delimiter and the like are said of a file that is no text.
  case noTextOptions
  case otherShape(file: String, lacks: [String], adds: [String])

  private var code: String {
    switch self {
    case .truncatedArchive, .damagedArchive: "csv-packed"
    case .noTemporaryFile, .temporaryFileFull: "csv-temporary"
    case .changed: "csv-changed"
    case .longRecord: "csv-long-record"
    case .noMatch: "csv-file"
    case .otherShape: "csv-shape"
    case .severalWorkbooks: "file-pattern"
    case .noTextOptions: "file-options"
    }
  }

  /// The problem with a file in words.
  func diagnostic(at file: String) -> Diagnostic {
    let location = SourceLocation(file: file)
    func error(_ message: String, _ reason: String? = nil, _ fixes: String...) -> Diagnostic {
      Diagnostic(.error, code, at: location, message, because: reason, fixes: fixes)
    }
    switch self {
    case .truncatedArchive(let packing):
      return error(
        "the \(packing.rawValue) file ends too early", "It was cut off, or is still being written.",
        "copy or download it again")
    case .damagedArchive(let packing):
      return error(
        "the file is not \(packing.rawValue), or it is damaged", nil, "copy or download it again",
        "unpack it with another program")
    case .noTemporaryFile:
      return error(
        "no temporary file can be created",
        "Input that can be read only once is kept in a temporary file.",
        "name a folder that can be written to   TMPDIR=/path")
    case .temporaryFileFull:
      return error(
        "the temporary file cannot be written",
        "Input that can be read only once is kept in a temporary file.",
        "name a folder with more room   TMPDIR=/path")
    case .changed:
      return error("the file changed while it was read", nil, "run the query again")
    case .longRecord:
      return error("a row is longer than one gigabyte", "Its quotes may be wrong.")
    case .noMatch:
      return error("no file matches the pattern", nil, "check the path")
    case .severalWorkbooks:
      return error(
        "the pattern finds several files that are no text, which are not read as one table", nil,
        "name each of them and join them   SELECT * FROM \"a.xlsx\" UNION ALL …")
    case .noTextOptions:
      return error(
        "header, delimiter, decimal and skip are options of text files",
        "This file has cells with types of their own.", "leave them out")
    case .otherShape(let first, let lacks, let adds):
      var differences: [String] = []
      if !lacks.isEmpty { differences.append("lacks \(Self.quoted(lacks))") }
      if !adds.isEmpty { differences.append("has \(Self.quoted(adds)) besides") }
      return error(
        "the file \(differences.joined(separator: " and ")), compared with \(first)",
        "Files of one pattern must have the same columns; their order may differ.",
        "name a pattern that leaves it out")
    }
  }

  private static func quoted(_ names: [String]) -> String {
    let shown = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let kind = names.count == 1 ? "column" : "columns"
    return names.count > 3 ? "\(kind) \(shown) and \(names.count - 3) more" : "\(kind) \(shown)"
  }
}

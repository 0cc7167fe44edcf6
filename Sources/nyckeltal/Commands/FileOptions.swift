internal import ArgumentParser
internal import Diagnostics
internal import Reports
internal import Statistics
internal import TableFiles
internal import Tables

/// Reads a data file that a person names on the command line.
enum InputFile {
  /// The table in a file; `-` is standard input. What is doubtful in it goes to standard error.
  ///
  /// - Throws: The file's first error, after all of them have been printed.
  static func table(_ path: String, options: TableOptions = TableOptions()) throws -> Table {
    try read(path, options) { _ in true }
  }

  /// The table in a file as its cells are written, words for missing values too: an analysis tells
  /// by itself what it left out, and complains of nothing but its own columns.
  static func cells(_ path: String) throws -> Table {
    try read(path, TableOptions(missingWords: [])) { $0.code != "csv-type" }
  }

  private static func read(
    _ path: String, _ options: TableOptions, telling isTold: (Diagnostic) -> Bool
  ) throws -> Table {
    let isStandardInput = path == "-"
    let file = try TableFile.read(
      isStandardInput ? "/dev/stdin" : path, named: path, options: options)
    for diagnostic in file.diagnostics where isTold(diagnostic) { Terminal.complain(diagnostic) }
    if file.hasErrors { throw Exit.dataError }
    guard file.table.rowCount > 0 else {
      throw Diagnostic(
        .error, "csv-no-rows", at: file.table.wholeLocation,
        "the file holds names of columns, but no rows",
        fixes: ["export the data again", "if the first line is data, write names above it"])
    }
    return file.table
  }
}

/// How cells are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Words that stand for a missing value, beside the usual ones such as 'Vet ej' and '..'.")
  var missing: [String] = []
}

/// The confidence of every interval.
struct ConfidenceOptions: ParsableArguments {
  @Option(name: .long, help: "The confidence level of intervals, such as 0.95.")
  var confidence = 0.95

  func validate() throws {
    do throws(StatisticsError) {
      _ = try Interval(lower: 0, upper: 0, confidence: confidence)
    } catch {
      throw ValidationError(error.description)
    }
  }
}

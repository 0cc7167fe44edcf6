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
  static func cells(_ path: String, options: TableOptions) throws -> Table {
    var options = options
    options.missingWords = []
    return try read(path, options) { $0.code != "csv-type" }
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

/// How a file is written and its cells are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Words that stand for a missing value, beside the usual ones such as 'Vet ej' and '..'.")
  var missing: [String] = []
  @Flag(
    inversion: .prefixedNo, help: "Whether the first row of a text holds the names of the columns.")
  var header: Bool?
  @Option(name: .long, help: "What stands between the fields of a text: one character, or tab.")
  var delimiter: String?
  @Option(name: .long, help: "The decimal mark of a text: ',' or '.'.")
  var decimal: String?
  @Option(name: .long, help: "Types of columns, as in 'year: integer, code: text'.")
  var types: String?
  @Option(name: .long, help: "How many lines of a text stand above the first row.")
  var skip: Int?

  /// What is said of the file; the words for missing values are the analysis's own matter.
  var tableOptions: TableOptions {
    get throws {
      var options = TableOptions()
      let given: [(TextOptions.Name, String?)] = [
        (.header, header.map { String($0) }), (.delimiter, delimiter), (.decimal, decimal),
        (.types, types), (.skip, skip.map { String($0) }),
      ]
      for case (let name, let text?) in given {
        do throws(TextOptions.Fault) {
          try options.text.set(name, to: text)
        } catch {
          throw ValidationError("--\(error.message)")
        }
      }
      return options
    }
  }

  func validate() throws { _ = try tableOptions }
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

internal import Analyses
internal import ArgumentParser
internal import Notebooks
internal import Reports
internal import TableFiles
internal import Tables

/// `nyckeltal weight`
struct WeightCommand: DocumentCommand {
  static let configuration = CommandConfiguration(
    commandName: "weight",
    abstract: "Weights that make the respondents look like the population.",
    discussion: """
      The margins are a file of how many people, or which share, of the
      population belong to each category:

        column,category,total
        sex,woman,51
        sex,man,49
        age,18-29,25
        age,30+,75

      Several columns are raked. Two columns crossed are written sex×age, with
      categories such as man×18-29.

      Printed are the margins before and after, and what the weights cost in
      precision. --output writes the file again with a column of weights.

      EXAMPLES
        nyckeltal weight answers.csv --margins population.csv
        nyckeltal weight answers.csv --margins population.csv --trim 5 -o new.csv
        nyckeltal weight answers.csv --margins population.csv --start design
        nyckeltal weight answers.csv --margins population.csv --mean grade --by unit
      """)

  @Argument(
    help:
      "A CSV, Excel, OpenDocument, SPSS, Stata or JSON file with a row a respondent; '-' reads standard input."
  )
  var file: String
  @Option(
    name: .long, help: "The file of margins.",
    completion: .file(extensions: ["csv", "xlsx", "ods", "sav", "dta", "json"]))
  var margins: String
  @Option(name: .long, help: "rake, linear or poststratify.")
  var method: WeightingMethod?
  @Option(name: .long, help: "The column of weights to start from; all are 1 without it.")
  var start: String?
  @Option(name: .long, help: "The largest weight, as a multiple of the median weight.")
  var trim: Double?
  @Option(name: .long, help: "The name of the column of weights.")
  var name = "weight"
  @Option(name: .long, help: "A column of numbers whose weighted mean to show.")
  var mean: String?
  @Option(name: .long, help: "A column of groups to show that mean for.")
  var by: String?
  @Option(name: .long, help: "The column of strata, for the precision of the mean.")
  var strata: String?
  @Option(name: .long, help: "The column of clusters, for the precision of the mean.")
  var clusters: String?
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var certainty: ConfidenceOptions
  @OptionGroup var writing: WritingOptions

  var tables: [String] { [file, margins] }

  func document(from sources: any CommandSources) throws -> ReportDocument {
    WeightingReport.document(try analysis(from: sources))
  }

  private func analysis(from sources: any CommandSources) throws -> WeightingAnalysis {
    let table = try sources.cells(file, options: reading.tableOptions)
    let margins = try sources.table(
      margins, options: TableOptions(types: ["column": .text, "category": .text]))
    return try WeightingAnalysis(
      WeightingRequest(
        method: method, start: start, trim: trim, mean: mean, by: by, strata: strata,
        clusters: clusters, missing: reading.missing, confidence: certainty.confidence),
      of: table, margins: margins)
  }

  /// The format of a report that somebody wants in the file of the weights.
  private var namesReport: OutputFormat? {
    if let format = writing.fileFormat, format != .csv, format != .text { return format }
    return writing.formats.first { !$0.isText }
  }

  func run() throws {
    if writing.output != nil, let format = namesReport {
      throw ValidationError(
        "--output names the file of the weights, which is CSV; the report as \(format.rawValue):   "
          + "nyckeltal weight … --format \(format.rawValue) > report.\(format.endings[0])")
    }
    let analysis = try analysis(from: TerminalSources())
    let document = WeightingReport.document(analysis)
    guard let output = writing.output else {
      try writing.write(document)
      return
    }
    let weighted = CSVWriter.write(
      try analysis.table(adding: name), dialect: writing.dialect)
    try Terminal.save(Array(weighted.utf8), to: output)
    try Terminal.print(
      writing.table == nil || writing.chosen == nil
        ? Array(writing.printedText.render(writing.narrowed(document)).utf8)
        : writing.rendered(document))
  }
}

extension WeightingMethod: ExpressibleByArgument {}

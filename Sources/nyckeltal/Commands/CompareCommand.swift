internal import Analyses
internal import ArgumentParser
internal import Notebooks
internal import Reports

/// `nyckeltal compare`
struct CompareCommand: DocumentCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Do groups or waves differ? Tests, differences and effect sizes from a file.",
    discussion: """
      Numbers are compared by their means and their ranks, words by their shares.
      Name the answers that count as positive to compare one share. With --pair,
      the same respondents are compared with themselves. Groups are taken in order
      of their names, and the last is compared with the first; --groups names them
      in another order.

      EXAMPLES
        nyckeltal compare answers.csv --value grade --by wave
        nyckeltal compare answers.csv --value satisfied --by unit --positive yes
        nyckeltal compare answers.csv --value grade --by wave --pair respondent
        nyckeltal compare answers.csv --value grade --by wave --groups 2022 2023
      """)

  @Argument(
    help:
      "A CSV, Excel, OpenDocument, SPSS, Stata or JSON file (of a workbook FILE#SHEET); '-' reads standard input.",
    completion: .file(extensions: ["csv", "xlsx", "ods", "sav", "dta", "json"]))
  var file: String
  @Option(name: .long, help: "The column to compare: numbers or words.")
  var value: String
  @Option(name: .long, help: "The column of groups or waves.")
  var by: String
  @Option(name: .long, help: "The column that tells who is the same respondent.")
  var pair: String?
  @Option(
    name: .long, parsing: .upToNextOption, help: "The words that count as positive.")
  var positive: [String] = []
  @Option(name: .long, parsing: .upToNextOption, help: "The groups to compare, first to last.")
  var groups: [String] = []
  @Option(
    name: .customLong("as"), help: "numbers or words: what a column that holds both is taken for.")
  var kind: ColumnReading?
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var certainty: ConfidenceOptions
  @OptionGroup var writing: WritingOptions

  func validate() throws {
    if !positive.isEmpty, kind == .numbers {
      throw ValidationError("--positive compares a share of words; leave --as numbers out")
    }
  }

  var tables: [String] { [file] }

  func run() throws { try writing.write(document(from: TerminalSources())) }

  func document(from sources: any CommandSources) throws -> ReportDocument {
    let request = ComparisonRequest(
      value: value, by: by, pair: pair, positive: positive, groups: groups, reading: kind,
      missing: reading.missing, confidence: certainty.confidence)
    let analysis = try ComparisonAnalysis(
      request, of: sources.cells(file, options: reading.tableOptions))
    return ComparisonReport.document(analysis)
  }
}

extension ColumnReading: ExpressibleByArgument {}

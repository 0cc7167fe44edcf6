internal import Analyses
public import ArgumentParser
internal import Notebooks
internal import Reports
public import Tables

/// `nyckeltal trend`
struct TrendCommand: DocumentCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Has it risen? Trend, forecast and control chart of the figures in a file.",
    discussion: """
      Without --value the rows of each period are counted. Periods are read as SCB,
      Kolada and Excel write them: 2023M12, dec 2023, 2023K4, 2023-W05, HT 2023,
      2022/23. Days are gathered into months, or into what --every says. Where the definition of a figure changed,
      name the first period of the new one with --break: nothing is computed
      across it.

      EXAMPLES
        nyckeltal trend visits.csv --time year --value visits --by municipality
        nyckeltal trend cases.csv --time received --every month --chart c
        nyckeltal trend answers.csv --time wave --value grade --break 2023-08
        nyckeltal trend months.csv --time month --value late --size cases \\
          --chart p --at-most 0.1
        cat sales.csv | nyckeltal trend - --time month --value amount \\
          --season 12 --forecast 6
      """)

  @Argument(
    help:
      "A CSV, Excel, OpenDocument, SPSS, Stata or JSON file (of a workbook FILE#SHEET); '-' reads standard input.",
    completion: .file(extensions: ["csv", "xlsx", "ods", "sav", "dta", "json"]))
  var file: String
  @Option(name: .long, help: "The column of days, years, periods or waves.")
  var time: String
  @Option(name: .long, help: "The column of figures; without it rows are counted.")
  var value: String?
  @Option(name: .long, help: "A column; each of its values is a series of its own.")
  var by: String?
  @Option(
    name: .long,
    help: """
      How periods are gathered into longer ones: day, week, month, quarter, tertial, half-year, term, \
      school-year or year.
      """)
  var every: PeriodLength?
  @Option(
    name: .long, parsing: .upToNextOption,
    help: "The labels of time in order, first to last, where they are no periods.")
  var order: [String] = []
  @Option(name: .long, help: "day-first or month-first: how 05/11/2024 is meant.")
  var dateOrder: PeriodColumn.DayOrder?
  @Option(name: .long, help: "mean, sum, median or count of a period's rows.")
  var figure: PeriodFigure?
  @Option(
    name: .customLong("break"), help: "The first period after a break; may be repeated.")
  var breaks: [String] = []
  @Option(name: .long, help: "How many periods make a season, such as 12.")
  var season: Int?
  @Option(name: .long, help: "How many periods to forecast.")
  var forecast: Int?
  @Option(name: .long, help: "A control chart: xmr, p, u or c.")
  var chart: ChartKind?
  @Option(name: .long, help: "The column of sizes that p and u charts divide by.")
  var size: String?
  @Option(name: .long, help: "A target: figures should be at least this.")
  var atLeast: Double?
  @Option(name: .long, help: "A target: figures should be at most this.")
  var atMost: Double?
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var certainty: ConfidenceOptions
  @OptionGroup var writing: WritingOptions

  func validate() throws {
    if atLeast != nil, atMost != nil {
      throw ValidationError("Give --at-least or --at-most, not both")
    }
    if let forecast, !(1...1000).contains(forecast) {
      throw ValidationError("--forecast must lie between 1 and 1000, not \(forecast)")
    }
    if let season, !(2...1000).contains(season) {
      throw ValidationError("--season must lie between 2 and 1000, not \(season)")
    }
    if chart == .p || chart == .u, size == nil {
      throw ValidationError("A \(chart?.rawValue ?? "") chart needs --size")
    }
  }

  var tables: [String] { [file] }

  func run() throws { try writing.write(document(from: TerminalSources())) }

  func document(from sources: any CommandSources) throws -> ReportDocument {
    let request = TrendRequest(
      series: SeriesRequest(
        time: time, value: value, part: by, size: size,
        times: TimeRequest(every: every, order: order, dayOrder: dateOrder), figure: figure,
        missing: reading.missing),
      breaks: breaks, season: season, forecast: forecast, chart: chart,
      target: atLeast.map(TrendTarget.atLeast) ?? atMost.map(TrendTarget.atMost),
      confidence: certainty.confidence)
    let analysis = try TrendAnalysis(
      request, of: sources.cells(file, options: reading.tableOptions))
    return TrendReport.document(analysis)
  }
}

extension PeriodLength: ExpressibleByArgument {}
extension PeriodColumn.DayOrder: ExpressibleByArgument {}
extension PeriodFigure: ExpressibleByArgument {}
extension ChartKind: ExpressibleByArgument {}

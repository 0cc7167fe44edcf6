internal import ArgumentParser
internal import Query
internal import Tables
internal import WorkspaceQuery

/// `nyckeltal query`
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask with SQL: CSV files and the workspace's tables.",
    usage: "nyckeltal query [SQL] [options]",
    discussion: """
      A table is a CSV file, named by its path in double quotes, or a table of the
      workspace: responses, invitations, cases, targets, outcomes, activities,
      controls, and each of its CSV files by name. The SQL is PostgreSQL's.
      Without a query a shell opens; there, .help lists what else it knows.

      EXAMPLES
        nyckeltal query 'SELECT * FROM "visits.csv" LIMIT 10'
        nyckeltal query 'SUMMARIZE "visits.csv"'
        nyckeltal query 'SELECT unit, count(*) FROM targets GROUP BY unit'
        nyckeltal query 'SELECT year, sum(visits) FROM "waves/*.csv.gz" GROUP BY 1'
        nyckeltal query "SELECT * FROM read_csv('old.csv', header := false, delimiter := ';')"
        nyckeltal query 'SHOW TABLES'
        nyckeltal query --publish "SELECT unit, log, category, count(*) FROM cases GROUP BY 1, 2, 3"
        nyckeltal query --file figures.sql --format csv --output figures.csv
        nyckeltal query 'SELECT * FROM responses' --output responses.xlsx
        cat visits.csv | nyckeltal query 'SELECT count(*) FROM "-"'
        echo 'SELECT 6 * 7 AS answer' | nyckeltal query
        nyckeltal query

      In a shell, put the SQL into single quotes; a text in it is then written
      '\\''Borås'\\'', or $$Borås$$. Several statements are separated by semicolons.

      The format is table unless another is asked for, also in a pipe, or meant by the
      ending of a file (.csv, .json, .ndjson, .md, .xlsx). A terminal
      shows the first and last 20 rows of a longer result; a file or pipe gets all.
      NULL stands for a missing value. working_days(a, b) goes by the calendar of the
      workspace, and by the Swedish one without a workspace. Of several statements,
      json is one array of their results, and xlsx a workbook with a sheet for each.

      EXIT CODES
        0    fine
        2    wrong usage, or the query is wrong
        3    the data has errors, cannot be read, or does not fit the query
        124  took longer than --timeout allows
        130  stopped with Ctrl-C
      """)

  @Argument(help: "The statement, or several separated by semicolons.")
  var sql: String?
  @Option(
    name: .long, help: "A file of SQL to run; '-' reads standard input.",
    completion: .file(extensions: ["sql"]))
  var file: String?
  @Option(
    name: [.customShort("f"), .customLong("format")],
    help: """
      table, csv, json, ndjson, markdown or xlsx; without it what the ending of the file means, or \
      csv if a dialect is named.
      """)
  var chosenFormat: ResultFormat?
  @Option(
    name: [.short, .long], help: "A file to write to instead of the terminal.",
    completion: .file())
  var output: String?
  @Option(name: [.short, .long], help: "The folder of the workspace.", completion: .directory)
  var workspace: String?
  @Option(name: .long, help: "How many cores to use; all unless given.")
  var threads: Int?
  @Option(name: .long, help: "The most memory for groups, sorting and joins: 500MB, 2GB.")
  var memory: String?
  @Option(
    name: .long,
    help: "The longest that a statement may take: 30s, 500ms, 2min; without unit seconds.")
  var timeout: StatementTimeout?
  @Option(name: .long, help: "How ORDER BY orders texts: swedish (å ä ö after z) or bytes.")
  var collation: CollationName = .swedish
  @Option(name: .long, help: "standard, or excel-sv: semicolons, decimal comma, byte order mark.")
  var csvDialect: DialectName?
  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Only what may be published: counts of responses, invitations and cases.",
      discussion: """
        Shares and means of such counts too: count(*) FILTER (WHERE …), avg, share. Rows of \
        few are left out, figures of few left empty, and others that would give them away \
        beside reports and earlier queries; what passes is put on record in published.json.
        """))
  var publish = false
  @Flag(name: .long, help: "Say how long each statement took and how much memory.")
  var timing = false
  @Option(name: .long, help: "auto, always or never.")
  var color: ColorChoice = .auto

  mutating func validate() throws {
    try WritingOptions.validate(output: output)
    if sql != nil, file != nil {
      throw ValidationError("Give the SQL as an argument or with --file, not both")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must lie between 1 and 1024, not \(threads)")
    }
    if let memory, MemorySize(memory) == nil {
      throw ValidationError("--memory must be a size such as 500MB or 2GB, not '\(memory)'")
    }
    if let chosenFormat, chosenFormat != .csv, csvDialect != nil {
      throw ValidationError(
        "--csv-dialect is for --format csv, not for --format \(chosenFormat.rawValue)")
    }
    try checkFile()
  }

  /// What was asked for, or what the name of the file says.
  private var format: ResultFormat { asked ?? ResultFormat.named(by: output) ?? .table }

  private var asked: ResultFormat? { chosenFormat ?? (csvDialect == nil ? nil : .csv) }

  private func checkFile() throws {
    let option = chosenFormat.map { "--format \($0.rawValue)" } ?? "--csv-dialect"
    try ResultFormat.refuseContradiction(between: asked, option, and: output)
    // What only reports can be is refused whatever was asked for.
    let isReport = OutputFormat.named(by: output).map { !$0.isText || $0 == .html } ?? false
    if asked == nil || isReport { try ResultFormat.refuseUnknownEnding(of: output) }
  }

  func run() throws {
    if !format.isText, output == nil, SystemFile.isTerminal(SystemFile.standardOutput) {
      throw ValidationError("xlsx is no text: name a file for it   --output result.xlsx")
    }
    var settings = SessionSettings(
      format: format,
      dialect: (csvDialect ?? .standard).dialect, showsTiming: timing,
      hasColor: color.isColored(SystemFile.isTerminal(SystemFile.standardOutput)))
    settings.publishes = publish
    settings.timeout = timeout
    settings.query.threads = threads
    settings.query.memory = memory.flatMap { MemorySize($0)?.bytes }
    settings.query.collation = collation.collation
    let readsStandardInput = sql == nil && (file == nil || file == "-")
    if readsStandardInput, file == nil, SystemFile.isTerminal(SystemFile.standardInput) {
      if !format.isText {
        throw ValidationError("a shell shows text: give the SQL with the command, or with --file")
      }
      let catalogue = try catalogue(readsStandardInput: false)
      try Shell(QuerySession(catalogue, settings)).run(output: output)
      return
    }
    let script = try SQLScript(argument: sql, file: file)
    let catalogue = try catalogue(readsStandardInput: !readsStandardInput)
    let session = QuerySession(catalogue, settings)
    try session.run(script, to: output.map(OutputPlace.file) ?? .standardOutput)
    for error in catalogue.errors { Terminal.complain(error) }
    if !catalogue.errors.isEmpty { throw Exit.dataError }
  }

  /// The tables of the workspace that is named, or of the one that the other commands would find;
  /// none is fine.
  private func catalogue(readsStandardInput: Bool) throws -> WorkspaceCatalogue {
    WorkspaceCatalogue(
      folder: try WorkspaceFolder.find(named: workspace), readsStandardInput: readsStandardInput,
      today: .today)
  }
}

/// How ORDER BY orders texts.
enum CollationName: String, ExpressibleByArgument, CaseIterable {
  case swedish, bytes

  var collation: QueryOptions.Collation { self == .swedish ? .swedish : .bytes }
}

extension ResultFormat: ExpressibleByArgument {}

extension ResultFormat: FileFormat {
  var endings: [String] {
    switch self {
    case .table: ["txt"]
    case .markdown: ["md", "markdown"]
    case .ndjson: ["ndjson", "jsonl"]
    case .csv, .json, .xlsx: [rawValue]
    }
  }
}

/// Whether signs that colour a terminal are written.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  func isColored(_ isTerminal: Bool) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: isTerminal && !Terminal.isPlain
    }
  }
}

public import ArgumentParser
internal import Diagnostics
public import Labels
internal import Reports
internal import TableFiles
public import Tables
internal import Workspace

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// How a report is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv
}

/// Which CSV a spreadsheet wants.
enum DialectName: String, ExpressibleByArgument, CaseIterable {
  case standard
  case excelSwedish = "excel-sv"

  var dialect: CSVDialect { self == .standard ? .standard : .excelSwedish }
}

extension Language: ExpressibleByArgument {}

/// Where the data is.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    name: [.short, .long], help: "The folder of the workspace.", completion: .directory)
  var workspace: String?

  /// Reads the workspace; what is wrong in its files is in its diagnostics.
  ///
  /// - Parameter asOf: The day at whose end cases and plans are told of, if one was asked for.
  /// - Returns: The workspace.
  /// - Throws: A diagnostic when the folder is no workspace.
  func load(asOf: CalendarDate? = nil) throws -> LoadedWorkspace {
    try WorkspaceLoader.load(
      folder: workspace ?? defaultFolder, day: ReportingDay(today: .today, asked: asOf))
  }

  private var defaultFolder: String {
    let isHere = FileManager.default.fileExists(atPath: WorkspaceLoader.definitionFile)
    let isInDatasets = FileManager.default.fileExists(
      atPath: "datasets/" + WorkspaceLoader.definitionFile)
    return !isHere && isInDatasets ? "datasets" : "."
  }
}

/// How and where the result is written.
struct WritingOptions: ParsableArguments {
  @Option(
    name: [.customShort("f"), .customLong("format")],
    help: "text or csv; text unless a CSV dialect is named.")
  private var chosenFormat: OutputFormat?

  @Option(name: [.short, .long], help: "sv or en.")
  var language: Language = .swedish

  @Option(
    name: .long,
    help: """
      standard, or excel-sv: semicolons, decimal comma, byte order mark, headings in the language.
      """)
  var csvDialect: DialectName?

  @Flag(name: .long, help: "Say where every figure comes from: file and line, document and line.")
  var sources = false

  @Option(
    name: [.short, .long],
    help: "A file to write to instead of the terminal; for 'report', a folder.",
    completion: .file())
  var output: String?

  @Option(
    name: .long, help: "One table of the report by its name; CSV holds one table at a time.")
  var table: String?

  var format: OutputFormat { chosenFormat ?? (csvDialect == nil ? .text : .csv) }

  var text: TextRenderer { TextRenderer(language: language, showsSources: sources) }
  var csv: CSVRenderer { CSVRenderer(language: language, dialect: dialect) }
  var dialect: CSVDialect { (csvDialect ?? .standard).dialect }

  /// Writes a report, or the one of its tables that was chosen.
  func write(_ document: ReportDocument) throws { try write(rendered(document)) }

  /// A report as text, or one table of it as CSV: several tables in one file are no CSV.
  func rendered(_ document: ReportDocument) throws -> String {
    switch format {
    case .text:
      guard table != nil else { return text.render(document) }
      var document = document
      document.blocks = [
        .table(try chosen(from: document.tables.filter { $0.audience != .dataFiles }))
      ]
      return text.render(document)
    case .csv: return csv.render(try chosen(from: document.dataTables))
    }
  }

  /// The table that was asked for, or the only one.
  func chosen(from tables: [ReportTable]) throws -> ReportTable {
    let wanted = tables.filter { table == nil || $0.id == table }
    if wanted.count == 1 { return wanted[0] }
    var names: [String] = []
    for table in tables where !names.contains(table.id) { names.append(table.id) }
    let list = names.joined(separator: ", ")
    guard let table else {
      throw ValidationError(
        tables.isEmpty
          ? "There is no table to write as CSV"
          : "CSV holds one table, and there are \(tables.count). Choose one with --table: \(list)")
    }
    throw wanted.isEmpty
      ? ValidationError("There is no table '\(table)'; there are: \(list)")
      : ValidationError("\(wanted.count) tables are named '\(table)'. Choose one unit with --unit")
  }

  func write(_ text: String) throws {
    if let output {
      try Terminal.save(Array(text.utf8), to: output)
    } else {
      try Terminal.print(text)
    }
  }
}

/// Which part of the workspace.
struct SelectionOptions: ParsableArguments {
  @Option(name: [.short, .long], help: "One unit, by the name of its folder.")
  var unit: String?

  @Option(name: [.short, .long], help: "The year; the workspace names the usual one.")
  var year: Int?

  mutating func validate() throws {
    if let year, !(1900...2200).contains(year) {
      throw ValidationError("The year must lie between 1900 and 2200, not \(year)")
    }
  }

  /// The units that are meant.
  func units(_ workspace: LoadedWorkspace) throws -> [UnitContents] {
    guard let unit else { return workspace.units }
    guard let found = workspace.unit(unit) else {
      throw unknown("unit", unit, workspace.units.map(\.id))
    }
    return [found]
  }
}

/// As of which day.
struct DayOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day at whose end cases and plans are told of, such as 2023-08-31.",
      discussion: """
        Without it: 31 December of a year that is over; of a running year today, for a case log the \
        newest day in it if that is earlier.
        """,
      valueName: "day"))
  var asOf: CalendarDate?

  /// The year of the report: the chosen one, the year of the day, or the usual one.
  func year(_ selection: SelectionOptions, _ workspace: LoadedWorkspace) throws -> Int {
    guard let asOf else { return selection.year ?? workspace.year }
    if let year = selection.year, year != asOf.year {
      throw ValidationError("--as-of \(asOf) does not lie in --year \(year)")
    }
    return asOf.year
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// A day as an option gives it, `2023-08-31`.
  public init?(argument: String) { self.init(iso: argument) }
}

/// The error for a year of which there is nothing, with the years of which there is something.
func nothing(
  _ things: String, in year: Int, unit: String?, known years: [Int]
) -> ValidationError {
  let owner = unit.map { "Unit '\($0)' has" } ?? "There are"
  guard !years.isEmpty else { return ValidationError("\(owner) no \(things)") }
  return ValidationError(
    "\(owner) no \(things) for \(year), but for "
      + years.map(String.init).joined(separator: ", "))
}

/// The error for a name that does not exist, with the closest one that does.
func unknown(_ kind: String, _ name: String, _ known: [String]) -> ValidationError {
  let hint = suggestion(for: name, among: known).map { "; \($0)" } ?? ""
  return ValidationError("There is no \(kind) '\(name)'\(hint)")
}

extension LoadedWorkspace {
  /// Ends the process when all is written, with the code for errors in the files if there are any.
  /// The workspace is not taken apart first: the system takes its memory back faster.
  func finish() -> Never {
    do {
      try leaveIfDamaged()
    } catch {
      Nyckeltal.exit(withError: error)
    }
    Nyckeltal.exit()
  }

  /// Prints the errors in the files and ends with the code for them, if there are any.
  func leaveIfDamaged() throws {
    let errors = diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    for error in errors { Terminal.complain(error) }
    throw Exit.dataError
  }
}

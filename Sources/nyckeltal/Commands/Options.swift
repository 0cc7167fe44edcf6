public import ArgumentParser
internal import Diagnostics
public import Labels
internal import TableFiles
public import Tables
internal import Workspace

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

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

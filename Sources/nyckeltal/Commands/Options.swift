public import ArgumentParser
internal import Diagnostics
public import Labels
internal import Notebooks
internal import TableFiles
internal import Tables
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
      folder: folder, day: ReportingDay(today: .today, asked: asOf))
  }

  /// The folder that was named, or the one that is meant without a name.
  var folder: String { workspace ?? defaultFolder }

  /// The same as it stands today, with the rows of persons.
  func loadWithRows() throws -> (workspace: LoadedWorkspace, rows: WorkspaceRows) {
    try WorkspaceLoader.loadWithRows(
      folder: folder, day: ReportingDay(today: .today))
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
        Nothing that became known later counts, and goals that cannot be decided by then are under \
        way. Without it: 31 December of a year that is over; of a running year today, for a case log \
        the newest day in it if that is earlier.
        """,
      valueName: "day"), transform: CalendarDate.init(option:))
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

extension CalendarDate {
  /// A day as an option gives it, `2023-08-31`.
  ///
  /// - Throws: A validation error that says what is wrong with it and what to write.
  init(option text: String) throws {
    if let day = CalendarDate(iso: text) {
      self = day
      return
    }
    // A time may follow, as in ISO 8601 and in exports.
    if let day = CalendarDate(iso: String(text.prefix(10))),
      "Tt ".contains(text.dropFirst(10).prefix(1))
    {
      throw ValidationError("a day has no time; write \(day)")
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard text.prefix(4).allSatisfy(\.isNumber), (2...3).contains(parts.count),
      let year = parts[0], let month = parts[1], parts.last != .some(nil),
      let last = CalendarDate(
        year: year, month: month, day: CalendarDate.days(inMonth: month, year: year))
    else {
      throw ValidationError("write year, month and day, such as 2023-08-31")
    }
    if parts.count == 3, let number = parts[2],
      let day = CalendarDate(year: year, month: month, day: number)
    {
      throw ValidationError("write \(day)")
    }
    throw ValidationError(
      parts.count == 2
        ? "a month is no day; write \(last) for the end of it"
        : "there is no such day; the month ends on \(last)")
  }
}

extension DayOptions {
  /// The error for a year of which there is nothing, with the years of which there is something.
  ///
  /// What was known by a day knows no later years: they are those of the workspace as it is.
  func nothing(
    _ things: String, in year: Int, _ selection: SelectionOptions, _ sources: any CommandSources,
    _ workspace: LoadedWorkspace, years: (LoadedWorkspace, [UnitContents]) -> [Int]
  ) throws -> ValidationError {
    let whole = asOf == nil ? workspace : try sources.workspace(asOf: nil)
    let known = Set(years(whole, try selection.units(whole))).sorted()
    let error = nyckeltal.nothing(things, in: year, unit: selection.unit, known: known)
    guard asOf != nil, let first = known.first, let last = known.last else { return error }
    if year < first { return ValidationError("\(error.message); the day lies before all of them") }
    if year > last { return ValidationError("\(error.message); the day lies after all of them") }
    return known.contains(year)
      ? ValidationError("Nothing of \(year) had become known by that day") : error
  }
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

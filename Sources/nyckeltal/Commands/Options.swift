public import ArgumentParser
internal import Diagnostics
internal import Foundation
public import Labels
internal import Reports
internal import TableFiles
internal import Workspace

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
  func load() throws -> LoadedWorkspace {
    try WorkspaceLoader.load(folder: workspace ?? defaultFolder)
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

  var format: OutputFormat { chosenFormat ?? (csvDialect == nil ? .text : .csv) }

  var text: TextRenderer { TextRenderer(language: language, showsSources: sources) }
  var csv: CSVRenderer { CSVRenderer(language: language, dialect: dialect) }
  var dialect: CSVDialect { (csvDialect ?? .standard).dialect }

  /// Writes a report: as text, or its tables as CSV with an empty line between them.
  func write(_ document: ReportDocument) throws {
    switch format {
    case .text: try write(text.render(document))
    case .csv: try write(document.tables.map(csv.render).joined(separator: "\n"))
    }
  }

  func write(_ text: String) throws {
    if let output {
      try Terminal.save(text, to: output)
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

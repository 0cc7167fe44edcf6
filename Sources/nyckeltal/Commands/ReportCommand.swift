internal import ArgumentParser
internal import Indicators
internal import Reports
internal import Workspace

/// `nyckeltal report`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "The year's goal report: the director's page, or one unit.",
    discussion: """
      Without --output the page is printed. With --output FOLDER the page is printed and everything
      is written into the folder: the page and a report for each unit as text, every table as CSV,
      or what --format says. HTML has a page that lists the reports: FOLDER/YEAR/index.html.

      With --as-of in the course of a year it is an interim report (delårsrapport): it holds what was
      known by that day, forecasts for the whole year and the follow-ups that are due.

      EXAMPLES
        nyckeltal report --year 2012
        nyckeltal report --unit dataskyddsombud --sources
        nyckeltal report --as-of 2023-08-31      an interim report: what was known by that day
        nyckeltal report --output reports --csv-dialect excel-sv
        nyckeltal report --output reports --format html,markdown
        nyckeltal report --unit navet --format html --language en > navet.html
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var writing: WritingOptions

  func run() throws {
    let workspace = try place.load(asOf: day.asOf)
    let year = try day.year(selection, workspace)
    if let output = writing.output {
      try save(workspace, year, in: output)
    } else {
      try write(workspace, year)
    }
    workspace.finish()
  }

  /// Writes everything into a folder.
  private func save(_ workspace: LoadedWorkspace, _ year: Int, in folder: String) throws {
    if let problem = Terminal.problem(newFolder: folder) { throw problem }
    let units = try selection.units(workspace)
    var reports = ReportSet(workspace, year: year)
    reports.parts.removeAll { part in
      selection.unit != nil && !units.contains { $0.id == part.unit }
    }
    guard units.contains(where: { $0.years(usual: workspace.year).contains(year) }) else {
      throw try nothing(workspace, units, year)
    }
    let formats = writing.chosen ?? [.text, .csv]
    let files = reports.files(formats.map(writing.renderer))
    for file in files {
      try Terminal.save(file.content, to: "\(folder)/\(file.path)", makesFolders: true)
    }
    // The page first in text is for whoever waits at the terminal.
    if selection.unit == nil, formats[0] == .text { try Terminal.print(files[0].content) }
  }

  private func write(_ workspace: LoadedWorkspace, _ year: Int) throws {
    let units = try selection.units(workspace)
    guard let unit = units.first, selection.unit != nil else {
      guard workspace.years.contains(year) else { throw try nothing(workspace, units, year) }
      var page = DirectorReport.document(workspace, year: year)
      // Of the page's two data files, that of all goals is meant unless the other is named.
      if writing.formats == [.csv], writing.table == nil, let goals = page.dataTables.last {
        page.blocks = [.table(goals)]
      }
      return try writing.write(page)
    }
    guard
      let document = UnitReport.document(
        workspace, unit: unit, year: year, findings: workspace.findings())
    else { throw try nothing(workspace, [unit], year) }
    try writing.write(document)
  }

  /// The error for a year of which there is nothing. What is wrong in the files goes before it.
  private func nothing(
    _ workspace: LoadedWorkspace, _ units: [UnitContents], _ year: Int
  ) throws -> ValidationError {
    try workspace.leaveIfDamaged()
    return try day.nothing(
      selection.unit == nil ? "goals" : "goals or data", in: year, selection, place, workspace
    ) { workspace, units in
      selection.unit == nil
        ? workspace.years : units.flatMap { $0.years(usual: workspace.year) }
    }
  }
}

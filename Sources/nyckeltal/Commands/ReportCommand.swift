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
      is written into the folder: the page and a report for each unit as text, every table as CSV.

      EXAMPLES
        nyckeltal report --year 2012
        nyckeltal report --unit dataskyddsombud --sources
        nyckeltal report --output reports --csv-dialect excel-sv
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var writing: WritingOptions

  func run() throws {
    let workspace = try place.load()
    let year = selection.year ?? workspace.year
    if let output = writing.output {
      let files = ReportFiles.render(
        workspace, year: year, text: writing.text, csv: writing.csv)
      let wanted = try selection.units(workspace).map(\.id)
      for file in files where selection.unit == nil || wanted.contains(where: file.belongs) {
        try Terminal.save(file.content, to: "\(output)/\(file.path)")
      }
      if selection.unit == nil { try Terminal.print(files[0].content) }
    } else {
      try write(workspace, year)
    }
    workspace.finish()
  }

  private func write(_ workspace: LoadedWorkspace, _ year: Int) throws {
    guard selection.unit != nil else {
      if writing.format == .csv {
        let tables = DirectorReport.dataTables(workspace, year: year)
        try writing.write(tables.suffix(1).map(writing.csv.render).joined())
      } else {
        try writing.write(DirectorReport.document(workspace, year: year))
      }
      return
    }
    let findings = workspace.findings()
    for unit in try selection.units(workspace) {
      guard
        let document = UnitReport.document(workspace, unit: unit, year: year, findings: findings)
      else {
        try workspace.leaveIfDamaged()
        throw ValidationError(
          "Unit '\(unit.id)' has nothing for \(year); there are goals for "
            + Set(unit.goals.map(\.year)).sorted().map(String.init).joined(separator: ", "))
      }
      try writing.write(document)
    }
  }
}

extension ReportFile {
  fileprivate func belongs(to unit: String) -> Bool {
    path.contains("/\(unit).txt") || path.contains("/\(unit)/")
  }
}

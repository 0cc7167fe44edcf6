internal import ArgumentParser
internal import Diagnostics
internal import Indicators
internal import Reports
internal import Workspace

/// `nyckeltal report`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "The year's goal report: the director's page, or one unit.",
    discussion: """
      Without --output the page is printed. With --output FOLDER everything is written into the folder:
      the page and a report for each unit as text, every table as CSV, or what --format says. The page
      is printed where it is text; of other formats the place of the first page is told. HTML has a page
      that lists the reports: FOLDER/YEAR/index.html. With --output FILE.pdf, or another ending that
      names a format, the page or the report of the unit is written into that file.

      With --as-of in the course of a year it is an interim report (delårsrapport): it holds what was
      known by that day, forecasts for the whole year and the follow-ups that are due.

      With --approve the reports are frozen in the workspace, in approved/YEAR or approved/DAY, with
      the hashes of the files that they rest on. Later reports of the same year, day and unit say
      what has changed since.

      EXAMPLES
        nyckeltal report --year 2012
        nyckeltal report --unit dataskyddsombud --sources
        nyckeltal report --as-of 2023-08-31      an interim report: what was known by that day
        nyckeltal report --output reports --csv-dialect excel-sv
        nyckeltal report --output reports --format html,markdown,xlsx
        nyckeltal report --unit navet --language en --output navet.html
        nyckeltal report --unit navet --as-of 2023-08-31 --approve --by "Head of unit"
        nyckeltal report --unit navet --output navet.pdf
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var approval: ApprovalOptions
  @Flag(
    name: .long,
    help: "Print the free-text answers of surveys, which may tell who wrote them; never approved.")
  var includeComments = false

  func run() throws { try report().finish() }

  /// Writes the report, and approves it if that was asked for.
  ///
  /// - Returns: The workspace, with what is wrong in its files and its approvals.
  @discardableResult
  func report() throws -> LoadedWorkspace {
    var workspace = try place.load(asOf: day.asOf)
    workspace.showsComments = includeComments
    let year = try day.year(selection, workspace)
    var approvals = ApprovalStore(workspace, year: year)
    try approval.check(approvals, unit: selection.unit)
    try writing.checkFile(orFolder: true)
    if let output = writing.output, writing.fileFormat == nil {
      try save(workspace, year, in: output, &approvals)
    } else {
      try write(workspace, year, &approvals)
    }
    if approval.approve { try approve(workspace, year, approvals) }
    // What is wrong with an approval is no reason to keep the report from anybody.
    workspace.diagnostics += approvals.problems
    return workspace
  }

  /// Freezes the reports as they are, without what has changed in them. One that is incomplete is not
  /// approved.
  private func approve(
    _ workspace: LoadedWorkspace, _ year: Int, _ approvals: ApprovalStore
  ) throws {
    guard !workspace.diagnostics.contains(where: { $0.severity == .error }) else {
      return Terminal.complain(
        "Not approved: the files have errors, so the report is incomplete.")
    }
    var workspace = workspace
    workspace.showsComments = false
    let documents = ReportSet(workspace, year: year, unit: selection.unit).parts.map(\.document)
    let path = try approvals.save(
      documents, unit: selection.unit, day: approval.day, by: approval.by)
    Terminal.complain("Approved: \(path)")
  }

  /// Writes everything into a folder.
  private func save(
    _ workspace: LoadedWorkspace, _ year: Int, in folder: String, _ approvals: inout ApprovalStore
  ) throws {
    if let problem = Terminal.problem(newFolder: folder) { throw problem }
    let units = try selection.units(workspace)
    var reports = ReportSet(workspace, year: year, unit: selection.unit)
    guard units.contains(where: { $0.years(usual: workspace.year).contains(year) }) else {
      throw try nothing(workspace, units, year)
    }
    for place in reports.parts.indices {
      let part = reports.parts[place]
      reports.parts[place].document = approvals.compared(part.document, unit: part.unit)
    }
    let formats = writing.chosen ?? [.text, .csv]
    let files = try writing.rendering { () throws(RenderingProblem) in
      try reports.files(formats.map(writing.renderer))
    }
    // All stand in the folder of the year, which is replaced whole: never a mix of old and new.
    let inside = "\(reports.folder)/"
    try Terminal.save(
      files.map { (String($0.path.dropFirst(inside.count)), $0.content) },
      toFolder: "\(folder)/\(reports.folder)")
    // The page first in text is for whoever waits at the terminal; others are told where it is.
    guard selection.unit == nil, formats[0] == .text else {
      let first = files.first { $0.path == "\(reports.folder)/index.html" } ?? files.first
      if let first {
        let slash = folder.hasSuffix("/") ? "" : "/"
        Terminal.complain("Written: \(folder)\(slash)\(first.path)")
      }
      return
    }
    let text = writing.printedText
    try Terminal.print(
      text == writing.text ? files[0].content : Array(text.render(reports.parts[0].document).utf8))
  }

  private func write(
    _ workspace: LoadedWorkspace, _ year: Int, _ approvals: inout ApprovalStore
  ) throws {
    let units = try selection.units(workspace)
    guard let unit = units.first, selection.unit != nil else {
      guard workspace.years.contains(year) else { throw try nothing(workspace, units, year) }
      var page = approvals.compared(
        DirectorReport.document(workspace, year: year), unit: nil)
      // Of the page's two data files, that of all goals is meant unless the other is named.
      if writing.formats == [.csv], writing.table == nil,
        let goals = page.dataTables.last(where: { $0.id == DirectorReport.id })
      {
        page.blocks = [.table(goals)]
      }
      return try writing.write(page)
    }
    guard
      let document = UnitReport.document(
        workspace, unit: unit, year: year, findings: workspace.findings())
    else { throw try nothing(workspace, [unit], year) }
    try writing.write(approvals.compared(document, unit: unit.id))
  }

  /// The error for a year of which there is nothing. What is wrong in the files goes before it.
  private func nothing(
    _ workspace: LoadedWorkspace, _ units: [UnitContents], _ year: Int
  ) throws -> ValidationError {
    try workspace.leaveIfDamaged()
    return try day.nothing(
      selection.unit == nil ? "goals" : "goals or data", in: year, selection,
      TerminalSources(place), workspace
    ) { workspace, units in
      selection.unit == nil
        ? workspace.years : units.flatMap { $0.years(usual: workspace.year) }
    }
  }
}

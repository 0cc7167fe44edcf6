internal import ArgumentParser
internal import Diagnostics
internal import Imports
internal import Notebooks
internal import Query
internal import Reports
internal import Surveys
internal import TableFiles
internal import Tables
internal import Workspace

/// `nyckeltal survey`
struct SurveyCommand: WorkspaceCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: "Response rates and answers of a survey, by group and against the wave before.",
    discussion: """
      A file that a survey tool has exported needs no workspace: how many answered, and what, question
      by question. Free text and what fewer than five answered are not shown.

      EXAMPLES
        nyckeltal survey forms.csv
        nyckeltal survey --unit narvardskontoret
        nyckeltal survey narvardskontoret/survey --wave 2023-01 --language en
        nyckeltal survey narvardskontoret/survey --format csv --table survey-questions
        nyckeltal survey --compare
        nyckeltal survey narvardskontoret/survey --compare --wave 2023-08
        nyckeltal survey narvardskontoret/survey --not-answered
      """)

  @Argument(help: "The survey, as unit/folder, or a file; all surveys without it.")
  var survey: String?
  @Option(name: .long, help: "The wave; the latest of the year without it.")
  var wave: String?
  @Flag(
    name: .long,
    help: """
      List whom to remind instead: those of the latest wave of the survey, or of --wave, who are invited and \
      have not answered, as CSV. They are rows of persons and part of no report.
      """)
  var notAnswered = false
  @Flag(
    name: .long,
    help: """
      Compare instead: units that asked the same question, or the groups of a survey that is named. With \
      intervals, tests and the limits of a funnel; never a bare ranking.
      """)
  var compare = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var writing: WritingOptions

  func run() throws {
    guard notAnswered else { return try tell() }
    if compare { throw ValidationError("--compare and --not-answered are two things: choose one") }
    if let option = (writing.namesOfWriting + (writing.table == nil ? [] : ["--table"])).first {
      throw ValidationError(
        "\(option) is for reports: --not-answered prints rows of persons as CSV")
    }
    let (text, workspace) = try Reminders(survey: survey, wave: wave).list(place, selection)
    try Terminal.print(text)
    try workspace.leaveIfDamaged()
  }

  func document(from sources: any CommandSources) throws -> ReportDocument {
    if notAnswered {
      throw ValidationError(
        "--not-answered lists persons, who are part of no report: give it on the command line")
    }
    if compare, file != nil || survey == nil && wave != nil {
      throw ValidationError(
        file == nil
          ? "--wave chooses within a survey: name it too, as unit/folder"
          : "--compare is for surveys of a workspace; bring '\(file ?? "")' in with import")
    }
    if let file { return try overview(of: file, from: sources) }
    let workspace = try sources.workspace(asOf: nil)
    let units = try selection.units(workspace)
    let surveys = units.flatMap(\.surveys).map(\.definition)
    if let survey, !surveys.contains(where: { $0.id == survey }) {
      throw unknown("survey", survey, surveys.map(\.id))
    }
    let chosen = surveys.filter { survey == nil || $0.id == survey }
    if let wave, !chosen.flatMap(\.waves).contains(where: { $0.id == wave }) {
      throw unknown("wave", wave, chosen.flatMap(\.waves).map(\.id))
    }
    let year = selection.year ?? workspace.year
    if compare {
      guard
        let document = SectionReports.comparison(
          workspace, units: units, survey: survey, wave: wave, year: year)
      else {
        try sources.refuseIfDamaged(workspace)
        throw ValidationError(
          survey == nil
            ? "No two units have at least five answers to the same question in \(year)"
            : "No two groups of '\(survey ?? "")' have at least five answers that are shown")
      }
      return document
    }
    guard
      let document = SectionReports.surveys(
        workspace, units: units, survey: survey, wave: wave, year: year)
    else {
      try sources.refuseIfDamaged(workspace)
      guard wave == nil else {
        throw ValidationError("Nobody is invited in wave '\(wave ?? "")'")
      }
      throw nothing(
        "waves of surveys", in: year, unit: selection.unit,
        known: Set(chosen.flatMap(\.waves).map(\.date.year)).sorted())
    }
    return document
  }

  /// The file that the argument names; `nil` where it names a survey, or nothing.
  private var file: String? {
    guard let survey, TableFile.holdsTable(survey) || DataFiles.isFile(survey) else { return nil }
    return survey
  }

  /// What a file holds, without a workspace. Only the terminal of its owner sees it: it rests on rows of
  /// persons, of which a notebook keeps record.
  private func overview(
    of file: String, from sources: any CommandSources
  ) throws -> ReportDocument {
    guard sources is TerminalSources else {
      throw ValidationError(
        "a notebook tells of surveys of its workspace; bring '\(file)' in with import")
    }
    if wave != nil || selection.unit != nil || selection.year != nil {
      throw ValidationError(
        "--wave, --unit and --year choose within a workspace; leave them out for a file")
    }
    let export: Export
    do throws(Diagnostic) { export = try Export(reading: file) } catch {
      Terminal.complain(error, in: writing.language)
      throw Exit.dataError
    }
    for problem in export.diagnostics {
      Terminal.complain(problem, in: writing.language)
    }
    return OverviewReport.document(FileOverview(export))
  }
}

internal import ArgumentParser
internal import Notebooks
internal import Reports
internal import Surveys
internal import Tables
internal import Workspace

/// `nyckeltal survey`
struct SurveyCommand: WorkspaceCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: "Response rates and answers of a survey, by group and against the wave before.",
    discussion: """
      EXAMPLES
        nyckeltal survey --unit narvardskontoret
        nyckeltal survey narvardskontoret/survey --wave 2023-01 --language en
        nyckeltal survey narvardskontoret/survey --format csv --table survey-questions
      """)

  @Argument(help: "The survey, as unit/folder; all of them without it.")
  var survey: String?
  @Option(name: .long, help: "The wave; the latest of the year without it.")
  var wave: String?
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var writing: WritingOptions

  func document(from sources: any CommandSources) throws -> ReportDocument {
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
}

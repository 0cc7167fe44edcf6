internal import ArgumentParser
internal import Surveys
internal import TableFiles
internal import Tables
internal import Workspace

/// Who has not answered a survey yet. The one command that tells of persons: it goes to the terminal or a pipe
/// of whoever sends the survey, and nowhere else.
struct Reminders {
  /// The survey, as unit/folder; the only one of the workspace without it.
  let survey: String?
  /// The wave; the latest with invited people without it.
  let wave: String?

  /// The persons as CSV: wave, respondent, group. Beside it the workspace, whose files may have errors.
  func list(
    _ place: WorkspaceOptions, _ selection: SelectionOptions
  ) throws -> (text: String, workspace: LoadedWorkspace) {
    let (workspace, rows) = try place.loadWithRows()
    let chosen = Set(try selection.units(workspace).map(\.id))
    let all = zip(workspace.units, rows.units).filter { chosen.contains($0.0.id) }
      .flatMap { $0.1.surveys }
    let names = all.map(\.definition.id)
    if let survey, !names.contains(survey) { throw unknown("survey", survey, names) }
    let found = all.filter { survey == nil || $0.definition.id == survey }
    guard let data = found.first, found.count == 1 else {
      throw ValidationError(
        found.isEmpty
          ? "There is no survey" : "Name the survey: \(names.joined(separator: ", "))")
    }
    let definition = data.definition
    guard data.isList else {
      throw ValidationError(
        """
        Survey '\(definition.id)' has no list of persons: its groups are known by number, so nobody can be \
        reminded
        """)
    }
    if let wave, !definition.waves.contains(where: { $0.id == wave }) {
      throw unknown("wave", wave, definition.waves.map(\.id))
    }
    let cube = data.cube()
    let latest = definition.waves.last { cube.dispositions(wave: $0.id).invited > 0 }?.id
    guard let wave = wave ?? latest, let table = data.notAnswered(wave: wave) else {
      throw ValidationError("Nobody is invited to survey '\(definition.id)'")
    }
    var writer = CSVWriter(guardsFormulas: true)
    writer.append(fields: table.schema.names)
    for row in table.rows { writer.append(fields: table.schema.names.map { row.text($0) }) }
    return (writer.text, workspace)
  }
}

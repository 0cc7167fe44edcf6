internal import ArgumentParser
internal import Imports
internal import Labels

/// `nyckeltal undo`
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Takes the last import back.",
    discussion: """
      The survey is as it was before, with what was changed by hand since then undone too. Its ledger,
      imports.csv, tells of both steps.

      EXAMPLES
        nyckeltal undo
        nyckeltal undo --unit kansliet --survey medarbetare
      """)

  @OptionGroup var place: WorkspaceOptions
  @Option(name: [.short, .long], help: "The unit, by the name of its folder.")
  var unit: String?
  @Option(name: .long, help: "The survey, by the name of its folder.")
  var survey: String?
  @OptionGroup var words: LanguageOption

  func run() throws {
    let run = ImportRun(language: words.language)
    try run.telling {
      let change = try ImportStore(place.folder).undo(unit: unit, survey: survey, at: ImportRun.now)
      let name = "\(change.unit)/\(change.survey)"
      let waves = change.waves.joined(separator: ", ")
      // A case log has no rounds.
      let rounds =
        waves.isEmpty
        ? Label("", "")
        : Label(
          " (omgång \(waves))", " (\(change.waves.count == 1 ? "round" : "rounds") \(waves))")
      if change.isWholeSurvey {
        try run.say(
          "Tillbakataget: hela \(name)\(rounds.swedish).",
          "Taken back: all of \(name)\(rounds.english).")
      } else {
        try run.say(
          "Tillbakataget: den senaste inläsningen i \(name)\(rounds.swedish).",
          "Taken back: the last import into \(name)\(rounds.english).")
      }
    }
  }
}

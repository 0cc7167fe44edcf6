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
  @Option(name: [.short, .long], help: "sv or en; sv without it.")
  var language: Language = .swedish

  func run() throws {
    let run = ImportRun(language: language)
    try run.telling {
      let change = try ImportStore(place.folder).undo(unit: unit, survey: survey, at: ImportRun.now)
      let waves = change.waves.joined(separator: ", ")
      let name = "\(change.unit)/\(change.survey)"
      if change.isWholeSurvey {
        try run.say(
          "Tillbakataget: hela enkäten \(name) (omgång \(waves)).",
          "Taken back: the whole survey \(name) (round \(waves)).")
      } else {
        try run.say(
          "Tillbakataget: omgång \(waves) i \(name).", "Taken back: round \(waves) of \(name).")
      }
    }
  }
}

internal import ArgumentParser
internal import Diagnostics
internal import Imports
internal import Labels

/// `nyckeltal forget`
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Removes a person's answers from all rounds of all surveys.",
    discussion: """
      The person is named as the survey tool had it: an e-mail address, a name or an id; or by pseudonym.
      Copies for 'undo' go as well. How many were asked stays, for it is a number.

      EXAMPLES
        nyckeltal forget anna.berg@kommun.se
      """)

  @Argument(help: "The person.")
  var person: String
  @OptionGroup var place: WorkspaceOptions
  @Option(name: [.short, .long], help: "sv or en; sv without it.")
  var language: Language = .swedish

  func run() throws {
    let run = ImportRun(language: language)
    try run.telling {
      let changes = try ImportStore(place.folder).forget(
        person, key: try ImportRun.key(isMade: false), at: ImportRun.now)
      guard !changes.isEmpty else {
        throw ImportProblem(
          .error, "forget", at: SourceLocation(file: place.folder),
          Label("ingen sådan person har svarat", "no such person has answered"),
          because: Label(
            "personen söks så som verktyget skrev den, i alla enkäter som lästs in med den här nyckeln",
            "the person is looked for as the tool wrote it, in all surveys that this key brought in"
          ))
      }
      for change in changes {
        let waves = change.waves.joined(separator: ", ")
        try run.say(
          "Borttaget: \(change.rows) svar i \(change.unit)/\(change.survey), omgång \(waves).",
          "Removed: \(change.rows) \(change.rows == 1 ? "response" : "responses") of \(change.unit)/\(change.survey), round \(waves)."
        )
      }
    }
  }
}

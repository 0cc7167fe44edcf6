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
      Copies for 'undo' go as well. How many were asked stays, for it is a number. A number or a short id may
      be somebody else in another survey or round: then say which is meant.

      EXAMPLES
        nyckeltal forget anna.berg@kommun.se
        nyckeltal forget 17 --survey kansliet/enkat --wave 2026-09
      """)

  @Argument(help: "The person.")
  var person: String
  @Option(name: .long, help: "Only in this survey, as unit/folder.") var survey: String?
  @Option(name: .long, help: "Only in this round.") var wave: String?
  @Flag(name: .long, help: "The id is the same person everywhere.") var all = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var words: LanguageOption

  func run() throws {
    let run = ImportRun(language: words.language)
    try run.telling {
      let result = try ImportStore(place.folder).forget(
        person, in: ImportStore.ForgetScope(survey: survey, wave: wave, takesAll: all),
        key: try ImportRun.keyFile().read(), at: ImportRun.now)
      for change in result.changes {
        let waves = change.waves.joined(separator: ", ")
        let responses = change.rows == 1 ? "response" : "responses"
        let round = change.waves.count == 1 ? "round" : "rounds"
        try run.say(
          "Borttaget: \(change.rows) svar i \(change.place)\(waves.isEmpty ? "" : ", omgång \(waves)").",
          "Removed: \(change.rows) \(responses) of \(change.place)\(waves.isEmpty ? "" : ", \(round) \(waves)")."
        )
      }
      guard result.closed.isEmpty else { throw closed(result.closed) }
      guard !result.changes.isEmpty else {
        throw ImportProblem(
          .error, "forget", at: SourceLocation(file: place.folder),
          Label("ingen sådan person har svarat", "no such person has answered"),
          because: Label(
            "personen söks så som verktyget skrev den, i alla enkäter",
            "the person is looked for as the tool wrote it, in all surveys"))
      }
    }
  }

  /// In surveys of another key the person may still be.
  private func closed(_ surveys: [String]) -> ImportProblem {
    let list = surveys.joined(separator: ", ")
    return ImportProblem(
      .error, "import-key", at: SourceLocation(file: place.folder),
      Label(
        "personen kan finnas kvar i \(list)", "the person may still be in \(list)"),
      because: Label(
        "nyckeln som gjorde pseudonymerna där finns inte",
        "the key that made the pseudonyms there is not there"),
      fixes: [
        Label(
          "hämta nyckeln från en säkerhetskopia, till den plats som nyckeltal pseudonyms visar",
          "get the key from a backup, to the place that nyckeltal pseudonyms shows")
      ])
  }
}

internal import ArgumentParser
internal import Diagnostics
internal import Imports
internal import Labels
internal import Tables

/// `nyckeltal purge`
struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Removes the rounds of surveys that are kept no longer.",
    discussion: """
      How long is said by 'retention' in survey.yaml: 'retention: 24 months' counts from the first day of a
      round, 'retention: 4 waves' keeps the latest four. Answers, lists of persons, how many were asked and
      the copies for 'undo' go; reports that were made stay. Shows what would go and changes nothing;
      --apply does it.

      EXAMPLES
        nyckeltal purge
        nyckeltal purge --apply
      """)

  @OptionGroup var place: WorkspaceOptions
  @Flag(name: .long, help: "Remove what is shown.")
  var apply = false
  @OptionGroup var words: LanguageOption

  func run() throws {
    let run = ImportRun(language: words.language)
    try run.telling {
      let store = try ImportStore(place.folder)
      guard try store.countOfRetentions() > 0 else {
        return try run.say(
          "Ingen enkät säger hur länge svar sparas: skriv till exempel 'retention: 24 months' i survey.yaml.",
          "No survey says how long answers are kept: write 'retention: 24 months', say, into survey.yaml."
        )
      }
      let changes = try store.purge(on: .today, isApplied: apply, at: ImportRun.now)
      for change in changes {
        let waves = change.waves.joined(separator: ", ")
        let responses = change.rows == 1 ? "response" : "responses"
        let round = change.waves.count == 1 ? "round" : "rounds"
        let done = apply ? Label("Borttaget", "Removed") : Label("Tas bort", "To be removed")
        try run.say(
          "\(done.swedish): \(change.rows) svar i \(change.place), omgång \(waves).",
          "\(done.english): \(change.rows) \(responses) of \(change.place), \(round) \(waves).")
      }
      if changes.isEmpty {
        try run.say("Inget har sparats så länge.", "Nothing has been kept that long.")
      } else if !apply {
        try run.say(
          "Inget är ändrat. --apply tar bort det; det går inte att ångra.",
          "Nothing is changed. --apply removes it; it cannot be undone.")
      }
    }
  }
}

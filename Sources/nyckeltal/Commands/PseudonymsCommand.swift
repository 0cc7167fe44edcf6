internal import ArgumentParser
internal import Diagnostics
internal import Imports
internal import Labels

/// `nyckeltal pseudonyms`
struct PseudonymsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pseudonyms",
    abstract: "Where the key of pseudonyms lies, and its rotation.",
    discussion: """
      Who answered is kept as a pseudonym, an HMAC with a key outside of the workspace. Without a command
      it is shown where the key lies and which surveys it opens. 'rotate' adds a secret to the key and
      renews the pseudonyms of the workspace by it, so that the rounds stay linked; the surveys of other
      workspaces go on with the key as it was until 'renew' brings them along. Keep a copy of the key file:
      all of its lines are needed to bring in further rounds.

      EXAMPLES
        nyckeltal pseudonyms
        nyckeltal pseudonyms rotate
        nyckeltal pseudonyms renew -w other
      """,
    subcommands: [Show.self, Rotate.self, Renew.self], defaultSubcommand: Show.self)

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows where the key lies and which surveys it opens.")

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var words: LanguageOption

    func run() throws {
      let run = ImportRun(language: words.language)
      try run.telling {
        let file = try ImportRun.keyFile()
        let key = try file.read()
        try run.say(
          "Nyckeln: \(file.path)\(key == nil ? " (finns inte)" : "")",
          "The key: \(file.path)\(key == nil ? " (is not there)" : "")")
        for survey in try ImportStore(place.folder).keys(key) {
          let state = survey.state.label
          try run.say("\(survey.place): \(state.swedish)", "\(survey.place): \(state.english)")
        }
      }
    }
  }

  struct Rotate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds a secret to the key, and renews the pseudonyms of the workspace.")

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var words: LanguageOption

    func run() throws {
      let run = ImportRun(language: words.language)
      try run.telling {
        let store = try ImportStore(place.folder)
        // First the key: pseudonyms that no key on disk can make would be lost.
        try run.renew(store, to: try ImportRun.keyFile().rotate(), in: place.folder)
      }
    }
  }

  struct Renew: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Renews pseudonyms that were made before the key was rotated.")

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var words: LanguageOption

    func run() throws {
      let run = ImportRun(language: words.language)
      try run.telling {
        guard let key = try ImportRun.keyFile().read() else {
          return try run.say("Det finns ingen nyckel.", "There is no key.")
        }
        try run.renew(try ImportStore(place.folder), to: key, in: place.folder)
      }
    }
  }
}

extension ImportRun {
  /// Renews pseudonyms, and says of each survey what came of it.
  func renew(_ store: ImportStore, to key: PseudonymKey, in folder: String) throws {
    let surveys = try store.renew(to: key, at: Self.now)
    for survey in surveys {
      let done = survey.state == .older ? Label("förnyad", "renewed") : survey.state.label
      try say("\(survey.place): \(done.swedish)", "\(survey.place): \(done.english)")
    }
    guard surveys.contains(where: { $0.state == .closed || $0.state == .listed }) else { return }
    throw ImportProblem(
      .error, "import-key", at: SourceLocation(file: folder),
      Label("alla enkäter är inte förnyade", "not all surveys are renewed"),
      because: Label(
        "de är som de var, och nycklar som de gjordes med behövs",
        "they are as they were, and the keys that made them are needed"))
  }
}

extension ImportStore.KeyState {
  /// What readers call it.
  var label: Label {
    switch self {
    case .none: Label("inga pseudonymer", "no pseudonyms")
    case .current: Label("den här nyckeln", "this key")
    case .older:
      Label(
        "den här nyckeln före en rotation; nyckeltal pseudonyms renew förnyar dem",
        "this key before a rotation; nyckeltal pseudonyms renew renews them")
    case .closed: Label("en nyckel som inte finns här", "a key that is not here")
    case .listed:
      Label(
        "den här nyckeln före en rotation; id:n i invitations.csv ser ut som pseudonymer och kan inte skiljas från dem",
        "this key before a rotation; ids of invitations.csv look like pseudonyms and cannot be told from them"
      )
    }
  }
}

internal import ArgumentParser
internal import Imports
internal import Labels

/// `nyckeltal import`
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Brings a survey tool's or case system's export into the workspace.",
    discussion: """
      Microsoft Forms, Google Forms, LimeSurvey, Qualtrics, SurveyMonkey, KoboToolbox, Netigate and
      Questback are recognised by their columns; any other table with a row a person is read too, and
      the export of a ticket system becomes a case log. Shows what would be taken and changes nothing;
      --apply does it. On a terminal it asks.

      Who answered is kept as a pseudonym only, whose key lies outside of the workspace
      (~/.config/nyckeltal/pseudonym.key). 'nyckeltal undo' takes the last import back, and 'nyckeltal
      forget PERSON' removes a person from all rounds.

      EXAMPLES
        nyckeltal import forms.csv
        nyckeltal import forms.csv --invited chefer=8,handläggare=15,stab=22 --apply
        nyckeltal import tickets.csv --goal '90 % inom 5 arbetsdagar' --apply
        nyckeltal import forms.csv --unit kansliet --survey medarbetare --map 'IT-stab=stab' --apply
        nyckeltal import forms.csv --unit navet --new-unit 'Navet science center' --apply
      """)

  @Argument(help: "A file that a survey tool or case system has exported.", completion: .file())
  var file: String
  @OptionGroup var place: WorkspaceOptions
  @Option(name: [.short, .long], help: "The unit, by the name of its folder.")
  var unit: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "What the unit is called; makes it, with --unit for the name of its folder.",
      valueName: "label"))
  var newUnit: String?
  @Option(name: .long, help: "The survey or case log, by the name of its folder.")
  var survey: String?
  @Flag(
    name: .long,
    help: "Replace rounds that are there, and take those too that look like another one.")
  var replace = false
  @Flag(name: .long, help: "Write what the preview shows.")
  var apply = false
  @OptionGroup var options: ImportOptions

  func validate() throws {
    guard newUnit == nil || unit != nil else {
      throw ValidationError("--new-unit needs --unit, the name of its folder")
    }
  }

  func run() throws {
    let run = ImportRun(language: options.language)
    try run.telling {
      let folder = place.folder
      let isAsked = !apply && Questions.areAsked
      let store = apply || isAsked ? try ImportStore(folder) : nil
      var request = options.request(
        file, in: folder, unit: unit, newUnit: newUnit, survey: survey, replaces: replace)
      if let plan = try CasePlan(request) {
        return try bring(plan, of: request, into: store, isAsked: isAsked, run)
      }
      if isAsked { try Questions(language: options.language).complete(&request) }
      let plan = try ImportRun.plan(request)
      try run.show(plan)
      guard let target = try agreed(store, isAsked: isAsked, plan.isAnything, run) else { return }
      try run.makeUnit(target, of: request)
      try run.apply(target, plan, of: request)
    }
  }

  /// Where what was shown is to be written; `nil`, with a word why, where it is not.
  private func agreed(
    _ store: ImportStore?, isAsked: Bool, _ isAnything: Bool, _ run: ImportRun
  ) throws -> ImportStore? {
    guard isAnything else {
      try run.sayNothingIsNew()
      return nil
    }
    guard let store else {
      try run.say(
        "Inget är ändrat. --apply läser in det.", "Nothing is changed. --apply brings it in.")
      return nil
    }
    if isAsked,
      try !Questions(language: options.language).agrees(Label("Läsa in det här?", "Bring this in?"))
    {
      try run.say("Inget är ändrat.", "Nothing is changed.")
      return nil
    }
    return store
  }

  /// Shows and does the plan of a case log.
  private func bring(
    _ plan: CasePlan, of request: ImportRequest, into store: ImportStore?, isAsked: Bool,
    _ run: ImportRun
  ) throws {
    try run.show(plan.preview, plan.problems)
    // A step that changes nothing would take the place of the last one, which could not be undone then.
    guard let target = try agreed(store, isAsked: isAsked, plan.isAnything, run) else { return }
    try run.makeUnit(target, of: request)
    try target.apply(plan, at: ImportRun.now)
    let cases = plan.rowsOut == 1 ? Label("ärende", "case") : Label("ärenden", "cases")
    let place = "\(plan.unit)/\(plan.log)"
    try run.say(
      "Inläst: \(plan.rowsOut) \(cases.swedish) i \(place). nyckeltal undo tar tillbaka det.",
      "Done: \(plan.rowsOut) \(cases.english) in \(place). nyckeltal undo takes it back.")
  }
}

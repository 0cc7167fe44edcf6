internal import ArgumentParser
internal import Imports
internal import Labels
internal import Tables

/// `nyckeltal init`
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a workspace with one unit, and with a survey from a file if one is given.",
    discussion: """
      Asks on a terminal; --yes takes the usual answers. With --from the answers of a survey tool's
      export are brought in as 'nyckeltal import --apply' does.

      EXAMPLES
        nyckeltal init kansliet --yes
        nyckeltal init kansliet --yes --from forms.csv --invited chefer=8,handläggare=15,stab=22 \\
          --goal 'minst 60 % svarsfrekvens' --goal 'minst 80 % positiva på q3'
      """)

  @Argument(help: "The folder; the current one without it.", completion: .directory)
  var folder = "."
  @Flag(name: [.short, .long], help: "Ask nothing.")
  var yes = false
  @Option(name: .long, help: "A file that a survey tool has exported.", completion: .file())
  var from: String?
  @Option(name: .long, help: "What the organisation is called.")
  var organisation: String?
  @Option(name: [.short, .long], help: "What the unit is called.")
  var unit: String?
  @OptionGroup var options: ImportOptions

  func run() throws {
    let run = ImportRun(language: options.language)
    let questions = !yes && Questions.areAsked ? Questions(language: options.language) : nil
    if questions == nil, !yes {
      throw ValidationError(
        Label(
          "ingen finns att fråga: lägg till --yes, och --unit och --organisation",
          "nobody is there to be asked: add --yes, and --unit and --organisation")[options.language]
      )
    }
    try run.telling {
      let usual = usualName
      let unit =
        try self.unit
        ?? questions?.ask(Label("Enhetens namn", "Name of the unit"), usual: usual) ?? usual
      let title =
        try organisation
        ?? questions?.ask(Label("Organisationens namn", "Name of the organisation"), usual: unit)
        ?? unit
      // What is wrong with the file is told before anything is made.
      let export = try from.map {
        try Export(
          reading: $0, structure: options.structure, language: options.language.rawValue)
      }
      let year = export?.submitted.compactMap { $0?.date.year }.max() ?? CalendarDate.today.year
      let id = try WorkspaceFiles(folder).make(title: title, unit: unit, year: year)
      try run.say(
        "Arbetsytan är gjord i \(folder), med enheten \(id).",
        "The workspace is made in \(folder), with the unit \(id).")
      guard let from else { return }
      let store = try ImportStore(folder)
      var request = options.request(from, in: folder, unit: id, survey: nil)
      try questions?.complete(&request)
      let plan = try ImportRun.plan(request)
      try run.show(plan)
      try run.apply(store, plan, of: request)
    }
  }

  /// The name of the folder in words.
  private var usualName: String {
    let name = folder.split(separator: "/").last.map(String.init) ?? ""
    let words = name == "." || name == ".." ? "" : name
    return words.isEmpty
      ? Label("Enheten", "The unit")[options.language]
      : words.prefix(1).uppercased() + words.dropFirst()
  }
}

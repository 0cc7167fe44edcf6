internal import ArgumentParser
internal import Diagnostics
internal import Imports
internal import Labels
internal import Query
internal import Reports
internal import Tables

/// What people say of the answers that they bring in.
struct ImportOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many were asked, by group: 'chefer=8,handläggare=15', or one number.",
      discussion: "Without it the numbers of the last round hold.", valueName: "numbers"),
    transform: Self.invited)
  var invited: [(group: String, count: Int)] = []
  @Option(
    name: .long, parsing: .singleValue,
    help: "A goal in words, such as 'at least 60 % response'; may be given several times.")
  var goal: [String] = []
  @Option(name: .long, help: "The title of a new survey.")
  var title: String?
  @Option(name: .long, help: "The column that tells groups apart.")
  var groupColumn: String?
  @Option(name: .long, help: "The name of the round, such as 2026-01; else the months tell.")
  var wave: String?
  @Option(
    name: .long, parsing: .singleValue,
    help: """
      What a column, group or answer of the file is in the survey, as 'IT-stab=stab'; nothing behind the \
      sign leaves a question out. May be given several times, and is remembered.
      """,
    transform: Self.meaning)
  var map: [(text: String, meaning: String)] = []
  @Flag(name: .long, help: "Add questions and groups that the survey does not have.")
  var add = false
  @Flag(
    name: .long,
    help: "Leave out answers that no scale has, and rows without a group, a round or a case number."
  )
  var leaveOutUnknown = false
  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many have to give an answer to a new question for it to stand by itself; 2 without it.",
      discussion: "Answers that fewer gave become 'annat': one person may have written them.",
      valueName: "number"))
  var answersFrom = 2
  @Option(
    name: .long, help: "The structure of the survey (.lss) that says what LimeSurvey's codes mean.",
    completion: .file(extensions: ["lss"]))
  var structure: String?
  @Option(name: [.short, .long], help: "sv or en; sv without it.")
  var language: Language = .swedish

  private static func invited(_ text: String) throws -> [(group: String, count: Int)] {
    try text.split(separator: ",").map { part in
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map { trimmed($0) }
      guard let count = sides.last.flatMap({ Int($0) }), count >= 0, (1...2).contains(sides.count)
      else {
        throw ValidationError(
          "write groups and numbers, such as chefer=8,handläggare=15; not '\(part)'")
      }
      return (sides.count == 2 ? sides[0] : "", count)
    }
  }

  private static func meaning(_ text: String) throws -> (text: String, meaning: String) {
    guard let sign = text.lastIndex(of: "=") else {
      throw ValidationError("write what the file has and what it is, such as 'IT-stab=stab'")
    }
    return (trimmed(text[..<sign]), trimmed(text[text.index(after: sign)...]))
  }

  /// The request for a file.
  func request(
    _ file: String, in workspace: String, unit: String?, newUnit: String? = nil, survey: String?,
    replaces: Bool = false
  ) -> ImportRequest {
    ImportRequest(
      file: file, workspace: workspace, unit: unit, newUnit: newUnit, survey: survey, wave: wave,
      title: title, groupColumn: groupColumn, invited: invited, goals: goal, meanings: map,
      addsNew: add,
      leavesOutUnknown: leaveOutUnknown, replaces: replaces, answersFrom: answersFrom,
      structure: structure, language: language.rawValue)
  }
}

/// The language of commands that make no report.
struct LanguageOption: ParsableArguments {
  @Option(name: [.short, .long], help: "sv or en; sv without it.")
  var language: Language = .swedish
}

/// Runs an import: shows what it would do, asks, and does it.
struct ImportRun {
  let language: Language

  /// Where the key of pseudonyms lies.
  ///
  /// - Throws: A problem if there is no place for one.
  static func keyFile() throws(ImportProblem) -> PseudonymKeyFile {
    try .usual(environment: SystemFile.environment)
  }

  /// The plan of an import, by the key that there is.
  static func plan(_ request: ImportRequest) throws(ImportProblem) -> ImportPlan {
    try ImportPlanner.plan(request, keyFile: try keyFile(), isApplied: false)
  }

  /// Prints the preview of a plan and its problems.
  ///
  /// - Throws: The code for errors if it cannot be done.
  func show(_ plan: ImportPlan) throws {
    try show(ImportPreview.document(plan), plan.problems)
  }

  func show(_ preview: ReportDocument, _ problems: [ImportProblem]) throws {
    let text = TextRenderer(language: language, style: Terminal.textStyle)
    try Terminal.print(text.render(preview))
    for problem in problems { complain(problem) }
    if problems.contains(where: { $0.severity == .error }) { throw Exit.dataError }
  }

  /// A line on standard output.
  func say(_ swedish: String, _ english: String) throws {
    try Terminal.print(Label(swedish, english)[language] + "\n")
  }

  func sayNothingIsNew() throws {
    try say("Inget nytt att läsa in.", "There is nothing new to bring in.")
  }

  /// Tells a problem on standard error.
  func complain(_ problem: ImportProblem) {
    Terminal.complain(problem.diagnostic(language), in: language)
  }

  /// Runs a step whose problems are told in the language.
  ///
  /// - Throws: The code for errors, once one has been told.
  func telling<Result>(_ step: () throws -> Result) throws -> Result {
    do {
      return try step()
    } catch let problem as ImportProblem {
      complain(problem)
    } catch let problem as Diagnostic {
      Terminal.complain(problem, in: language)
    }
    throw Exit.dataError
  }

  /// Makes the unit of a request where it is new, and says so.
  func makeUnit(_ store: ImportStore, of request: ImportRequest) throws {
    guard try store.makeUnit(of: request), let unit = request.unit else { return }
    try say("Ny enhet: \(unit).", "A new unit: \(unit).")
  }

  /// Does the plan of a request, and says so. The first pseudonyms of all need a key, which is made now.
  func apply(_ store: ImportStore, _ plan: ImportPlan, of request: ImportRequest) throws {
    guard plan.isAnything else { return try sayNothingIsNew() }
    var plan = plan
    if plan.needsKey {
      let shown = plan.export.hash
      plan = try ImportPlanner.plan(request, keyFile: try Self.keyFile(), isApplied: true)
      guard plan.export.hash == shown else {
        throw ImportProblem(
          .error, "import-changed", at: SourceLocation(file: request.file),
          Label(
            "filen ändrades sedan den visades, och inget är ändrat",
            "the file was changed since it was shown, and nothing is changed"),
          fixes: [Label("försök igen när den är sparad", "try again when it is saved")])
      }
    }
    try store.apply(plan, at: Self.now)
    let waves = plan.waves.filter(\.isTaken).map(\.wave.id)
    let rounds = waves.joined(separator: ", ")
    let place = "\(plan.unit)/\(plan.survey)"
    let responses = plan.rowsOut == 1 ? "response" : "responses"
    let round = waves.count == 1 ? "round" : "rounds"
    try say(
      "Inläst: \(plan.rowsOut) svar i \(place), omgång \(rounds). nyckeltal undo tar tillbaka det.",
      "Done: \(plan.rowsOut) \(responses) in \(place), \(round) \(rounds). nyckeltal undo takes it back."
    )
  }

  /// The time of a step, for ledgers.
  static var now: String { Timestamp.wallClock.description }
}

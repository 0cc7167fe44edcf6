internal import Imports
internal import Labels
internal import Tables

/// Asks on a terminal what a command cannot know.
struct Questions {
  let language: Language

  /// Whether somebody is there to answer.
  static var areAsked: Bool {
    SystemFile.isTerminal(SystemFile.standardInput) && Terminal.isWatched
  }

  /// The answer to a question; the usual one where nothing is written.
  func ask(_ question: Label, usual: String? = nil) throws -> String {
    try Terminal.print(question[language] + (usual.map { " [\($0)]" } ?? "") + ": ")
    let answer = trimmed(readLine() ?? "")
    return answer.isEmpty ? usual ?? "" : answer
  }

  /// Whether somebody says yes; nothing is no.
  func agrees(_ question: Label) throws -> Bool {
    let choice = Label(" (j/n)", " (y/n)")
    let answer = try ask(
      Label(question.swedish + choice.swedish, question.english + choice.english))
    return ["j", "ja", "y", "yes"].contains(answer.lowercased())
  }

  /// Asks what a plan says that it lacks: where the answers belong, and how many were asked.
  func complete(_ request: inout ImportRequest) throws {
    let units = try WorkspaceFiles(request.workspace).units()
    if request.unit == nil, units.count > 1, isPlaceUnknown(request) {
      let list = units.joined(separator: ", ")
      request.unit = try ask(Label("Enhet (\(list))", "Unit (\(list))"), usual: units[0])
    }
    let plan = try ImportRun.plan(request)
    guard plan.problems.contains(where: { $0.code == "import-invited" }), request.invited.isEmpty
    else { return }
    let groups =
      plan.groups.isEmpty
      ? [(id: "", text: Label("alla", "everybody")[language])]
      : plan.groups.map { (id: $0.id, text: $0.text) }
    for group in groups {
      let question = Label(
        "Hur många fick enkäten: \(group.text)?", "How many were asked: \(group.text)?")
      if let count = Int(try ask(question)) { request.invited.append((group.id, count)) }
    }
  }

  /// Whether it cannot be told which unit a file belongs to.
  private func isPlaceUnknown(_ request: ImportRequest) -> Bool {
    do throws(ImportProblem) {
      _ = try ImportRun.plan(request)
      return false
    } catch {
      return error.code == "import-place"
    }
  }
}

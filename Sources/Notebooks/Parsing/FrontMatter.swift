internal import Diagnostics
internal import Labels
internal import Tables
internal import Workspace

/// What stands between lines of `---` at the head of a notebook.
struct FrontMatter: Sendable {
  /// The heading of rendered pages.
  var title: String?
  /// The language of figures and words.
  var language = Language.swedish
  /// The folder of the workspace, from the notebook's folder.
  var workspace: String?
  /// The day it is; without one every year is over.
  var day: CalendarDate?
  /// What `$name` stands for; language, day and all that is no key of its own.
  var parameters: [String: ParameterValue] = [:]
  /// The lines that it takes.
  var lineCount = 0

  /// The front matter of a text, with what is wrong in it.
  init(_ text: NotebookText, named file: String, problems: inout [Diagnostic]) {
    func isLine(_ line: Int, _ words: [String]) -> Bool {
      var content = text.content(line)
      while content.last == 32 || content.last == 9 { content.removeLast() }
      return words.contains { content.elementsEqual($0.utf8) }
    }
    guard isLine(0, ["---"]),
      let end = text.lines.indices.dropFirst().first(where: { isLine($0, ["---", "..."]) })
    else { return }
    lineCount = end + 1
    let range = text.lines[0].upperBound..<text.lines[end].lowerBound
    guard let yaml = String(validating: text.bytes[range], as: UTF8.self) else {
      problems.append(
        Diagnostic(
          .error, "notebook-encoding", at: SourceLocation(file: file, line: 2),
          "the front matter is not UTF-8", fixes: ["save the file as UTF-8"]))
      return
    }
    do throws(Diagnostic) {
      for entry in try PlainMapping(yaml, file: file, line: 2).entries {
        if let problem = take(entry) { problems.append(problem) }
      }
    } catch {
      problems.append(error)
    }
  }

  private mutating func take(_ entry: PlainMapping.Entry) -> Diagnostic? {
    let value = ParameterValue(entry.value, isPlain: entry.isPlain)
    func wrong(_ what: String, _ fix: String) -> Diagnostic {
      Diagnostic(.error, "notebook-key", at: entry.location, what, fixes: [fix])
    }
    switch entry.key {
    case "title": title = entry.value
    case "workspace": return set(entry.key, to: value, otherwise: wrong)
    default:
      guard CellName.isName(entry.key) else {
        return wrong(
          "'\(entry.key)' is no name of a parameter", "use small letters, digits and underscores")
      }
      return set(entry.key, to: value, otherwise: wrong)
    }
    return nil
  }

  /// Gives a parameter a value; what is wrong with it comes back.
  mutating func set(
    _ name: String, to value: ParameterValue, otherwise wrong: (String, String) -> Diagnostic
  ) -> Diagnostic? {
    switch name {
    case "workspace":
      // What cells read of it is known by its files.
      workspace = value.text
      return nil
    case "language":
      guard let known = Language(rawValue: value.text) else {
        return wrong("there is no language '\(value.text)'", "write sv or en")
      }
      language = known
    case "day":
      guard case .date(let date) = value.cell else {
        return wrong("'day' is no day", "write it as 2023-12-31")
      }
      day = date
    default: break
    }
    parameters[name] = value
    return nil
  }
}

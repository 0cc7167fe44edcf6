internal import Diagnostics
internal import Labels
internal import Workspace

/// What the columns and words of a tool's exports are in a survey, as somebody has confirmed it: the next wave
/// asks nothing again. It is kept beside the survey, in `mapping.yaml`.
struct SurveyMapping: Hashable {
  /// The tool of the last import.
  var tool: String?
  /// The question of a column, or `group`, by the folded name of the column.
  var columns: [Entry] = []
  /// Groups by what the tool calls them.
  var groups: [Entry] = []
  /// Answers by what the tool calls them.
  var answers: [Entry] = []

  struct Entry: Hashable {
    /// What the tool writes.
    var text: String
    /// The id that it means; empty for what is left out.
    var id: String
    /// The question of an answer.
    var question: String?
  }

  static let fileName = "mapping.yaml"

  init() {}

  init(_ root: YAMLNode) {
    tool = root.text("tool")
    func entries(_ key: String) -> [Entry] {
      root.list(key).compactMap { node in
        node.text("text").map {
          Entry(text: $0, id: node.text("id") ?? "", question: node.text("question"))
        }
      }
    }
    (columns, groups, answers) = (entries("columns"), entries("groups"), entries("answers"))
  }

  /// What a text means in a list; `nil` where nobody has said.
  static func id(of text: String, in entries: [Entry], question: String? = nil) -> String? {
    let folded = text.foldedForMatching
    return entries.last {
      $0.text.foldedForMatching == folded && ($0.question == nil || $0.question == question)
    }?.id
  }

  /// Adds what is known, in place of what was known of the same text before.
  static func add(_ entry: Entry, to entries: inout [Entry]) {
    let folded = entry.text.foldedForMatching
    entries.removeAll { $0.text.foldedForMatching == folded && $0.question == entry.question }
    entries.append(entry)
  }

  /// Forgets some texts.
  ///
  /// - Returns: Whether there were any.
  mutating func removeTexts(where isRemoved: (String) -> Bool) -> Bool {
    let before = self
    columns.removeAll { isRemoved($0.text) }
    groups.removeAll { isRemoved($0.text) }
    answers.removeAll { isRemoved($0.text) }
    return self != before
  }

  /// The file.
  var text: String {
    var lines = [
      "# What the columns and words of the survey tool are in this survey: `nyckeltal import` asks once.",
      "# An empty id is left out.",
    ]
    if let tool { lines.append("tool: \(tool)") }
    for (key, entries) in [("columns", columns), ("groups", groups), ("answers", answers)]
    where !entries.isEmpty {
      lines.append("\(key):")
      for entry in entries {
        let question = entry.question.map { ", question: \(YAMLText.quoted($0))" } ?? ""
        lines.append(
          "  - {text: \(YAMLText.quoted(entry.text)), id: \(YAMLText.quoted(entry.id))\(question)}")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

internal import Query
internal import Tables
internal import TextLayout

/// A table of GitHub Flavored Markdown. NULL is an empty cell.
struct MarkdownWriter: ResultWriter {
  private let sink: any ByteSink

  init(_ sink: any ByteSink) {
    self.sink = sink
  }

  mutating func begin(_ columns: [QueryColumn]) throws {
    // A table needs a column to be one.
    guard !columns.isEmpty else { return }
    try sink.append(line(columns.map { Self.escaped($0.name) }))
    try sink.append(line(columns.map { $0.type.isNumber ? "---:" : "---" }))
  }

  mutating func write(_ chunk: Chunk) throws {
    guard !chunk.columns.isEmpty else { return }
    for row in 0..<chunk.rowCount {
      let cells = chunk.columns.map { vector -> String in
        let cell = vector[row]
        return cell.written.map(Self.escaped) ?? ""
      }
      try sink.append(line(cells))
    }
  }

  mutating func finish(duration: Duration?) {}

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  /// A text that shows as it is: what Markdown or HTML would read as a sign is escaped, and line
  /// ends, which would end the row, are `<br>`.
  static func escaped(_ text: String) -> String {
    var result = ""
    var last: Character = " "
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      switch character {
      case "\n", "\r\n", "\r": result += "<br>"
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "\\", "|", "`", "*", "[", "]", "~": result += "\\" + String(character)
      case "_":
        // Within a word it is only an underscore.
        let next = index + 1 < characters.count ? characters[index + 1] : " "
        let isWithin = (last.isLetter || last.isNumber) && (next.isLetter || next.isNumber)
        result += isWithin ? "_" : "\\_"
      default: result += TextWidth.visible(String(character))
      }
      last = character
    }
    return result
  }
}

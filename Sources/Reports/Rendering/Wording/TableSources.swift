internal import Diagnostics
internal import Labels

/// Where the figures of a table come from: those of its rows, and of cells with sources of their own.
struct TableSources {
  /// What rows that follow each other have in common.
  struct Line {
    /// What the rows are called.
    var names: [String]
    /// Documents with lines, and files with lines.
    var text: String

    var name: String { names.joined(separator: ", ") }
  }

  /// A line for each row; rows that follow each other with the same sources share one.
  let lines: [Line]

  init(_ shown: ShownTable, words: FactWords) {
    var lines: [Line] = []
    for row in shown.table.rows {
      guard let first = shown.columns.first else { break }
      let facts = row.cells.compactMap(\.fact)
      let documents = (row.documents + facts.flatMap(\.sources.documents)).unique
      let locations = (row.locations + facts.flatMap(\.sources.locations)).unique
      let text = [
        words.documents.label(documents)[words.language],
        Self.listed(locations),
      ].filter { !$0.isEmpty }.joined(separator: " · ")
      guard !text.isEmpty else { continue }
      let name = words.text(row.cells[first])
      if let last = lines.last, last.text == text {
        if !last.names.contains(name) { lines[lines.count - 1].names.append(name) }
      } else {
        lines.append(Line(names: [name], text: text))
      }
    }
    self.lines = lines
  }

  /// `navet/targets.csv:70, 82; navet/outcomes.csv:12`
  private static func listed(_ places: [SourceLocation]) -> String {
    places.map(\.file).unique.map { file in
      let numbers = Set(places.filter { $0.file == file }.compactMap(\.line)).sorted()
        .map(String.init)
      return numbers.isEmpty ? file : file + ":" + numbers.joined(separator: ", ")
    }.joined(separator: "; ")
  }
}

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
        Self.listed(documents.map { ($0.document, $0.line) }),
        Self.listed(locations.map { ($0.file, $0.line) }),
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

  /// `004:70, 82; 005:12`
  private static func listed(_ places: [(name: String, line: Int?)]) -> String {
    var names: [String] = []
    var lines: [String: [Int]] = [:]
    for place in places {
      if lines[place.name] == nil { names.append(place.name) }
      lines[place.name, default: []] += [place.line].compactMap(\.self)
    }
    return names.map { name in
      let numbers = Set(lines[name] ?? []).sorted().map(String.init)
      return numbers.isEmpty ? name : name + ":" + numbers.joined(separator: ", ")
    }.joined(separator: "; ")
  }
}

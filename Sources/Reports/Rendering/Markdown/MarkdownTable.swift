internal import Labels

/// A table in GitHub's Markdown, its remarks below it.
struct MarkdownTable {
  private let shown: ShownTable
  private let notes: PlacedNotes
  private let text: MarkdownText

  init(_ table: ReportTable, text: MarkdownText) {
    shown = ShownTable(table)
    notes = PlacedNotes(shown)
    self.text = text
  }

  private var table: ReportTable { shown.table }
  private var language: Language { text.language }

  func text(showsSources: Bool) -> String {
    let title = text.line(shown.title[language])
    var parts = title.isEmpty ? [grid] : ["**\(title)**", grid]
    parts += notes.general.map(text.paragraph)
    if !notes.numbered.isEmpty {
      parts.append(
        notes.numbered.enumerated().map { "\($0 + 1). " + text.line(text.words.text($1)) }
          .joined(separator: "\n"))
    }
    if showsSources, let sources { parts.append(sources) }
    return parts.joined(separator: "\n\n")
  }

  private var grid: String {
    guard !table.rows.isEmpty else { return Label("(inga rader)", "(no rows)")[language] }
    let header = shown.columns.map { column in
      text.cell(table.columns[column].header[language]) + marks(.column(column))
    }
    let rule = shown.columns.map { table.isNumeric(column: $0) ? "---:" : "---" }
    let rows = table.rows.indices.map { row in
      shown.columns.enumerated().map { place, column in cell(row, column, isFirst: place == 0) }
    }
    return ([header, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }

  private func cell(_ row: Int, _ column: Int, isFirst: Bool) -> String {
    let source = table.rows[row]
    let cell = source.cells[column]
    var words = text.cell(text.words.text(cell, shown.aspect(column)))
    if case .withheld(let reason)? = cell.fact?.value {
      words += " (\(text.cell(reason.label[language])))"
    }
    if source.totalOf != nil, !words.isEmpty { words = "**\(words)**" }
    if isFirst { words = String(repeating: "· ", count: source.depth) + words }
    return words + marks(.cell(row: row, column: column))
  }

  private func marks(_ place: PlacedNotes.Place) -> String {
    let numbers = notes.numbers(at: place)
    return numbers.isEmpty
      ? "" : "<sup>\(numbers.map(String.init).joined(separator: ", "))</sup>"
  }

  private var sources: String? {
    let lines = TableSources(shown, words: text.words).lines
    guard !lines.isEmpty else { return nil }
    return Label("Varifrån talen kommer:", "Where the figures come from:")[language] + "\n\n"
      + lines.map { "- \(text.line($0.name)): \(text.line($0.text))" }.joined(separator: "\n")
  }
}

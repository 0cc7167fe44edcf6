internal import Labels

/// A section of the director's first page: what stands there, and what further down has the rest.
struct PageSection {
  let title: Label
  /// What the first page says, without its heading.
  let first: [Block]
  /// What leads to nothing lost: the whole table, for readers only where the first page has not all of
  /// its rows.
  let whole: [Block]

  /// Words alone.
  init(title: Label, words: Sentence) {
    self.title = title
    first = [.paragraph(words)]
    whole = []
  }

  /// A table whose first rows stand on the first page.
  ///
  /// - Parameters:
  ///   - title: Its heading.
  ///   - lead: What is said before it.
  ///   - table: All rows with every column.
  ///   - brief: The same rows as the first page shows them; `nil` where it shows them as they are.
  ///   - rows: The rows of the first page; the others follow further down.
  init(
    title: Label, lead: [Block] = [], table: ReportTable, brief: ReportTable? = nil, rows: [Int]
  ) {
    self.title = title
    var whole = table
    guard brief != nil || rows.count < table.rows.count else {
      first = lead + [.table(table)]
      self.whole = []
      return
    }
    var shown = brief ?? table
    shown.id = "\(table.id)-first"
    shown.audience = .readers
    shown.rows = rows.map { shown.rows[$0] }
    if let note = Self.more(table, except: rows) { shown.notes.insert(note, at: 0) }
    first = lead + [.table(shown)]
    whole.audience = rows.count < table.rows.count ? .everyone : .dataFiles
    self.whole = [.table(whole)]
  }

  /// How many rows follow further down.
  private static func more(_ table: ReportTable, except rows: [Int]) -> Footnote? {
    let others = Set(table.rows.indices).subtracting(rows).sorted()
    guard !others.isEmpty, let column = table.columns.first?.id else { return nil }
    let count = Fact(
      .count(others.count),
      cells: others.map {
        CellReference(table: table.id, row: table.key(of: $0), column: column)
      })
    return Footnote(
      "… och \(count) till, i hela listan längre ned.",
      "… and \(count) more, in the whole list below.")
  }
}

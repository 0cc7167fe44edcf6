internal import Diagnostics
internal import Indicators
internal import Labels

extension TextRenderer {
  /// A table with its remarks, and where its rows come from.
  func render(_ table: ReportTable, _ documents: DocumentNames, isTitled: Bool) -> [TextLine] {
    let sparklines = style.isDrawn ? sparklines(table) : [:]
    let shown = ShownTable(table) { column in
      sparklines[column]?.contains { $0 != nil } ?? false
    }
    let columns = shown.columns
    var lines = isTitled ? prose(shown.title[language], .strong) : []
    if style.isDrawn { lines += bar(of: table) }
    if table.rows.isEmpty {
      lines.append(TextLine(Label("(inga rader)", "(no rows)")[language]))
    } else {
      let layout = TextTable(
        headers: columns.map { table.columns[$0].header[language] },
        rows: table.rows.enumerated().map { place, row in
          columns.enumerated().map { index, column in
            if let line = sparklines[column] { return line[place] ?? "" }
            let text = words.text(row.cells[column], shown.aspect(column))
            return index == 0 ? String(repeating: "· ", count: row.depth) + text : text
          }
        },
        rightAligned: columns.map { table.isNumeric(column: $0) }, language: language,
        isNamed: columns.first.map { table.columns[$0].dimension != nil } ?? true,
        nothing: words.nothing,
        paint: { row, index in
          guard shown.isVerdict(columns[index]) else { return nil }
          return table.rows[row].cells[columns[index]].verdict?.textPaint
        })
      lines += layout.lines(width: style.width, mayBeCards: style.isDrawn)
    }
    for note in table.notes { lines += hanging("  ", words.text(note.text)) }
    if showsSources { lines += sources(table, firstColumn: columns.first ?? 0, documents) }
    if lines.last?.width == 0 { lines.removeLast() }
    return lines
  }

  /// What a column draws as bars, for all rows together: those of each row would have no room.
  private func bar(of table: ReportTable) -> [TextLine] {
    let whole = table.rows.indices.filter { table.rows[$0].totalOf != nil || table.rows.count == 1 }
    for column in table.columns {
      guard case .bar(let parts, _)? = column.drawing, let row = whole.last,
        let name = table.columns.first?.id
      else { continue }
      let chart = ReportChart(
        id: table.id, title: table.title, kind: .stackedBar, table: table.id, labels: name,
        figures: parts, rows: [table.key(of: row)])
      guard let data = ChartData(chart, in: table, language: language) else { continue }
      return TextChart(data: data, width: style.width).lines + [TextLine()]
    }
    return []
  }

  /// The cells of columns that are drawn as lines; `nil` where a cell has too few figures for one.
  private func sparklines(_ table: ReportTable) -> [Int: [String?]] {
    let drawn = table.columns.indices.filter { table.columns[$0].drawing == .line }
    return Dictionary(
      uniqueKeysWithValues: drawn.map { column in
        let cells = table.rows.map { row -> String? in
          guard case .words(let sentence) = row.cells[column] else { return nil }
          return TextSparkline.word(sentence.facts)
        }
        return (column, cells)
      })
  }

  private func sources(
    _ table: ReportTable, firstColumn: Int, _ documents: DocumentNames
  ) -> [TextLine] {
    let traced = table.rows.filter { !$0.documents.isEmpty || !$0.locations.isEmpty }
    guard !traced.isEmpty else { return [] }
    var lines = [TextLine(Label("Källor:", "Sources:")[language])]
    for row in traced {
      let name = words.text(row.cells[firstColumn])
      let stated = row.documents.isEmpty ? [] : [documents.label(row.documents)[language]]
      let places = stated + row.locations.map(\.description)
      lines += hanging("  ", "\(name): " + places.joined(separator: "; "))
    }
    return lines
  }
}

extension ReportCell {
  /// The verdict that it names.
  fileprivate var verdict: Verdict? {
    guard case .member(let members) = self else { return nil }
    return members.lazy.compactMap { $0.id.flatMap(Verdict.init(rawValue:)) }.first
  }
}

internal import Indicators
internal import Labels

/// What is drawn in the cells of a table.
struct HTMLDrawing {
  let table: ReportTable
  let words: FactWords

  /// The drawing of a cell; nothing where its figures give none.
  func svg(row: Int, column: Int) -> String? {
    switch table.columns[column].drawing {
    case nil: nil
    case .line: line(table.rows[row].cells[column])
    case .bar(let parts, let before):
      CellBar.svg(self.parts(parts, row), before: self.parts(before, row), words: words)
    }
  }

  private func line(_ cell: ReportCell) -> String? {
    guard case .words(let sentence) = cell else { return nil }
    return Sparkline.svg(of: sentence.facts, description: words.text(sentence))
  }

  private func parts(_ ids: [String], _ row: Int) -> [CellBar.Part] {
    ids.enumerated().compactMap { place, id in
      guard let column = table.column(id) else { return nil }
      let header = table.columns[column].header[words.language]
      let paint =
        table.columns[column].member.flatMap { $0.member.id.flatMap(Verdict.init(rawValue:)) }?
        .paint ?? ChartPaint.series[place % ChartPaint.series.count]
      return CellBar.Part(fact: table.rows[row].cells[column].fact, paint: paint, label: header)
    }
  }
}

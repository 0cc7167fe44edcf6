internal import Labels
internal import TextLayout

/// Lays out a table for lines of some width.
struct TextTable {
  let headers: [String]
  let rows: [[String]]
  let language: Language?
  /// Whether the first cell of a row says by itself what the row is about.
  let isNamed: Bool
  /// The text of a cell that holds nothing, which cards leave out.
  let nothing: String?
  /// The colour of a cell.
  let paint: (_ row: Int, _ column: Int) -> TextPaint?
  private let rightAligned: [Bool]
  private static let gap = 2

  init(
    headers: [String], rows: [[String]], rightAligned: [Bool], language: Language? = nil,
    isNamed: Bool = true, nothing: String? = nil,
    paint: @escaping (_ row: Int, _ column: Int) -> TextPaint? = { _, _ in nil }
  ) {
    self.headers = headers
    self.rows = rows
    self.rightAligned = rightAligned
    self.language = language
    self.isNamed = isNamed
    self.nothing = nothing
    self.paint = paint
  }

  /// Its lines; a card a row where that is allowed and the columns do not fit.
  func lines(width: Int, mayBeCards: Bool = false) -> [TextLine] {
    let widths = columnWidths(width: width)
    if mayBeCards, isCut(widths) { return cards(width: width) }
    var lines = line(headers, widths) { _ in nil }
    lines.append(
      TextLine(
        widths.map { String(repeating: "─", count: $0) }
          .joined(separator: String(repeating: " ", count: Self.gap))))
    for (place, row) in rows.enumerated() { lines += line(row, widths) { paint(place, $0) } }
    return lines
  }

  /// Natural widths if they fit. Otherwise the widest column gives way, down to its longest word;
  /// only then are words cut, last of all in the first column, which names the row.
  private func columnWidths(width: Int) -> [Int] {
    let columns = headers.indices
    let all = [headers] + rows
    var widths = columns.map { column in
      all.map { row in
        row[column].unicodeScalars.split(separator: "\n").map { TextWidth.of(Substring($0)) }
          .max() ?? 0
      }.max() ?? 0
    }
    let longestWords = columns.map { column in
      all.map { row in
        TextWrapping.words(row[column][...]).map { TextWidth.of($0) }.max() ?? 0
      }.max() ?? 0
    }
    let available = width - Self.gap * (columns.count - 1)
    // Each round lets the widest column that is above its floor give way.
    let rounds: [(first: Int, others: Int)] = [
      (max(longestWords[0], min(widths[0], 24)), .max), (min(longestWords[0], 26), 13), (18, 9),
      (4, 4),
    ]
    for round in rounds {
      let floors = columns.map {
        $0 == 0 ? round.first : min(longestWords[$0], round.others)
      }
      while widths.reduce(0, +) > available {
        let candidates = columns.filter { widths[$0] > floors[$0] }
        guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
      }
    }
    return widths
  }

  /// Whether figures and dates would be cut, or words into pieces that nobody can read.
  private func isCut(_ widths: [Int]) -> Bool {
    ([headers] + rows).contains { row in
      row.enumerated().contains { column, cell in
        TextWrapping.words(cell[...]).contains { word in
          let columns = TextWidth.of(word)
          guard columns > widths[column] else { return false }
          return word.contains(where: \.isNumber) || widths[column] < (column == 0 ? 18 : 9)
        }
      }
    }
  }

  private func line(
    _ cells: [String], _ widths: [Int], paint: (Int) -> TextPaint?
  ) -> [TextLine] {
    let wrappedCells = zip(cells, widths).map { wrapped($0, width: $1, language: language) }
    let paints = cells.indices.map(paint)
    let height = wrappedCells.map(\.count).max() ?? 1
    return (0..<height).map { index in
      var line = TextLine()
      for column in wrappedCells.indices {
        if column > 0 { line.append(String(repeating: " ", count: Self.gap)) }
        let text = index < wrappedCells[column].count ? wrappedCells[column][index] : ""
        let padding = String(repeating: " ", count: max(0, widths[column] - TextWidth.of(text)))
        if rightAligned[column] { line.append(padding) }
        line.append(text, paints[column])
        if !rightAligned[column] { line.append(padding) }
      }
      return line
    }
  }
}

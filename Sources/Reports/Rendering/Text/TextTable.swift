internal import Labels
internal import TextLayout

/// Lays out a table for a terminal.
struct TextTable {
  private let headers: [String]
  private let rows: [[String]]
  private let rightAligned: [Bool]
  private let language: Language?
  private static let gap = 2

  init(
    headers: [String], rows: [[String]], rightAligned: [Bool], language: Language? = nil
  ) {
    self.headers = headers
    self.rows = rows
    self.rightAligned = rightAligned
    self.language = language
  }

  func lines(width: Int) -> [String] {
    let widths = columnWidths(width: width)
    var lines = line(headers, widths)
    lines.append(
      widths.map { String(repeating: "─", count: $0) }
        .joined(separator: String(repeating: " ", count: Self.gap)))
    for row in rows { lines += line(row, widths) }
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

  private func line(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrappedCells = zip(cells, widths).map { wrapped($0, width: $1, language: language) }
    let height = wrappedCells.map(\.count).max() ?? 1
    return (0..<height).map { index in
      wrappedCells.indices.map { column in
        let text = index < wrappedCells[column].count ? wrappedCells[column][index] : ""
        let padding = String(repeating: " ", count: max(0, widths[column] - TextWidth.of(text)))
        return rightAligned[column] ? padding + text : text + padding
      }.joined(separator: String(repeating: " ", count: Self.gap))
    }
  }
}

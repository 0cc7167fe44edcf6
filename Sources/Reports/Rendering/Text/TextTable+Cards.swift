extension TextTable {
  /// A card a row: what names it, and below it a line for each other cell that says something. A
  /// blank line ends each.
  func cards(width: Int) -> [TextLine] {
    var lines: [TextLine] = []
    for (place, row) in rows.enumerated() {
      let name = isNamed || headers[0].isEmpty ? row[0] : "\(headers[0]): \(row[0])"
      lines += wrapped(name, width: width, language: language).map { TextLine($0, .strong) }
      for column in row.indices.dropFirst() where !row[column].isEmpty {
        lines += card(headers[column], row[column], paint(place, column), width: width)
      }
      lines.append(TextLine())
    }
    return lines
  }

  /// `Heading: value`, its other lines indented below the first.
  private func card(
    _ heading: String, _ value: String, _ paint: TextPaint?, width: Int
  ) -> [TextLine] {
    let start = heading.isEmpty ? "" : heading + ": "
    let pieces = wrapped(start + value, width: width - 4, language: language)
    return pieces.enumerated().map { number, piece in
      var line = TextLine(number == 0 ? "  " : "    ")
      let isFirst = number == 0 && piece.hasPrefix(start)
      if isFirst { line.append(start) }
      line.append(isFirst ? String(piece.dropFirst(start.count)) : piece, paint)
      return line
    }
  }
}

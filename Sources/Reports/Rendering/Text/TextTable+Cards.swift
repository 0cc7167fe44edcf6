internal import TextLayout

extension TextTable {
  /// A card a row: what names it, and below it the other cells that say something, as many in a line as
  /// fit.
  func cards(width: Int) -> [TextLine] {
    rows.enumerated().flatMap { place, row in
      let name = isNamed || headers[0].isEmpty ? row[0] : "\(headers[0]): \(row[0])"
      var lines = wrapped(name, width: width, language: language).map { TextLine($0, .strong) }
      var isOpen = false
      for column in row.indices.dropFirst() where !row[column].isEmpty && row[column] != nothing {
        let cell = cell(headers[column], row[column], paint(place, column), width: width - 4)
        let last = lines.count - 1
        if isOpen, cell.count == 1, lines[last].width + 3 + cell[0].width <= width {
          lines[last].append(" · ")
          lines[last].append(cell[0])
        } else {
          for (number, piece) in cell.enumerated() {
            lines.append(TextLine(number == 0 ? "  " : "    "))
            lines[lines.count - 1].append(piece)
          }
        }
        isOpen = true
      }
      return lines
    }
  }

  /// `Heading: value` in lines.
  private func cell(
    _ heading: String, _ value: String, _ paint: TextPaint?, width: Int
  ) -> [TextLine] {
    let start = heading.isEmpty ? "" : heading + ": "
    let pieces = wrapped(start + value, width: width, language: language)
    return pieces.enumerated().map { number, piece in
      let isFirst = number == 0 && piece.hasPrefix(start)
      var line = TextLine(isFirst ? start : "")
      line.append(isFirst ? String(piece.dropFirst(start.count)) : piece, paint)
      return line
    }
  }
}

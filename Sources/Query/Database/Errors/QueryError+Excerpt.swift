internal import TextLayout

extension QueryError {
  /// The line of the query that is meant, with a mark under the place, as people read it:
  ///
  /// ```
  /// column "betygg" does not exist
  /// LINE 1: SELECT betygg FROM "answers.csv"
  ///                ^
  /// hint: did you mean 'betyg'?
  /// ```
  ///
  /// A long line is cut around the place. Without a known place there is only message and hint.
  ///
  /// - Parameters:
  ///   - sql: The text that ``position`` counts in.
  ///   - width: The most columns of a line.
  /// - Returns: Two to four lines, without a line end.
  public func formatted(in sql: String, width: Int = 80) -> String {
    var lines = [message]
    if let excerpt = excerpt(of: sql, width: width) { lines.append(excerpt) }
    if let hint { lines.append("hint: " + hint) }
    return lines.joined(separator: "\n")
  }

  /// `LINE 1: …` and the mark below it, two lines; `nil` without a place.
  package func excerpt(of sql: String, width: Int = 80) -> String? {
    guard let place = place(in: sql) else { return nil }
    let label = "LINE \(place.line): "
    let room = max(20, width - label.count)
    var before = TextWidth.visible(String(place.before))
    var after = TextWidth.visible(String(place.after))
    if TextWidth.of(before) + TextWidth.of(after) > room {
      // A third of the line leads up to the place unless there is less after it.
      let lead = max(room / 3, room - TextWidth.of(after))
      before = TextWidth.tail(before, lead)
      after = TextWidth.cut(after, room - TextWidth.of(before))
    }
    let indent = String(repeating: " ", count: label.count + TextWidth.of(before))
    return label + before + after + "\n" + indent + "^"
  }

  /// The line and the column of the place in a text, from 1; columns count scalars.
  package func lineAndColumn(in sql: String) -> (line: Int, column: Int)? {
    place(in: sql).map { ($0.line, $0.before.count + 1) }
  }

  private func place(
    in sql: String
  ) -> (line: Int, before: Substring.UnicodeScalarView, after: Substring.UnicodeScalarView)? {
    guard let position, position > 0, !sql.isEmpty else { return nil }
    let scalars = sql.unicodeScalars
    var index =
      scalars.index(scalars.startIndex, offsetBy: position - 1, limitedBy: scalars.endIndex)
      ?? scalars.endIndex
    if index == scalars.endIndex {
      // The end is shown behind the last word, not on an empty line of its own.
      while index > scalars.startIndex,
        scalars[scalars.index(before: index)].properties.isWhitespace
      {
        index = scalars.index(before: index)
      }
    }
    var line = 1
    var start = scalars.startIndex
    var at = scalars.startIndex
    while at < index {
      let next = scalars.index(after: at)
      if scalars[at] == "\n" {
        line += 1
        start = next
      }
      at = next
    }
    var end = index
    while end < scalars.endIndex, scalars[end] != "\n", scalars[end] != "\r" {
      end = scalars.index(after: end)
    }
    while end > index, scalars[scalars.index(before: end)].properties.isWhitespace {
      end = scalars.index(before: end)
    }
    return (line, scalars[start..<index], scalars[index..<end])
  }
}

internal import TextLayout

/// A line of text, parts of which may be painted.
struct TextLine {
  private struct Span {
    var text: String
    var paint: TextPaint?
  }

  private var spans: [Span] = []

  init(_ text: String = "", _ paint: TextPaint? = nil) { append(text, paint) }

  mutating func append(_ text: String, _ paint: TextPaint? = nil) {
    guard !text.isEmpty else { return }
    if let last = spans.indices.last, spans[last].paint == paint {
      spans[last].text += text
    } else {
      spans.append(Span(text: text, paint: paint))
    }
  }

  mutating func append(_ line: TextLine) {
    for span in line.spans { append(span.text, span.paint) }
  }

  /// What it says.
  var text: String { spans.map(\.text).joined() }

  /// The columns that it takes.
  var width: Int { spans.reduce(0) { $0 + TextWidth.of($1.text) } }

  /// Blanks behind it up to a width.
  mutating func pad(to width: Int) {
    append(String(repeating: " ", count: max(0, width - self.width)))
  }

  /// The line as it is written, without blanks at its end.
  func written(hasColours: Bool) -> String {
    var spans = spans
    while let last = spans.indices.last {
      spans[last].text = finished(spans[last].text)
      guard spans[last].text.isEmpty else { break }
      spans.removeLast()
    }
    for place in spans.indices.dropLast() { spans[place].text = cleaned(spans[place].text) }
    return spans.map { span in
      guard hasColours, let paint = span.paint else { return span.text }
      return paint.painted(span.text)
    }.joined()
  }
}

private func finished(_ text: String) -> String {
  var bytes = Array(cleaned(text).utf8)
  while bytes.last == 0x20 { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}

/// Control characters show as signs: a label of a file can neither move the cursor nor colour or hide what
/// follows. No-break spaces hold numbers together while lines are broken; afterwards they are only in the way
/// of whoever searches the text.
private func cleaned(_ text: String) -> String {
  let text = TextWidth.visible(text)
  guard text.utf8.contains(0xC2) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(scalar == "\u{A0}" ? " " : scalar) }
  return String(result)
}

internal import Labels
internal import TextLayout

/// Charts of rows: a label, marks along a common axis, words at the end. Where there is little width the
/// label stands above its marks.
struct TextChartRows {
  /// The columns that marks have.
  let plotWidth: Int
  private let labelWidth: Int
  private let endWidth: Int
  private let width: Int
  private let language: Language
  private static let gap = 2
  /// Longer bars show nothing more.
  private static let mostMarks = 72

  init(labels: [String], ends: [String], width: Int, language: Language) {
    func widest(_ texts: [String]) -> Int { texts.map { TextWidth.of($0) }.max() ?? 0 }
    let isNarrow = width < 60
    (self.width, self.language) = (width, language)
    labelWidth = isNarrow ? 0 : min(widest(labels), width * 36 / 100)
    endWidth = min(widest(ends), width * (isNarrow ? 50 : 30) / 100)
    let room = width - endWidth - Self.gap - (isNarrow ? 0 : labelWidth + Self.gap)
    plotWidth = min(room, Self.mostMarks)
  }

  /// A row: all of its label and of the words at its end, on as many lines as they take.
  func lines(
    _ label: String, _ plot: TextPlot, _ end: String, isStrong: Bool = false
  ) -> [TextLine] {
    let paint: TextPaint? = isStrong ? .strong : nil
    let ends = wrapped(end, width: max(endWidth, 1), language: language)
    let isAbove = labelWidth == 0
    let labels = wrapped(label, width: isAbove ? width : labelWidth, language: language)
    let height = max(isAbove ? 0 : labels.count, ends.count)
    var lines = isAbove ? labels.filter { !$0.isEmpty }.map { TextLine($0, paint) } : []
    for number in 0..<height {
      var line = TextLine()
      if !isAbove {
        line.append(number < labels.count ? labels[number] : "", paint)
        line.pad(to: labelWidth + Self.gap)
      }
      let start = line.width
      if number == 0 { line.append(plot.line) }
      if number < ends.count, !ends[number].isEmpty {
        line.pad(to: start + plotWidth + Self.gap)
        line.append(ends[number])
      }
      lines.append(line)
    }
    return lines
  }
}

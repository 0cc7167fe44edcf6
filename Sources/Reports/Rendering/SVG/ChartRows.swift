internal import Labels

/// Charts of rows: a label, marks along a common axis, words at the end. Where there is little width the
/// label stands above its marks.
struct ChartRows {
  /// The place of a row's marks.
  struct Place {
    /// Its middle.
    let y: Double
  }

  /// Where marks go.
  let plot: ClosedRange<Double>
  /// Where the words at the end begin.
  let end: Double
  private let labelWidth: Double
  private let markHeight: Double
  private(set) var y: Double
  /// The heights that hold marks and no labels: lines across the rows go there.
  private(set) var spans: [ClosedRange<Double>] = []
  private let isNarrow: Bool

  /// Rows below a height; `ends` are the words at their ends, and `inset` is kept free within the plot
  /// for words of the axis.
  init(
    _ labels: [String], isBold: Bool = false, ends: [String], markHeight: Double, y: Double,
    inset: Double = 6, on canvas: ChartCanvas
  ) {
    isNarrow = canvas.isNarrow
    self.markHeight = markHeight
    self.y = y
    let widest =
      labels.map { AdvanceWidth.of($0, size: ChartCanvas.textSize, isBold: isBold) }.max() ?? 0
    labelWidth = isNarrow ? canvas.width : min(widest, canvas.width * 0.36)
    // Without labels beside it the plot can do with less.
    let endWidth = min(
      ends.map { AdvanceWidth.of($0, size: ChartCanvas.textSize) }.max() ?? 0,
      canvas.width * (isNarrow ? 0.45 : 0.3))
    let start = isNarrow ? inset : labelWidth + 12 + inset
    end = canvas.width - endWidth
    plot = start...max(start + 40, end - (endWidth > 0 ? 10 : 0) - inset)
  }

  /// Writes a row's label and gives the place of its marks.
  mutating func next(_ label: String, isBold: Bool = false, on canvas: inout ChartCanvas) -> Place {
    let lines = AdvanceWidth.lines(
      label, size: ChartCanvas.textSize, width: labelWidth, most: isNarrow ? 3 : 2, isBold: isBold)
    let textHeight = Double(lines.count) * ChartCanvas.lineHeight
    let top = y
    if isNarrow {
      for (index, line) in lines.enumerated() {
        canvas.text(
          line, x: 0, y: y + 11 + Double(index) * ChartCanvas.lineHeight, isBold: isBold)
      }
      y += textHeight + 2 + markHeight + 10
      canvas.reach(y)
      spans.append(top + textHeight + 2...y - 10)
      return Place(y: top + textHeight + 2 + markHeight / 2)
    }
    let height = max(markHeight, textHeight)
    let middle = y + height / 2
    for (index, line) in lines.enumerated() {
      canvas.text(
        line, x: labelWidth,
        y: middle - textHeight / 2 + 11 + Double(index) * ChartCanvas.lineHeight,
        .end, isBold: isBold)
    }
    y += height + 8
    canvas.reach(y)
    spans = [(spans.first?.lowerBound ?? top)...y]
    return Place(y: middle)
  }

  /// Writes words at the end of a row, as much as there is room for.
  func close(
    _ place: Place, _ words: String, paint: ChartPaint = .ink, on canvas: inout ChartCanvas
  ) {
    let line =
      AdvanceWidth.lines(
        words, size: ChartCanvas.textSize, width: canvas.width - end, most: 1
      ).first ?? ""
    canvas.text(line, x: end, y: place.y + 4, paint: paint)
  }
}

extension ChartCanvas {
  /// Vertical lines at round figures, and the figures below; those that would touch are left out.
  mutating func axis(
    _ scale: ChartScale, across rows: ChartRows, ticks: [Double]? = nil,
    words: (Double) -> String
  ) {
    var last = -Double.infinity
    let bottom = rows.y
    for tick in ticks ?? scale.ticks(isNarrow ? 3 : 5) {
      let x = scale(tick)
      for span in rows.spans {
        line(from: (x, span.lowerBound), to: (x, span.upperBound), paint: .grid)
      }
      let label = words(tick)
      let half = AdvanceWidth.of(label, size: Self.smallSize) / 2
      let place = min(max(x, half), width - half)
      guard place - half > last + 6 else { continue }
      text(label, x: place, y: bottom + 13, .middle, size: Self.smallSize, paint: .muted)
      last = place + half
    }
    reach(bottom + 18)
  }

  /// The value to reach of one row, as a line across its marks.
  mutating func target(_ x: Double, in place: ChartRows.Place) {
    line(from: (x, place.y - 9), to: (x, place.y + 9), paint: .target, width: 2.5)
  }

  /// A value to reach, as a line across all rows with its words above.
  mutating func target(_ x: Double, top: Double, spans: [ClosedRange<Double>], words: String) {
    for span in spans {
      line(
        from: (x, span.lowerBound), to: (x, span.upperBound), paint: .target, width: 1.5,
        isDashed: true)
    }
    let half = AdvanceWidth.of(words, size: Self.smallSize, isBold: true) / 2
    text(
      words, x: min(max(x, half), width - half), y: top + 11, .middle, size: Self.smallSize,
      paint: .target, isBold: true)
  }
}

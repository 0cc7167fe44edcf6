internal import Labels

/// Counts of one whole as a bar in a cell; below it, thinner, those of before.
enum CellBar {
  /// A part of the bar.
  struct Part {
    var fact: Fact?
    var paint: ChartPaint
    /// What it counts.
    var label: String
  }

  private static let (width, height, thin) = (160.0, 18.0, 4.0)

  /// Draws a bar.
  ///
  /// - Parameters:
  ///   - parts: The parts, from left to right.
  ///   - before: Those of before, which may be none.
  ///   - words: How figures are written.
  /// - Returns: An `svg` element; nothing where there is nothing to count.
  static func svg(_ parts: [Part], before: [Part], words: FactWords) -> String? {
    let total = sum(parts)
    guard total > 0 else { return nil }
    var canvas = ChartCanvas(width: width, usesVariables: true)
    draw(parts, y: 0, height: height, on: &canvas, words: words)
    let hasBefore = sum(before) > 0
    if hasBefore { draw(before, y: height + 2, height: thin, on: &canvas, words: nil) }
    let full = hasBefore ? height + 2 + thin : height
    var markup = Markup()
    let earlier = Label("året innan: ", "the year before: ")[words.language]
    markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "bar",
        "viewBox": "0 0 \(ChartCanvas.number(width)) \(ChartCanvas.number(full))",
        "width": ChartCanvas.number(width), "height": ChartCanvas.number(full), "role": "img",
        "font-family": SVGRenderer.fonts, "font-size": ChartCanvas.number(ChartCanvas.textSize),
        "aria-label": description(parts, words)
          + (hasBefore ? "; " + earlier + description(before, words) : ""),
      ]
    ) { $0.raw(canvas.markup.text) }
    return markup.text
  }

  private static func sum(_ parts: [Part]) -> Double {
    parts.compactMap { $0.fact?.plotted }.reduce(0, +)
  }

  private static func draw(
    _ parts: [Part], y: Double, height: Double, on canvas: inout ChartCanvas, words: FactWords?
  ) {
    let scale = ChartScale(0...sum(parts), to: 0...width)
    var sum = 0.0
    for part in parts {
      guard let fact = part.fact, let count = fact.plotted, count > 0 else { continue }
      let x = scale(sum)
      sum += count
      canvas.segment(
        x: x, width: scale(sum) - x, y: y, height: height, paint: part.paint,
        words: words.map { $0.text(fact) } ?? "")
    }
  }

  private static func description(_ parts: [Part], _ words: FactWords) -> String {
    parts.filter { ($0.fact?.plotted ?? 0) > 0 }.map { part in
      "\(part.fact.map { words.text($0) } ?? "") \(part.label.lowercased())"
    }.joined(separator: ", ")
  }
}

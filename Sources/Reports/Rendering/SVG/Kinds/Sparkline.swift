internal import Labels

/// A series as small as a word, for a line of text or a cell.
public enum Sparkline {
  /// Draws some figures, the oldest first; what is unknown or withheld is a gap.
  ///
  /// - Parameters:
  ///   - facts: The figures.
  ///   - description: What it shows, in words.
  ///   - usesVariables: Whether colours are variables of the page.
  /// - Returns: An `svg` element of 80 by 20 points; nothing where fewer than two figures are known.
  public static func svg(
    of facts: [Fact?], description: String, usesVariables: Bool = true
  ) -> String? {
    let values = facts.map { $0?.plotted }
    let known = values.compactMap(\.self)
    guard known.count > 1, let low = known.min(), let high = known.max() else { return nil }
    let heights = ChartScale(
      low == high ? low - 1...high + 1 : low...high, to: 4...16, isReversed: true)
    let step = 72 / Double(max(values.count - 1, 1))
    var canvas = ChartCanvas(width: 80, usesVariables: usesVariables)
    let points = values.enumerated().map { (x: 4 + Double($0) * step, value: $1) }
    for run in points.split(whereSeparator: { $0.value == nil }) {
      let places = run.map { (x: $0.x, y: heights($0.value ?? 0)) }
      if places.count == 1 {
        canvas.dot(x: places[0].x, y: places[0].y, radius: 1.5, paint: .figure)
      }
      canvas.path(places, paint: .figure, width: 1.5)
    }
    if let last = points.last(where: { $0.value != nil }), let value = last.value {
      canvas.dot(x: last.x, y: heights(value), radius: 2.5, paint: .figure)
    }
    var markup = Markup()
    markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 80 20", "width": "80",
        "height": "20", "role": "img", "aria-label": description,
      ]
    ) { $0.raw(canvas.markup.text) }
    return markup.text
  }
}

/// Where a chart is drawn: text that is measured, shapes, and the height that they took.
struct ChartCanvas {
  /// How text is placed at its point.
  enum Anchor: String { case start, middle, end }

  /// The width of the drawing.
  let width: Double
  /// Whether colours are variables of the page.
  let usesVariables: Bool
  /// How far down the drawing reaches.
  private(set) var height = 0.0
  private(set) var markup = Markup()

  /// The size of ordinary text.
  static let textSize = 12.0
  /// The size of text on axes.
  static let smallSize = 11.0
  /// From line to line.
  static let lineHeight = 15.0

  init(width: Double, usesVariables: Bool) {
    self.width = width
    self.usesVariables = usesVariables
  }

  /// Whether labels stand above their marks for want of width.
  var isNarrow: Bool { width < 480 }

  func colour(_ paint: ChartPaint) -> String {
    usesVariables ? "var(--c-\(paint.name))" : paint.light
  }

  mutating func reach(_ y: Double) { height = max(height, y) }

  /// Words at a point, which is at the foot of their letters.
  mutating func text(
    _ words: String, x: Double, y: Double, _ anchor: Anchor = .start, size: Double = textSize,
    paint: ChartPaint = .ink, isBold: Bool = false
  ) {
    guard !words.isEmpty else { return }
    reach(y + 4)
    markup.element(
      "text",
      [
        "x": Self.number(x), "y": Self.number(y),
        "text-anchor": anchor == .start ? nil : anchor.rawValue,
        "font-size": size == Self.textSize ? nil : Self.number(size),
        "font-weight": isBold ? "600" : nil, "fill": colour(paint),
      ], words)
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, paint: ChartPaint, radius: Double = 0,
    outline: ChartPaint? = nil
  ) {
    guard width > 0, height > 0 else { return }
    reach(y + height)
    markup.void(
      "rect",
      [
        "x": Self.number(x), "y": Self.number(y), "width": Self.number(width),
        "height": Self.number(height), "rx": radius > 0 ? Self.number(radius) : nil,
        "fill": colour(paint), "stroke": outline.map(colour),
      ])
  }

  mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), paint: ChartPaint,
    width: Double = 1, isDashed: Bool = false
  ) {
    reach(max(start.y, end.y))
    markup.void(
      "line",
      [
        "x1": Self.number(start.x), "y1": Self.number(start.y), "x2": Self.number(end.x),
        "y2": Self.number(end.y), "stroke": colour(paint), "stroke-width": Self.number(width),
        "stroke-dasharray": isDashed ? "4 3" : nil,
      ])
  }

  mutating func dot(
    x: Double, y: Double, radius: Double, paint: ChartPaint, isHollow: Bool = false
  ) {
    reach(y + radius)
    markup.void(
      "circle",
      [
        "cx": Self.number(x), "cy": Self.number(y), "r": Self.number(radius),
        "fill": colour(isHollow ? .ground : paint), "stroke": colour(isHollow ? paint : .ground),
        "stroke-width": isHollow ? "2" : "1.5",
      ])
  }

  mutating func path(
    _ points: [(x: Double, y: Double)], paint: ChartPaint, width: Double = 2, isDashed: Bool = false
  ) {
    guard points.count > 1 else { return }
    let places = points.map { "\(Self.number($0.x)) \(Self.number($0.y))" }
    markup.void(
      "path",
      [
        "d": "M" + places.joined(separator: "L"), "fill": "none", "stroke": colour(paint),
        "stroke-width": Self.number(width), "stroke-linejoin": "round",
        "stroke-linecap": "round", "stroke-dasharray": isDashed ? "4 4" : nil,
      ])
  }

  mutating func area(_ points: [(x: Double, y: Double)], paint: ChartPaint) {
    guard points.count > 2 else { return }
    let places = points.map { "\(Self.number($0.x)) \(Self.number($0.y))" }
    markup.void(
      "path",
      [
        "d": "M" + places.joined(separator: "L") + "Z", "fill": colour(paint),
        "fill-opacity": "0.55",
      ])
  }

  /// Puts another drawing of the same width on top.
  mutating func append(_ other: ChartCanvas) {
    markup.raw(other.markup.text)
    reach(other.height)
  }

  /// A coordinate with one decimal, written the same everywhere.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }
}

extension ChartCanvas {
  /// Signs and their words, as many in a line as fit.
  mutating func legend(_ entries: [LegendEntry], y top: Double) -> Double {
    guard !entries.isEmpty else { return top }
    var (x, y) = (0.0, top)
    for entry in entries {
      let room = width - 20
      let label =
        AdvanceWidth.lines(entry.label, size: Self.textSize, width: room, most: 1).first ?? ""
      let needed = 18 + AdvanceWidth.of(label, size: Self.textSize)
      if x > 0, x + needed > width { (x, y) = (0, y + Self.lineHeight + 3) }
      switch entry.sign {
      case .square: rectangle(x: x, y: y, width: 12, height: 12, paint: entry.paint, radius: 2)
      case .dot: dot(x: x + 6, y: y + 6, radius: 5, paint: entry.paint)
      case .ring: dot(x: x + 6, y: y + 6, radius: 4.5, paint: entry.paint, isHollow: true)
      case .band:
        rectangle(x: x, y: y + 2, width: 12, height: 8, paint: entry.paint, radius: 4)
      case .rule:
        line(from: (x, y + 6), to: (x + 12, y + 6), paint: entry.paint, width: 2)
      case .line:
        line(
          from: (x, y + 6), to: (x + 12, y + 6), paint: entry.paint, width: 2, isDashed: true)
      }
      text(label, x: x + 18, y: y + 10.5)
      x += needed + 16
    }
    return y + Self.lineHeight + 9
  }
}

/// A sign of a legend.
struct LegendEntry {
  enum Sign { case square, dot, ring, band, line, rule }

  var sign: Sign
  var paint: ChartPaint
  var label: String
}

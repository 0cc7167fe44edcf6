public import Labels

/// Draws the charts of a report. The same chart gives the same bytes; what is missing or withheld is a
/// gap, never a zero.
public struct SVGRenderer: Sendable {
  /// The language of texts.
  public var language: Language
  /// The width, in points.
  public var width: Double

  /// A renderer.
  public init(language: Language, width: Double = 720) {
    self.language = language
    self.width = width
  }

  /// A chart as a file of its own; `nil` where its table lacks a column or every row.
  public func file(_ chart: ReportChart, in table: ReportTable) -> String? {
    drawing(chart, in: table, id: chart.id, usesVariables: false)
      .map { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + $0 + "\n" }
  }

  /// A chart as an element of a page that defines the variables of its colours; `id` is unique there.
  func element(_ chart: ReportChart, in table: ReportTable, id: String) -> String? {
    drawing(chart, in: table, id: id, usesVariables: true)
  }

  private func drawing(
    _ chart: ReportChart, in table: ReportTable, id: String, usesVariables: Bool
  ) -> String? {
    guard let data = ChartData(chart, in: table, language: language), !data.rows.isEmpty else {
      return nil
    }
    var canvas = ChartCanvas(width: width, usesVariables: usesVariables)
    data.draw(on: &canvas)
    let padding = usesVariables ? 0.0 : 16.0
    let (fullWidth, height) = (width + 2 * padding, canvas.height.rounded(.up) + 2 * padding)
    var markup = Markup()
    markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "viewBox":
          "\(ChartCanvas.number(-padding)) \(ChartCanvas.number(-padding)) "
          + "\(ChartCanvas.number(fullWidth)) \(ChartCanvas.number(height))",
        "width": ChartCanvas.number(fullWidth), "height": ChartCanvas.number(height),
        "font-family": Self.fonts, "font-size": ChartCanvas.number(ChartCanvas.textSize),
        "aria-labelledby": "\(id)-t \(id)-d", "lang": usesVariables ? nil : language.rawValue,
      ]
    ) { markup in
      markup.element("title", ["id": "\(id)-t"], chart.title[language])
      markup.element("desc", ["id": "\(id)-d"], ChartDescription(data: data).text)
      if !usesVariables {
        markup.void(
          "rect",
          [
            "x": ChartCanvas.number(-padding), "y": ChartCanvas.number(-padding),
            "width": ChartCanvas.number(fullWidth), "height": ChartCanvas.number(height),
            "fill": ChartPaint.ground.light,
          ])
      }
      markup.raw(canvas.markup.text)
    }
    return markup.text
  }

  /// Fonts about as wide as Helvetica, which widths are reckoned from.
  static let fonts = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
}

extension ChartData {
  fileprivate func draw(on canvas: inout ChartCanvas) {
    switch chart.kind {
    case .divergingBars: divergingBars(on: &canvas)
    case .shares: shares(on: &canvas)
    case .bullet: bullet(on: &canvas)
    case .line: line(on: &canvas)
    case .control: control(on: &canvas)
    case .histogram: histogram(on: &canvas)
    case .dots: dots(on: &canvas)
    case .stackedBar: stackedBar(on: &canvas)
    case .funnel: funnel(on: &canvas)
    case .ranks: ranks(on: &canvas)
    }
  }
}

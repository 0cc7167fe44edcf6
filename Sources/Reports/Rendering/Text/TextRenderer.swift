public import Labels
internal import Tables
internal import TextLayout

/// Renders a report as plain text for people; on a terminal in its width, with charts of characters.
public struct TextRenderer: ReportRenderer, Hashable {
  /// The language.
  public var language: Language
  /// Whether to list where every row comes from.
  public var showsSources: Bool
  /// What it may look like.
  public var style: TextStyle

  /// A renderer.
  public init(language: Language, showsSources: Bool = false, style: TextStyle = .plain) {
    self.language = language
    self.showsSources = showsSources
    self.style = style
  }

  /// The files of a report: see ``ReportRenderer``.
  public func files(of document: ReportDocument, at place: ReportPlace) -> [ReportFile] {
    [ReportFile(path: "\(place.path).txt", content: Array(render(document).utf8))]
  }

  var words: FactWords { FactWords(language) }

  /// The report as text that ends with a line feed.
  public func render(_ document: ReportDocument) -> String {
    var lines = prose(document.title[language].uppercased(), .strong)
    if let subtitle = document.subtitle { lines += prose(words.text(subtitle)) }
    lines.append(TextLine(String(repeating: "═", count: style.width)))
    for rendered in ParallelLoop.map(document.blocks.count, { render($0, of: document) })
    where !rendered.isEmpty {
      lines += [TextLine()] + rendered
    }
    return lines.map { $0.written(hasColours: style.hasColours) }.joined(separator: "\n") + "\n"
  }

  private func render(_ place: Int, of document: ReportDocument) -> [TextLine] {
    // On a page of its own every line counts, and headings say what its tables are.
    let isTitled = place >= document.firstPage
    switch document.blocks[place] {
    case .heading(let level, let label):
      let text = label[language]
      let lines = prose(level == 1 ? text.uppercased() : text, .strong)
      let rule = String(
        repeating: level == 1 ? "─" : "·", count: lines.map(\.width).max() ?? 0)
      return lines + [TextLine(rule)]
    case .paragraph(let sentence): return prose(words.text(sentence))
    case .note(let sentence): return hanging("* ", words.text(sentence))
    case .table(let table):
      return table.audience == .dataFiles
        ? [] : render(table, document.documents, isTitled: isTitled)
    case .chart(let chart):
      guard style.isDrawn, let table = document.table(ofChartAt: place),
        let data = ChartData(chart, in: table, language: language), !data.rows.isEmpty
      else { return [] }
      let lines = TextChart(data: data, width: style.width).lines
      return (isTitled ? prose(chart.title[language], .strong) : []) + lines
    }
  }

  /// Running text.
  func prose(_ text: String, _ paint: TextPaint? = nil) -> [TextLine] {
    wrapped(text, width: style.proseWidth, language: language).map { TextLine($0, paint) }
  }

  /// A text behind a mark, its other lines indented below the first.
  func hanging(_ mark: String, _ text: String) -> [TextLine] {
    let indent = String(repeating: " ", count: TextWidth.of(mark))
    let lines = wrapped(text, width: style.proseWidth - indent.count, language: language)
    return lines.enumerated().map { TextLine(($0 == 0 ? mark : indent) + $1) }
  }
}

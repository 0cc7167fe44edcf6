public import Labels

/// Renders a report as Markdown with GitHub's tables; its charts are drawings in files beside it.
public struct MarkdownRenderer: ReportRenderer {
  /// The language.
  public var language: Language
  /// Whether to list where every row comes from.
  public var showsSources: Bool

  /// A renderer.
  public init(language: Language, showsSources: Bool = false) {
    self.language = language
    self.showsSources = showsSources
  }

  /// The report, then its charts.
  public func files(of document: ReportDocument, at place: ReportPlace) -> [ReportFile] {
    let drawings = drawings(document)
    let folder = Self.relative(place)
    let text = render(document) { block in
      drawings[block].map { "\(folder)\($0.name).svg" }
    }
    return [ReportFile(path: "\(place.path).md", content: Array(text.utf8))]
      + drawings.sorted { $0.key < $1.key }.map {
        ReportFile(path: place.file($0.value.name, "svg"), content: Array($0.value.svg.utf8))
      }
  }

  /// The report without its charts, whose figures stand in its tables.
  public func render(_ document: ReportDocument) -> String {
    render(document) { _ in nil }
  }

  private struct Drawing {
    var name: String
    var svg: String
  }

  /// The charts by the place of their blocks.
  private func drawings(_ document: ReportDocument) -> [Int: Drawing] {
    var ids = ElementIDs()
    var drawings: [Int: Drawing] = [:]
    for (place, block) in document.blocks.enumerated() {
      guard case .chart(let chart) = block, let table = document.table(ofChartAt: place),
        let svg = SVGRenderer(language: language).file(chart, in: table)
      else { continue }
      drawings[place] = Drawing(name: ids.next(chart.id), svg: svg)
    }
    return drawings
  }

  /// The folder of what belongs to a report, as the report's own file names it.
  private static func relative(_ place: ReportPlace) -> String {
    let own = place.path.split(separator: "/").dropLast()
    let folder = place.folder.split(separator: "/")
    let isBelow = folder.starts(with: own)
    let steps =
      isBelow ? Array(folder.dropFirst(own.count)) : own.map { _ in ".." } + folder
    return steps.map { MarkdownText.address(String($0)) + "/" }.joined()
  }

  /// The blocks of a report as a part of another text, and its charts.
  ///
  /// - Parameters:
  ///   - document: The report; its title is left out.
  ///   - level: That of its first headings.
  ///   - folder: Where its charts go, from the text.
  ///   - prefix: What their names begin with.
  /// - Returns: The Markdown, and the files of the charts.
  package func part(
    of document: ReportDocument, level: Int, folder: String, prefix: String
  ) -> (text: String, drawings: [ReportFile]) {
    let drawings = drawings(document)
    let parts = blocks(document, level: level) { block in
      drawings[block].map { "\(Self.address(folder))/\(prefix)\($0.name).svg" }
    }
    return (
      parts.joined(separator: "\n\n"),
      drawings.sorted { $0.key < $1.key }.map {
        ReportFile(
          path: "\(folder)/\(prefix)\($0.value.name).svg", content: Array($0.value.svg.utf8))
      }
    )
  }

  /// What readers see of a cell, as a part of a line of another text.
  package func inline(_ cell: ReportCell) -> String {
    let text = MarkdownText(words: FactWords(language))
    return text.line(text.words.text(cell))
  }

  /// A name as a part of an address.
  package static func address(_ name: String) -> String { MarkdownText.address(name) }

  private func render(_ document: ReportDocument, drawing: (Int) -> String?) -> String {
    let text = MarkdownText(words: FactWords(language, documents: document.documents))
    var parts = ["# " + text.line(document.title[language])]
    if let subtitle = document.subtitle { parts.append(text.line(subtitle.text(language))) }
    parts += blocks(document, level: 2, drawing: drawing)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func blocks(
    _ document: ReportDocument, level first: Int, drawing: (Int) -> String?
  ) -> [String] {
    let text = MarkdownText(words: FactWords(language, documents: document.documents))
    var parts: [String] = []
    for (place, block) in document.blocks.enumerated() {
      switch block {
      case .heading(let level, let label):
        parts.append(
          String(repeating: "#", count: min(level + first - 1, 6)) + " "
            + text.line(label[language]))
      case .paragraph(let sentence): parts.append(text.paragraph(sentence))
      case .note(let sentence): parts.append("> " + text.paragraph(sentence))
      case .table(let table):
        guard table.audience != .dataFiles else { continue }
        parts.append(MarkdownTable(table, text: text).text(showsSources: showsSources))
      case .chart(let chart):
        guard let file = drawing(place) else { continue }
        parts.append("![\(text.line(chart.title[language]))](\(file))")
      }
    }
    return parts
  }
}

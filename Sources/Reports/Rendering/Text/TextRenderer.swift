internal import Diagnostics
internal import Indicators
public import Labels
internal import TextLayout

/// Renders a report as plain text for people, at most 100 columns wide.
public struct TextRenderer: ReportRenderer {
  /// The language.
  public var language: Language
  /// Whether to list where every row comes from.
  public var showsSources: Bool
  /// The most columns of a line.
  public var width: Int

  /// A renderer.
  public init(language: Language, showsSources: Bool = false, width: Int = 100) {
    self.language = language
    self.showsSources = showsSources
    self.width = width
  }

  /// The files of a report: see ``ReportRenderer``.
  public func files(of document: ReportDocument, at place: ReportPlace) -> [ReportFile] {
    [ReportFile(path: "\(place.path).txt", content: Array(render(document).utf8))]
  }

  private var words: FactWords { FactWords(language) }

  /// The report as text that ends with a line feed.
  public func render(_ document: ReportDocument) -> String {
    var lines: [String] = []
    lines += wrapped(document.title[language].uppercased(), width: width, language: language)
    if let subtitle = document.subtitle {
      lines += wrapped(words.text(subtitle), width: width, language: language)
    }
    lines.append(String(repeating: "═", count: width))
    for (place, block) in document.blocks.enumerated() {
      // On a page of its own every line counts, and headings say what its tables are.
      let rendered = render(
        block, document.documents, isTitled: place >= document.firstPage)
      if !rendered.isEmpty { lines += [""] + rendered }
    }
    return lines.map(finished).joined(separator: "\n") + "\n"
  }

  private func render(_ block: Block, _ documents: DocumentNames, isTitled: Bool) -> [String] {
    switch block {
    case .heading(let level, let label):
      let text = label[language]
      let lines = wrapped(level == 1 ? text.uppercased() : text, width: width, language: language)
      let rule = String(
        repeating: level == 1 ? "─" : "·", count: lines.map { TextWidth.of($0) }.max() ?? 0)
      return lines + [rule]
    case .paragraph(let sentence):
      return wrapped(words.text(sentence), width: width, language: language)
    case .note(let sentence):
      return hanging("* ", words.text(sentence))
    case .table(let table):
      return table.audience == .dataFiles ? [] : render(table, documents, isTitled: isTitled)
    case .chart:
      return []
    }
  }

  private func render(_ table: ReportTable, _ documents: DocumentNames, isTitled: Bool) -> [String]
  {
    let shown = ShownTable(table)
    let columns = shown.columns
    var lines =
      isTitled ? wrapped(shown.title[language], width: width, language: language) : []
    if table.rows.isEmpty {
      lines.append(Label("(inga rader)", "(no rows)")[language])
    } else {
      let layout = TextTable(
        headers: columns.map { table.columns[$0].header[language] },
        rows: table.rows.map { row in
          columns.enumerated().map { place, column in
            let text = words.text(row.cells[column], shown.aspect(column))
            return place == 0 ? String(repeating: "· ", count: row.depth) + text : text
          }
        },
        rightAligned: columns.map { table.isNumeric(column: $0) }, language: language)
      lines += layout.lines(width: width)
    }
    for note in table.notes { lines += hanging("  ", words.text(note.text)) }
    if showsSources { lines += sources(table, firstColumn: columns.first ?? 0, documents) }
    return lines
  }

  private func sources(
    _ table: ReportTable, firstColumn: Int, _ documents: DocumentNames
  ) -> [String] {
    let traced = table.rows.filter { !$0.documents.isEmpty || !$0.locations.isEmpty }
    guard !traced.isEmpty else { return [] }
    var lines = [Label("Källor:", "Sources:")[language]]
    for row in traced {
      let name = words.text(row.cells[firstColumn])
      let stated = row.documents.isEmpty ? [] : [documents.label(row.documents)[language]]
      let places = stated + row.locations.map(\.description)
      lines += hanging("  ", "\(name): " + places.joined(separator: "; "))
    }
    return lines
  }

  /// A text behind a mark, its other lines indented below the first.
  private func hanging(_ mark: String, _ text: String) -> [String] {
    let indent = String(repeating: " ", count: TextWidth.of(mark))
    let lines = wrapped(text, width: width - TextWidth.of(mark), language: language)
    return lines.enumerated().map {
      index, line in
      (index == 0 ? mark : indent) + line
    }
  }

  /// No-break spaces hold numbers together while lines are broken; afterwards they are only in the
  /// way of whoever searches the text.
  private func finished(_ line: String) -> String {
    var bytes = Array(withoutControls(line).utf8)
    while bytes.last == 0x20 { bytes.removeLast() }
    // U+00A0 is C2 A0 in UTF-8.
    while let mark = bytes.indices.dropLast().first(where: {
      bytes[$0] == 0xC2 && bytes[$0 + 1] == 0xA0
    }) {
      bytes.replaceSubrange(mark...mark + 1, with: CollectionOfOne(0x20))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A line in which control characters show as signs: a label of a file can neither move the cursor
/// nor colour or hide what follows.
private func withoutControls(_ line: String) -> String {
  func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
  guard line.unicodeScalars.contains(where: isControl) else { return line }
  var result = String.UnicodeScalarView()
  for scalar in line.unicodeScalars {
    let sign = scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) : "\u{FFFD}"
    result.append(isControl(scalar) ? sign ?? "\u{FFFD}" : scalar)
  }
  return String(result)
}

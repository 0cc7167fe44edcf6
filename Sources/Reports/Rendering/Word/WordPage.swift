internal import Labels

/// A report in the HTML that pandoc makes a Word file of: headings, paragraphs, tables with headings and
/// widths, pictures.
struct WordPage {
  let document: ReportDocument
  let words: FactWords
  /// The pictures of charts, by the places of their blocks.
  let pictures: [Int: String]

  private var language: Language { words.language }

  var text: String {
    var markup = Markup()
    markup.raw("<!DOCTYPE html>\n")
    markup.element("html", ["lang": language == .swedish ? "sv-SE" : "en-GB"]) { markup in
      markup.element("head") { markup in
        markup.void("meta", ["charset": "utf-8"])
        markup.element("title", document.title[language])
      }
      markup.element("body") { markup in
        if let subtitle = document.subtitle {
          paragraph(words.text(subtitle), style: "Subtitle", &markup)
        }
        for (place, block) in document.blocks.enumerated() { write(block, at: place, &markup) }
      }
    }
    return markup.text + "\n"
  }

  private func write(_ block: Block, at place: Int, _ markup: inout Markup) {
    if place > 0, place == document.firstPage {
      paragraph("\u{A0}", style: "Next Page", &markup)
    }
    switch block {
    case .heading(let level, let label):
      markup.element("h\(min(max(level, 1), 3))", label[language])
    case .paragraph(let sentence): markup.element("p", words.text(sentence))
    case .note(let sentence): paragraph(words.text(sentence), style: "Remark", &markup)
    case .table(let table):
      guard table.audience != .dataFiles else { return }
      // On a page of its own every line counts, and headings say what its tables are.
      WordTable(
        table, words: words, isTitled: place >= document.firstPage,
        isBeforeHeading: isHeading(at: place + 1)
      ).write(&markup)
    case .chart(let chart):
      guard let picture = pictures[place], let table = document.table(ofChartAt: place) else {
        return
      }
      let title = table.isExample ? chart.title.asExample : chart.title
      paragraph(title[language], style: "Chart Title", &markup)
      let description =
        ChartData(chart, in: table, language: language).map { ChartDescription(data: $0).text }
        ?? ""
      markup.element("p") { markup in
        markup.void("img", ["src": picture, "alt": description, "style": "width:100%"])
      }
    }
  }
}

extension WordPage {
  private func isHeading(at place: Int) -> Bool {
    guard document.blocks.indices.contains(place), case .heading = document.blocks[place] else {
      return false
    }
    return true
  }
}

/// A paragraph in a style of the reference document.
private func paragraph(_ text: String, style: String, _ markup: inout Markup) {
  markup.element("div", ["custom-style": style]) { $0.element("p", text) }
}

/// A table of a report for Word.
private struct WordTable {
  private let shown: ShownTable
  private let notes: PlacedNotes
  private let words: FactWords
  private let isNumeric: [Bool]
  private let isTitled: Bool
  private let isBeforeHeading: Bool

  init(_ table: ReportTable, words: FactWords, isTitled: Bool, isBeforeHeading: Bool) {
    (self.isTitled, self.isBeforeHeading) = (isTitled, isBeforeHeading)
    shown = ShownTable(table)
    notes = PlacedNotes(shown)
    self.words = words
    isNumeric = shown.columns.map { table.isNumeric(column: $0) }
  }

  private var table: ReportTable { shown.table }
  private var language: Language { words.language }

  func write(_ markup: inout Markup) {
    if table.rows.isEmpty {
      if isTitled { paragraph(shown.title[language], style: "Table Caption", &markup) }
      paragraph(Label("(inga rader)", "(no rows)")[language], style: "Table Note", &markup)
    } else {
      rows(&markup)
    }
    for note in notes.general { paragraph(words.text(note), style: "Table Note", &markup) }
    for (place, note) in notes.numbered.enumerated() {
      markup.element("div", ["custom-style": "Table Note"]) { markup in
        markup.element("p") { markup in
          markup.element("sup", String(place + 1))
          markup.text(" " + words.text(note))
        }
      }
    }
    // Word joins tables that nothing stands between.
    if notes.general.isEmpty, notes.numbered.isEmpty, !isBeforeHeading {
      paragraph("\u{A0}", style: "Table Note", &markup)
    }
  }

  private func rows(_ markup: inout Markup) {
    markup.element("table") { markup in
      if isTitled { markup.element("caption", shown.title[language]) }
      markup.element("colgroup") { markup in
        for width in widths { markup.void("col", ["style": "width:\(width)%"]) }
      }
      markup.element("thead") { markup in
        markup.element("tr") { markup in
          for (place, column) in shown.columns.enumerated() {
            markup.element("th", ["style": alignment(place)]) { markup in
              markup.text(table.columns[column].header[language])
              marks(notes.numbers(at: .column(column)), &markup)
            }
          }
        }
      }
      markup.element("tbody") { markup in
        for row in table.rows.indices { self.row(row, &markup) }
      }
    }
  }

  private func row(_ row: Int, _ markup: inout Markup) {
    let source = table.rows[row]
    markup.element("tr") { markup in
      for (place, column) in shown.columns.enumerated() {
        markup.element("td", ["style": alignment(place)]) { markup in
          let indent = place == 0 ? String(repeating: "\u{2003}", count: source.depth) : ""
          content(
            indent + text(source.cells[column], column), isTotal: source.totalOf != nil, &markup)
          marks(notes.numbers(at: .cell(row: row, column: column)), &markup)
        }
      }
    }
  }

  private func text(_ cell: ReportCell, _ column: Int) -> String {
    let text = words.text(cell, shown.aspect(column))
    guard let fact = cell.fact else { return text }
    if case .withheld(let reason) = fact.value { return text + " " + reason.label[language] }
    guard fact.marks.contains(.reconstructed), !table.isExample else { return text }
    return text + Label(" (exempel)", " (example)")[language]
  }

  private func content(_ text: String, isTotal: Bool, _ markup: inout Markup) {
    func lines(_ markup: inout Markup) {
      for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if place > 0 { markup.void("br") }
        markup.text(String(line))
      }
    }
    if isTotal, !text.isEmpty { markup.element("strong") { lines(&$0) } } else { lines(&markup) }
  }

  private func marks(_ numbers: [Int], _ markup: inout Markup) {
    guard !numbers.isEmpty else { return }
    markup.element("sup", numbers.map(String.init).joined(separator: ", "))
  }

  private func alignment(_ place: Int) -> String? { isNumeric[place] ? "text-align:right" : nil }

  /// Widths in per cent: each column gets room for its longest word, and a share of the rest by how much
  /// more it holds.
  private var widths: [Int] {
    let needs = shown.columns.map { column -> (least: Double, wish: Double) in
      let header = table.columns[column].header[language]
      let texts = table.rows.map { text($0.cells[column], column) }
      // Bold letters are wider; what stands around the words of a cell takes as much as some letters.
      let word = max(
        Double(texts.map(\.longestWord).max() ?? 0), Double(header.longestWord) * Self.boldness)
      let least = min(word, Self.longestWord) + Self.padding
      let whole = min(Double(texts.map(\.count).max() ?? 0), Self.longestLine) + Self.padding
      return (least, max(least, whole))
    }
    let least = needs.map(\.least).reduce(0, +)
    let wish = needs.map(\.wish).reduce(0, +)
    // Of the room that is left, a column gets what it wishes for, or its part of it.
    let part = wish > least ? min(max(Self.room - least, 0) / (wish - least), 1) : 0
    let widths = needs.map { $0.least + ($0.wish - $0.least) * part }
    let sum = max(widths.reduce(0, +), part == 1 ? Self.room * 0.6 : 0)
    return widths.map { max(Int(($0 / sum * 100).rounded(.down)), 1) }
  }

  private static let padding = 3.5
  private static let boldness = 1.1
  private static let longestWord = 24.0
  private static let longestLine = 60.0
  /// The letters of a line of a table across the page.
  private static let room = 124.0
}

internal import Labels
internal import Spreadsheets

/// The workbook of one report.
struct XLSXReport {
  /// A table and the sheet that it stands on.
  struct Part {
    /// The place of its block.
    let place: Int
    let shown: ShownTable
    let sheet: Sheet
  }

  let document: ReportDocument
  let words: FactWords
  let workbook: Workbook
  let styles: XLSXStyles
  let contents: Sheet
  /// The tables that readers see, in order.
  let parts: [Part]

  init(_ document: ReportDocument, language: Language) throws {
    self.document = document
    words = FactWords(language, documents: document.documents)
    let workbook = try Workbook(title: document.title[language], language: language)
    self.workbook = workbook
    styles = XLSXStyles(workbook)
    contents = workbook.addSheet(Label("Innehåll", "Contents")[language])
    let names = Self.names(document, language)
    parts = document.blocks.enumerated().compactMap { place, block in
      guard case .table(let table) = block, let name = names[place] else { return nil }
      return Part(place: place, shown: ShownTable(table), sheet: workbook.addSheet(name))
    }
  }

  var language: Language { words.language }

  func bytes() throws -> [UInt8] {
    for part in parts {
      guard part.shown.table.rows.count < Sheet.rowLimit - Self.roomForNotes else {
        throw SpreadsheetProblem.tooManyRows(part.shown.table.rows.count)
      }
    }
    var charts = XLSXCharts(self)
    for part in parts {
      let table = XLSXTable(part, in: self)
      let end = try table.write()
      charts.draw(of: part, from: end + 1)
    }
    charts.drawOthers()
    writeSources()
    writeContents()
    return try workbook.bytes()
  }

  /// Rows that remarks and charts below a table may take.
  private static let roomForNotes = 100_000

  /// What sheets are called, by the places of their tables: the title, and with it the heading above where
  /// another table has the same.
  private static func names(_ document: ReportDocument, _ language: Language) -> [Int: String] {
    var (names, headings): ([Int: String], [Int: String]) = ([:], [:])
    var heading = ""
    for (place, block) in document.blocks.enumerated() {
      switch block {
      case .heading(_, let label): heading = label[language]
      case .table(let table) where table.audience != .dataFiles:
        names[place] = table.title[language]
        headings[place] = heading
      case .table, .paragraph, .note, .chart: break
      }
    }
    let counts = Dictionary(grouping: names.values) { $0 }.mapValues(\.count)
    for (place, name) in names {
      guard counts[name] ?? 0 > 1, let heading = headings[place], !heading.isEmpty else { continue }
      names[place] = "\(name) – \(heading)"
    }
    return names
  }

  // MARK: Contents

  private func writeContents() {
    let width = 88
    contents.setWidth(width, column: 0)
    contents.setPage(isLying: false)
    contents.text(document.title[language], row: 0, column: 0, style: styles.title)
    contents.setHeight(XLSXStyles.titleHeight, row: 0)
    var row = 1
    if let subtitle = document.subtitle {
      contents.text(words.text(subtitle), row: 1, column: 0, style: styles.subtitle)
      row += 1
    }
    row += 1
    for (place, block) in document.blocks.enumerated() {
      switch block {
      case .heading(let level, let label):
        if level == 1 {
          row += 1
          contents.setHeight(XLSXStyles.headingHeight, row: row)
        }
        contents.text(
          label[language], row: row, column: 0,
          style: level == 1 ? styles.heading : styles.subheading)
      case .paragraph(let sentence):
        contents.text(words.text(sentence), row: row, column: 0, style: styles.wrapped)
        contents.fit([words.text(sentence)], widths: [width], row: row)
      case .note(let sentence):
        contents.text(words.text(sentence), row: row, column: 0, style: styles.note)
        contents.fit([words.text(sentence)], widths: [width], row: row)
      case .table:
        guard let part = parts.first(where: { $0.place == place }) else { continue }
        contents.link(
          part.shown.title[language], to: part.sheet, row: row, column: 0, style: styles.link)
      case .chart: continue
      }
      row += 1
    }
    for sentence in workbook.losses.sentences {
      contents.text(sentence[language], row: row + 1, column: 0, style: styles.note)
      row += 1
    }
  }

  // MARK: Sources

  private func writeSources() {
    let lines = parts.flatMap { part in
      TableSources(part.shown, words: words).lines.map { (part: part, line: $0) }
    }
    guard !lines.isEmpty else { return }
    let sheet = workbook.addSheet(Label("Källor", "Sources")[language])
    sheet.text(
      Label("Varifrån talen kommer", "Where the figures come from")[language], row: 0, column: 0,
      style: styles.title)
    sheet.setHeight(XLSXStyles.titleHeight, row: 0)
    let headers = [
      Label("Tabell", "Table"), Label("Rad", "Row"),
      Label("Dokument och filer", "Documents and files"),
    ]
    for (column, header) in headers.enumerated() {
      sheet.text(header[language], row: 2, column: column, style: styles.header)
    }
    let widths = [34, 50, 66]
    for (place, entry) in lines.enumerated() {
      let row = place + 3
      sheet.link(
        entry.part.sheet.name, to: entry.part.sheet, row: row, column: 0, style: styles.link)
      styles.write(XLSXCells(words).name(entry.line.name), on: sheet, row: row, column: 1)
      sheet.text(entry.line.text, row: row, column: 2, style: styles.wrapped)
      sheet.fit(
        [entry.part.sheet.name, entry.line.name, entry.line.text], widths: widths, row: row)
    }
    for (column, width) in widths.enumerated() { sheet.setWidth(width, column: column) }
    sheet.freeze(rows: 3)
    sheet.acceptTexts(rows: lines.count + 3, columns: 3)
    sheet.setPage(isLying: true, repeating: 2)
  }
}

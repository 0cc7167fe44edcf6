internal import Indicators
internal import Labels

/// A table of a page, with its remarks and where its figures come from.
struct HTMLTable {
  private let shown: ShownTable
  private let notes: PlacedNotes
  private let words: FactWords
  private let drawing: HTMLDrawing
  private(set) var ids: ElementIDs
  private let id: String
  /// Whether a row becomes a card where there is little width: its cells are words rather than figures.
  private let isCards: Bool
  private let isNumeric: [Int: Bool]
  /// The column of verdicts in a list of goals.
  private let verdictColumn: Int?
  /// Where members lead to, on a server.
  private let links: HTMLHost.Links?

  private var table: ReportTable { shown.table }
  private var language: Language { words.language }

  init(
    _ table: ReportTable, words: FactWords, ids: ElementIDs, links: HTMLHost.Links? = nil
  ) {
    self.links = links
    let drawing = HTMLDrawing(table: table, words: words)
    self.drawing = drawing
    shown = ShownTable(table) { column in
      table.rows.indices.contains { drawing.svg(row: $0, column: column) != nil }
    }
    notes = PlacedNotes(shown)
    self.words = words
    self.ids = ids
    id = self.ids.next("table-" + table.id)
    let numeric = Dictionary(
      uniqueKeysWithValues: shown.columns.map { ($0, table.isNumeric(column: $0)) })
    isNumeric = numeric
    verdictColumn = shown.listsGoals ? shown.columns.first(where: shown.isVerdict) : nil
    isCards = shown.columns.count > 4 && numeric.values.count { !$0 } > 3
  }

  mutating func write(_ markup: inout Markup) {
    markup.element(
      "div",
      ["class": "table" + (isCards ? " cards" : "") + (table.isExample ? " example" : "")]
    ) { markup in
      if table.rows.isEmpty {
        markup.element("p", ["class": "caption"]) { caption(&$0) }
        markup.element("p", ["class": "empty"], Label("(inga rader)", "(no rows)")[language])
      } else {
        markup.element(
          "div",
          [
            "class": "scroll", "role": "group", "tabindex": "0",
            "aria-labelledby": "\(id)-caption",
          ]
        ) { rows(&$0) }
      }
      remarks(&markup)
      sources(&markup)
    }
  }

  private func caption(_ markup: inout Markup) {
    markup.text(table.title[language])
    if table.isExample { markup.exampleBadge(language) }
  }

  // MARK: Rows

  /// A card is no table to a browser unless the roles say so.
  private func role(_ role: String) -> String? { isCards ? role : nil }

  private func rows(_ markup: inout Markup) {
    markup.element("table", ["id": id, "role": role("table")]) { markup in
      markup.element("caption", ["id": "\(id)-caption"]) { caption(&$0) }
      markup.element("thead", ["role": role("rowgroup")]) { markup in
        markup.element("tr", ["role": role("row")]) { markup in
          for column in shown.columns { header(column, &markup) }
        }
      }
      markup.element("tbody", ["role": role("rowgroup")]) { markup in
        for row in table.rows.indices { self.row(row, &markup) }
      }
    }
  }

  private func header(_ column: Int, _ markup: inout Markup) {
    let header = table.columns[column].header[language]
    if table.columns[column].drawing != nil {
      // A drawing is nothing to sort by.
      markup.element("th", ["scope": "col", "role": role("columnheader")], header)
      return
    }
    markup.element(
      "th",
      [
        "scope": "col", "role": role("columnheader"),
        "class": isNumeric[column] == true ? "num" : nil,
      ]
    ) { markup in
      if let member = table.columns[column].member, member.dimension == .verdict,
        let id = member.member.id
      {
        markup.element("span", ["class": "dot v-\(HTMLStyle.name(id))"], "")
      }
      // A row's own column may bear no heading, but a header says something.
      markup.element(
        "span", ["class": header.isEmpty ? "unseen" : "h"],
        header.isEmpty ? Label("Rad", "Row")[language] : header)
      links(notes.numbers(at: .column(column)), "c\(column)", &markup)
    }
  }

  private func row(_ row: Int, _ markup: inout Markup) {
    let source = table.rows[row]
    let verdict = verdictColumn.flatMap { column -> String? in
      guard case .member(let members) = source.cells[column] else { return nil }
      // What is no goal is not among those that a reader chooses from.
      return members.first?.id.flatMap(Verdict.init(rawValue:))
        .flatMap { $0 == .notJudged ? nil : $0.rawValue }
    }
    let classes = [
      source.totalOf == nil ? nil : "total", source.depth > 0 ? "d\(min(source.depth, 4))" : nil,
    ].compactMap(\.self)
    markup.raw("\n")
    markup.element(
      "tr",
      [
        "role": role("row"), "class": classes.isEmpty ? nil : classes.joined(separator: " "),
        "data-verdict": verdict,
      ]
    ) { markup in
      for (place, column) in shown.columns.enumerated() {
        cell(row, column, isFirst: place == 0, &markup)
      }
    }
  }

  private func cell(_ row: Int, _ column: Int, isFirst: Bool, _ markup: inout Markup) {
    if table.columns[column].drawing != nil { return drawn(row, column, &markup) }
    let cell = table.rows[row].cells[column]
    let aspect = shown.aspect(column)
    let text = words.text(cell, aspect)
    let isEmpty = text.isEmpty || text == words.nothing
    let classes = [
      isNumeric[column] == true ? "num" : cell.fact != nil ? "whole" : nil,
      cell.fact?.isWithheld == true ? "withheld" : nil, isEmpty ? "none" : nil,
      cell.fact?.value == .count(0) ? "zero" : nil,
    ].compactMap(\.self)
    markup.element(
      isFirst ? "th" : "td",
      [
        "scope": isFirst ? "row" : nil, "role": role(isFirst ? "rowheader" : "cell"),
        "class": classes.isEmpty ? nil : classes.joined(separator: " "),
        "data-value": Self.sortValue(cell, aspect),
        "data-label": isCards && !isFirst ? table.columns[column].header[language] : nil,
      ]
    ) { markup in
      let link = self.link(cell, table.columns[column])
      if let link {
        markup.element("a", ["href": link], text)
      } else {
        content(cell, aspect, text, isVerdict: shown.isVerdict(column), &markup)
      }
      links(notes.numbers(at: .cell(row: row, column: column)), "r\(row)-\(column)", &markup)
    }
  }

  private func drawn(_ row: Int, _ column: Int, _ markup: inout Markup) {
    let svg = drawing.svg(row: row, column: column)
    markup.element(
      "td",
      [
        "role": role("cell"), "class": svg == nil ? "none" : nil,
        "data-label": isCards ? table.columns[column].header[language] : nil,
      ]
    ) { $0.raw(svg ?? "") }
  }

  /// Where the member of a cell leads to.
  private func link(_ cell: ReportCell, _ column: ReportColumn) -> String? {
    guard let links, case .member(let members) = cell, members.count == 1,
      let dimension = column.dimension, let id = members[0].id
    else { return nil }
    return links(dimension, id)
  }

  private func content(
    _ cell: ReportCell, _ aspect: Aspect, _ text: String, isVerdict: Bool, _ markup: inout Markup
  ) {
    switch cell {
    case .member(let members) where isVerdict:
      let name = members.first?.id.map(HTMLStyle.name) ?? "none"
      markup.element("span", ["class": "chip v-\(name)"], text)
    case .fact(let fact):
      if case .withheld(let reason) = fact.value {
        markup.text(text + " ")
        markup.element("small", reason.label[language])
      } else if fact.marks.contains(.reconstructed), !table.isExample {
        markup.text(text)
        markup.exampleBadge(language)
      } else {
        markup.text(text)
      }
    case .none, .member, .words, .code:
      // Lines of a cell stay lines.
      for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if place > 0 { markup.void("br") }
        markup.text(String(line))
      }
    }
  }

  /// What a column is sorted by, where that is not what is read.
  private static func sortValue(_ cell: ReportCell, _ aspect: Aspect) -> String? {
    guard let fact = cell.fact else { return nil }
    return fact.data(aspect == .interval ? .low : aspect)?.text
  }

  // MARK: Remarks

  private func links(_ numbers: [Int], _ place: String, _ markup: inout Markup) {
    for number in numbers {
      markup.element("sup") { markup in
        markup.element(
          "a",
          [
            "href": "#\(id)-note\(number)", "id": "\(id)-\(place)-ref\(number)",
            "aria-label": Label("anmärkning \(number)", "note \(number)")[language],
          ], String(number))
      }
    }
  }

  private func remarks(_ markup: inout Markup) {
    for note in notes.general {
      markup.element("p", ["class": "note"]) { $0.sentence(note, words) }
    }
    guard !notes.numbered.isEmpty else { return }
    markup.element("ol", ["class": "notes"]) { markup in
      for (place, note) in notes.numbered.enumerated() {
        markup.element("li", ["id": "\(id)-note\(place + 1)"]) { $0.sentence(note, words) }
      }
    }
  }

  private func sources(_ markup: inout Markup) {
    let lines = TableSources(shown, words: words).lines
    guard !lines.isEmpty else { return }
    markup.element("details", ["class": "sources"]) { markup in
      markup.element(
        "summary", Label("Varifrån talen kommer", "Where the figures come from")[language])
      markup.element("ul") { markup in
        for line in lines {
          markup.element("li") { markup in
            markup.element("b", line.name)
            markup.text(": " + line.text)
          }
        }
      }
    }
  }
}

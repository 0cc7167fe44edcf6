internal import Labels

/// A page of a report.
struct HTMLPage {
  let document: ReportDocument
  let words: FactWords
  let index: String?
  let host: HTMLHost?
  var ids = ElementIDs()

  init(document: ReportDocument, language: Language, index: String?, host: HTMLHost? = nil) {
    self.document = document
    self.host = host
    words = FactWords(language, documents: document.documents)
    self.index = index
    // What the frame of the page uses.
    for id in ["content", "filter", "top"] { _ = ids.next(id) }
  }

  private var language: Language { words.language }

  /// A part of the page: a heading of the first level and what stands below it.
  private struct Section {
    var id: String
    var heading: Label?
    var blocks: Range<Int>
  }

  mutating func text() -> String {
    let sections = sections()
    let title = document.title[language]
    let subtitle = document.subtitle?.text(language)
    let frame = HTMLFrame(
      language: language, appearance: document.appearance, organisation: document.organisation,
      host: host)
    return frame.text(
      title: [title, subtitle].compactMap(\.self).joined(separator: " – ")
    ) { markup in
      markup.element("header", ["class": "top", "id": "top"]) { markup in
        frame.logo(&markup)
        if let index {
          markup.element("p", ["class": "up"]) {
            $0.element("a", ["href": index], Label("Alla rapporter", "All reports")[language])
          }
        }
        markup.element("h1", title)
        if let subtitle { markup.element("p", ["class": "subtitle"], subtitle) }
      }
      let listed = sections.filter { $0.heading != nil }
      markup.element("div", ["class": listed.count > 1 ? "columns" : nil]) { markup in
        if listed.count > 1 { contents(listed, &markup) }
        markup.element("main", ["id": "content", "tabindex": "-1"]) { markup in
          for section in sections {
            write(section, class: name(of: section, in: sections), &markup)
          }
        }
      }
    }
  }

  private mutating func sections() -> [Section] {
    var sections = [Section(id: ids.next("summary"), heading: nil, blocks: 0..<0)]
    for (place, block) in document.blocks.enumerated() {
      if case .heading(1, let label) = block {
        sections.append(
          Section(id: ids.next(label[language]), heading: label, blocks: place + 1..<place + 1))
      } else {
        let last = sections.count - 1
        sections[last].blocks = sections[last].blocks.lowerBound..<place + 1
      }
    }
    return sections.filter { $0.heading != nil || !$0.blocks.isEmpty }
  }

  private func contents(_ sections: [Section], _ markup: inout Markup) {
    let title = Label("Innehåll", "Contents")[language]
    markup.element("nav", ["class": "contents", "aria-label": title]) { markup in
      markup.element("ul") { markup in
        for section in sections {
          markup.element("li") { markup in
            markup.element("a", ["href": "#\(section.id)"], section.heading?[language] ?? "")
          }
        }
      }
    }
  }

  /// The sections of a first page are set closer in print, and the next one begins a new sheet.
  private func name(of section: Section, in sections: [Section]) -> String? {
    guard document.firstPage > 0 else { return nil }
    if section.blocks.lowerBound < document.firstPage { return "first" }
    let next = sections.first { $0.blocks.lowerBound >= document.firstPage }
    return next?.id == section.id ? "next" : nil
  }

  private mutating func write(
    _ section: Section, class name: String?, _ markup: inout Markup
  ) {
    var page = self
    markup.element(
      "section", ["aria-labelledby": section.heading == nil ? nil : section.id, "class": name]
    ) { markup in
      if let heading = section.heading {
        markup.element("h2", ["id": section.id], heading[language])
      }
      for place in section.blocks {
        page.write(at: place, isLead: section.heading == nil, &markup)
      }
    }
    self = page
  }

  mutating func write(at place: Int, isLead: Bool, _ markup: inout Markup) {
    switch document.blocks[place] {
    case .heading(let level, let label):
      // No level is left out: below a page's title comes the second, below a section's the third.
      let name = isLead ? "h2" : "h\(min(level + 1, 4))"
      markup.element(name == "h4" ? "h3" : name, ["id": ids.next(label[language])], label[language])
    case .paragraph(let sentence):
      markup.element("p", ["class": isLead ? "lead" : nil]) { $0.sentence(sentence, words) }
    case .note(let sentence):
      markup.element("p", ["class": "remark"]) { $0.sentence(sentence, words) }
    case .table(let table):
      guard table.audience != .dataFiles else { return }
      var writer = HTMLTable(table, words: words, ids: ids, links: host?.links)
      writer.write(&markup)
      ids = writer.ids
    case .chart(let chart):
      guard let table = document.table(ofChartAt: place) else { return }
      write(chart, table, &markup)
    }
  }

  /// A chart for wide pages and one for narrow ones: letters keep their size.
  private mutating func write(
    _ chart: ReportChart, _ table: ReportTable, _ markup: inout Markup
  ) {
    let id = ids.next("chart-" + chart.id)
    let drawings = [("wide", 860.0), ("narrow", 300.0)].compactMap { name, width in
      SVGRenderer(language: language, width: width).element(chart, in: table, id: "\(id)-\(name)")
        .map { (name: name, svg: $0) }
    }
    guard !drawings.isEmpty else { return }
    markup.element(
      "figure", ["id": id, "class": table.isExample ? "chart example" : "chart"]
    ) { markup in
      markup.element("figcaption") { markup in
        markup.text(chart.title[language])
        if table.isExample { markup.exampleBadge(language) }
      }
      for drawing in drawings {
        markup.element("div", ["class": drawing.name]) { $0.raw(drawing.svg) }
      }
      if let data = chart.data { figures(data, &markup) }
    }
  }

  /// The figures of a chart that stand in no table of the report, on demand.
  private mutating func figures(_ table: ReportTable, _ markup: inout Markup) {
    var page = self
    markup.element("details", ["class": "sources"]) { markup in
      markup.element(
        "summary", Label("Talen i diagrammet", "The figures of the chart")[language])
      var writer = HTMLTable(table, words: words, ids: page.ids, links: host?.links)
      writer.write(&markup)
      page.ids = writer.ids
    }
    self = page
  }
}

extension Markup {
  /// A sentence whose figures stand out.
  mutating func sentence(_ sentence: Sentence, _ words: FactWords) {
    for part in sentence[words.language].parts {
      switch part {
      case .words(let text): self.text(text)
      case .fact(let fact, let aspect): element("b", words.text(fact, aspect))
      }
    }
  }

  /// Says that something is made up.
  mutating func exampleBadge(_ language: Language) {
    text(" ")
    element("span", ["class": "badge"], Label("exempel", "example")[language])
  }
}

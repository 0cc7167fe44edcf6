internal import Labels

/// The page that lists the reports of a year.
struct HTMLIndex {
  let index: ReportIndex
  let language: Language

  var text: String {
    let title = index.title[language]
    // The folder of an interim report is named by its day.
    let year = index.folder
    let frame = HTMLFrame(
      language: language, appearance: index.appearance, organisation: index.title)
    return frame.text(title: "\(title) – \(year)") { markup in
      markup.element("header", ["class": "top"]) { markup in
        frame.logo(&markup)
        markup.element("h1", title)
        markup.element(
          "p", ["class": "subtitle"], Label("Rapporter \(year)", "Reports \(year)")[language])
      }
      markup.element("main", ["id": "content", "tabindex": "-1"]) { markup in
        markup.element("ul", ["class": "reports"]) { markup in
          for part in index.parts { entry(part, &markup) }
        }
      }
    }
  }

  private func entry(_ part: ReportSet.Part, _ markup: inout Markup) {
    let words = FactWords(language)
    let isPage = part.unit == nil
    let title =
      isPage
      ? part.document.subtitle?.text(language) ?? part.document.title[language]
      : part.document.title[language]
    let file = part.place.path.split(separator: "/").last.map(String.init) ?? part.place.path
    markup.element("li", ["class": isPage ? "page" : nil]) { markup in
      markup.element("h2") { $0.element("a", ["href": "\(file).html"], title) }
      if let first = part.document.firstParagraph {
        markup.element("p") { $0.sentence(first, words) }
      }
    }
  }
}

extension ReportDocument {
  /// The first of its running text, which says the most.
  fileprivate var firstParagraph: Sentence? {
    for case .paragraph(let sentence) in blocks { return sentence }
    return nil
  }
}

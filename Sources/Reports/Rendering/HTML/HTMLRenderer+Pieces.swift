internal import Labels
internal import Workspace

/// A piece of a page that is more than one report: a text with reports in it.
package enum HTMLPiece: Sendable {
  /// HTML that is safe as it stands.
  case markup(String)
  /// The blocks of a report, without its title.
  case document(ReportDocument)
  /// Code that can be folded out.
  case code(title: String, String)
}

extension HTMLRenderer {
  static let pieceStyle = """
    .notebook h2{margin-top:2.6rem}
    .notebook ul,.notebook ol{max-width:46rem;padding-left:1.4rem}
    .notebook code{font-family:ui-monospace,Consolas,'Liberation Mono',monospace;font-size:.9em}
    .notebook p code,.notebook li code{background:var(--soft);padding:.05rem .3rem;border-radius:4px}
    .notebook pre{overflow-x:auto;background:var(--soft);padding:.8rem 1rem;border-radius:8px;margin:.4rem 0}
    .notebook blockquote{border-left:3px solid var(--c-axis);margin:.8rem 0;padding-left:.9rem}
    .notebook img{max-width:100%}

    """

  /// A page of pieces, in the frame that reports have.
  package func page(title: String, _ pieces: [HTMLPiece]) -> String {
    var ids = ElementIDs()
    for id in ["content", "filter", "top"] { _ = ids.next(id) }
    let frame = HTMLFrame(
      language: language, appearance: Appearance(), organisation: Label(same: title), host: host)
    return frame.text(title: title, style: Self.pieceStyle) { markup in
      markup.element("header", ["class": "top", "id": "top"]) { $0.element("h1", title) }
      markup.element("main", ["id": "content", "tabindex": "-1", "class": "notebook"]) { markup in
        for piece in pieces {
          switch piece {
          case .markup(let html): markup.raw(html)
          case .code(let title, let code):
            markup.element("details", ["class": "sources"]) { markup in
              markup.element("summary", title)
              markup.element("pre", ["tabindex": "0"]) { $0.element("code", code) }
            }
          case .document(let document):
            var page = HTMLPage(document: document, language: language, index: nil, host: host)
            page.ids = ids
            for place in document.blocks.indices { page.write(at: place, isLead: false, &markup) }
            ids = page.ids
          }
        }
      }
    }
  }
}

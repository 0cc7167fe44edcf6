package import Diagnostics
internal import Labels
package import Reports

/// A notebook as others read it: its words, what its cells gave, and the cells themselves folded away.
package struct NotebookPage {
  private let run: NotebookRun
  private var notebook: Notebook { run.notebook }
  private let parts: [Part]
  /// The heading: that of the front matter, or the first of the text.
  package let title: String

  /// A page of a run; cells are run as they are needed.
  package init(_ run: NotebookRun) {
    self.run = run
    parts = Self.parts(of: run.notebook)
    title = Self.title(of: run.notebook, parts)
  }

  /// A piece of the notebook in order.
  private enum Part {
    case words(Range<Int>)
    case cell(Int)
  }

  private static func parts(of notebook: Notebook) -> [Part] {
    var parts: [Part] = []
    let text = notebook.text
    let head = notebook.frontMatter.lineCount
    var place = head > 0 ? text.lines[head - 1].upperBound : text.markLength
    var stops: [(range: Range<Int>, cell: Int?)] = notebook.cells.enumerated().map { index, cell in
      (text.lines[cell.line - 1].lowerBound..<cell.end, index)
    }
    stops += notebook.cells.compactMap { $0.output.map { ($0.range, nil) } }
    stops += notebook.strays.map { ($0.range, nil) }
    stops += notebook.listings.map { ($0.range, nil) }
    for (range, cell) in stops.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where range.lowerBound >= place {
      if !text.isBlank(place..<range.lowerBound) { parts.append(.words(place..<range.lowerBound)) }
      if let cell { parts.append(.cell(cell)) }
      place = range.upperBound
    }
    if !text.isBlank(place..<text.bytes.count) { parts.append(.words(place..<text.bytes.count)) }
    return parts
  }

  private static func title(of notebook: Notebook, _ parts: [Part]) -> String {
    if let title = notebook.frontMatter.title { return title }
    for case .words(let range) in parts {
      if let heading = MarkdownTree(notebook.text.bytes[range]).prose.first(where: \.isTitle) {
        return heading.text
      }
    }
    return notebook.name
  }

  /// Words with fresh figures in place of the spans that name them.
  private func words(_ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var place = range.lowerBound
    for value in notebook.values
    where range.contains(value.span.lowerBound) && value.span.lowerBound >= place {
      result += notebook.text.bytes[place..<value.span.lowerBound]
      let figure = (try? figure(of: value)) ?? "–"
      result += Array("**\(figure)**".utf8)
      place = value.range.upperBound
    }
    return result + notebook.text.bytes[place..<range.upperBound]
  }

  /// The figure that a span names; `nil` where there is no such cell.
  private func figure(of value: InlineValue) throws(CellFailure) -> String? {
    guard let index = notebook.cells.firstIndex(where: { $0.label == value.reference.cell })
    else { return nil }
    return try InlineFigure(value, run.result(of: index), notebook).text
  }

  /// The words of the first heading, where they are those of the title, are not told twice.
  private var prose: [(part: Part, text: [UInt8])] {
    var isFirst = true
    return parts.map { part in
      guard case .words(let range) = part else { return (part, []) }
      var text = words(range)
      defer { isFirst = false }
      guard isFirst else { return (part, text) }
      let tree = MarkdownTree(text)
      if let first = tree.blocks.first, case .heading(level: 1) = first.kind,
        tree.prose.first?.text == title
      {
        let lines = NotebookText(text).lines
        text = Array(
          text[(lines.indices.contains(first.end) ? lines[first.end].lowerBound : text.count)...])
      }
      return (part, text)
    }
  }

  /// The page in HTML.
  package var html: String {
    let pieces = prose.flatMap { part, text -> [HTMLPiece] in
      switch part {
      case .words:
        let tree = MarkdownTree(text, extended: true)
        tree.linkRemoteImages()
        return [.markup(tree.html)]
      case .cell(let index):
        let cell = notebook.cells[index]
        let code = HTMLPiece.code(
          title: Label("Så togs det fram", "How it was found")[notebook.language]
            + (cell.options.name.map { ": \($0)" } ?? ""), cell.text)
        let result = HTMLPiece.document(run.result(of: index).document)
        return cell.options.hidesCode ? [result] : [result, code]
      }
    }
    return HTMLRenderer(language: notebook.language).page(title: title, pieces)
  }

  /// The page as a report, for every other format: words without markup, and what cells gave.
  package var document: ReportDocument {
    var blocks: [Block] = []
    for (part, text) in prose {
      switch part {
      case .words:
        for line in MarkdownTree(text).prose {
          let label = Label(same: line.text)
          switch line.kind {
          case .heading(let level): blocks.append(.heading(level: max(1, level - 1), label))
          case .paragraph: blocks.append(.paragraph(Sentence(label)))
          case .quote: blocks.append(.note(Sentence(label)))
          case .item: blocks.append(.paragraph(Sentence(Label(same: "• " + line.text))))
          }
        }
      case .cell(let index): blocks += run.result(of: index).document.blocks
      }
    }
    let file = notebook.assetsFolder.dropLast(ChartLink.folderEnd.count)
    return ReportDocument(id: String(file), title: Label(same: title), blocks: blocks)
  }

  /// What is wrong with the notebook, its cells and its figures, for whoever renders.
  package var problems: [Diagnostic] {
    var problems = notebook.problems
    problems += notebook.cells.indices.compactMap {
      run.result(of: $0).failure?.diagnostic(in: notebook.name)
    }
    for value in notebook.values {
      do throws(CellFailure) {
        _ = try figure(of: value)
      } catch {
        problems.append(error.diagnostic(in: notebook.name))
      }
    }
    return problems
  }
}

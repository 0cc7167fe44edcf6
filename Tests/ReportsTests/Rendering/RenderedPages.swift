import Foundation
import Labels
import Workspace

@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a parser of XML finds in a page or a drawing.
final class ParsedMarkup: NSObject, XMLParserDelegate {
  /// An element, and the words in it and in what it holds.
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
    /// The names of the elements around it, the outermost first.
    var path: [String]
  }

  private(set) var elements: [Element] = []
  private(set) var problem: String?
  private var open: [Int] = []

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() {
      problem =
        "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "not well-formed")"
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(
      Element(name: name, attributes: attributes, path: open.map { elements[$0].name }))
    open.append(elements.count - 1)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for place in open { elements[place].text += text }
  }

  func named(_ name: String) -> [Element] { elements.filter { $0.name == name } }
  var ids: [String] { elements.compactMap { $0.attributes["id"] } }
}

/// The documents of the shipped workspace that renderers are tested on.
enum RenderedPages {
  static let years = Datasets.workspace.years

  static func parts(_ year: Int) -> [ReportSet.Part] {
    ReportSet(Datasets.workspace, year: year).parts
  }

  /// A table whose every text is meant to break out of where it stands.
  static let hostile: ReportDocument = {
    let text = "<script>alert('x')</script> & \"quoted\" | *bold* `code` [a](b) \u{202E}\u{0}"
    let label = Label(same: text)
    let table = ReportTable(
      id: "t", title: label,
      columns: [.dimension(.unit, label), ReportColumn("n", label), ReportColumn("w", label)],
      rows: [
        ReportRow([.member(text, label), .count(3), .words(Sentence(label))]),
        ReportRow([.member("b", label), .fact(Fact(.withheld(.few))), .code("two\nlines")]),
        ReportRow([.member([.total(label)]), .count(3), .none], totalOf: .unit),
      ],
      notes: [
        Footnote(label), Footnote(label, on: .column("n")), Footnote(label, on: .row("b")),
        Footnote(label, on: .cell(row: "b", column: "n")),
      ])
    return ReportDocument(
      id: "hostile", title: label, subtitle: label,
      blocks: [
        .heading(level: 1, label), .paragraph(label), .note(label),
        .chart(
          ReportChart(
            id: "c", title: label, kind: .stackedBar, table: "t", labels: "unit", figures: ["n"])),
        .table(table),
      ])
  }()
}

public import Labels

/// Renders a report as one page of HTML that needs nothing else: styles, charts and a small script for
/// sorting and filtering stand in it. Everything can be read without the script.
public struct HTMLRenderer: ReportRenderer {
  /// The language.
  public var language: Language
  /// The server that shows the pages; `nil` for pages that need nothing else.
  package var host: HTMLHost?

  /// A renderer.
  public init(language: Language) { self.language = language }

  /// The report as one page.
  public func files(of document: ReportDocument, at place: ReportPlace) -> [ReportFile] {
    [page("\(place.path).html", render(document, index: place.isListed ? Self.indexName : nil))]
  }

  /// The page that lists the reports.
  public func files(ofIndex index: ReportIndex) -> [ReportFile] {
    [page("\(index.folder)/\(Self.indexName)", HTMLIndex(index: index, language: language).text)]
  }

  /// The report as a page; `index` is the page that lists it, if there is one.
  public func render(_ document: ReportDocument, index: String? = nil) -> String {
    var page = HTMLPage(document: document, language: language, index: index, host: host)
    return page.text()
  }

  private static let indexName = "index.html"

  private func page(_ path: String, _ text: String) -> ReportFile {
    ReportFile(path: path, content: Array(text.utf8))
  }
}

public import Labels

/// Renders a report as JSON: every fact with its value, unit, base, interval, marks and sources.
///
/// `schemas/report-1.schema.json` describes it. Shares are in per cent and differences of shares in
/// percentage points, as in the CSV files; every text is an object with a member for each language.
public struct JSONRenderer: ReportRenderer {
  /// The version of the format: it changes when a reader of the format before would be misled.
  public static let version = 1

  /// The languages of texts.
  public var languages: [Language]

  /// A renderer; texts are in both languages unless one is asked for.
  public init(languages: [Language] = Language.allCases) { self.languages = languages }

  /// The report as one file.
  public func files(of document: ReportDocument, at place: ReportPlace) -> [ReportFile] {
    [ReportFile(path: "\(place.path).json", content: Array(render(document).utf8))]
  }

  /// The report as the text of a file.
  public func render(_ document: ReportDocument) -> String { value(document).text }

  func value(_ document: ReportDocument) -> JSONValue {
    let encoding = JSONEncoding(languages: languages)
    return .object([
      "format": "nyckeltal-report",
      "version": .integer(Int64(Self.version)),
      "languages": .array(languages.map { .string($0.rawValue) }),
      "id": .string(document.id),
      "title": encoding.label(document.title),
      "subtitle": document.subtitle.map { encoding.text($0.text) },
      "blocks": .array(document.blocks.map(encoding.block)),
    ])
  }
}

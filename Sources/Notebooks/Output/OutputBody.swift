internal import Labels
internal import Reports

/// What stands between the markers of an output, and the files of its charts.
struct OutputBody: Hashable, Sendable {
  /// A chart's file.
  struct Asset: Hashable, Sendable {
    /// Its path from the notebook's folder.
    var path: String
    var bytes: [UInt8]
  }

  /// Markdown with plain line ends and none around it.
  var text: String
  var assets: [Asset]

  /// The output of a cell; charts go into a folder.
  init(_ document: ReportDocument, label: String, language: Language, folder: String) {
    let part = MarkdownRenderer(language: language).part(
      of: document, level: 3, folder: folder, prefix: label + "-")
    text = Self.plain(Self.unmarked(part.text))
    assets = part.drawings.map { Asset(path: $0.path, bytes: $0.content) }
  }

  /// The hash of an output.
  var hash: ContentHash { Self.hash(text, assets) }

  /// The parts of an output that shows charts; `nil` where it shows none.
  var shown: OutputMarker.Shown? {
    assets.isEmpty
      ? nil
      : OutputMarker.Shown(
        words: Self.hash(text, []), charts: assets.map { Self.hash("", [$0]) })
  }

  /// The hash of a text and the charts that it shows, with the paths in it.
  static func hash(_ text: String, _ assets: [Asset]) -> ContentHash {
    let hasher = ContentHasher()
    hasher.add(text)
    for asset in assets {
      hasher.add(asset.path)
      asset.bytes.withUnsafeBytes { hasher.add($0) }
    }
    return hasher.hash
  }

  /// Markdown of a result, nothing of which can be taken for a marker.
  static func unmarked(_ text: String) -> String {
    text.replacing("\\<!--", with: "&lt;!--").replacing("<!--", with: "&lt;!--")
  }

  /// A text with line feeds for line ends, and none around it.
  static func plain(_ text: String) -> String {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)[...]
    while lines.first?.allSatisfy(\.isWhitespace) == true { lines = lines.dropFirst() }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines = lines.dropLast() }
    return lines.joined(separator: "\n")
  }
}

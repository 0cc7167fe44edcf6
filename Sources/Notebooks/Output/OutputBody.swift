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
    // Nothing of a result can be taken for a marker.
    text = Self.plain(
      part.text.replacing("\\<!--", with: "&lt;!--").replacing("<!--", with: "&lt;!--"))
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

  /// Whether somebody changed an output that stands in a notebook, or one of its charts that are still
  /// there, which `read` reads. Where a chart is gone and nothing says what the rest was, it counts as
  /// changed: it is kept rather than lost.
  static func isEdited(
    _ region: OutputRegion, folder: String, read: (String) -> [UInt8]?
  ) -> Bool {
    let assets = charts(in: region.body, folder: folder).map { path in
      (path: path, bytes: read(path))
    }
    let found = assets.compactMap { asset in
      asset.bytes.map { Asset(path: asset.path, bytes: $0) }
    }
    if found.count == assets.count { return hash(region.body, found) != region.marker.body }
    guard let shown = region.marker.shown, shown.charts.count == assets.count,
      shown.words == hash(region.body, [])
    else { return true }
    let known = Dictionary(
      zip(assets.map(\.path), shown.charts), uniquingKeysWith: { first, _ in first })
    return found.contains { known[$0.path] != hash("", [$0]) }
  }

  private static func hash(_ text: String, _ assets: [Asset]) -> ContentHash {
    let hasher = ContentHasher()
    hasher.add(text)
    for asset in assets {
      hasher.add(asset.path)
      asset.bytes.withUnsafeBytes { hasher.add($0) }
    }
    return hasher.hash
  }

  /// The paths of the charts that a text shows from a folder, in order.
  static func charts(in text: String, folder: String) -> [String] {
    var paths: [String] = []
    for part in text.components(separatedBy: "](" + MarkdownRenderer.address(folder) + "/")
      .dropFirst()
    {
      guard let end = part.firstIndex(of: ")") else { continue }
      let name = part[..<end]
      guard name.hasSuffix(".svg"), !name.contains("/"), !name.contains("%") else { continue }
      paths.append(folder + "/" + name)
    }
    return paths
  }

  /// A text with line feeds for line ends, and none around it.
  static func plain(_ text: String) -> String {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    while lines.first?.allSatisfy(\.isWhitespace) == true { lines = lines.dropFirst() }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines = lines.dropLast() }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// The parts between occurrences of a text.
  fileprivate func components(separatedBy separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }
}

internal import Labels
internal import Reports

/// A chart as the text of an output shows it. After the notebook got another name, the folder is still
/// that of the old one.
struct ChartLink: Hashable, Sendable {
  /// What the folders of charts end with.
  static let folderEnd = ".assets"

  var folder: String
  var file: String
  /// The path in the text, which is a part of what is hashed.
  var path: String { folder + "/" + file }

  /// The links of a text in order. Nothing that a result says begins a line as an image does.
  static func all(in text: String) -> [ChartLink] {
    text.split(separator: "\n").compactMap(ChartLink.init(line:))
  }

  private init?(line: Substring) {
    guard line.hasPrefix("!["), line.hasSuffix(".svg)"),
      let start = line.utf8.lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    let parts = line[start...].dropFirst().dropLast()
      .split(separator: "/", omittingEmptySubsequences: false)
    guard line[..<start].hasSuffix("]"), parts.count == 2, !parts[1].contains("%") else {
      return nil
    }
    folder = PercentEncoding.decoded(parts[0])
    file = String(parts[1])
    guard folder.hasSuffix(Self.folderEnd) else { return nil }
  }
}

/// The charts that an output of a notebook shows, each with its file in the notebook's own folder.
struct ShownCharts: Sendable {
  private let folder: String
  private let charts: [(link: ChartLink, bytes: [UInt8]?)]

  /// The charts of an output; `read` reads the file at a path from the notebook's folder.
  init(_ region: OutputRegion, folder: String, read: (String) -> [UInt8]?) {
    self.folder = folder
    charts = ChartLink.all(in: region.body).map { ($0, read("\(folder)/\($0.file)")) }
  }

  /// Their paths from the notebook's folder.
  var paths: [String] { charts.map { "\(folder)/\($0.link.file)" } }

  /// Whether the file of a chart is there as it is to be; `nil` for a chart that the output does not show.
  func holds(_ asset: OutputBody.Asset) -> Bool? {
    charts.first { "\(folder)/\($0.link.file)" == asset.path }.map { $0.bytes == asset.bytes }
  }

  /// Whether the text shows them from the folder of another notebook, or of this one by its old name.
  var areMoved: Bool { charts.contains { $0.link.folder != folder } }

  /// The paths of those whose files are gone.
  var missing: [String] {
    charts.filter { $0.link.folder == folder && $0.bytes == nil }.map(\.link.path)
  }

  /// Whether somebody changed the output, or one of its charts that are still there. Where a chart is gone
  /// and nothing says what the rest was, it counts as changed: it is kept rather than lost.
  func isEdited(_ region: OutputRegion) -> Bool {
    let found = charts.compactMap { chart in
      chart.bytes.map { OutputBody.Asset(path: chart.link.path, bytes: $0) }
    }
    if found.count == charts.count {
      return OutputBody.hash(region.body, found) != region.marker.body
    }
    guard let shown = region.marker.shown, shown.charts.count == charts.count,
      shown.words == OutputBody.hash(region.body, [])
    else { return true }
    let known = Dictionary(
      zip(charts.map(\.link.path), shown.charts), uniquingKeysWith: { first, _ in first })
    return found.contains { known[$0.path] != OutputBody.hash("", [$0]) }
  }
}

/// What stands in the comment before an output: what it was made from, each part hashed by itself, so that
/// a later look can say which of them has changed.
///
/// ```
/// <!-- nyckeltal:output cell=rate text=… $year=… @wave23=… inputs=… result=… body=… -->
/// ```
package struct OutputMarker: Hashable, Sendable {
  static let opening = "<!-- nyckeltal:output"
  static let closing = "<!-- /nyckeltal:output -->"

  /// How the cell is called, for people who read the text.
  var cell: String
  /// What the output was made from.
  var fingerprint: Fingerprint
  /// The result, for the cells that use it.
  var result: ContentHash
  /// What stands between the markers, and in the charts that it shows.
  var body: ContentHash
  /// Where it shows charts: the text between the markers alone, and each chart. They tell an edit where a
  /// chart's file is gone.
  var shown: Shown?
  /// Whether the cell could not be run.
  var hasFailed: Bool

  /// The parts of an output with charts.
  package struct Shown: Hashable, Sendable {
    var words: ContentHash
    var charts: [ContentHash]
  }

  init(
    cell: String, fingerprint: Fingerprint, result: ContentHash, body: OutputBody, hasFailed: Bool
  ) {
    self.cell = cell
    self.fingerprint = fingerprint
    self.result = result
    self.body = body.hash
    shown = body.shown
    self.hasFailed = hasFailed
  }

  /// A marker as it stands in a notebook; `nil` for what is none, or is damaged.
  init?(_ text: String) {
    guard text.hasPrefix(Self.opening), text.hasSuffix("-->") else { return nil }
    var (cell, result, body): (String?, ContentHash?, ContentHash?)
    var parts: [Fingerprint.Part] = []
    var (words, charts): (ContentHash?, [ContentHash]) = (nil, [])
    hasFailed = false
    for word in text.dropFirst(Self.opening.count).dropLast(3).split(whereSeparator: \.isWhitespace)
    {
      guard let sign = word.firstIndex(of: "=") else {
        guard word == "failed" else { return nil }
        hasFailed = true
        continue
      }
      let (key, value) = (String(word[..<sign]), String(word[word.index(after: sign)...]))
      if key == "cell" {
        cell = value
        continue
      }
      guard let hash = ContentHash(value) else { return nil }
      switch key {
      case "result": result = hash
      case "body": body = hash
      case "words": words = hash
      case "chart": charts.append(hash)
      default:
        guard let component = Fingerprint.Component(key) else { return nil }
        parts.append(Fingerprint.Part(component: component, hash: hash))
      }
    }
    guard let cell, let result, let body else { return nil }
    self.cell = cell
    self.result = result
    self.body = body
    shown = words.map { Shown(words: $0, charts: charts) }
    fingerprint = Fingerprint(parts: parts)
  }

  /// The marker as it stands in a notebook.
  var text: String {
    var words = [Self.opening, "cell=\(cell)"]
    words += fingerprint.parts.map { "\($0.component.key)=\($0.hash)" }
    words += ["result=\(result)", "body=\(body)"]
    if let shown {
      words += ["words=\(shown.words)"] + shown.charts.map { "chart=\($0)" }
    }
    if hasFailed { words.append("failed") }
    return words.joined(separator: " ") + " -->"
  }
}

internal import Diagnostics

/// The lines of a definition, of which some are written in the form of now.
struct DefinitionLines {
  private(set) var lines: [String]
  private(set) var changes: [WorkspaceUpgrade.Change] = []
  private(set) var remaining: [Diagnostic] = []
  private let file: String

  init(_ lines: [String], file: String) {
    (self.lines, self.file) = (lines, file)
  }

  /// Adds the version above the first line that is no comment.
  mutating func state(version: Int) {
    let isStated = lines.firstIndex { $0.hasPrefix("version:") }
    let place =
      isStated ?? lines.firstIndex { !$0.isEmpty && !$0.hasPrefix("#") && $0 != "---" } ?? 0
    let line = "version: \(version)"
    changes.append(
      WorkspaceUpgrade.Change(
        location: SourceLocation(file: file, line: place + 1),
        before: isStated.map { lines[$0] }, after: [line]))
    if isStated != nil { lines[place] = line } else { lines.insert(line, at: place) }
  }

  /// What `reconstructed` stood for, until three things were told apart: what documents state, what was made up
  /// to match it, and what is invented. The old key says nothing of the first, which its owner has to.
  private static let stated =
    "stated: {sv: framgår inte av den äldre definitionen, en: not told by the older definition}"

  /// Writes `reconstructed: …` as `provenance: {stated: …, matched: …}`.
  mutating func sayProvenance() {
    var written: [String] = []
    var place = 0
    while place < lines.count {
      let line = lines[place]
      let (indent, key) = Self.parted(line)
      guard key.hasPrefix("reconstructed:") else {
        if Self.holdsKey(key) { remaining.append(byHand(place)) }
        written.append(line)
        place += 1
        continue
      }
      let value = key.dropFirst("reconstructed:".count)
      let inner = String(repeating: " ", count: indent.count + 2)
      let start = [
        "\(indent)provenance:", "\(inner)\(Self.stated)", "\(inner)matched:\(value)",
      ]
      changes.append(
        WorkspaceUpgrade.Change(
          location: SourceLocation(file: file, line: place + 1), before: String(key),
          after: start.map { String($0.dropFirst(indent.count)) }))
      written += start
      place += 1
      // What belongs to the key stands deeper by as much as it did.
      while place < lines.count {
        let (deeper, rest) = Self.parted(lines[place])
        guard rest.isEmpty || deeper.count > indent.count else { break }
        written.append(rest.isEmpty ? lines[place] : "  " + lines[place])
        place += 1
      }
    }
    lines = written
  }

  /// The indentation of a line, and the rest.
  private static func parted(_ line: String) -> (indent: String, rest: Substring) {
    let rest = line.drop { $0 == " " }
    return (String(repeating: " ", count: line.count - rest.count), rest)
  }

  /// Whether the old key stands within a line, in braces or behind the dash of a list.
  private static func holdsKey(_ line: Substring) -> Bool {
    guard !line.hasPrefix("#") else { return false }
    return ["- reconstructed:", "{reconstructed:", ", reconstructed:", "{ reconstructed:"]
      .contains { line.contains($0) }
  }

  private func byHand(_ place: Int) -> Diagnostic {
    Diagnostic(
      .warning, "upgrade-by-hand", at: SourceLocation(file: file, line: place + 1),
      "'reconstructed' stands within a line, which is not written anew",
      because: "only keys with a line of their own are changed, so that nothing else is",
      fixes: ["provenance: {stated: {sv: …, en: …}, matched: {sv: …, en: …}}"])
  }
}

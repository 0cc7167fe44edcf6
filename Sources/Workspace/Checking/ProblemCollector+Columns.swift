internal import Diagnostics
internal import Tables

extension ProblemCollector {
  /// Tells of the columns of a table that mean nothing, each with the nearest that does.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - known: The columns that mean something.
  ///   - onlyMisspelt: Whether others may stand there too, so that only those count that are nearly a
  ///     known column that is missing.
  func reportColumns(of table: Table, known: [String], onlyMisspelt: Bool = false) {
    let names = table.schema.names
    let missing = onlyMisspelt ? known.filter { !names.contains($0) } : known
    let location = SourceLocation(file: table.file ?? table.name, line: 1)
    var count = 0
    for name in names where !known.contains(name) {
      let meant = closestName(to: name, in: missing)
      guard meant != nil || !onlyMisspelt else { continue }
      count += 1
      guard count <= Self.mostOfAKind else { continue }
      add(
        Diagnostic(
          .warning, "column-unknown", at: location,
          "the column '\(name)' means nothing here",
          because: onlyMisspelt ? nil : "known columns: " + known.joined(separator: ", "),
          fixes: [meant.map { "did you mean '\($0)'?" }].compactMap(\.self)))
    }
    addRest(of: count, .warning, "column-unknown", at: location)
  }

  /// Tells of things that stand twice, each with the place where it stands first.
  ///
  /// - Parameters:
  ///   - things: What tells one thing from another, and where it stands.
  ///   - code: The code of the problem.
  ///   - what: The thing in words, such as `rule 'x'`.
  ///   - effect: What comes of it, after "it stands first at …".
  ///   - fix: How to mend it.
  func reportTwice<Key: Hashable>(
    _ things: [(key: Key, location: SourceLocation)], code: String = "id-duplicate",
    _ what: (Key) -> String, effect: String = "", fix: String = "take one of them away"
  ) {
    var first: [Key: SourceLocation] = [:]
    var count = 0
    for (key, location) in things {
      guard let earlier = first[key] else {
        first[key] = location
        continue
      }
      count += 1
      guard count <= Self.mostOfAKind else { continue }
      add(
        Diagnostic(
          .warning, code, at: location, "\(what(key)) stands twice",
          because: "it stands first at \(earlier)\(effect)", fixes: [fix]))
    }
    if let place = things.last?.location {
      addRest(of: count, .warning, code, at: SourceLocation(file: place.file))
    }
  }

  /// Of one kind so many are told of a file or a mapping; the rest is counted.
  static let mostOfAKind = 20

  /// Tells how many more there are of a kind than were told.
  func addRest(
    of count: Int, _ severity: Diagnostic.Severity, _ code: String, at location: SourceLocation
  ) {
    guard count > Self.mostOfAKind else { return }
    let rest = count - Self.mostOfAKind
    add(
      Diagnostic(
        severity, code, at: location,
        "\(rest) more of this kind \(rest == 1 ? "is" : "are") not listed",
        fixes: ["mend those that are listed, and check again"]))
  }
}

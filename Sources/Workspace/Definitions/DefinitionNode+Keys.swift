internal import Diagnostics

extension DefinitionNode {
  /// The value of a key that holds keys itself; anything else is reported.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - known: The keys that mean something in it; all of them without it.
  ///   - severity: How bad another key in it is.
  /// - Returns: `nil` for a missing key, for one without a value, and for what holds no keys.
  func mapping(
    _ key: String, of known: [String]? = nil, unknown severity: Diagnostic.Severity = .warning
  ) -> DefinitionNode? {
    guard let value = self[key] else { return nil }
    guard value.node.mapping != nil else {
      value.wrong("keys with values" + (known.map { ": " + $0.joined(separator: ", ") } ?? ""))
      return nil
    }
    if let known { value.allow(known, unknown: severity) }
    return value
  }

  /// Reports keys that mean nothing here. Most do no harm; but who believes that a key protects persons,
  /// or sees to what reports say and how they look, is told of it everywhere.
  func allow(_ known: [String], unknown severity: Diagnostic.Severity = .warning) {
    let others = entries.filter { !known.contains($0.key) }
    for (key, value) in others.prefix(ProblemCollector.mostOfAKind) {
      let setting = WorkspaceSetting(mistyped: key)
      problems.add(
        Diagnostic(
          setting == nil ? severity : .error, "definition-unknown-key", at: value.location,
          "the key '\(key)' means nothing here",
          because: setting?.reason ?? "known keys: " + known.joined(separator: ", "),
          fixes: [
            setting?.fix(value.node)
              ?? closestName(to: key, in: known).map { "did you mean '\($0)'?" }
          ].compactMap(\.self)))
    }
    problems.addRest(of: others.count, severity, "definition-unknown-key", at: location)
  }

  /// Reports the keys in a mapping that are written without a value: what stands behind `#` is a comment.
  func refuseWithoutValue(_ keys: [String], advice: String, such example: String) {
    for (key, value) in entries where keys.contains(key) && value.node.isNothing {
      problems.add(
        Diagnostic(
          .error, "definition-value", at: value.location, "the key '\(key)' has no value",
          because: "what stands behind '#' without quotes is a comment",
          fixes: ["\(advice)   \(key): \(example)"]))
    }
  }
}

/// A key of the workspace's definition that stands below another one, wherever somebody has put it.
private struct WorkspaceSetting {
  /// The keys that hold settings, with what they hold.
  private static let owners = [
    ("disclosure", ["minimum_answers", "allow_below_three"]),
    ("verdicts", ["nearly", "approximate"]), ("appearance", ["logo", "accent", "accent_dark"]),
  ]

  private let owner: String
  /// `nil` where the owner itself is mistyped, or stands in the wrong file.
  private let key: String?

  /// The setting that a key must mean. Those that protect persons may be mistyped.
  init?(mistyped text: String) {
    let found = Self.owners.first { $0.1.contains(text) }
    let protection = Self.owners[0]
    let near = closestName(to: text, in: [protection.0] + protection.1)
    guard found != nil || near != nil else { return nil }
    owner = found?.0 ?? protection.0
    key = found == nil ? (near == protection.0 ? nil : near) : text
  }

  var reason: String {
    key.map { "'\($0)' belongs under \(owner): in \(WorkspaceLoader.definitionFile)" }
      ?? "'\(owner)' is a key of \(WorkspaceLoader.definitionFile)"
  }

  /// How it is written, with its value where that is a single one.
  func fix(_ value: YAMLNode) -> String {
    guard let key else { return "\(owner): {minimum_answers: 5}" }
    guard case .scalar(let text, let isPlain) = value.content, !text.isEmpty else {
      return "\(owner): {\(key): …}"
    }
    return "\(owner): {\(key): \(isPlain ? text : "\"\(text)\"")}"
  }
}

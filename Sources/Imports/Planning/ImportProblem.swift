package import Diagnostics
package import Labels

/// Something that keeps an import from being done, or that its reader must know, in both languages.
package struct ImportProblem: Error, Hashable, Sendable {
  package var severity: Diagnostic.Severity
  /// A stable name of the kind.
  package var code: String
  package var location: SourceLocation
  /// What is wrong, one sentence without a full stop.
  package var message: Label
  package var reason: Label?
  /// Ways out, with text that can be pasted.
  package var fixes: [Label]
  /// What the file holds. Data about persons: see ``Diagnostic/value``.
  package var found: [String]

  package init(
    _ severity: Diagnostic.Severity, _ code: String, at location: SourceLocation,
    _ message: Label, because reason: Label? = nil, fixes: [Label] = [], found: [String] = []
  ) {
    (self.severity, self.code, self.location) = (severity, code, location)
    (self.message, self.reason, self.fixes, self.found) = (message, reason, fixes, found)
  }

  /// The problem in a language.
  package func diagnostic(_ language: Language) -> Diagnostic {
    Diagnostic(
      severity, code, at: location, message[language], because: reason?[language],
      fixes: fixes.map { $0[language] }, found: found)
  }

  /// A problem that a reader of files told, in Swedish as far as it has the words.
  package init(_ diagnostic: Diagnostic) {
    let swedish = diagnostic.inSwedish
    self.init(
      diagnostic.severity, diagnostic.code, at: diagnostic.location,
      Label(swedish.message, diagnostic.message),
      because: diagnostic.reason.map { Label(swedish.reason ?? $0, $0) },
      fixes: diagnostic.fixes.indices.map { place in
        Label(
          swedish.fixes.indices.contains(place) ? swedish.fixes[place] : diagnostic.fixes[place],
          diagnostic.fixes[place])
      },
      found: diagnostic.found + (diagnostic.value.map { [$0] } ?? []))
  }
}

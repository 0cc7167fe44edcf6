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
    for name in names where !known.contains(name) {
      let missing = onlyMisspelt ? known.filter { !names.contains($0) } : known
      let meant = closestName(to: name, in: missing)
      guard meant != nil || !onlyMisspelt else { continue }
      add(
        Diagnostic(
          .warning, "column-unknown", at: SourceLocation(file: table.file ?? table.name, line: 1),
          "the column '\(name)' means nothing here",
          because: onlyMisspelt ? nil : "known columns: " + known.joined(separator: ", "),
          fixes: [meant.map { "did you mean '\($0)'?" }].compactMap(\.self)))
    }
  }
}

public import Diagnostics
public import Labels
public import Workspace

/// Every problem of a workspace: what is wrong with its files, and figures that disagree.
public struct CheckReport: Sendable {
  private let diagnostics: [Diagnostic]
  private let findings: [Finding]
  private let knownCount: Int

  /// Checks a workspace, or one of its units.
  public init(_ workspace: LoadedWorkspace, unit: String? = nil) {
    diagnostics = workspace.diagnostics.filter { diagnostic in
      guard let unit else { return true }
      return diagnostic.location.file.split(separator: "/").contains { $0 == unit }
    }
    findings = workspace.findings().filter { unit == nil || $0.unit == unit }
    knownCount = workspace.contradictions.count { unit == nil || $0.unit == unit }
  }

  /// How many problems are this bad.
  public func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity } + findings.count { $0.severity == severity }
  }

  /// One problem a paragraph, and a line that counts them. Offending values may be answers of
  /// persons; they are shown only where a person reads along.
  public func text(_ language: Language, showingValues: Bool = false) -> String {
    var lines = diagnostics.map { $0.formatted(showingValue: showingValues) }
    lines += findings.map { finding in
      var line =
        "\(finding.location): \(finding.severity.rawValue)[\(finding.code)]: "
        + finding.message[language]
      if !finding.known.isEmpty { line += " (" + finding.known.joined(separator: ", ") + ")" }
      if !finding.sources.isEmpty {
        line +=
          "\n  " + Label("dokument: ", "documents: ")[language]
          + finding.sources.map(\.text).joined(separator: ", ")
      }
      return line
    }
    return (lines + [summary[language]]).joined(separator: "\n") + "\n"
  }

  private var summary: Label {
    let found = Set(findings.flatMap(\.known)).count
    let (errors, warnings, notes) = (count(.error), count(.warning), count(.note))
    return Label(
      "\(errors) fel, \(warnings) varningar, \(notes) noteringar. "
        + "Kontrollerna pekar på \(found) av \(knownCount) kända motsägelser och luckor.",
      "\(errors) errors, \(warnings) warnings, \(notes) notes. "
        + "The checks point at \(found) of \(knownCount) known contradictions and gaps.")
  }

  /// The problems as a table.
  public var table: ReportTable {
    let columns = [
      ReportColumn.data("severity"), .data("code"), .data("unit"), .data("message"), .data("known"),
    ]
    let files = diagnostics.map { diagnostic in
      ReportRow(
        [
          .code(diagnostic.severity.rawValue), .code(diagnostic.code), .none,
          .code(diagnostic.message), .none,
        ], locations: [diagnostic.location])
    }
    let figures = findings.map { finding in
      ReportRow(
        [
          .code(finding.severity.rawValue), .code(finding.code), .code(finding.unit),
          .text(finding.message),
          .code(finding.known.isEmpty ? nil : finding.known.joined(separator: " ")),
        ], documents: finding.sources, locations: [finding.location])
    }
    return ReportTable(
      id: "check", title: Label("Kontroll", "Check"), columns: columns, rows: files + figures)
  }
}

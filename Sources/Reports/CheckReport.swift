public import Diagnostics
public import Labels
public import Workspace

/// Every problem of a workspace: what is wrong with its files, and figures that disagree.
public struct CheckReport: Sendable {
  private let diagnostics: [Diagnostic]
  private let findings: [Finding]
  private let knownCount: Int
  /// The contradictions that problems of files come from, by the problem.
  private let knownOfFiles: [Diagnostic: String]

  /// Checks a workspace, or one of its units.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - unit: One unit; `nil` for all.
  ///   - others: What is known to be wrong beside what its files say.
  public init(
    _ workspace: LoadedWorkspace, unit: String? = nil, others: [Diagnostic] = []
  ) {
    diagnostics =
      workspace.diagnostics.filter { diagnostic in
        guard let unit else { return true }
        return diagnostic.location.file.split(separator: "/").contains { $0 == unit }
      } + others
    findings = workspace.findings().filter { unit == nil || $0.unit == unit }
    knownOfFiles = Dictionary(
      diagnostics.compactMap { problem in workspace.known(problem).map { (problem, $0) } },
      uniquingKeysWith: { first, _ in first })
    knownCount = workspace.contradictions.count { unit == nil || $0.unit == unit }
  }

  /// How many problems are this bad.
  public func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity } + findings.count { $0.severity == severity }
  }

  /// One problem a paragraph, and a line that counts them. Offending values may be answers of
  /// persons; they are shown only where a person reads along.
  public func text(_ language: Language, showingValues: Bool = false) -> String {
    var lines = diagnostics.map {
      $0.formatted(showingValue: showingValues, inSwedish: language == .swedish)
    }
    lines += findings.map { finding in
      var line =
        "\(finding.location): \(finding.severity.label[language])[\(finding.id)]: "
        + finding.message[language]
      if !finding.known.isEmpty { line += " (" + finding.known.joined(separator: ", ") + ")" }
      if let reason = finding.acknowledgement {
        line += "\n  " + Label("bekräftad: ", "acknowledged: ")[language] + reason[language]
      }
      if !finding.sources.isEmpty {
        line +=
          "\n  " + Label("dokument: ", "documents: ")[language]
          + finding.sources.map(\.text).joined(separator: ", ")
      }
      return line
    }
    return (lines + [summary.text(language)]).joined(separator: "\n") + "\n"
  }

  private var summary: Sentence {
    .sentences([
      Self.counts(count(.error), count(.warning), count(.note)),
      Self.known(Set(findings.flatMap(\.known) + knownOfFiles.values).count, of: knownCount),
    ])
  }

  static func counts(_ errors: Int, _ warnings: Int, _ notes: Int) -> Sentence {
    guard errors + warnings + notes > 0 else {
      return Sentence("Inga fel, varningar eller noteringar.", "No errors, warnings or notes.")
    }
    let parts = [
      Noun(Label("fel", "error"), Label("fel", "errors")).counted(Fact(.count(errors))),
      Noun(Label("varning", "warning"), Label("varningar", "warnings"))
        .counted(Fact(.count(warnings))),
      Noun(Label("notering", "note"), Label("noteringar", "notes")).counted(Fact(.count(notes))),
    ]
    return Sentence.joined(parts, by: Label(same: ", ")) + Sentence(".", ".")
  }

  /// How many of the contradictions that people have noted the checks find as well; nothing where
  /// none is noted.
  static func known(_ found: Int, of count: Int) -> Sentence? {
    let all = Fact(.count(count))
    return switch (found, count) {
    case (_, 0): nil
    case (0, 1):
      Sentence(
        "Kontrollerna pekar inte på den enda kända motsägelsen eller luckan.",
        "The checks do not point at the only known contradiction or gap.")
    case (_, 1):
      Sentence(
        "Kontrollerna pekar på den enda kända motsägelsen eller luckan.",
        "The checks point at the only known contradiction or gap.")
    case (0, _):
      Sentence(
        "Kontrollerna pekar inte på någon av \(all) kända motsägelser och luckor.",
        "The checks point at none of \(all) known contradictions and gaps.")
    default:
      Sentence(
        "Kontrollerna pekar på \(Fact(.count(found))) av \(all) kända motsägelser och luckor.",
        "The checks point at \(Fact(.count(found))) of \(all) known contradictions and gaps.")
    }
  }

  /// The problems as a report.
  public var document: ReportDocument {
    ReportDocument(
      id: "check", title: Label("Kontroll", "Check"),
      blocks: [.paragraph(summary), .table(table)])
  }

  /// The problems as a table.
  public var table: ReportTable {
    let columns = [
      ReportColumn("place", Label("Plats", "Place"), for: .readers),
      ReportColumn("severity", Label("Allvar", "Severity"), for: .readers), .data("severity"),
      .data("code"), .data("finding"), .data("unit"),
      ReportColumn("text", Label("Problem", "Problem"), for: .readers),
      .data("message"), .data("known"),
      ReportColumn("acknowledged", Label("Bekräftad", "Acknowledged")),
    ]
    let files = diagnostics.map { diagnostic in
      let message = Label(diagnostic.inSwedish.message, diagnostic.message)
      return ReportRow(
        [
          .code(diagnostic.location.description), .text(diagnostic.severity.label),
          .code(diagnostic.severity.rawValue), .code(diagnostic.code), .none, .none,
          .text(message), .text(message), .code(knownOfFiles[diagnostic]),
          .none,
        ], locations: [diagnostic.location])
    }
    let figures = findings.map { finding in
      ReportRow(
        [
          .code(finding.location.description), .text(finding.severity.label),
          .code(finding.severity.rawValue), .code(finding.code), .code(finding.id),
          .code(finding.unit.isEmpty ? nil : finding.unit),
          .text(finding.message), .text(finding.message),
          .code(finding.known.isEmpty ? nil : finding.known.joined(separator: " ")),
          finding.acknowledgement.map { .text($0) } ?? .none,
        ], documents: finding.sources, locations: [finding.location])
    }
    return ReportTable(
      id: "check", title: Label("Kontroll", "Check"), columns: columns, rows: files + figures)
  }
}

extension Diagnostic.Severity {
  fileprivate var label: Label {
    switch self {
    case .error: Label("fel", "error")
    case .warning: Label("varning", "warning")
    case .note: Label("notering", "note")
    }
  }
}

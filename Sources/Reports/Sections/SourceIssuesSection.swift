internal import Diagnostics
internal import Indicators
internal import Labels
internal import Workspace

/// What does not fit together in the sources of a unit, found by rules or known before.
struct SourceIssuesSection {
  let workspace: LoadedWorkspace
  let unit: UnitContents
  let year: Int
  let findings: [Finding]

  func blocks() -> [Block] {
    let known = workspace.contradictions.filter {
      $0.unit == unit.id && concernsYear($0.sources)
    }
    let own = findings.filter { $0.unit == unit.id && concernsYear($0) }
    guard !known.isEmpty || !own.isEmpty else { return [] }
    var blocks: [Block] = [
      .heading(level: 1, ReportSection.contradictions.title)
    ]
    if !own.isEmpty { blocks.append(.table(table(own))) }
    if !known.isEmpty { blocks.append(.table(table(known))) }
    return blocks
  }

  /// Figures of a year without goals are compared with in the next year that has some. A finding
  /// without a year belongs to the years of its documents, and without any to the year that the
  /// workspace is about.
  private func concernsYear(_ finding: Finding) -> Bool {
    if let own = finding.year {
      let years = unit.goals.map(\.year)
      return own == year || years.filter { $0 >= own }.min() ?? years.max() == year
    }
    return finding.sources.isEmpty ? year == workspace.year : concernsYear(finding.sources)
  }

  /// A contradiction belongs to the years whose goals and outcomes come from the same document.
  private func concernsYear(_ sources: [DocumentReference]) -> Bool {
    let documents = Set(sources.map(\.document))
    let used =
      unit.goals.filter { $0.year == year }.flatMap(\.sources).map(\.document)
      + unit.outcomes.filter { $0.year == year }.map(\.source.document)
    return !documents.isDisjoint(with: used)
  }

  private func table(_ findings: [Finding]) -> ReportTable {
    let isAcknowledged = findings.contains { $0.acknowledgement != nil }
    return ReportTable(
      id: "findings", title: Label("Funna av kontrollerna", "Found by the checks"),
      columns: [
        .data("finding"), .data("code"), .data("severity"),
        ReportColumn("message", Label("Vad", "What")),
        ReportColumn("known", Label("Känd som", "Known as")),
      ]
        + (isAcknowledged
          ? [ReportColumn("acknowledged", Label("Bekräftad", "Acknowledged"))] : []),
      rows: findings.map { finding in
        ReportRow(
          [
            .code(finding.id), .code(finding.code), .code(finding.severity.rawValue),
            .text(finding.message),
            .code(finding.known.isEmpty ? nil : finding.known.joined(separator: ", ")),
          ] + (isAcknowledged ? [finding.acknowledgement.map { .text($0) } ?? .none] : []),
          documents: finding.sources, locations: [finding.location])
      }, context: .about(unit, in: year))
  }

  private func table(_ contradictions: [Contradiction]) -> ReportTable {
    ReportTable(
      id: "contradictions",
      title: Label("Kända i källorna", "Known in the sources"),
      columns: [
        ReportColumn("id", Label("Nr", "No.")),
        ReportColumn("kind", Label("Slag", "Kind")),
        ReportColumn("label", Label("Vad", "What")),
        ReportColumn("values", Label("Värden", "Values"), for: .readers), .data("values"),
        ReportColumn("note", Label("Anmärkning", "Remark")),
        ReportColumn("source", Label("Källa", "Source"), for: .readers),
      ],
      rows: contradictions.map { contradiction in
        ReportRow(
          [
            .code(contradiction.id), .text(contradiction.kindLabel), .text(contradiction.label),
            contradiction.values.isEmpty ? .none : .words(shown(contradiction.values)),
            .code(
              contradiction.values.isEmpty ? nil : contradiction.values.joined(separator: " / ")),
            contradiction.note.isEmpty ? .none : .text(contradiction.note),
            .text(workspace.documentNames.label(contradiction.sources)),
          ], documents: contradiction.sources, locations: [contradiction.location])
      }, context: .about(unit, in: year))
  }

  /// The two values as a language writes numbers. Four digits may be a year and stay together.
  private func shown(_ values: [String]) -> Sentence {
    .joined(
      values.map { text in
        guard let value = Double(text), value.isFinite, abs(value) >= 10_000 || text.contains(".")
        else {
          return Sentence(Label(same: text.replacing("-", with: Double(text) == nil ? "-" : "−")))
        }
        return Sentence(Fact(.number(value), precision: .upTo(4)))
      }, by: Label(same: " / "))
  }
}

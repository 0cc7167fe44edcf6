public import Diagnostics
public import Labels
internal import Tables

/// That a finding may stand as it is, and why: a row of `acknowledgements.csv`.
public struct Acknowledgement: Hashable, Sendable {
  /// The file.
  static let file = "acknowledgements.csv"

  /// The finding, by its name: ``Finding/id``.
  public var finding: String
  /// Why.
  public var reason: Label
  /// Where it stands.
  public var location: SourceLocation

  /// Reads the rows. A row without a finding or a reason acknowledges nothing.
  static func read(_ rows: [Row], _ problems: ProblemCollector) -> [Acknowledgement] {
    rows.compactMap { row in
      let reasons = ["reason_sv", "reason_en", "reason"].map { row.text($0) }
      guard let finding = row.text("finding"), let any = reasons.compactMap(\.self).first else {
        problems.add(
          Diagnostic(
            .error, "acknowledgement", at: row.location,
            "the row names no finding or gives no reason", because: "Both are needed.",
            fixes: ["fill in 'finding' and 'reason_sv' or 'reason_en'"]))
        return nil
      }
      return Acknowledgement(
        finding: finding, reason: Label(reasons[0] ?? any, reasons[1] ?? any),
        location: row.location)
    }
  }
}

extension LoadedWorkspace {
  /// The findings with the reasons why they may stand; such a finding is a note, unless it is an error.
  /// Whoever acknowledges what is not found is told.
  func acknowledged(_ findings: [Finding]) -> [Finding] {
    guard !acknowledgements.isEmpty else { return findings }
    let reasons = Dictionary(
      acknowledgements.map { ($0.finding, $0.reason) }, uniquingKeysWith: { first, _ in first })
    let ids = Set(findings.map(\.id))
    return findings.map { finding in
      var finding = finding
      finding.acknowledgement = reasons[finding.id]
      if finding.acknowledgement != nil, finding.severity == .warning { finding.severity = .note }
      return finding
    }
      + acknowledgements.filter { !ids.contains($0.finding) }.map { unmet in
        let hint = closestName(to: unmet.finding, in: ids.sorted())
        return Finding(
          severity: .note, code: "acknowledgement-unmet", subject: unmet.finding, unit: "",
          year: nil,
          message: Label(
            "\(unmet.finding) är bekräftad, men finns inte längre bland det som kontrollerna finner"
              + (hint.map { "; menas \($0)?" } ?? ""),
            "\(unmet.finding) is acknowledged, but is no longer among what the checks find"
              + (hint.map { "; is \($0) meant?" } ?? "")),
          location: unmet.location, sources: [])
      }
  }
}

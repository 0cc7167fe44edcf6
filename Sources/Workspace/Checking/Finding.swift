public import Diagnostics
internal import Indicators
public import Labels
internal import Query

/// Something in the figures that does not fit together.
///
/// A ``Diagnostic`` is about a file that is hard to read; a finding is about figures that read
/// well and disagree.
public struct Finding: Hashable, Sendable {
  /// How bad it is.
  public var severity: Diagnostic.Severity
  /// A stable name of the kind of finding.
  public var code: String
  /// What it is about, by its id.
  public var subject: String
  /// The unit.
  public var unit: String
  /// The newest year of the figures, where they have one.
  public var year: Int?
  /// What does not fit, as one sentence without a full stop.
  public var message: Label
  /// Where the workspace states it.
  public var location: SourceLocation
  /// Where the documents state it.
  public var sources: [DocumentReference]
  /// The known contradictions that it comes from: those that the rule names, otherwise those at the
  /// same places in the documents.
  public var known: [String] = []
  /// Why it may stand as it is, where somebody has said so.
  public var acknowledgement: Label?

  /// Its name: kind and subject. It stays as long as both do.
  public var id: String { "\(code)/\(subject)" }
}

extension LoadedWorkspace {
  /// Every finding, in the order of the units, with the known contradictions behind it.
  public func findings() -> [Finding] {
    computed.findings.value { acknowledged(units.flatMap(findings(in:)).map(known)) }
  }

  private func findings(in unit: UnitContents) -> [Finding] {
    var findings = referenceFindings(unit, goals.map(\.id))
    findings += figureFindings(unit)
    findings += verdictFindings(unit)
    findings += goalFindings(unit)
    findings += outcomeFindings(unit)
    findings += surveyFindings(unit)
    findings += unknownContradictions(of: unit)
    findings += brokenRules(of: unit)
    findings += consistency(of: unit).filter { !$0.isEqual }.map(Finding.init)
    findings += planFindings(unit)
    return findings
  }

  /// A finding with the contradictions at the same places, unless its rule has named some.
  private func known(_ finding: Finding) -> Finding {
    guard finding.known.isEmpty else { return finding }
    var finding = finding
    let places = Set(finding.sources)
    finding.known =
      contradictions.filter { contradiction in
        contradiction.unit == finding.unit && !places.isDisjoint(with: contradiction.sources)
          && Self.kinds[finding.code]?.contains(contradiction.kind) != false
      }.map(\.id)
    return finding
  }

  /// The contradiction that a problem of a file comes from: one of the same unit that has its value.
  public func known(_ problem: Diagnostic) -> String? {
    guard let value = problem.value else { return nil }
    let folders = problem.location.file.split(separator: "/").map(String.init)
    return contradictions.first { folders.contains($0.unit) && $0.values.contains(value) }?.id
  }

  /// Which kinds of contradictions a finding can come from; any, for those that are not listed.
  private static let kinds: [String: Set<String>] = [
    "done-below-target": ["motsagelse"], "overall-differs": ["motsagelse"],
    "figure-missing": ["lucka"], "target-missing": ["lucka", "tvetydighet"],
    "outcome-unstated": ["lucka", "tvetydighet"], "base-missing": ["lucka"],
    "question-reworded": ["motsagelse", "enhetsbyte"], "unit-differs": ["enhetsbyte"],
    "division-shared": ["tvetydighet"],
    "name-variant": ["namnvariant", "tvetydighet"], "frequency-differs": ["motsagelse"],
    // A remark comes from none.
    "frequency-exceeded": [],
  ]

  private func referenceFindings(_ unit: UnitContents, _ goalIDs: [String]) -> [Finding] {
    let known = Set(goalIDs)
    let documentIDs = Set(documents.map(\.id))
    var findings: [Finding] = []
    for outcome in unit.outcomes {
      if let goal = outcome.goal, !known.contains(goal) {
        let hint = closestName(to: goal, in: goalIDs)
        findings.append(
          Finding(
            severity: .error, code: "goal-unknown", subject: outcome.id, unit: unit.id,
            year: outcome.year,
            message: Label(
              "utfallet \(outcome.id) hör till målet \(goal), som inte finns"
                + (hint.map { "; menas \($0)?" } ?? ""),
              "outcome \(outcome.id) belongs to goal \(goal), which does not exist"
                + (hint.map { "; is \($0) meant?" } ?? "")),
            location: outcome.location, sources: [outcome.source]))
      }
      // What is only computed of a part of a year stands in no document.
      let isOpen = unit.isInterim && outcome.source.document.isEmpty
      if !documentIDs.contains(outcome.source.document), !isOpen {
        findings.append(
          unknownDocument(outcome.source.document, unit.id, outcome.year, outcome.location))
      }
    }
    for goal in unit.goals {
      if let group = goal.group, !known.contains(group) {
        findings.append(
          Finding(
            severity: .error, code: "group-unknown", subject: goal.id, unit: unit.id,
            year: goal.year,
            message: Label(
              "målet \(goal.id) hör till gruppen \(group), som inte finns",
              "goal \(goal.id) is part of group \(group), which does not exist"),
            location: goal.locations[0], sources: goal.sources))
      }
      for source in goal.sources where !documentIDs.contains(source.document) {
        findings.append(unknownDocument(source.document, unit.id, goal.year, goal.locations[0]))
      }
    }
    return findings
  }

  private func unknownDocument(
    _ document: String, _ unit: String, _ year: Int, _ location: SourceLocation
  ) -> Finding {
    Finding(
      severity: .error, code: "document-unknown", subject: document, unit: unit, year: year,
      message: Label(
        "dokumentet '\(document)' finns inte i \(WorkspaceLoader.definitionFile)",
        "document '\(document)' is not listed in \(WorkspaceLoader.definitionFile)"),
      location: location, sources: [])
  }

  private func figureFindings(_ unit: UnitContents) -> [Finding] {
    unit.outcomes.filter(\.differsFromStated).map { outcome in
      let value = (outcome.computed ?? outcome.example)?.value ?? 0
      let (stated, computed) = apart(outcome.statedValue ?? 0, value)
      return Finding(
        severity: .warning, code: "figure-differs", subject: outcome.id, unit: unit.id,
        year: outcome.year,
        message: Label(
          "\(outcome.label.swedish): dokumentet anger \(stated.swedish), uträkningen ger \(computed.swedish)",
          "\(outcome.label.english): the document states \(stated.english), the computation gives "
            + computed.english
        ),
        location: outcome.location, sources: [outcome.source])
    }
  }

  private func verdictFindings(_ unit: UnitContents) -> [Finding] {
    unit.goals.flatMap { goal -> [Finding] in
      let assessment = assess(goal)
      let sources = goal.sources + assessment.outcomes.map(\.source)
      func finding(_ severity: Diagnostic.Severity, _ code: String, _ message: Label) -> Finding {
        Finding(
          severity: severity, code: code, subject: goal.id, unit: unit.id, year: goal.year,
          message: message,
          location: assessment.deciding?.location ?? goal.locations[0], sources: sources)
      }
      if assessment.differs, let status = assessment.statedStatus {
        return [
          finding(
            .warning, "verdict-differs",
            Label(
              "\(goal.label.swedish): dokumentet säger \(status.label.swedish), "
                + "utfallet ger \(assessment.verdict.label.swedish)",
              "\(goal.label.english): the document says \(status.label.english), "
                + "the outcome gives \(assessment.verdict.label.english)"))
        ]
      }
      switch assessment.reason {
      case .unitsDiffer(let goalUnit, let outcomeUnit):
        return [
          finding(
            .warning, "unit-differs",
            Label(
              "\(goal.label.swedish): målet räknas i \(goalUnit.swedish), "
                + "utfallet i \(outcomeUnit.swedish)",
              "\(goal.label.english): the goal counts \(goalUnit.english), "
                + "the outcome \(outcomeUnit.english)"))
        ]
      case .partOfWhole
      where assessment.deciding?.measurementUnit?.dimension != goal.measurementUnit?.dimension
        && assessment.deciding?.measurementUnit != nil:
        return [
          finding(
            .note, "unit-differs",
            Label(
              "\(goal.label.swedish): mål och utfall räknas i olika enheter; andelen av alla avgör",
              "\(goal.label.english): goal and outcome count different things; "
                + "the share of all decides"))
        ]
      case .wordsOnly:
        return [
          finding(
            .warning, "figure-missing",
            Label(
              "\(goal.label.swedish): målet har ett tal, utfallet bara ord",
              "\(goal.label.english): the goal has a figure, the outcome only words"))
        ]
      default: return []
      }
    }
  }
}

extension Finding {
  init(_ result: ConsistencyResult) {
    let (stated, computed) = apart(result.stated, result.computed)
    self.init(
      severity: .warning, code: result.kind == .rule ? "rule-broken" : "total-differs",
      subject: result.kind == .rule ? "\(result.unit)/\(result.id)" : result.id,
      unit: result.unit, year: result.year,
      message: Label(
        "\(result.label.swedish): \(stated.swedish) mot \(computed.swedish)",
        "\(result.label.english): \(stated.english) against \(computed.english)"),
      location: result.location, sources: result.sources, known: result.known)
  }
}

/// A figure without needless decimals, for messages.
func plain(_ value: Double) -> String {
  if let whole = Int(exactly: value) { return String(whole) }
  let hundredths = (value * 100).rounded(.toNearestOrAwayFromZero) / 100
  return String(hundredths)
}

/// Two figures that differ, each as its language writes numbers, with as many decimals as it takes
/// to see it.
func apart(_ first: Double, _ second: Double) -> (Label, Label) {
  func words(_ value: Double, _ other: Double) -> Label {
    let texts = [Language.swedish, .english].map {
      NumberStyle($0).text(value, upTo: 2, apartFrom: other)
    }
    return Label(texts[0], texts[1])
  }
  return (words(first, second), words(second, first))
}

public import Disclosure
public import Indicators
public import Surveys

/// What is withheld of everything that a workspace publishes of a year's persons, and what readers can
/// find out about it all the same.
public struct DisclosureReview: Sendable {
  /// Where a withheld count stands.
  public enum Place: Hashable, Sendable {
    /// In a survey.
    case answer(SurveyDefinition, AnswerCell)
    /// In a case log.
    case cases(CaseLogDefinition, CaseCell.Place)
  }

  /// A withheld count. The count itself is not in it.
  public struct Entry: Sendable {
    /// Where it stands.
    public let place: Place
    /// Why it is withheld.
    public let reason: WithholdingReason
    /// What readers can narrow it down to; `nil` where its whole table is withheld, so that nothing is
    /// said of it, and where it would tell the count.
    public let interval: ValueRange?
    /// How well it is protected.
    public let protection: Protection
  }

  /// How well a withheld count is protected.
  public enum Protection: String, Sendable {
    /// Its interval is as wide as the rules ask for.
    case wideEnough = "wide_enough"
    /// It follows from what was published before, or from totals that are told in any case.
    case follows
    /// Its interval is narrower, and something of ours makes it so.
    case tooNarrow = "too_narrow"
  }

  /// The withheld counts, surveys first, in the order of the definitions.
  public private(set) var entries: [Entry] = []
  /// How many counts were decided about.
  public private(set) var cellCount = 0
  /// How often the audit was repeated.
  public private(set) var rounds = 0

  /// Whether every withheld count is protected.
  public var isSafe: Bool { entries.allSatisfy { $0.protection != .tooNarrow } }

  /// Decides about the surveys of all waves and the case logs of a year anew, and audits the result.
  public init(_ workspace: LoadedWorkspace, units: [UnitContents], year: Int) {
    let rules = workspace.disclosure
    for unit in units {
      for survey in unit.surveys {
        let cube = survey.published(rules).cube
        var reasons: [AnswerCell: WithholdingReason] = [:]
        for cells in SurveyDisclosure.sets(cube, rules: rules) {
          let decision = cells.decided(audits: true)
          reasons.merge(decision.reasons) { first, _ in first }
          add(decision) { .answer(cube.definition, $0) }
        }
        // Nothing is told of these, in no table, so that nothing narrows them down.
        for cell in DependentCells(cube, reasons, minimum: rules.minimumAnswers).added {
          entries.append(
            Entry(
              place: .answer(cube.definition, cell), reason: .complementary, interval: nil,
              protection: .wideEnough))
        }
      }
      for log in unit.caseLogs where log.definition.isAboutPersons {
        let cube = log.cube(
          asOf: workspace.asOf(year: year, in: log), calendar: workspace.calendar, year: year)
        add(CaseCells(cube, minimum: rules.minimumAnswers).set.decided(audits: true)) {
          .cases(log.definition, $0)
        }
      }
    }
  }

  private mutating func add<Cell>(
    _ decision: PublicationSet<Cell>.Decision, at place: (Cell) -> Place
  ) {
    cellCount += decision.cellCount
    rounds += decision.rounds
    for (cell, entry) in decision.entries {
      guard let reason = decision.reasons[cell] else { continue }
      entries.append(
        Entry(
          place: place(cell), reason: reason, interval: entry.isProtected ? entry.interval : nil,
          protection: entry.isProtected
            ? .wideEnough : decision.known.contains(cell) ? .follows : .tooNarrow))
    }
    let audited = Set(decision.entries.map(\.place))
    for cell in decision.order where !audited.contains(cell) {
      guard let reason = decision.reasons[cell] else { continue }
      entries.append(
        Entry(
          place: place(cell), reason: reason, interval: nil,
          protection: decision.known.contains(cell) ? .follows : .wideEnough))
    }
  }
}

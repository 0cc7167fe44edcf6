internal import Disclosure

/// Counts that are published together, each under the place where it stands, and what adds up to what.
struct PublicationSet<Place: Hashable & Sendable>: Sendable {
  /// Counts that nobody sees.
  private var atoms: [Double] = []
  private var cells: [PublishedCell] = []
  private var places: [Place?] = []
  private var identities: [Identity] = []
  private var hasPrimary = false

  /// Takes in inner counts and gives their numbers.
  mutating func addAtoms(_ counts: [Int]) -> [Int] {
    let first = atoms.count
    atoms += counts.map(Double.init)
    return Array(first..<atoms.count)
  }

  /// The sum of some atoms.
  func count(_ atoms: [Int]) -> Int { Int(atoms.reduce(0) { $0 + self.atoms[$1] }) }

  /// Takes in a count that is published as the sum of some atoms; one that is known whatever we do, or that
  /// stands in no table and must not follow from those that do, has no place. Counts of higher priority are
  /// kept before others.
  mutating func add(_ place: Place?, sumOf atoms: [Int], priority: Int, isKnown: Bool = false) {
    cells.append(
      PublishedCell(
        "\(cells.count)", atoms: atoms.sorted(), priority: Double(priority),
        role: isKnown ? .publishedBefore : .ours))
    places.append(place)
  }

  /// Says that the count that was added last must be withheld; what readers know of it when they see the
  /// reason, and the width that its interval must keep.
  mutating func withholdLast(
    _ reason: WithholdingReason, within range: ValueRange, protection: Double
  ) {
    guard let last = cells.indices.last, cells[last].role == .ours else { return }
    cells[last].primaryReason = reason
    cells[last].rangeIfPrimary = range
    cells[last].protection = protection
    hasPrimary = true
  }

  /// Says that some atoms have the same sum as others, which everybody knows.
  mutating func link(_ left: [Int], _ right: [Int]) {
    let terms =
      left.map { Identity.Term($0, times: 1) } + right.map { Identity.Term($0, times: -1) }
    identities.append(Identity(terms.sorted { $0.atom < $1.atom }))
  }

  /// What was decided about the counts.
  struct Decision {
    /// The reason of each count that is withheld. Those that readers would know anyhow are not.
    var reasons: [Place: WithholdingReason] = [:]
    /// All places, in the order in which they were added.
    var order: [Place] = []
    /// Withheld counts of which too much follows from what was published before, or is told in any case.
    var known: Set<Place> = []
    /// How many counts there are, of any place, of which too much follows from what cannot be withheld.
    var knownCount = 0
    /// How many counts were decided about.
    var cellCount = 0
    /// How often the audit was repeated.
    var rounds = 0
    /// What readers can find out about each withheld count; empty unless asked for.
    var entries: [(place: Place, entry: DisclosureAudit.Entry)] = []
  }

  /// Decides what to withhold; of a set that cannot be protected, which the control refuses to publish,
  /// everything.
  func decided(audits: Bool = false) -> Decision {
    var decision = Decision()
    decision.cellCount = cells.indices.count { cells[$0].role == .ours && places[$0] != nil }
    decision.order = places.compactMap(\.self)
    guard hasPrimary else { return decision }
    guard
      let set = try? ReportSet(.counts, atoms: atoms, cells: cells, identities: identities)
    else { return withholdingEverything(decision) }
    let control = DisclosureControl()
    let protection = control.protect(set)
    decision.rounds = protection.rounds
    guard protection.isPublishable else { return withholdingEverything(decision) }
    for cell in protection.withheld {
      guard let place = places[cell] else { continue }
      decision.reasons[place] = protection.reasons[cell]
    }
    decision.knownCount = protection.limitedByPublished.count + protection.alreadyPublic.count
    decision.known = Set(
      (protection.limitedByPublished + protection.alreadyPublic).compactMap { places[$0] })
    guard audits else { return decision }
    decision.entries = control.audit(set, protection).entries.compactMap { entry in
      places[entry.cell].map { ($0, entry) }
    }
    return decision
  }

  private func withholdingEverything(_ decision: Decision) -> Decision {
    var decision = decision
    for (cell, place) in zip(cells, places) where cell.role == .ours {
      if let place { decision.reasons[place] = cell.primaryReason ?? .complementary }
    }
    return decision
  }
}

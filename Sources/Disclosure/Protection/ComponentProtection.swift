/// Protects one component of a system: elimination, audit, more to withhold, less to withhold.
struct ComponentProtection {
  private(set) var withheld: Set<Int>
  private(set) var alreadyPublic: [Int] = []
  private(set) var unprotected: Set<Int> = []
  /// Columns that what was published before keeps from being protected, with the width that it leaves
  /// them: nothing of ours may take of that.
  private var widths: [Int: Double] = [:]
  var limited: Set<Int> { Set(widths.keys) }
  /// Columns that were shown to be protected. Withholding more leaves readers with more tables that agree
  /// with what is published, so they stay so.
  private var safe: Set<Int> = []
  /// How many audits it took.
  private(set) var rounds = 0

  let system: SuppressionSystem
  let component: SuppressionSystem.Component
  let control: DisclosureControl
  /// Whether readers see the reasons.
  let showsReasons: Bool
  private var surroundings: Escalation.Surroundings?

  /// The columns of one attack that are still in doubt.
  struct Audits {
    var parts: [PartAudit]
    var determined: [Int]
  }

  init(
    _ system: SuppressionSystem, _ component: SuppressionSystem.Component,
    _ control: DisclosureControl, showsReasons: Bool, withheld: Set<Int> = []
  ) {
    self.system = system
    self.component = component
    self.control = control
    self.showsReasons = showsReasons
    self.withheld = withheld
  }

  /// The protection of a component that withholds fewest cells of what is tried: with the reasons shown
  /// if they can be, and without where they tell too much.
  static func best(
    _ system: SuppressionSystem, _ component: SuppressionSystem.Component,
    _ control: DisclosureControl
  ) -> ComponentProtection {
    func worked(showsReasons: Bool) -> ComponentProtection {
      var worker = ComponentProtection(system, component, control, showsReasons: showsReasons)
      worker.run()
      return worker
    }
    let first = worked(showsReasons: control.showsReasons)
    if first.unprotected.isEmpty || !control.showsReasons { return first }
    let second = worked(showsReasons: false)
    return second.unprotected.count < first.unprotected.count ? second : first
  }

  private mutating func run() {
    let elimination = GaussianSuppression(system, component)
    alreadyPublic = elimination.alreadyPublic
    withheld = Set(elimination.primary + elimination.complementary)
    repairAll()
    let first = self
    if elimination.complementary.isEmpty || component.columns.count > Self.largestSearch { return }
    // Elimination keeps what has priority, at the cost of many small cells. From the primary ones
    // alone the audit asks for the fewest; whichever withholds less stands.
    withheld = Set(elimination.primary)
    (unprotected, safe) = ([], [])
    repairAll()
    if (unprotected.count, cost) >= (first.unprotected.count, first.cost) { self = first }
  }

  /// Components of more columns keep what elimination and its audit came to.
  private static let largestSearch = 150

  private var cost: Int { withheld.reduce(0) { $0 + system.columns[$1].cells.count } }

  /// Withholds until every column keeps its protection, or what was published before leaves of it.
  private mutating func repairAll() {
    repair()
    if separateLimited() { repair() }
  }

  private mutating func repair() {
    var audits = audited()
    while true {
      rounds += 1
      let failing = failures(&audits)
      if failing.isEmpty { break }
      open(failing)
      audits = audited()
    }
    publishAgain(audits)
  }

  /// Finds those of the unprotected columns that would not be protected if nothing of ours were published:
  /// it is what was published before that tells of them. From here on they must keep what it leaves.
  /// Answers whether there are any.
  private mutating func separateLimited() -> Bool {
    if unprotected.isEmpty { return false }
    let ours = component.columns.filter { !system.columns[$0].isPublishedBefore }
    let attack = Attack(
      system, component, withheld: Set(ours),
      range: rangeWithoutReason, protection: protection)
    var found: [Int: Double] = [:]
    for column in unprotected.intersection(attack.determined) { found[column] = 0 }
    for part in attack.parts {
      var audit = PartAudit(part, measure: system.measure, nodes: control.nodes)
      for target in part.targets.indices where unprotected.contains(part.targets[target].column) {
        if !audit.isSafe(target) {
          // Looking for the ends finds the whole numbers that reach furthest.
          _ = audit.feasible(target)
          found[part.targets[target].column] = audit.attained[target].width
        }
      }
    }
    widths.merge(found) { min($0, $1) }
    unprotected.subtract(found.keys)
    safe.subtract(found.keys)
    return !found.isEmpty
  }

  /// What readers know of a withheld column.
  func range(_ column: Int) -> ValueRange {
    let facts = system.columns[column]
    if !showsReasons { return rangeWithoutReason(column) }
    return facts.primaryReason == nil ? facts.rangeIfComplementary : facts.rangeIfPrimary
  }

  /// Without the reasons readers still know that zeros are published, if they are: then what is withheld is
  /// none.
  private func rangeWithoutReason(_ column: Int) -> ValueRange {
    let facts = system.columns[column]
    let range = facts.primaryReason == nil ? facts.rangeIfComplementary : facts.rangeIfPrimary
    let lower = facts.primaryReason == nil && system.publishesZeros ? 1 : range.lower
    return ValueRange(min(lower, 1, facts.value), nil)
  }

  /// The width that a withheld column must keep: a complementary one must not be determined, and one
  /// that was told of before must not be told of more.
  func protection(_ column: Int) -> Double {
    if let width = widths[column] { return width }
    let facts = system.columns[column]
    if facts.primaryReason != nil { return facts.protection }
    return system.measure == .counts ? 1 : 1e-6 * max(1, facts.value)
  }

  func audited() -> Audits {
    let attack = Attack(
      system, component, withheld: withheld, range: range, protection: protection)
    return Audits(
      parts: attack.parts.map { PartAudit($0, measure: system.measure, nodes: control.nodes) },
      determined: attack.determined)
  }

  /// The columns whose protection is not shown, with the values that they are shown to reach.
  private mutating func failures(_ audits: inout Audits) -> [(column: Int, attained: ValueRange)] {
    var result: [(column: Int, attained: ValueRange)] = []
    for column in audits.determined where protection(column) > 0 {
      let value = system.columns[column].value
      result.append((column, ValueRange(value, value)))
    }
    for index in audits.parts.indices {
      for target in audits.parts[index].targets.indices
      where !safe.contains(audits.parts[index].targets[target].column) {
        let column = audits.parts[index].targets[target].column
        if audits.parts[index].isSafe(target) {
          safe.insert(column)
        } else {
          result.append((column, audits.parts[index].attained[target]))
        }
      }
    }
    return result.filter { !unprotected.contains($0.column) }.sorted { $0.column < $1.column }
  }

  /// Withholds more for the failing columns. One that nothing helps is unprotected.
  private mutating func open(_ failing: [(column: Int, attained: ValueRange)]) {
    let near = surroundings ?? Escalation.Surroundings(system, component)
    surroundings = near
    var opened: Set<Int> = []
    var whole: Escalation?
    for (column, attained) in failing {
      var found: [Int]?
      for limit in Self.neighbours where found == nil {
        let isWhole = near.atomCount <= limit
        let escalation = whole ?? escalation(near.scope(around: column, limit: limit))
        if isWhole { whole = escalation }
        found = opening(column, attained, escalation, opened)
        if isWhole { break }
      }
      if let found {
        opened.formUnion(found)
        // Nothing to open although it failed: only an earlier column's cells may explain that.
        if found.isEmpty, opened.isEmpty { unprotected.insert(column) }
      } else {
        unprotected.insert(column)
      }
    }
    withheld.formUnion(opened)
  }

  /// How many atoms a neighbourhood may have, smaller ones first.
  private static let neighbours = [250, 1000]

  private func escalation(_ scope: Escalation.Scope) -> Escalation {
    Escalation(system, scope, withheld: withheld, range: range)
  }

  private func opening(
    _ column: Int, _ attained: ValueRange, _ escalation: Escalation, _ opened: Set<Int>
  ) -> [Int]? {
    let (protection, range) = (protection(column), range(column))
    let upper = attained.lower + protection
    let lower = (attained.upper ?? attained.lower) - protection
    var best: (columns: [Int], cost: Double)?
    for (end, target) in [
      (upper, ValueRange(upper, range.upper)), (lower, ValueRange(range.lower, lower)),
    ] where range.contains(end) {
      guard
        let found = escalation.opening(column, to: target, otherwise: range, opened: opened)
      else { continue }
      if best.map({ found.cost < $0.cost }) ?? true { best = found }
    }
    return best?.columns
  }

  /// Publishes what need not be withheld: the highest priority first, or the lowest first where that
  /// spares more cells.
  private mutating func publishAgain(_ audits: Audits) {
    guard unprotected.isEmpty, system.measure == .counts else { return }
    for audit in audits.parts where audit.targets.count <= Self.largestSearch {
      let columns = audit.targets.map { system.columns[$0.column] }
      let complementary = columns.indices.filter { columns[$0].primaryReason == nil }
      let order = complementary.sorted { left, right in
        let (one, other) = (columns[left].priority, columns[right].priority)
        return one == other ? left < right : one > other
      }
      let ways = [order, order.reversed()].map { order in
        var fresh = audit.fresh()
        return order.flatMap { fresh.publishesAgain($0, complementary: complementary) }
      }
      let spared = ways.map { way in way.reduce(0) { $0 + columns[$1].cells.count } }
      for target in spared[1] > spared[0] ? ways[1] : ways[0] {
        withheld.remove(audit.targets[target].column)
      }
    }
  }
}

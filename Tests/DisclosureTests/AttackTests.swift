internal import Disclosure
internal import Foundation
internal import TableFixtures
internal import Testing

/// Random sets of reports and a reader who shares no code with the target.
///
/// `DISCLOSURE_SETS=10000` runs as many instead of the sample, from the seed `DISCLOSURE_FIRST` on, and prints
/// what it found.
@Suite struct AttackTests {
  private static let asked = variable("DISCLOSURE_SETS")
  static let count = asked ?? 200
  static let seeds =
    (variable("DISCLOSURE_FIRST") ?? 0)..<((variable("DISCLOSURE_FIRST") ?? 0) + count)

  private static func variable(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap(UInt64.init)
  }

  /// Tells whoever asked for more than the sample.
  private static func tell(_ words: String) { if asked != nil { print(words) } }

  /// Sets of many shapes, and sets as surveys and case logs make them.
  enum Shape: CaseIterable, Sendable {
    case any, tables

    func set(seed: UInt64) throws -> ReportSet {
      switch self {
      case .any: try randomReportSet(seed: seed)
      case .tables: try randomTableSet(seed: seed)
      }
    }
  }

  @Test(arguments: Shape.allCases) func nothingWithheldIsFound(_ shape: Shape) throws {
    var refused = 0
    var (cells, withheld, attacked) = (0, 0, 0)
    for seed in Self.seeds {
      let set = try shape.set(seed: seed)
      let protection = DisclosureControl().protect(set)
      cells += set.cells.count
      withheld += protection.withheld.count
      let attacker = Attacker(set: set, protection: protection)
      let known = Set(protection.limitedByPublished + protection.unprotected)
      if !protection.isPublishable { refused += 1 }
      let determined = attacker.determinedByRank().filter { !known.contains($0) }
      #expect(determined.isEmpty, "seed \(seed): determined by rank")
      for isWhole in [false, true] {
        for (cell, lower, upper) in attacker.intervals(knowsReasons: true, isWhole: isWhole)
        where !known.contains(cell) {
          attacked += 1
          let width = attacker.protection(of: cell)
          #expect(upper - lower >= width, "seed \(seed), whole \(isWhole): \(set.cells[cell].id)")
        }
      }
      for cell in set.cells.indices where set.cells[cell].role == .publishedBefore {
        #expect(protection.reasons[cell] == nil, "seed \(seed): a published figure is withheld")
      }
    }
    Self.tell(
      "\(shape): \(Self.count) sets, \(cells) cells, \(withheld) withheld, \(attacked) intervals found by "
        + "the reader, \(refused) sets refused")
    // Refusal is the last resort.
    #expect(Double(refused) <= 0.02 * Double(Self.count), "\(refused) sets are refused")
  }

  /// Cells withheld over the least number possible: at most 1.2 in the median, and 2 at most.
  @Test func fewMoreThanTheOptimum() throws {
    var ratios: [Double] = []
    for seed in Self.seeds {
      let set = try randomReportSet(seed: seed, hasSensitive: false)
      if set.cells.count > 40 { continue }
      let protection = DisclosureControl().protect(set)
      let isPlain = protection.isPublishable && protection.limitedByPublished.isEmpty
      guard isPlain, !protection.reasons.contains(.unstated), !protection.withheld.isEmpty,
        let fewest = fewestWithheld(set, protection), fewest > 0
      else { continue }
      ratios.append(Double(protection.withheld.count) / Double(fewest))
    }
    ratios.sort()
    try #require(ratios.count >= 10)
    Self.tell(
      "withheld over the optimum, \(ratios.count) sets: median \(ratios[ratios.count / 2]), mean "
        + "\(ratios.reduce(0, +) / Double(ratios.count)), largest \(ratios[ratios.count - 1])")
    #expect(ratios[ratios.count / 2] <= 1.2)
    #expect(ratios[ratios.count - 1] <= 2)
  }

  /// The intervals of the audit are those that the reader finds on the set as it stands.
  @Test func auditAgreesWithTheReader() throws {
    for seed in 0..<min(Self.count, 30) {
      let set = try randomReportSet(seed: seed, largest: 20, hasSensitive: false)
      let control = DisclosureControl()
      let protection = control.protect(set)
      let audit = control.audit(set, protection)
      let reader = Attacker(set: set, protection: protection)
      let plain = reader.intervals(knowsReasons: true, isWhole: false)
      let whole = reader.intervals(knowsReasons: true, isWhole: true)
      #expect(audit.entries.map(\.cell) == plain.map(\.cell))
      for (entry, (linear, exact)) in zip(audit.entries, zip(plain, whole)) {
        // Between what fractions allow and what whole numbers allow.
        let upper = entry.interval.upper ?? .infinity
        #expect(linear.lower <= entry.interval.lower && entry.interval.lower <= exact.lower)
        #expect(exact.upper <= upper && upper <= linear.upper)
      }
    }
  }

  /// The same set gives the same result, whatever was protected before it.
  @Test func isRepeatable() throws {
    let sets = try (0..<5).map { try randomReportSet(seed: $0) }
    let first = sets.map { DisclosureControl().protect($0) }
    let second = sets.reversed().map { DisclosureControl().protect($0) }
    #expect(first == second.reversed())
  }
}

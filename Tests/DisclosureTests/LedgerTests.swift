internal import Disclosure
internal import TableFixtures
internal import Testing

/// Sets that are published in two goes, as queries are: what was published the first time is a
/// constant of the second, and what was withheld must stay so.
@Suite struct LedgerTests {
  @Test func theSecondGoTellsNothingOfTheFirst() throws {
    for seed in 0..<AttackTests.count {
      var random = SeededGenerator(state: seed)
      let set = try randomReportSet(seed: seed, hasSensitive: false)
      // What was published before both is known in both, and so are zeros, which no rule here withholds.
      let isFirst = set.cells.map { cell in
        cell.role == .publishedBefore || set.value(of: cell) == 0 || Bool.random(using: &random)
      }
      let chosen = set.cells.indices.filter { isFirst[$0] }
      let first = try ReportSet(
        set.measure, atoms: set.atoms, cells: chosen.map { set.cells[$0] },
        identities: set.identities)
      let before = DisclosureControl().protect(first)
      guard before.isPublishable else { continue }
      var cells = set.cells
      for (place, cell) in chosen.enumerated() {
        if before.reasons[place] == nil {
          cells[cell].role = .publishedBefore
        } else if cells[cell].primaryReason == nil {
          cells[cell].primaryReason = .complementary
          cells[cell].protection = 1
          cells[cell].rangeIfPrimary = cells[cell].rangeIfComplementary
        }
      }
      let second = try ReportSet(
        set.measure, atoms: set.atoms, cells: cells, identities: set.identities)
      let after = DisclosureControl().protect(second)
      let known = Set(after.limitedByPublished + after.unprotected + after.alreadyPublic)
      let attacker = Attacker(set: second, protection: after)
      let determined = attacker.determinedByRank().filter { !known.contains($0) }
      #expect(determined.isEmpty, "seed \(seed)")
      // What the first go protected is protected still: its own audit found it wide enough.
      for entry in DisclosureControl().audit(first, before).entries where entry.isProtected {
        let cell = chosen[entry.cell]
        #expect(after.reasons[cell] != nil, "seed \(seed): \(cells[cell].id)")
        #expect(!after.alreadyPublic.contains(cell), "seed \(seed): \(cells[cell].id)")
      }
    }
  }

  /// Eleven did not answer and three did, as a report says; two of them "yes" and one "no". How many did not
  /// answer or said "yes" would tell both, although neither can keep a width of two any more.
  @Test func whatIsKnownInPartIsNotToldWhole() throws {
    func answer(_ id: String, _ atom: Int) -> PublishedCell {
      PublishedCell(
        id, atoms: [atom], priority: 1, primaryReason: .few, protection: 2,
        rangeIfPrimary: ValueRange(1, 4))
    }
    let set = try ReportSet(
      .counts, atoms: [2, 1, 11],
      cells: [
        PublishedCell("answered", atoms: [0, 1], priority: 3, role: .publishedBefore),
        PublishedCell("silent", atoms: [2], priority: 11, role: .publishedBefore),
        answer("yes", 0), answer("no", 1),
        PublishedCell("silent or yes", atoms: [0, 2], priority: 13),
      ])
    let protection = DisclosureControl().protect(set)
    #expect(protection.isPublishable)
    #expect(protection.limitedByPublished == [2, 3])
    #expect(protection.withheld == [2, 3, 4])
  }
}

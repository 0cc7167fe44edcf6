internal import CGLPK
internal import Testing

@testable internal import Disclosure

@Suite struct RuleTests {
  private func table(_ values: [Double]) throws -> ReportSet {
    var tables = LinkedTables()
    let answers = try Dimension("answer", total: "all", leaves: values.indices.map { "a\($0)" })
    try tables.addTable(of: tables.add(try Cube("q", [answers], values: values)), by: ["answer"])
    return try tables.reportSet(.counts)
  }

  @Test func minimumBelowThreeNeedsAFlag() throws {
    #expect(throws: DisclosureFault.minimumTooLow(2)) { try FrequencyRule(minimum: 2) }
    #expect(throws: DisclosureFault.minimumTooLow(0)) {
      try FrequencyRule(minimum: 0, allowsBelowThree: true)
    }
    #expect(try FrequencyRule(minimum: 2, allowsBelowThree: true).protection == 0)
    #expect(
      DisclosureFault.minimumTooLow(2).description
        == "a minimum frequency of 2 is below 3 and needs an explicit flag")
  }

  @Test func frequency() throws {
    var set = try table([0, 1, 4, 5, 20])
    try FrequencyRule().mark(&set)
    #expect(set.cells.map(\.primaryReason) == [nil, nil, .few, .few, nil, nil])
    #expect(set.cells[2].rangeIfPrimary == ValueRange(1, 4))
  }

  @Test(arguments: [([7.0, 0.0], [1, 2]), ([7.0, 3.0], []), ([0.0, 0.0], [])])
  func sensitive(_ values: [Double], _ marked: [Int]) throws {
    var set = try table(values)
    SensitiveRule().mark(&set, parts: [1, 2], of: 0)
    #expect(set.cells.indices.filter { set.cells[$0].primaryReason == .sensitive } == marked)
  }

  /// Hundepool et al. (2012), chapter 4: by p% with p = 10 and contributions 100, 40, 5 the second can
  /// know the first to within 5, less than 10, so the upper protection level is 5 and the width 10; (1, 60)
  /// asks for 100 · 100/60 − 145.
  @Test func dominance() throws {
    #expect(try DominanceRule.standard.protection(contributions: [5, 100, 40]) == 10)
    #expect(try DominanceRule.standard.protection(contributions: [100, 40, 10]) == nil)
    let width = try #require(
      try DominanceRule.share(n: 1, k: 60).protection(contributions: [100, 40, 5]))
    #expect(abs(width - 2 * (100 * 100 / 60.0 - 145)) < 1e-9)
    #expect(throws: DisclosureFault.dominanceParameters) {
      try DominanceRule.share(n: 0, k: 60).protection(contributions: [1])
    }
  }

  @Test func withheldTotalsWhereTheReasonTells() throws {
    // 6 = few + at least 5 can only be 1 + 5, so with the reasons shown the total cannot stay.
    var set = try table([1, 5])
    try FrequencyRule().mark(&set)
    let shown = DisclosureControl().protect(set)
    #expect(shown.reasons == [.complementary, .few, nil])
    let hidden = DisclosureControl(showsReasons: false).protect(set)
    #expect(hidden.reasons == [nil, .unstated, .unstated])
  }

  @Test func publishedBeforeIsNotWithheld() throws {
    let known = PublishedCell("a", atoms: [0], priority: 0, role: .publishedBefore)
    let total = PublishedCell("all", atoms: [0, 1], priority: 9, role: .publishedBefore)
    let rest = PublishedCell("b", atoms: [1], priority: 0, primaryReason: .few)
    let set = try ReportSet(.counts, atoms: [2, 3], cells: [known, total, rest])
    let protection = DisclosureControl().protect(set)
    #expect(protection.withheld.isEmpty)
    #expect(protection.alreadyPublic == [2])
  }

  @Test func faults() throws {
    #expect(throws: DisclosureFault.atomIsNoCount(atom: 0)) {
      try ReportSet(.counts, atoms: [0.5], cells: [])
    }
    let cell = PublishedCell("a", atoms: [0], priority: 0)
    #expect(throws: DisclosureFault.sameID("a")) {
      try ReportSet(.counts, atoms: [1], cells: [cell, cell])
    }
    #expect(throws: DisclosureFault.atomsOutOfOrder(cell: "b")) {
      try ReportSet(.counts, atoms: [1], cells: [PublishedCell("b", atoms: [1], priority: 0)])
    }
    #expect(throws: DisclosureFault.sameCode(dimension: "d", code: "x")) {
      try Dimension("d", total: "x", leaves: ["x"])
    }
  }

  @Test func linkedCubesAgreeOnTheirBases() throws {
    var tables = LinkedTables()
    let groups = try Dimension("group", total: "all", leaves: ["g", "h"])
    let one = tables.add(try Cube("one", [groups], values: [3, 4]))
    let other = tables.add(try Cube("other", [groups], values: [3, 5]))
    #expect(throws: DisclosureFault.basesDiffer("h")) {
      try tables.link(one, other, by: ["group"])
    }
    #expect(throws: DisclosureFault.unknownDimension(cube: "one", dimension: "age")) {
      try tables.addTable(of: one, by: ["age"])
    }
  }

  /// 2⁶¹ − 1: (2⁶¹ − 2)² = 1, and each element times its inverse is 1.
  @Test(arguments: [2, 3, 1_000_003, PrimeField.prime - 1, PrimeField.prime / 2])
  func primeField(_ element: UInt64) {
    #expect(PrimeField.product(element, PrimeField.inverse(element)) == 1)
    #expect(PrimeField.difference(0, element) == PrimeField.prime - element)
    #expect(PrimeField.element(-1) == PrimeField.prime - 1)
  }

  @Test func faultsOfGLPKStayInside() throws {
    let program = try #require(cglpk_create(1, 0, [0], [], [], [], [], [0], [1]))
    #expect(cglpk_provoke_fault(program) == Int32(CGLPK_FAILED))
    #expect(cglpk_provoke_fault(program) == Int32(CGLPK_FAILED))
    cglpk_free(program)
    let next = LinearProgram(variables: [ValueRange(0, 3)], sums: [])
    guard case .found(let value, _) = next.optimum(.init([0]), maximise: true) else {
      Issue.record("the next program does not work")
      return
    }
    #expect(value == 3)
  }
}

import Statistics
import Testing

@Suite struct SharesOfGroupsTests {
  /// 7 and 3 of ten: X² = 3.2 with one degree of freedom, N - Σn²/N - 1 = 9, so ρ = 2.2/9 and
  /// w = 10ρ / (1 + 9ρ) = 22/9 / 3.2.
  @Test("two groups, worked out by hand") func byHand() throws {
    let shares = try SharesOfGroups([(7, 10), (3, 10)])
    #expect(shares.mean == 0.5)
    #expect(abs(shares.correlation - 2.2 / 9) < 1e-12)
    let weight = 22.0 / 9 / 3.2
    #expect(abs(shares.shrunk[0] - (0.5 + weight * 0.2)) < 1e-12)
    #expect(abs(shares.shrunk[1] - (0.5 - weight * 0.2)) < 1e-12)
  }

  @Test("groups that differ no more than chance have the share of all") func alike() throws {
    let shares = try SharesOfGroups([(5, 10), (6, 11), (4, 9)])
    #expect(shares.correlation == 0)
    #expect(shares.shrunk == Array(repeating: shares.mean, count: 3))
    #expect(try SharesOfGroups([(0, 4), (0, 9)]).shrunk == [0, 0])
  }

  @Test("a shrunk share lies between its own and that of all, the nearer the fewer they are")
  func between() throws {
    let shares = try SharesOfGroups([(9, 10), (90, 100), (10, 100), (30, 80)])
    for (raw, shrunk) in zip(shares.raw, shares.shrunk) {
      #expect(min(raw, shares.mean) <= shrunk && shrunk <= max(raw, shares.mean))
    }
    // 9 of 10 and 90 of 100 are the same share.
    #expect(shares.shrunk[0] < shares.shrunk[1])
  }

  @Test("ranks that chance leaves open") func ranks() throws {
    #expect(
      try SharesOfGroups([(50, 50), (0, 50), (25, 50)]).rankIntervals() == [1...1, 3...3, 2...2])
    #expect(try SharesOfGroups([(5, 10), (6, 10)]).rankIntervals() == [1...2, 1...2])
    // The two above are higher than the third beyond chance, and not told from each other.
    #expect(
      try SharesOfGroups([(48, 50), (47, 50), (5, 50)]).rankIntervals() == [1...2, 1...2, 3...3])
  }

  @Test("what cannot be compared is refused") func refusals() {
    #expect(throws: StatisticsError.zeroCount(.trials)) { try SharesOfGroups([(0, 0), (1, 2)]) }
    #expect(
      throws: StatisticsError.partExceedsWhole(part: .successes, 3, whole: .trials, 2)
    ) { try SharesOfGroups([(3, 2), (1, 2)]) }
    do throws(StatisticsError) {
      _ = try SharesOfGroups([(1, 2)])
      Issue.record("one group was compared")
    } catch {
      #expect("\(error)".contains("shrinkage of shares"), "\(error)")
    }
    #expect(throws: StatisticsError.confidenceOutOfRange(0)) {
      try SharesOfGroups([(1, 2), (1, 2)]).rankIntervals(confidence: 0)
    }
  }
}

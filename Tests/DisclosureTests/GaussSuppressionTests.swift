internal import Disclosure
internal import Testing

/// The examples of the vignettes of the R package GaussSuppression 1.2 ("Small count frequency table
/// suppression", "Linked table suppression", "Magnitude table suppression"; Statistics Norway). Patterns
/// depend on ties, so what is compared is that ours is safe and withholds no more cells.
@Suite struct GaussSuppressionTests {
  static let first = """
    young Spain EU 5
    young Iceland nonEU 2
    young Portugal EU 0
    old Spain EU 6
    old Iceland nonEU 3
    old Portugal EU 4
    """
  static let second = """
    young Spain EU 5
    young Iceland nonEU 0
    young Portugal EU 0
    old Spain EU 6
    old Iceland nonEU 3
    old Portugal EU 4
    """
  static let linked = """
    young Spain EU 2014 6
    young Iceland nonEU 2014 8
    old Spain EU 2014 9
    old Portugal EU 2014 1
    young Iceland nonEU 2015 2
    old Spain EU 2015 4
    old Portugal EU 2015 3
    young Spain EU 2016 7
    young Iceland nonEU 2016 2
    young Portugal EU 2016 2
    """

  struct Example: CustomStringConvertible, Sendable {
    var description: String
    var names = "age geo eu"
    var data: String
    var tables: [[[String]]]
    var limit: Double
    var zeros = true
    /// How many cells the package withholds.
    var withheld: Int
  }

  static let examples = [
    Example(
      description: "Table 1", data: first, tables: [[["age"], ["geo"]]], limit: 1, withheld: 4),
    Example(
      description: "Table 2, hierarchical", data: first, tables: [[["age"], ["geo", "eu"]]],
      limit: 2, withheld: 8),
    Example(
      description: "Table 4, zeros published", data: first, tables: [[["age"], ["geo", "eu"]]],
      limit: 4, zeros: false, withheld: 10),
    Example(
      description: "Table 7, zeros", data: second, tables: [[["age"], ["geo", "eu"]]], limit: 2,
      withheld: 10),
    Example(
      description: "Linked tables 3", names: "age geo eu year", data: linked,
      tables: [[["age"], ["eu"], ["year"]], [["geo"], ["year"]]], limit: 2, withheld: 14),
  ]

  @Test(arguments: examples)
  func isSafeWithNoMoreCells(_ example: Example) throws {
    var set = try Records(example.names, example.data).set(.counts, crossing: example.tables)
    let marked = try set.markSmall(upTo: example.limit, zeros: example.zeros)
    #expect(marked > 0)
    let control = DisclosureControl(showsReasons: false)
    let protection = control.protect(set)
    #expect(protection.isPublishable)
    #expect(control.audit(set, protection).isSafe)
    #expect((marked...example.withheld).contains(protection.withheld.count))
    let attacker = Attacker(set: set, protection: protection)
    #expect(attacker.determinedByRank().isEmpty)
  }

  /// Table 9: an interval of at least 5 needs all six inner cells, and gives [0, 13] and [0, 12].
  @Test func intervals() throws {
    let data =
      "young Iceland 3\nyoung Portugal 1\nyoung Spain 17\nold Iceland 10\nold Portugal 11\nold Spain 17"
    var set = try Records("age geo", data).set(.counts, crossing: [[["age"], ["geo"]]])
    // Iceland 3 and Portugal 1 of the young.
    #expect(try set.markSmall(upTo: 3, zeros: true, protection: 5) == 2)
    let control = DisclosureControl(showsReasons: false)
    let protection = control.protect(set)
    #expect(protection.withheld.count == 6)
    let audit = control.audit(set, protection)
    let intervals = Dictionary(uniqueKeysWithValues: audit.entries.map { ($0.id, $0.interval) })
    let iceland = try #require(intervals["age=young geo=Iceland"])
    let portugal = try #require(intervals["age=young geo=Portugal"])
    #expect(iceland == ValueRange(0, 13))
    #expect(portugal == ValueRange(0, 12))
  }

  /// Table 3: the largest contribution above 80 % makes four cells primary; the package withholds nine.
  @Test func dominance() throws {
    let contributions: [(String, [Double])] = [
      ("Agriculture Portugal", [75.9, 24.5]), ("Agriculture Spain", [96.6, 43.2]),
      ("Entertainment Iceland", [16.8]), ("Entertainment Portugal", [7.1, 2.3]),
      ("Entertainment Spain", [77.4, 11.5, 16.4]), ("Governmental Portugal", [21.6, 2.0]),
      ("Governmental Spain", [6.5, 2.7]), ("Industry Iceland", [9.6, 8.8, 1.9]),
      ("Industry Portugal", [25.7, 3.4]), ("Industry Spain", [8.4]),
    ]
    let data = contributions.map { "\($0.0) \($0.1.reduce(0, +))" }.joined(separator: "\n")
    var set = try Records("sector geo", data).set(.amounts, crossing: [[["sector"], ["geo"]]])
    for cell in set.cells.indices {
      let all = set.cells[cell].atoms.flatMap { contributions[$0].1 }
      try DominanceRule.share(n: 1, k: 80).mark(&set, cell: cell, contributions: all)
    }
    let primary = set.cells.filter { $0.primaryReason != nil }.map(\.id)
    #expect(
      primary.sorted() == [
        "geo=Iceland sector=Entertainment", "geo=Portugal sector=Governmental",
        "geo=Portugal sector=Industry", "geo=Spain sector=Industry",
      ])
    let protection = DisclosureControl().protect(set)
    #expect(protection.isPublishable)
    #expect(DisclosureControl().audit(set, protection).isSafe)
    #expect(protection.withheld.count <= 9)
  }
}

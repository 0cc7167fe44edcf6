import Diagnostics
import Testing
import Workspace

/// The arithmetic of the documents: sums against parts, notes against statements, text against
/// tables. Which comparisons differ is known beforehand, from a count made by hand.
@Suite struct ConsistencyTests {
  @Test(
    "comparisons by unit",
    arguments: [
      // The accounts: two differences of one tkr (c11, c12).
      ("kansli", 82, ["2011-not8-rr", "2012-not8-utgaende"]),
      // All 29 stated sums of the visitor table agree; the text differs from it and from itself.
      (
        "navet", 39,
        [
          "2011-text-komp", "2012-forskolepedagoger", "2012-mal-helg-lov", "2012-steps",
          "2012-text-konferens", "2023-elever",
        ]
      ),
      // 16 stated sums and four texts, all right.
      ("medarbetarcentrum", 20, []),
      ("narvardskontoret", 4, ["2023-overskott"]),
      ("dataskyddsombud", 1, ["2023-granskning"]),
      ("westum", 1, ["2016-styrelsemoten"]),
    ])
  func comparisons(unit: String, count: Int, different: [String]) throws {
    let workspace = Datasets.workspace
    let results = workspace.consistency(of: try #require(workspace.unit(unit)))
    #expect(results.count == count)
    #expect(results.filter { !$0.isEqual }.map(\.id).sorted() == different)
  }

  @Test("the datasets have no errors, and one impossible date")
  func files() {
    let diagnostics = Datasets.workspace.diagnostics
    #expect(diagnostics.filter { $0.severity == .error }.isEmpty)
    #expect(diagnostics.count { $0.code == "plan-date" } == 1)  // 2026-06-31, 004:881 (c47)
  }

  @Test("findings name the known contradictions that they meet")
  func known() {
    let known = Set(Datasets.workspace.findings().flatMap(\.known))
    for id in [
      "c01", "c02", "c03", "c05", "c11", "c12", "c14", "c18", "c23", "c24", "c25", "c40", "c41",
    ] {
      #expect(known.contains(id), "\(id)")
    }
  }
}

import Diagnostics
import Disclosure
import Indicators
import Testing

@testable import Workspace

/// What must not be told of the kinds of cases that one column tells apart: no case is of two.
@Suite struct CaseKindTests {
  /// 12 cases of kind x, 3 of y and 9 of z, half of them answered after five days, by what a log tells of
  /// them.
  private static func load(
    _ definition: String, x: Int = 12, z: Int = 9, files more: [String: String] = [:]
  ) throws -> LoadedWorkspace {
    let kinds = [("x", x), ("y", 3), ("z", z)].flatMap { Array(repeating: $0.0, count: $0.1) }
    let rows = kinds.enumerated().map { place, kind in
      "\(place),2026-01-12,\(place.isMultiple(of: 2) ? "2026-01-13" : "2026-02-13"),\(kind)"
    }
    let files = [
      "a/cases/cases.yaml": """
      title: Ä
      columns: {id: nr, received: in, answered: ut, category: kind}
      \(definition)
      """,
      "a/cases/cases.csv": "nr,in,ut,kind\n" + rows.joined(separator: "\n") + "\n",
    ]
    return try WorkspaceFolder.loadCases(files.merging(more) { $1 })
  }

  private static func kinds(_ name: String, _ rest: (String) -> String) -> String {
    "\(name): ["
      + ["x", "y", "z"].map { "{id: \($0), label: L, \(rest($0))}" }.joined(separator: ", ")
      + "]"
  }

  /// All 24 less the kinds that are shown would be y, if it alone were withheld.
  @Test(
    "a kind of few does not follow from all and the other kinds",
    arguments: [
      kinds("subsets") { "column: kind, equals: \($0)" },
      kinds("limits") {
        "from: in, to: ut, working_days: 5, where: {column: kind, equals: \($0)}"
      },
      // One limit for each kind, and one for all.
      kinds("limits") {
        "from: in, to: ut, working_days: \($0 == "x" ? 5 : 9), where: {column: kind, equals: \($0)}"
      }.dropLast() + ", {id: alla, label: L, from: in, to: ut, working_days: 5}]",
      kinds("limits") {
        "from: in, to: ut, working_days: 5, where: {column: kind, equals: \($0)}"
      }.dropLast() + ", {id: alla, label: L, from: in, to: ut, working_days: 5}]",
    ])
  func disjointKinds(definition: String) throws {
    let workspace = try Self.load(definition)
    #expect(workspace.diagnostics.filter { $0.code != "computed" }.isEmpty)
    let log = try #require(workspace.caseLog("a/cases"))
    let published = log.published(
      workspace.disclosure, asOf: workspace.asOf(year: 2026, in: log),
      calendar: workspace.calendar, year: 2026)
    let disclosure = published.disclosure
    let (hasSubsets, hasWhole) = (
      !log.definition.subsets.isEmpty, log.definition.limit("alla") != nil
    )
    // How many are late does not add up where the limits are of different length.
    let figures: [CaseCell.Figure] =
      !hasWhole
      ? [.total]
      : Set(log.definition.limits.map { "\($0.duration)" }).count > 1
        ? [.total, .answered] : [.total, .answered, .withinLimit, .late]
    for figure in figures {
      func place(_ kind: String) -> CaseCell.Place {
        hasSubsets ? .subset(kind) : .limit(kind, .all, figure)
      }
      #expect(disclosure.reason(place("y")) != nil, "\(figure)")
      let wholes: [CaseCell.Place] =
        (figure == .total ? [.everything] : []) + (hasWhole ? [.limit("alla", .all, figure)] : [])
      for whole in wholes {
        let others = [whole, place("x"), place("z")]
        #expect(others.contains { disclosure.reason($0) != nil }, "\(figure): \(whole)")
      }
    }
    #expect(DisclosureReview(workspace, units: workspace.units, year: 2026).isSafe)
  }

  /// A limit of y that is made up withholds x beside it, 21 of 24. In reports without examples there is no
  /// such limit, and x is told: of the outcome as of the kind.
  @Test("outcomes are decided about as reports are", arguments: [true, false])
  func examples(areShown: Bool) throws {
    let workspace = try Self.load(
      """
      subsets: [{id: x, column: kind, equals: x}]
      provenance: {basis: reconstructed-in-part, limits: invented}
      limits:
        - {id: y, label: L, from: in, to: ut, working_days: 5, where: {column: kind, equals: y}, invented: true}
      """, x: 21, z: 0,
      files: [
        "nyckeltal.yaml": (WorkspaceFolder.cases["nyckeltal.yaml"] ?? "")
          + "\nshow_examples: \(areShown)",
        "a/computed.yaml": "o1: {cases: a/cases, subset: x}",
      ])
    #expect(workspace.outcomes[0].isWithheld == areShown)
    #expect(workspace.outcomes[0].value == (areShown ? nil : 87.5))
    let log = try #require(workspace.caseLog("a/cases"))
    let disclosure = log.published(
      workspace.disclosure, asOf: workspace.asOf(year: 2026, in: log),
      calendar: workspace.calendar, year: 2026
    ).disclosure
    #expect((disclosure.reason(.subset("x")) != nil) == areShown)
  }

  /// A log without limits publishes how many cases came in and how many are of each kind, by the names
  /// that columns have in the table `cases`.
  @Test("what reports tell of kinds is known to queries") func reported() throws {
    let workspace = try Self.load(Self.kinds("subsets") { "column: kind, equals: \($0)" })
    let counts = workspace.reportedCounts(of: "cases")
    let year = Set((1...12).map { "2026-\($0 < 10 ? "0" : "")\($0)" })
    let all: [String: Set<String>] = ["unit": ["a"], "log": ["cases"], "month": year]
    #expect(
      counts.map(\.conditions)
        == [all] + ["x", "y", "z"].map { all.merging(["category": [$0]]) { $1 } })
    #expect(counts.map(\.count) == [24, 12, 3, 9])
    #expect(counts.map(\.isWithheld) == [false, false, true, true])
  }
}

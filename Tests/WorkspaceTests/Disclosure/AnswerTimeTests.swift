import Indicators
import Testing

@testable import Workspace

/// Which answer times of a case log may be told.
@Suite struct AnswerTimeTests {
  /// A log of cases of a kind answered after so many working days: 2026-01-12 is a Monday.
  private static func times(
    _ cases: [(kind: String, days: Int, count: Int)], _ limits: String, persons: Bool = true
  ) throws -> [String: [AnswerTimeClass]] {
    let days = ["12", "13", "14", "15", "16", "19", "20", "21", "22", "23"]
    let rows = cases.flatMap { one in
      Array(repeating: "2026-01-12,2026-01-\(days[one.days]),\(one.kind)", count: one.count)
    }
    let workspace = try WorkspaceFolder.loadCases([
      "a/cases/cases.yaml": """
      title: Ä
      columns: {id: nr, received: in, answered: ut, category: kind}
      \(persons ? "" : "about_persons: false")
      limits: [\(limits)]
      """,
      "a/cases/cases.csv": "nr,in,ut,kind\n"
        + rows.enumerated().map { "\($0),\($1)\n" }.joined(),
    ])
    let log = try #require(workspace.caseLog("a/cases"))
    let published = log.published(
      workspace.disclosure, asOf: workspace.asOf(year: 2026, in: log),
      calendar: workspace.calendar, year: 2026)
    return Dictionary(
      log.definition.limits.compactMap { limit in
        published.disclosure.answerTimes(limit: limit.id).map { (limit.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  private static let five = "{id: f, label: L, from: in, to: ut, working_days: 5}"

  @Test("times of few cases are put together with their neighbours")
  func merged() throws {
    let told = try Self.times([("x", 1, 9), ("x", 2, 1), ("x", 3, 6), ("x", 7, 2)], Self.five)
    #expect(told["f"]?.map(\.count) == [9, 7, 2])
    #expect(told["f"]?.map(\.above) == [0, 1, 5])
  }

  @Test("a log that is of no persons has every class") func things() throws {
    let told = try Self.times(
      [("x", 1, 9), ("x", 2, 1), ("x", 3, 6)], Self.five, persons: false)
    #expect(told["f"]?.map(\.count) == [9, 1, 6, 0, 0])
  }

  @Test("fewer answers than the limit of the rules have no times") func few() throws {
    #expect(try Self.times([("x", 1, 4)], Self.five).isEmpty)
  }

  @Test(
    "limits of other lengths over the same cases would tell differences",
    arguments: [
      ("{id: g, label: L, from: in, to: ut, working_days: 3}", false),
      (
        "{id: g, label: L, from: in, to: ut, working_days: 3, where: {column: kind, equals: x}}",
        false
      ),
      ("{id: g, label: L, from: ut, to: in, working_days: 3}", false),
    ])
  func overlapping(other: String, isTold: Bool) throws {
    let told = try Self.times([("x", 1, 20), ("y", 2, 20)], "\(Self.five), \(other)")
    #expect(told["f"] != nil)
    #expect((told["g"] != nil) == isTold)
  }

  @Test("limits of kinds that one column tells apart have their own") func kinds() throws {
    let limits = ["x", "y"].map {
      "{id: \($0), label: L, from: in, to: ut, working_days: 5, where: {column: kind, equals: \($0)}}"
    }
    let told = try Self.times(
      [("x", 1, 20), ("y", 2, 20)], limits.joined(separator: ", "))
    #expect(Set(told.keys) == ["x", "y"])
  }
}

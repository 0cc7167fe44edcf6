import Diagnostics
import TableFixtures
import Tables
import Testing

@testable import Plans

@Suite("Activity plan, problems") struct ActivityDiagnosticsTests {
  private static func read(_ cells: String) -> ActivityPlan {
    let header = "id,area,status,priority,when,period_start,period_end,per_year,count_actual"
    return ActivityPlan(literalTable(header + "\n" + cells))
  }

  @Test(
    "one row, one problem",
    arguments: [
      (
        "a,x,genomfor,,,,,,", "plan-status",
        "column 'status' holds a word that is not known", "did you mean 'genomfort'?"
      ),
      (
        "a,x,pagar,viktig,,,,,", "plan-priority",
        "column 'priority' holds a word that is not known", "known: hog, medel, lag"
      ),
      (
        "a,x,pagar,,,,2026-06-31,,", "plan-date",
        "column 'period_end' holds no day or period",
        "It is not in the calendar and is counted as missing."
      ),
      (
        "a,x,pagar,,,snart,,,", "plan-date", "column 'period_start' holds no day or period",
        "It is not in the calendar and is counted as missing."
      ),
      (
        "a,x,pagar,,,,,ofta,", "plan-number", "column 'per_year' holds no number",
        "It is counted as missing."
      ),
      (
        "a,x,pagar,,,2023-06-01,2023-05,,", "plan-period", "the period ends before it starts", nil
      ),
      (",x,pagar,,,,,,", "plan-key", "column 'id' is empty", nil),
    ])
  func problem(cells: String, code: String, message: String, reason: String?) {
    let plan = Self.read(cells)
    #expect(plan.activities.count == 1)
    #expect(plan.diagnostics.map(\.code) == [code])
    #expect(plan.diagnostics.map(\.message) == [message])
    #expect(plan.diagnostics.first?.reason == reason)
    #expect(plan.diagnostics.first?.location == SourceLocation(file: "table.csv", line: 2))
  }

  @Test("a plan whose name would lead out of the folder is told once, and its rows are kept")
  func names() {
    let plan = ActivityPlan(
      literalTable("id,plan,area,status\na,../../x,y,pagar\nb,../../x,y,pagar\nc,plan-2.b,y,pagar"))
    #expect(plan.diagnostics.map(\.code) == ["plan-name"])
    #expect(plan.activities.map(\.plan) == ["../../x", "../../x", "plan-2.b"])
    #expect(Identifier.fileName("../../x") == "_._.._x")
    #expect(Identifier.fileName("plan-2.b") == "plan-2.b")
    for name in ["", ".", "..", ".x", "a/b", "a\\b", "a\u{0}", "a\nb", "C:x"] {
      #expect(!Identifier.isValid(name))
      #expect(Identifier.isValid(Identifier.fileName(name)))
    }
  }

  @Test("an unknown status counts as none, and can be late") func withoutStatus() {
    let plan = Self.read("a,x,okand,,2023,,,,\nb,x,,,2023,,,,")
    let followUp = ActivityPlanFollowUp(activities: plan.activities, asOf: day("2024-01-01"))
    #expect(followUp.total.withoutStatus == 2)
    #expect(followUp.total.late == 2)
    #expect(plan.diagnostics.count == 1)
  }

  @Test("an end date that makes no sense leaves the planned year to decide") func fallback() {
    let plan = Self.read("a,x,pagar,,2023,,2026-06-31,,")
    let followUp = ActivityPlanFollowUp(activities: plan.activities, asOf: day("2023-12-31"))
    #expect(followUp.late.map(\.rule) == [.yearEnded(2023)])
  }

  @Test("a stated end goes before the planned year") func statedEnd() {
    let plan = Self.read("a,x,pagar,,2023,2023-01-01,2024-06,,")
    let followUp = ActivityPlanFollowUp(activities: plan.activities, asOf: day("2024-06-29"))
    #expect(followUp.late.isEmpty)
    let later = ActivityPlanFollowUp(activities: plan.activities, asOf: day("2024-06-30"))
    #expect(later.late.map(\.rule) == [.periodEnded(day("2024-06-30"))])
  }

  @Test("missing columns and duplicates") func columns() {
    let plan = ActivityPlan(literalTable("id,area,statis\na,x,pagar\na,x,pagar"))
    #expect(plan.diagnostics.map(\.code) == ["plan-column", "plan-duplicate"])
    #expect(plan.diagnostics.first?.fixes == ["rename the column 'statis' to 'status'"])
    #expect(plan.activities.count == 2)
  }

  @Test("nothing planned gives no share") func noShare() {
    let plan = Self.read("a,x,pagar,,,,,0,3")
    #expect(plan.activities.first?.fulfilment == nil)
  }
}

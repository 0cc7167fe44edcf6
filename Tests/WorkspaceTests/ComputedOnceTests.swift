import Indicators
import Surveys
import Tables
import Testing
import Workspace

/// What follows from a workspace is computed once, and never stays when what it follows from changes.
@Suite struct ComputedOnceTests {
  @Test("assessments are those of an assessor made for the occasion")
  func assessments() {
    let workspace = Datasets.workspace
    let fresh = Assessor(
      rules: workspace.rules, goals: workspace.goals, outcomes: workspace.outcomes)
    for year in workspace.years {
      #expect(workspace.assessments(year: year) == fresh.assessments(year: year))
      for unit in workspace.units {
        #expect(
          workspace.assessments(year: year, unit: unit.id)
            == fresh.assessments(year: year, unit: unit.id))
      }
    }
  }

  /// 14 066 visits of at least 16 116 (000:619, 670); 17 000 would do.
  @Test("a change of the figures renews verdicts and findings, and leaves the other copy alone")
  func changes() throws {
    let workspace = Datasets.workspace
    let goal = try #require(workspace.goals.first { $0.id == "navet-2012-helg-lov-besok" })
    let (verdict, findings) = (workspace.assess(goal).verdict, workspace.findings())
    #expect(verdict != .met)

    var changed = workspace
    for unit in changed.units.indices {
      for index in changed.units[unit].outcomes.indices
      where changed.units[unit].outcomes[index].goal == goal.id {
        changed.units[unit].outcomes[index].statedValue = 17_000
      }
    }
    #expect(changed.assess(goal).verdict == .met)
    #expect(changed.findings() != findings)
    changed.contradictions = []
    #expect(changed.findings().contains { $0.code == "contradiction-unknown" })
    #expect(!findings.contains { $0.code == "contradiction-unknown" })
    #expect(workspace.assess(goal).verdict == verdict && workspace.findings() == findings)
  }

  @Test("a log is read anew for another day or year, and is otherwise the same")
  func cases() throws {
    let workspace = try WorkspaceFolder.loadCases(today: "2026-11-30")
    let log = try #require(workspace.caseLog("a/cases"))
    func result(_ day: String, _ year: Int?) throws -> ServiceLevelResult {
      let day = try #require(CalendarDate(iso: day))
      let cube = log.cube(asOf: day, calendar: workspace.calendar, year: year)
      #expect(cube.asOf == day && cube.year == year)
      return try #require(cube.result(limit: "svar"))
    }
    // Case 4 is answered on 24 December, case 1 on 4 November; 2 and 3 are open.
    #expect(try result("2026-11-27", 2026).answered == 1)
    #expect(try result("2026-12-31", 2026).answered == 2)
    #expect(try result("2026-12-31", nil).total == 4)
    #expect(try result("2026-12-31", 2025).total == 0)
    #expect(try result("2026-11-27", 2026).answered == 1)
    #expect(log.years == [2026])
  }

  @Test("months and categories add up to the whole log")
  func parts() throws {
    let workspace = Datasets.workspace
    for log in workspace.units.flatMap(\.caseLogs) {
      for year in [nil] + log.years.map(Optional.some) {
        let cube = log.cube(
          asOf: .lastDay(of: year ?? 2025), calendar: workspace.calendar, year: year)
        #expect(Set(cube.results.keys) == Set(log.definition.limits.map(\.id)))
        for result in cube.results.values {
          let parts = [result.byMonth] + (result.byCategory.isEmpty ? [] : [result.byCategory])
          for groups in parts {
            func sum(_ count: KeyPath<ServiceLevelResult, Int>) -> Int {
              groups.reduce(0) { $0 + $1.result[keyPath: count] }
            }
            for count in [
              \ServiceLevelResult.total, \.answered, \.withinLimit, \.late, \.openNow,
              \.openOverdue, \.pending, \.closedUnanswered, \.notYetReceived, \.unusable,
            ] { #expect(sum(count) == result[keyPath: count]) }
            #expect(groups.compactMap(\.result.longest).max() == result.longest)
          }
        }
      }
    }
  }
}

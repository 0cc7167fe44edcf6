import Labels
import Plans
import Testing
import Workspace

@testable import Reports

/// What is read out of running text is marked as such, not spelt with brackets.
@Suite struct InterpretedTests {
  @Test("a status read from the narrative has a mark, which readers see as brackets")
  func statuses() throws {
    let workspace = Datasets.workspace
    var marked = 0
    for unit in workspace.units {
      let activities = unit.activities(in: 2023, usual: workspace.year)
      let tables = ActivitySection(workspace: workspace, unit: unit, year: 2023).blocks()
        .compactMap { if case .table(let table) = $0 { table } else { nil } }
      for table in tables {
        guard let status = table.column("status"), let name = table.column("activity") else {
          continue
        }
        for row in table.rows {
          guard case .member(let members) = row.cells[name],
            case .member(let words) = row.cells[status],
            let activity = activities.first(where: { $0.id == members[0].id })
          else { continue }
          let isInterpreted = activity.statusBasis == .interpreted
          let label = try #require(activity.status?.label)
          #expect(
            words == [
              Member(activity.status?.rawValue, label, marks: isInterpreted ? [.interpreted] : [])
            ])
          #expect(
            row.cells[status].shown(.swedish)
              == (isInterpreted ? "(\(label.swedish))" : label.swedish))
          marked += isInterpreted ? 1 : 0
        }
      }
    }
    #expect(marked > 0)
  }
}

import Diagnostics
import Testing
import Workspace

@testable import Reports

/// Rows and columns that are called totals are.
@Suite struct TotalTests {
  @Test("a row that sums up a dimension has the counts of its rows together") func rows() {
    var found = 0
    for (name, table) in EveryDocument.tables {
      for (place, total) in table.rows.enumerated() {
        guard let dimension = total.totalOf else { continue }
        #expect(table.columns.contains { $0.dimension == dimension }, "\(name): \(dimension.id)")
        let members = table.members(of: place, but: dimension)
        let parts = table.rows.indices.filter {
          table.rows[$0].totalOf == nil && table.rows[$0].depth == total.depth
            && table.members(of: $0, but: dimension) == members
        }
        for column in table.columns.indices {
          guard case .count(let sum)? = total.cells[column].fact?.value else { continue }
          let counts = parts.compactMap { row -> Int? in
            guard case .count(let count)? = table.rows[row].cells[column].fact?.value else {
              return nil
            }
            return count
          }
          guard counts.count == parts.count else { continue }
          #expect(sum == counts.reduce(0, +), "\(name): \(table.columns[column].id)")
          found += 1
        }
      }
    }
    #expect(found > 0)
  }

  /// Stated totals that differ from their parts are findings, and shown as they are stated.
  private static let differing = Set(
    Datasets.workspace.units.flatMap { Datasets.workspace.consistency(of: $0) }
      .filter { !$0.isEqual }.map(\.location))

  @Test("a column that is a sum is the sum of its columns") func columns() throws {
    var found = 0
    for (name, table) in EveryDocument.tables {
      for (place, column) in table.columns.enumerated() where !column.sumOf.isEmpty {
        let parts = try column.sumOf.map {
          try #require(table.column($0), "\(name): \(column.id) sums up \($0)")
        }
        for row in table.rows where Self.differing.isDisjoint(with: row.locations) {
          guard let sum = row.cells[place].fact?.number(.value) else { continue }
          let numbers = parts.compactMap { row.cells[$0].fact?.number(.value) }
          #expect(abs(sum - numbers.reduce(0, +)) < 1e-9, "\(name): \(column.id)")
          found += 1
        }
      }
    }
    #expect(found > 0)
  }

  @Test("cross tables know the totals that their workspace names") func crossTables() throws {
    let table = try #require(
      EveryDocument.tables.first { $0.table.rows.contains { $0.totalOf == "category" } }?.table)
    let total = try #require(table.columns.first { !$0.sumOf.isEmpty })
    #expect(total.member?.dimension == .municipality)
    #expect(Set(total.sumOf).isSubset(of: table.columns.map(\.id)))
    #expect(!total.sumOf.contains(total.id))
  }
}

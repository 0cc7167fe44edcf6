import Labels
import Testing
import Workspace

@testable import Reports

/// A figure in a sentence is that of the cell it names.
@Suite struct CellReferenceTests {
  @Test("every reference finds one row and a column of a table in its document") func found() {
    for document in EveryDocument.all {
      let tables = Dictionary(grouping: document.tables, by: \.id)
      let rows = tables.mapValues { named in
        Dictionary(grouping: named.flatMap { table in table.rows.indices.map(table.key(of:)) }) { $0 }
      }
      for reference in document.sentences.flatMap(\.facts).flatMap(\.cells) {
        let named = tables[reference.table] ?? []
        #expect(named.count == 1, "\(document.id): \(reference)")
        #expect(rows[reference.table]?[reference.row]?.count == 1, "\(reference)")
        #expect(named.first?.column(reference.column) != nil, "\(reference)")
      }
    }
  }

  @Test("a fact that names one cell repeats it, one that names several counts them") func same() {
    var (repeated, counted) = (0, 0)
    for document in EveryDocument.all {
      let tables = Dictionary(document.tables.map { ($0.id, $0) }) { first, _ in first }
      for fact in document.sentences.flatMap(\.facts) {
        guard let reference = fact.cells.first else { continue }
        guard fact.cells.count == 1 else {
          #expect(fact.value == .count(fact.cells.count), "\(document.id): \(reference)")
          #expect(Set(fact.cells).count == fact.cells.count)
          counted += 1
          continue
        }
        let cell = tables[reference.table]?[row: reference.row, column: reference.column]
        if case .fact(let figure)? = cell, !figure.isFlag {
          #expect(fact.value == figure.value, "\(document.id): \(reference)")
          repeated += 1
        } else {
          // The only cell of those that are counted.
          #expect(fact.value == .count(1), "\(document.id): \(reference)")
          counted += 1
        }
      }
    }
    #expect(repeated > 0 && counted > 0)
  }

  @Test("both languages of a sentence state the same facts") func languages() {
    for document in EveryDocument.all {
      for sentence in document.sentences {
        #expect(
          Set(sentence.swedish.facts) == Set(sentence.english.facts),
          "\(document.id): \(sentence.text(.english))")
      }
    }
  }

  /// A count of a plan's sentence is read off the total row of the table below it.
  @Test("the sentence above a plan names the cells of its total row") func plan() throws {
    let workspace = Datasets.workspace
    let unit = try #require(workspace.unit("kansli"))
    let blocks = ActivitySection(workspace: workspace, unit: unit, year: 2023).blocks()
    guard case .paragraph(let sentence) = blocks[1], case .table(let areas) = blocks[2] else {
      Issue.record("no sentence above a table")
      return
    }
    let planned = CellReference(table: areas.id, row: Member.totalID, column: "planned")
    #expect(sentence.facts.first?.cells == [planned])
  }

  @Test("a fact knows the cell that it is taken from; a count knows the rows, without totals")
  func taken() {
    let table = ReportTable(
      id: "t", title: Label(same: "t"),
      columns: [.dimension(.area, Label("Område", "Area")), ReportColumn("n", Label(same: "n"))],
      rows: [
        ReportRow([.member("a", Label(same: "A")), .count(2)]),
        ReportRow([.member("b", Label(same: "B")), .count(3)]),
        ReportRow([.member([.total()]), .count(5)], totalOf: .area),
      ])
    let total = table.fact(row: Member.totalID, column: "n")
    #expect(total?.value == .count(5))
    #expect(total?.cells == [CellReference(table: "t", row: "all", column: "n")])
    let many = table.count(column: "n") { ($0.fact?.amount ?? 0) > 2 }
    #expect(many.value == .count(1))
    #expect(many.cells == [CellReference(table: "t", row: "b", column: "n")])
    #expect(table.fact(row: "c", column: "n") == nil)
  }
}

extension Fact {
  fileprivate var isFlag: Bool { if case .flag = value { true } else { false } }
}

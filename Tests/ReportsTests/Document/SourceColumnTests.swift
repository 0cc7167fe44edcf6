import Diagnostics
import Labels
import Testing

@testable import Reports

/// Where rows stand in documents.
@Suite struct SourceColumnTests {
  private static let names = DocumentNames([
    "000": Label("Årsredovisning 2012", "Annual report 2012"),
    "004": Label("Bilagor 2023", "Annexes 2023"),
  ])

  @Test("of one document the lines are told, and a remark names it") func one() {
    let places = [
      DocumentReference(document: "004", line: 12), DocumentReference(document: "004", line: 7),
    ]
    let column = SourceColumn(places, names: Self.names)
    #expect(column.cell(places[1]) == .text("rad\u{A0}7", "line\u{A0}7"))
    #expect(column.cell(nil) == ReportCell.none)
    #expect(
      column.notes.map(\.label) == [Label("Källa: Bilagor 2023.", "Source: Annexes 2023.")])
  }

  @Test("of several each row names its own") func several() {
    let places = [
      DocumentReference(document: "004", line: 12), DocumentReference(document: "000", line: 9),
    ]
    let column = SourceColumn(places, names: Self.names)
    #expect(
      column.cell(places[1])
        == .text("Årsredovisning 2012, rad\u{A0}9", "Annual report 2012, line\u{A0}9"))
    #expect(column.notes.isEmpty)
    #expect(SourceColumn([], names: Self.names).notes.isEmpty)
  }
}

import Diagnostics
import Tables
import Testing

@testable import TableFiles

/// Files of SPSS and Stata as pyreadstat writes them; what they should hold is what `Files/make` wrote.
@Suite("SPSS and Stata")
struct StatisticalTests {
  static let moments: [Cell] = [
    moment(2024, 1, 15, 8, 30, 15), .null, moment(1969, 12, 31, 23, 59, 59),
    moment(2024, 7, 1, 0, 0),
  ]

  @Test("labels, codes that are missing, days", arguments: ["pyreadstat.sav", "pyreadstat.zsav"])
  func spss(_ name: String) throws {
    let reading = try DataFile.read(name)
    let table = reading.table
    #expect(table.schema.names == ["kön", "nöjd", "dag", "stund", "ort", "vikt"])
    #expect(table.column("kön") == ["Kvinna", "Man", "Kvinna", .null])
    // Words at the ends of a scale alone leave it numbers.
    #expect(table.column("nöjd") == [1, 10, 7, .null])
    #expect(
      table.column("dag") == [day(2024, 1, 15), day(1582, 10, 15), .null, day(2024, 2, 29)])
    #expect(table.column("stund") == Self.moments)
    #expect(table.column("ort") == ["Umeå", .null, "Åre", "Växjö"])
    #expect(table.column("vikt") == [0.5, 1.25, -2.0, 3.0])
    #expect(reading.diagnostics.isEmpty)
    #expect(table.rows.map(\.line) == [1, 2, 3, 4])
    #expect(
      reading.columns[0]
        == ColumnDescription(
          label: "Är du kvinna eller man?",
          valueLabels: [
            ColumnDescription.ValueLabel(1, "Kvinna"), ColumnDescription.ValueLabel(2, "Man"),
            ColumnDescription.ValueLabel(9, "Vill ej svara"),
          ], missingCodes: [9]))
    #expect(reading.columns[1].label == "Hur nöjd är du?")
    #expect(reading.columns[5] == ColumnDescription())
  }

  @Test("codes by option")
  func codes() throws {
    let reading = try DataFile.read("pyreadstat.sav", options: TableOptions(keepsCodes: true))
    #expect(reading.table.column("kön") == [1, 2, 1, .null])
    #expect(reading.columns[0].valueLabels.count == 3)
  }

  @Test("Stata counts from 1960")
  func stata() throws {
    let reading = try DataFile.read("pyreadstat.dta")
    let table = reading.table
    #expect(table.column("kon") == ["Kvinna", "Man", "Kvinna", "Vill ej svara"])
    #expect(table.column("nojd") == [1, 10, 7, .null])
    #expect(
      table.column("dag") == [day(2024, 1, 15), day(1582, 10, 15), .null, day(2024, 2, 29)])
    #expect(table.column("stund") == Self.moments)
    #expect(table.column("ort") == ["Umeå", .null, "Åre", "Växjö"])
    #expect(reading.columns[0].label == "Är du kvinna eller man?")
  }

  @Test("cut files, folders and sheets that there are not", arguments: ["sav", "zsav", "dta"])
  func faults(_ ending: String) throws {
    let folder = try Folder()
    let whole = try MadeWorkbook.bytes(of: DataFile.path("pyreadstat.\(ending)"))
    for end in stride(from: 0, to: whole.count / 2, by: 13) {
      let path = try folder.write(Array(whole[..<end]), as: "t.\(ending)")
      let error = #expect(throws: Diagnostic.self) { try TableFile.read(path, named: "t") }
      #expect(error?.code == "file-damaged", "\(end) bytes")
    }
    let error = #expect(throws: Diagnostic.self) {
      try TableFile.read(folder.path + ".\(ending)", named: "t")
    }
    #expect(error?.code == "csv-file")
  }
}

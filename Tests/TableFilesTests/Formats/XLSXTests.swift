import Diagnostics
import Tables
import Testing

@testable import TableFiles

/// Workbooks as openpyxl, XlsxWriter and LibreOffice write them; what they should hold is what
/// `Files/make` wrote into them.
@Suite("Excel workbooks")
struct XLSXTests {
  static let answers: [[Cell]] = [
    [
      1, "4", 0.5, true, day(2024, 1, 15), moment(2024, 1, 15, 8, 30, 15), "08:30",
      "Ja, \"alltid\"",
    ],
    [
      2, .null, 12.25, false, day(1900, 3, 1), moment(2023, 12, 31, 23, 59, 59), "23:05:07",
      "rad ett\nrad två",
    ],
    [3, "5", -3.0, true, day(2024, 2, 29), moment(2024, 7, 1, 0, 0), "00:00", "  kant  "],
    [4, "vet ej", 1e-7, .null, .null, .null, .null, "fet stil åäö"],
  ]

  @Test("every kind of value", arguments: ["openpyxl.xlsx", "libreoffice.xlsx"])
  func values(_ name: String) throws {
    let reading = try DataFile.read(name)
    #expect(
      reading.table.schema.names
        == ["id", "betyg", "andel", "nöjd", "dag", "stund", "klockslag", "text"])
    #expect(reading.table.cells == Self.answers)
    #expect(reading.table.rows.map(\.line) == [4, 5, 6, 7])
    #expect(reading.table.name == name.split(separator: ".").first.map(String.init))
    #expect(
      reading.marks == [
        "\(name)#Svar sheet-others", "\(name)#Svar sheet-title", "\(name)#Svar:B7 column-mixed",
      ])
  }

  @Test("what cells cannot give is missing, and told with its place")
  func faults() throws {
    let reading = try DataFile.read("openpyxl.xlsx#Fel")
    #expect(reading.table.cells == [[1, .null, .null], [2, 3, .null], [3, .null, .null]])
    #expect(
      reading.marks == [
        "openpyxl.xlsx#Fel:B2 cell-no-result", "openpyxl.xlsx#Fel:C2 cell-error",
        "openpyxl.xlsx#Fel:C4 cell-day",
      ])
    #expect(!reading.hasErrors)
    // LibreOffice stores what the formula gives.
    let stored = try DataFile.read("libreoffice.xlsx#Fel")
    #expect(stored.table.column("b") == [2, 3, .null])
  }

  @Test("groups of names, formulas and days of 1904")
  func headers() throws {
    let reading = try DataFile.read("xlsxwriter-1904.xlsx")
    #expect(
      reading.table.schema.names
        == ["Enhet", "2023 Ja", "2023 Nej", "2024 Ja", "2024 Nej", "Klart"])
    #expect(
      reading.table.cells == [
        ["Norr", 1, "2", 3, 4, day(2024, 5, 2)], ["Söder", 5, "6", 7, 8, day(2024, 5, 3)],
        ["Summa", 6, "xy", .null, .null, .null],
      ])
    #expect(reading.marks == ["xlsxwriter-1904.xlsx#Grupper:C5 column-mixed"])
  }

  @Test("rows below the head")
  func rows() throws {
    let reading = try DataFile.read("openpyxl-rows.xlsx")
    let table = reading.table
    #expect(reading.diagnostics.isEmpty)
    #expect(table.schema.fields.map(\.type) == [.integer, .text, .text, .date, .real])
    #expect(table.rowCount == 200)
    for (index, cells) in table.cells.enumerated() {
      let row = index + 1
      let expected: [Cell] = [
        row == 150 ? .null : .integer(Int64(row)), .text(["ja", "nej", "vet ej"][row % 3]),
        .text("rad \(row)"), .date(CalendarDate(daysSince1970: 19_723 + Int32(row))),
        row >= 120 ? .real(Double(row) / 2) : .null,
      ]
      #expect(cells == expected)
    }
    #expect(table.rows.last?.line == 201)
  }

  @Test("texts within the cells")
  func inline() throws {
    let reading = try DataFile.read("xlsxwriter-inline.xlsx")
    #expect(
      reading.table.cells == [["å & <ö>", 1.0], ["_x000D_ rad\r\n", 2.5], [.null, 3.0]])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("declared types: what does not fit is an error with its cell")
  func declared() throws {
    let reading = try DataFile.read(
      "openpyxl.xlsx", options: TableOptions(types: ["betyg": .integer, "text": .date]))
    #expect(reading.table.column("betyg") == [4, .null, 5, .null])
    #expect(
      reading.diagnostics.filter { $0.severity == .error }.map(\.location.cell)
        == ["H4", "H5", "H6", "B7", "H7"])
    let unknown = try DataFile.read(
      "openpyxl.xlsx", options: TableOptions(types: ["tjänst": .text])
    ).diagnostics.first { $0.code == "column-unknown" }
    #expect(unknown?.fixes == [] && unknown?.inSwedish.fixes == [])
    #expect(unknown?.found.first == "id")
    let known = try DataFile.read(
      "openpyxl.xlsx",
      options: TableOptions(missingWords: CSVOptions.defaultMissingWords.union(["vet ej"])))
    #expect(known.table.schema.fields[1] == Field("betyg", .integer))
    #expect(known.table.column("betyg") == [4, .null, 5, .null])
  }

  @Test("sheets by name")
  func sheets() throws {
    let path = DataFile.path("openpyxl.xlsx")
    #expect(try TableFile.sheets(in: path, named: path) == ["Dold", "Svar", "Fel"])
    #expect(TableFile.holdsTable("a.XLSX#Blad1") && TableFile.holdsTable("a.ndjson"))
    // The program's own records are JSON too.
    #expect(!TableFile.holdsTable("published.json") && !TableFile.holdsTable("a.txt"))
    #expect(TableFile.place("a#b.csv") == ("a#b.csv", nil))
    #expect(TableFile.place("a#b.xlsx#Blad #2") == ("a#b.xlsx", "Blad #2"))
    let error = #expect(throws: Diagnostic.self) { try DataFile.read("openpyxl.xlsx#Svart") }
    #expect(error?.message == "the workbook has no sheet 'Svart'")
    #expect(error?.fixes == ["did you mean 'Svar'?"])
    #expect(error?.inSwedish.message == "arbetsboken har inget blad 'Svart'")
    #expect(error?.inSwedish.fixes == ["menade du 'Svar'?"])
  }
}

import Diagnostics
import TableFiles
import Tables
import Testing

@Suite("Messages about types")
struct TypeMessageTests {
  static func column(_ values: [String]) -> String {
    "id,betyg\n" + values.enumerated().map { "\($0 + 1),\($1)\n" }.joined()
  }

  @Test("A known non-answer in a column of numbers")
  func mixed() {
    let values = (0..<311).map { String($0 % 5 + 1) } + ["vet ej"]
    let file = read(Self.column(values))
    #expect(file.table.schema.fields[1].type == .text)
    #expect(
      file.messages == [
        """
        t.csv:313:5: warning[csv-type-mixed]: column 'betyg' holds a value that is not a whole number
          The other 311 values are, but no type was given; the column stays text.
          fix: count it as missing   missing: ["vet ej"]
          fix: declare the type   types: {betyg: integer}
          value: 'vet ej'
        """
      ])
  }

  @Test("Any other value stays out of the words: it may say something about a person")
  func personalValue() {
    let values = (0..<100).map { String($0) } + ["Anna Svensson, 7"].map { "\"\($0)\"" }
    let file = read(Self.column(values))
    #expect(file.codes == ["csv-type-mixed"])
    #expect(file.diagnostics[0].value == "Anna Svensson, 7")
    #expect(!file.diagnostics[0].description.contains("Anna"))
    #expect(
      file.diagnostics[0].fixes == [
        "count it as missing, with the value for …   missing: [\"…\"]",
        "declare the type   types: {betyg: integer}",
      ])
  }

  @Test(
    "When a column is nearly typed",
    arguments: [
      (49, 1, ["csv-type-mixed"]), (98, 2, ["csv-type-mixed", "csv-type-mixed"]),
      (48, 1, []), (97, 2, []), (147, 3, []), (19, 1, []), (1000, 0, []),
    ] as [(Int, Int, [String])])
  func nearly(fitting: Int, misfits: Int, codes: [String]) {
    for (value, other) in [
      ("5", "x"), ("1.5", "x"), ("2023-06-22", "x"), ("true", "ja"),
    ] {
      let values = Array(repeating: value, count: fitting) + Array(repeating: other, count: misfits)
      #expect(read(Self.column(values)).codes == codes, "\(value)")
    }
  }

  @Test(
    "What the column should hold",
    arguments: [
      ("1.5", "a number"), ("2023-06-22", "a day"), ("2023-06-22 08:30", "a point in time"),
      ("true", "true or false"), ("5 %", "a percentage"),
    ])
  func noun(value: String, noun: String) {
    let file = read(Self.column(Array(repeating: value, count: 60) + ["?"]))
    #expect(file.diagnostics.map(\.message) == ["column 'betyg' holds a value that is not \(noun)"])
  }

  @Test("A day that does not exist is found")
  func impossibleDay() {
    let file = read(Self.column(Array(repeating: "2026-06-30", count: 60) + ["2026-06-31"]))
    #expect(file.diagnostics.map(\.location.description) == ["t.csv:62:4"])
    #expect(file.diagnostics.map(\.value) == ["2026-06-31"])
  }

  @Test("Identifiers among numbers are no mistake")
  func identifiers() {
    let values = Array(repeating: "5", count: 100)
    for other in ["007", "12345678901234567890", "+46701234567"] {
      #expect(read(Self.column(values + [other])).diagnostics.isEmpty)
    }
  }

  @Test("A value that does not fit a declared type")
  func declared() {
    let file = read("a,b\n1,x\n\"vet\nej\",y\nVet ej,z\n", CSVOptions(types: ["a": .integer]))
    #expect(file.table.column("a") == [1, .null, .null])
    #expect(
      file.messages == [
        """
        t.csv:3:1: error[csv-type]: column 'a' holds a value that is not a whole number
          The column is declared integer; the cell is left empty.
          fix: count it as missing, with the value for …   missing: ["…"]
          fix: declare the column as text   types: {a: text}
          value: 'vet
        ej'
        """,
        """
        t.csv:5:1: error[csv-type]: column 'a' holds a value that is not a whole number
          The column is declared integer; the cell is left empty.
          fix: count it as missing   missing: ["Vet ej"]
          fix: declare the column as text   types: {a: text}
          value: 'Vet ej'
        """,
      ])
  }

  @Test(
    "A fix quotes a name that YAML would misread",
    arguments: [
      ("betyg", "betyg"), ("bra?", "'bra?'"), ("it's: so", "'it''s: so'"), ("2011", "'2011'"),
    ])
  func pastedName(name: String, key: String) {
    let file = read("\(name);b\nx;1\n", CSVOptions(hasHeader: true, types: [name: .real]))
    #expect(file.diagnostics[0].fixes[1] == "declare the column as text   types: {\(key): text}")
  }
}

import Diagnostics
import TableFiles
import Tables
import Testing

@Suite("What is said of how a file is written")
struct TextOptionsTests {
  private func options(_ given: [(TextOptions.Name, String)]) throws -> CSVOptions {
    var options = TextOptions()
    for (name, text) in given { try options.set(name, to: text) }
    return options.csv
  }

  @Test("Each option does what it says")
  func options() throws {
    let data = try read(
      "5;6,5\n7;8,5\n", options([(.header, "false"), (.delimiter, ";"), (.decimal, ",")]))
    #expect(data.table.schema.names == ["column_1", "column_2"])
    #expect(data.table.cells == [[5, 6.5], [7, 8.5]])
    #expect(data.codes == [])

    let typed = try read(
      "a,b\n007,vet ej\n1,x\n", options([(.types, "a: integer, b: text"), (.missing, "vet ej")]))
    #expect(typed.table.cells == [[7, .null], [1, "x"]])

    let tabs = try read("a\tb\n1\t2\n", options([(.delimiter, "tab"), (.header, "true")]))
    #expect(tabs.table.cells == [[1, 2]])
  }

  @Test(
    "Skipped lines are passed over, whatever ends them, and places count them",
    arguments: ["\n", "\r\n", "\r"])
  func skip(end: String) throws {
    let lines = ["exported; today", "\"", "a,b", "1,2", "3"]
    let file = try read(lines.joined(separator: end) + end, options([(.skip, "2")]))
    #expect(file.table.cells == [[1, 2], [3, .null]])
    #expect(file.diagnostics.map(\.location.line) == [5])
  }

  @Test("More lines than there are leave nothing")
  func skipAll() throws {
    #expect(try read("a,b\n1,2\n", options([(.skip, "9")])).codes == ["csv-empty"])
  }

  @Test(
    "What makes no sense is refused in words",
    arguments: [
      (TextOptions.Name.header, "kanske", "header must be true or false"),
      (.delimiter, ";;", "delimiter must be one character, such as ';', or tab"),
      (.delimiter, "\"", "delimiter must be one character, such as ';', or tab"),
      (.decimal, "komma", "decimal must be ',' or '.'"),
      (
        .types, "a integer", "types must be columns with types, such as 'year: integer, code: text'"
      ),
      (
        .types, "a: interval",
        "types must be columns with types, such as 'year: integer, code: text'"
      ),
      (.skip, "-1", "skip must be a number of lines, such as 2"),
    ])
  func refused(name: TextOptions.Name, text: String, message: String) {
    var options = TextOptions()
    let fault = #expect(throws: TextOptions.Fault.self) { try options.set(name, to: text) }
    #expect(fault?.message == message)
  }

  @Test("A workbook is no text")
  func workbook() throws {
    var options = TableOptions()
    try options.text.set(.header, to: "false")
    let problem = #expect(throws: Diagnostic.self) {
      try TableFile.read("lön.xlsx", named: "lön.xlsx", options: options)
    }
    #expect(problem?.code == "file-options")
  }
}

@Suite("A first row that may be data")
struct UnsureHeaderTests {
  @Test(arguments: [
    // Steps that count up over whole numbers, and one year over numbers as long.
    ("5,6\n7,6\n8,6\n", ["csv-header"]), ("Adam,Karissa,2020\nBo,Cia,2021\n", ["csv-header"]),
    ("kommun,2019,2020\nBorås,1,2\n", []), ("kommun,2020\nBorås,17\n", []),
    ("namn,betyg\nBo,4\n", []), ("1.5,2\n3.5,4\n", ["csv-no-header"]),
  ])
  func told(text: String, codes: [String]) {
    #expect(read(text).codes == codes)
  }
}

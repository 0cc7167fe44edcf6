import TableFiles
import Tables
import Testing

@Suite("Missing values")
struct MissingValueTests {
  static let words = [
    "", "NA", "N/A", "#N/A", "NULL", "NaN", "-", "–", ".", "saknas", "uppgift saknas", "na", "null",
    "nan", "Saknas", "Uppgift Saknas", " NA ", "  ", "\u{A0}", "\"\"", "\"NA\"",
  ]

  @Test("Words for a missing value in typed columns", arguments: words)
  func typed(word: String) {
    let file = read("a,b,c\n1,2023-06-22,true\n\(word),\(word),\(word)\n")
    #expect(file.table.schema.fields.map(\.type) == [.integer, .date, .boolean])
    #expect(file.table.cells[1] == [.null, .null, .null])
    #expect(file.diagnostics.isEmpty)
  }

  @Test("In a text column only the empty field is missing")
  func text() {
    let table = read("a,b\nja,1\nNA,2\n-,3\n,4\n\"\",5\n  ,6\n").table
    #expect(table.column("a") == ["ja", "NA", "-", .null, "", "  "])
  }

  @Test("A column of nothing but missing words is a text column of nulls")
  func onlyMissing() {
    let table = read("a,b\nNA,1\n-,2\n,3\n\"\",4\n").table
    #expect(table.schema.fields[0] == Field("a", .text))
    #expect(table.column("a") == [.null, .null, .null, ""])
  }

  @Test("Words that the caller adds count everywhere, the others still only in typed columns")
  func added() {
    let words = CSVOptions.defaultMissingWords.union(["vet ej"])
    let table = read(
      "a,b\nja,1\nVet ej,2\n-,vet ej\n\" vet ej \",-\n", CSVOptions(missingWords: words)
    ).table
    #expect(table.column("a") == ["ja", .null, "-", .null])
    #expect(table.column("b") == [1, 2, .null, .null])
  }

  @Test("A list of the caller's own counts everywhere and replaces the default")
  func own() {
    let table = read("a,b,c\nja,1,1\n-,99,NA\n", CSVOptions(missingWords: ["-", "99"])).table
    #expect(table.column("a") == ["ja", .null])
    #expect(table.column("b") == [1, .null])
    #expect(table.column("c") == ["1", "NA"])
    let none = read("a,b\n1,1\n-,2\n,3\n", CSVOptions(missingWords: [])).table
    #expect(none.column("a") == ["1", "-", .null])
  }
}

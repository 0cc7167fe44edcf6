import Diagnostics
import TableFiles
import Tables
import Testing

@Suite("Titles above the names")
struct TitleTests {
  @Test(
    "The names are found below the title",
    arguments: [
      ("Uttag 2025-01-06\nid;namn;antal\n1;Alfa;3\n2;Beta;4\n", 1, ["id", "namn", "antal"]),
      ("Uttag 2025-01-06;;\nid;namn;antal\n1;Alfa;3\n2;Beta;4\n", 1, ["id", "namn", "antal"]),
      ("\"Folkmängd, efter år\"\n\n\"region\",\"2023\"\n\"Borås\",5\n", 2, ["region", "2023"]),
      ("Uttag, 2025\nKällan\na;b\n1;2\n", 2, ["a", "b"]),
      ("Uttag,2025\na;b;c\n1;2;3\n4;5;6\n", 1, ["a", "b", "c"]),
      ("Svar per enhet\nenhet;svar\nA;Ja\nB;Nej\nC;Ja\n", 1, ["enhet", "svar"]),
    ])
  func found(text: String, lines: Int, names: [String]) throws {
    let file = read(text)
    #expect(file.table.schema.names == names)
    #expect(file.codes == ["csv-title"])
    #expect(file.table.rows.first?.line == lines + 2)
    try expectSameScan(text)
  }

  @Test("What is said")
  func message() {
    #expect(
      read("Uttag 2025-01-06\nid;antal\n1;3\n").messages == [
        """
        t.csv:1: note[csv-title]: line 1 is read as a title; the names of the columns are taken from \
        line 2
          The rows below have 2 fields each, and a title has one.
          fix: delete what stands above the names
        """
      ])
  }

  @Test(
    "What is no title",
    arguments: [
      "kommentar\nBra, tack\nJa, mycket\nNej, inte\n", "kod\nA;B\nC;D\nE;F\n", "a;b\n1;2\n",
      // R names the rows, and has one name less than fields.
      "x\n\"1\";5\n\"2\";6\n", "x\n1;5\n2;6\n", "a\n1\n2\n", "Uttag\nid;namn\n",
    ])
  func none(text: String) throws {
    #expect(!read(text).codes.contains("csv-title"))
    try expectSameScan(text)
  }

  @Test("The caller decides")
  func declared() {
    let file = read("Uttag\nid;antal\n1;3\n2;4\n", CSVOptions(delimiter: 0x3B, hasHeader: true))
    #expect(file.table.schema.names == ["Uttag"])
  }

  @Test("Qualtrics describes its columns in two rows, which are no answers")
  func qualtrics() throws {
    let text = """
      StartDate,Q1,grp
      "Start Date","Hur nöjd?","Grupp"
      "{""ImportId"":""startDate""}","{""ImportId"":""QID1""}","{""ImportId"":""g""}"
      2024-01-03 10:11:12,2,A
      2024-02-03 10:11:12,5,B

      """
    let file = read(text)
    #expect(file.table.schema.fields.map(\.type) == [.timestamp, .integer, .text])
    #expect(file.table.column("Q1") == [2, 5])
    #expect(file.table.rows.map(\.line) == [4, 5])
    #expect(
      file.diagnostics.map(\.message) == [
        "the rows on lines 2 and 3 describe the columns and are left out"
      ])
    try expectSameScan(text)
  }
}

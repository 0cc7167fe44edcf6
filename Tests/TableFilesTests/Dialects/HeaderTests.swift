import TableFiles
import Tables
import Testing

@Suite("Headers")
struct HeaderTests {
  @Test(
    "A first row is a header unless it has the types of the rows below",
    arguments: [
      ("a,b\n1,2\n", true), ("a,b\nx,y\n", true), ("a,b\n", true),
      ("kommun;2011;2012\nBorås;5;6\n", true),
      ("fråga;1;2;3\nNöjd;5;6;7\n", true), ("1,2,3\nx,y,z\n", true), ("NA,a\n1,2\n", true),
      ("=\"5\",=\"7\"\n1,2\n", true), ("a,,5\n1,2,x\n", true), ("2023,2024\n", true),
      ("1,x\n2,y\n", false), ("5,7\n8,9\n", false), ("2023-01-01,1\n2023-01-02,2\n", false),
      ("Borås;5;9\nMark;6;7\n", false), ("5,7\n", false), ("1.5\n2.5\n", false),
      ("true,x\nfalse,y\n", false),
    ] as [(String, Bool)])
  func found(text: String, hasHeader: Bool) {
    let file = read(text)
    #expect(file.dialect.hasHeader == hasHeader, "\(text.debugDescription)")
    #expect(file.codes.contains("csv-no-header") == !hasHeader)
    let rows = text.split(separator: "\n").count
    #expect(file.table.rowCount == (hasHeader ? rows - 1 : rows))
  }

  @Test("Without a header the columns are numbered")
  func numbered() {
    let file = read("7,x\n8,\"y\nz\"\n")
    #expect(file.table.schema.names == ["column_1", "column_2"])
    #expect(file.table.cells == [[7, "x"], [8, "y\nz"]])
    #expect(file.table.rows.map(\.line) == [1, 2])
    #expect(
      file.messages == [
        """
        t.csv: note[csv-no-header]: the first row is read as data, and the columns are called \
        column_1, column_2 and so on
          It holds values of the same types as the rows below.
          fix: if it holds the names, in SQL   FROM read_csv('file.csv', header := true)
          fix: if it holds the names, on the command line   --header
        """
      ])
  }

  @Test("The caller decides")
  func declared() {
    let with = read("5,7\n8,9\n", CSVOptions(hasHeader: true))
    #expect(with.table.schema.names == ["5", "7"])
    #expect(with.diagnostics.isEmpty)
    let without = read("a,b\nc,d\n", CSVOptions(hasHeader: false))
    #expect(without.table.rowCount == 2)
    #expect(without.diagnostics.isEmpty)
    let named = read("5,7\n8,9\n", CSVOptions(types: ["7": .real]))
    #expect(named.table.column("7") == [9.0])
    let blank = read("\n\nx\n\n", CSVOptions(hasHeader: false))
    #expect(blank.table.cells == [[.null], [.null], ["x"], [.null]])
  }

  @Test(
    "Names are made unique",
    arguments: [
      ("a,a", ["a", "a_2"]), ("a,a,a", ["a", "a_2", "a_3"]), ("a,a,a_2", ["a", "a_3", "a_2"]),
      ("a,,b", ["a", "column_2", "b"]), (",column_1", ["column_1_2", "column_1"]),
      (",", ["column_1", "column_2"]),
      (" a , b", ["a", "b"]), ("\" a \",b", [" a ", "b"]), ("=\"5\",b", ["5", "b"]),
      ("\"say \"\"x\"\"\",b", ["say \"x\"", "b"]), ("a,A", ["a", "A"]),
    ] as [(String, [String])])
  func names(header: String, names: [String]) {
    let file = read(header + "\n")
    #expect(file.table.schema.names == names)
  }
}

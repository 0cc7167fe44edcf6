import Diagnostics
import TableFiles
import Tables
import Testing

@Suite("Messages")
struct MessageTests {
  @Test("A row that is too short")
  func shortRow() {
    let file = read("a,b,c\n1,2,3\n4,\"x\"\n5\n")
    #expect(file.table.cells[1...] == [[4, "x", .null], [5, .null, .null]])
    #expect(
      file.messages == [
        """
        t.csv:3:6: warning[csv-short-row]: the row has 2 fields, the header has 3
          The missing cells are read as missing values.
          fix: complete the row
          fix: put a text with line breaks in double quotes
        """,
        """
        t.csv:4:2: warning[csv-short-row]: the row has 1 field, the header has 3
          The missing cells are read as missing values.
          fix: complete the row
          fix: put a text with line breaks in double quotes
        """,
      ])
  }

  @Test("A row that is too long")
  func longRow() {
    let file = read("a,b\n1,\"x\ny\",\"ja\",nej\n2,z\n")
    #expect(file.table.cells == [[1, "x\ny"], [2, "z"]])
    #expect(
      file.messages == [
        """
        t.csv:3:4: error[csv-long-row]: the row has 4 fields, the header has 2; \
        fields 3 to 4 have no column
          The rest of the row is kept.
          fix: put a text that holds the delimiter in double quotes
          value: '"ja",nej'
        """
      ])
  }

  @Test("Extra fields that are empty lose nothing")
  func longRowOfNothing() {
    let file = read("a,b\n1,x,\n", CSVOptions(hasHeader: true))
    #expect(
      file.messages == [
        """
        t.csv:2:5: warning[csv-long-row]: the row has 3 fields, the header has 2; \
        field 3 has no column
          The rest of the row is kept.
          fix: put a text that holds the delimiter in double quotes
          value: ''
        """
      ])
  }

  @Test("Without a header the first row is the measure")
  func noHeader() {
    let file = read("1,2\n3\n", CSVOptions(hasHeader: false))
    #expect(file.diagnostics[0].message == "the row has 1 field, the first row has 2")
  }

  @Test("A quote that never closes: the row and those below are kept")
  func unclosedQuote() {
    let file = read("a,b\n1,\"x\ny\"\nå,\"z\n3,w\n")
    #expect(file.table.cells == [["1", "x\ny"], ["å", "z"], ["3", "w"]])
    #expect(
      file.messages == [
        """
        t.csv:4:3: error[csv-unclosed-quote]: a quote opens here and is never closed
          The field is read to the end of its line; the lines below are rows of their own.
          fix: close the quote
          fix: double it if it belongs to the text   ""
          value: 'z'
        """
      ])
  }

  @Test(
    "A quote that never closes at the end of the file",
    arguments: ["a,b\n1,\"", "a,b\n1,\"x", "a,\"b"])
  func unclosedAtEnd(text: String) {
    let file = read(text)
    #expect(file.codes == ["csv-unclosed-quote"])
    #expect(file.table.schema.names == ["a", "b"])
  }

  @Test("Text after a closing quote")
  func textAfterQuote() {
    let file = read("a,b\n\"x\"y,1\n\"say \"hi\" now\",2\n")
    #expect(file.table.column("a") == ["xy", "say hi\" now\""])
    #expect(
      file.messages == [
        """
        t.csv:2:4: error[csv-quote]: text follows the closing quote of a field
          It is read as part of the field.
          fix: double a quote that belongs to the text   ""
          value: 'xy'
        """,
        """
        t.csv:3:7: error[csv-quote]: text follows the closing quote of a field
          It is read as part of the field.
          fix: double a quote that belongs to the text   ""
          value: 'say hi" now"'
        """,
      ])
  }

  @Test("Names that are empty or stand twice")
  func names() {
    let file = read("a,,a\n1,x,2\n")
    #expect(file.table.schema.names == ["a", "column_2", "a_2"])
    #expect(
      file.messages == [
        """
        t.csv:1:3: warning[csv-empty-header]: column 2 has no name and is called 'column_2'
          fix: write a name into the first row
        """,
        """
        t.csv:1:4: warning[csv-duplicate-header]: two columns are called 'a'; the later one \
        becomes 'a_2'
          fix: give each column a name of its own
        """,
      ])
  }

  @Test("An empty file")
  func empty() {
    #expect(
      read("").messages == [
        """
        t.csv: error[csv-empty]: the file holds no row
          fix: export the data again
        """
      ])
  }

  @Test("A type for a column that is not there")
  func unknownColumn() {
    let file = read("betyg,b\n1,x\n", CSVOptions(types: ["betygg": .integer]))
    #expect(
      file.messages == [
        """
        t.csv: warning[csv-unknown-column]: a type is given for column 'betygg', which the file \
        lacks
          fix: did you mean 'betyg'?
        """
      ])
  }
}

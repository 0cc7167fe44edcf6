import TableFiles
import Tables
import Testing

@Suite("Delimiters")
struct DelimiterTests {
  /// A text, its delimiter, and the number of its columns.
  static let cases: [(text: String, delimiter: Character, columns: Int)] = [
    ("a,b,c\n1,2,3\n", ",", 3), ("a;b;c\n1;2;3\n", ";", 3), ("a\tb\tc\n1\t2\t3\n", "\t", 3),
    ("a|b|c\n1|2|3\n", "|", 3),
    // Other delimiters inside quotes.
    ("id,svar\n1,\"a;b;c\"\n2,\"d;e;f\"\n", ",", 2), ("id;svar\n1;\"a,b\"\n2;\"c,d\"\n", ";", 2),
    ("\"a;b\",\"c;d\"\n\"e;f\",\"g;h\"\n", ",", 2), ("id;\"a,\nb\"\n1;\"c,\nd\"\n", ";", 2),
    ("id,\"say \"\"a;b\"\";c\"\n1,2\n", ",", 2),
    // Decimal commas, and commas in text without quotes.
    ("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n", ";", 3), ("a;b\n1,5;x\n2;y\n", ";", 2),
    ("namn, förnamn;ålder\nBo, Ek;5\nEva;6\n", ";", 2), ("a\tb\n1,5\t2,5\n", "\t", 2),
    ("namn;svar\nA;Ja, det var bra, tack\nB;Nej\n", ";", 2),
    ("grupp,svar\nA,x;y\nB,z\n", ",", 2),
    // One column.
    ("a\n1\n2\n", ",", 1), ("kommentar\nBra, tack\nJa, mycket, faktiskt\nNej\n", ",", 1),
    ("Vad tyckte du, egentligen?\nBra\nDåligt\n", ",", 1), ("a\n\"x,y\"\n\"z,w\"\n", ",", 1),
    ("\"a,b\"\n1\n", ",", 1),
    // Ragged rows and few rows.
    ("a,b,c\n1,2\n", ",", 3), ("a,b\n1\n", ",", 2), ("a;b;c\n", ";", 3),
    ("a;b;c\n1;2\n1;2;3;4\n", ";", 3),
    ("a;b\n\n\n1;2\n", ";", 2), ("\n\na;b\n1;2\n", ";", 2),
    // A bare quote and a quote that never closes.
    ("a;b\n5\" rör;1\nx;2\n", ";", 2), ("a;b\n\"x;1\ny;2\n", ";", 2),
    // Excel's own line.
    ("sep=;\na,b;c\n1,5;2\n", ";", 2), ("sep=,\na,b\n", ",", 2),
  ]

  @Test("The delimiter is found", arguments: cases.indices)
  func found(_ index: Int) {
    let (text, delimiter, columns) = Self.cases[index]
    let file = read(text)
    #expect(
      Character(Unicode.Scalar(file.dialect.delimiter)) == delimiter, "\(text.debugDescription)")
    #expect(file.table.schema.fields.count == columns, "\(text.debugDescription)")
    if columns == 1 { #expect(file.diagnostics.isEmpty, "\(file.messages)") }
  }

  @Test("A declared delimiter rules")
  func declared() {
    let options = CSVOptions(delimiter: UInt8(ascii: ":"))
    let file = read("a:b\n1,5:2;5\n", options)
    #expect(file.table.cells == [[1.5, "2;5"]])
  }
}

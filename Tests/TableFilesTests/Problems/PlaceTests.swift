import Diagnostics
import TableFiles
import Tables
import Testing

@Suite("Places and counts")
struct PlaceTests {
  static let options = CSVOptions(types: ["x": .integer])

  /// The column counts characters as people see them, from 1.
  @Test(
    "Line and column of a field",
    arguments: [
      ("x,b\n?,1\n", "2:1"), ("b,x\n1,?\n", "2:3"), ("b,x\n1,\"?\"\n", "2:3"),
      ("b,x\nåäö,?\n", "2:5"),
      ("b,x\n👨‍👩‍👧‍👦,?\n", "2:3"), ("b,x\ne\u{301},?\n", "2:3"), ("\u{FEFF}x,b\n?,1\n", "2:1"),
      ("b,x\n\"1\n2\",?\n", "3:4"), ("b,x\r\n\"1\r\n2\",?\r\n", "3:4"),
      ("b,x\r\"1\r2\",?\r", "3:4"),
      ("b,x\n\n\n1,?\n", "4:3"), ("sep=,\nb,x\n1,?\n", "3:3"), ("b;x\n1;?\n", "2:3"),
    ])
  func place(text: String, place: String) {
    let file = read(text, Self.options)
    #expect(file.diagnostics.map(\.location.description) == ["t.csv:" + place])
  }

  @Test("Twenty of a kind are shown, the rest is counted")
  func limit() {
    let text =
      "x,b\n" + String(repeating: "?,1\n", count: 120) + String(repeating: "1\n", count: 21)
    let file = read(text, Self.options)
    #expect(file.diagnostics.count == 42)
    #expect(file.diagnostics.prefix(20).map(\.location.line) == Array(2...21))
    #expect(
      file.messages.suffix(2) == [
        "t.csv: error[csv-type]: 100 more of this kind are not listed",
        "t.csv: warning[csv-short-row]: 1 more of this kind is not listed",
      ])
    #expect(read("x,b\n" + String(repeating: "1\n", count: 20)).codes.count == 20)
  }

  @Test("The count covers faults that the tokenizer and the decoder keep to themselves")
  func countOfFaults() {
    let quotes = read("x,b\n" + String(repeating: "\"a\"b,1\n", count: 50))
    #expect(quotes.messages.last == "t.csv: error[csv-quote]: 30 more of this kind are not listed")
    let zeros = read("x,b\n" + String(repeating: "a\u{0}b,1\n", count: 50))
    #expect(zeros.messages.last == "t.csv: warning[csv-nul]: 30 more of this kind are not listed")
    #expect(zeros.diagnostics[19].location.line == 21)
  }

  @Test("A long value is cut in the message, not in the table")
  func longValue() {
    let long = String(repeating: "å", count: 5000)
    let file = read("x,b\n\(long),1\n", Self.options)
    #expect(file.diagnostics[0].value == String(repeating: "å", count: 200) + "…")
  }

  @Test("No message shows a value unless it is asked to")
  func values() {
    let secret = "hemligt"
    let text = """
      x,b,\(secret)b
      \(secret),1
      "\(secret)"\(secret),1,2,\(secret)
      "\(secret)
      """
    let file = read(text, Self.options)
    #expect(file.diagnostics.count >= 4)
    for diagnostic in file.diagnostics {
      #expect(!diagnostic.description.contains(secret), "\(diagnostic)")
    }
  }
}

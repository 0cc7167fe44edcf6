import Foundation
import Testing

@testable import WebService

@Suite("Changing rows in forms")
struct EditTests {
  static let edit = "/units/navet/edit/targets/navet-2012-temabesok-elever"

  /// The fields of a form, as the page has them.
  static func fields(_ text: String) -> [(String, String)] {
    text.matches(of: /<input [^>]*name="([^"]+)" value="([^"]*)"/).map {
      (String($0.1), String($0.2))
    }.filter { $0.0 != "token" || $0.1.count == 64 }
  }

  static func changed(
    _ fields: [(String, String)], _ values: [String: String]
  ) -> [(String, String)] {
    var seen: Set<String> = []
    return fields.filter { seen.insert($0.0).inserted }.map { ($0.0, values[$0.0] ?? $0.1) }
  }

  @Test(
    "a change is shown as a difference first, then written into the same row, and put on record")
  func change() async throws {
    let fixture = try WebFixture()
    try await fixture.run { browser in
      _ = try await browser.logIn("ulla")
      let before = try fixture.read("navet/targets.csv")
      let form = try await browser.get(Self.edit)
      #expect(form.status == 200)
      let fields = Self.changed(
        Self.fields(form.text),
        ["field-target_value": "21 500", "field-cause_sv": "Fler skolor, och \"större\" grupper"])
      let preview = try await browser.post(Self.edit, fields)
      #expect(preview.status == 200)
      #expect(preview.text.contains("<ins>21500</ins>"))
      #expect(preview.text.contains("+navet-2012-temabesok-elever,2012,,"))
      #expect(try fixture.read("navet/targets.csv") == before)
      let apply = try await browser.post(
        Self.edit, Self.changed(fields, ["step": "apply", "field-target_value": "21500"]))
      #expect(apply.place == "/units/navet")
      let after = try fixture.read("navet/targets.csv")
      let (old, new) = (before.split(separator: "\n"), after.split(separator: "\n"))
      #expect(new.count == old.count)
      // A column that was not there stands at the end, and every other row is as it was but for that.
      #expect(new[0] == old[0] + ",cause_sv")
      for row in 2..<old.count { #expect(new[row] == old[row] + ",") }
      #expect(
        new[1].contains(",21500,")
          && new[1].hasSuffix(",\"Fler skolor, och \"\"större\"\" grupper\""))
      let ledger = try fixture.read("ledger/edits.csv")
      #expect(
        ledger.contains(
          "ulla,navet/targets.csv,navet-2012-temabesok-elever,target_value,20000,21500"))
      // The page shows it at the next request.
      #expect(try await browser.get("/years/2012").text.contains("21\u{A0}500"))
    }
  }

  @Test("two change the same row: the second is told, shown both, and can then decide")
  func conflict() async throws {
    let fixture = try WebFixture()
    try await fixture.run { browser in
      let other = browser.another()
      _ = try await browser.logIn("ulla")
      _ = try await other.logIn("ulla")
      let first = try await browser.get(Self.edit)
      let second = try await other.get(Self.edit)
      let mine = Self.changed(
        Self.fields(first.text), ["field-target_value": "21000", "step": "apply"])
      #expect(try await browser.post(Self.edit, mine).status == 303)
      let theirs = Self.changed(
        Self.fields(second.text), ["field-target_value": "22000", "step": "apply"])
      let told = try await other.post(Self.edit, theirs)
      #expect(told.status == 409)
      #expect(told.text.contains("Någon annan har ändrat raden"))
      #expect(told.text.contains("I filen nu: 21000") && told.text.contains("value=\"22000\""))
      #expect(try fixture.read("navet/targets.csv").contains(",21000,"))
      let again = Self.changed(Self.fields(told.text), ["step": "apply"])
      #expect(try await other.post(Self.edit, again).status == 303)
      #expect(try fixture.read("navet/targets.csv").contains(",22000,"))
    }
  }

  @Test(
    "what is no number is refused, and nothing is lost of what was written",
    arguments: ["många", "1.2.3", "1e5", "--1"])
  func noNumber(text: String) async throws {
    let fixture = try WebFixture()
    try await fixture.run { browser in
      _ = try await browser.logIn("ulla")
      let before = try fixture.read("navet/targets.csv")
      let form = try await browser.get(Self.edit)
      let answer = try await browser.post(
        Self.edit,
        Self.changed(
          Self.fields(form.text),
          ["field-target_value": text, "field-owner_sv": "chefen", "step": "apply"]))
      #expect(answer.status == 422)
      #expect(answer.text.contains("value=\"\(text)\"") && answer.text.contains("value=\"chefen\""))
      #expect(try fixture.read("navet/targets.csv") == before)
    }
  }

  @Test("a demonstration stays as it is")
  func readOnly() async throws {
    let fixture = try WebFixture(isReadOnly: true)
    try await fixture.run { browser in
      _ = try await browser.logIn("ulla")
      let form = try await browser.get(Self.edit)
      let answer = try await browser.post(
        Self.edit,
        Self.changed(Self.fields(form.text), ["field-target_value": "1", "step": "apply"]))
      #expect(answer.status == 403 && answer.text.contains("Det här är en demonstration"))
    }
  }

  @Test("a value never becomes markup, with an accent on the quotation mark either")
  func escaping() async throws {
    try await WebFixture().run { browser in
      _ = try await browser.logIn("ulla")
      let form = try await browser.get(Self.edit)
      let evil = "\"\u{301} autofocus x=\"<script>"
      let answer = try await browser.post(
        Self.edit,
        Self.changed(Self.fields(form.text), ["field-owner_sv": evil, "field-target_value": "x"]))
      #expect(!answer.text.contains("<script>") && !answer.text.contains("\"\u{301} autofocus"))
      #expect(answer.text.unicodeScalars.contains("\u{301}"))
      #expect(answer.text.contains("&quot;"))
    }
  }

  @Test(
    "numbers as people write them",
    arguments: [
      ("20 000", "20000"), ("95,5", "95.5"), ("\u{2212}3", "-3"), ("0", "0"),
      ("20\u{A0}000", "20000"),
    ])
  func numbers(text: String, expected: String) { #expect(RowEdit.number(text) == expected) }
}

@Suite("CSV whose other bytes stay")
struct CSVFileTests {
  @Test(
    "one field changes, and nothing else",
    arguments: [
      ("id,a\n1,x\n2,y\n", "id,a\n1,x\n2,z\n"),
      ("id;a\r\n1;x\r\n\r\n2;\"y;y\"\r\n", "id;a\r\n1;x\r\n\r\n2;z\r\n"),
      ("\u{FEFF}id,a\n1,\"x\nx\"\n2,y", "\u{FEFF}id,a\n1,\"x\nx\"\n2,z"),
      ("a\tid\nx\t1\ny\t2\n", "a\tid\nx\t1\nz\t2\n"),
    ])
  func field(text: String, expected: String) throws {
    let file = try #require(CSVFile(Array(text.utf8)))
    let row = try #require(file.row("2"))
    let bytes = file.changing(row, to: [("a", "z")])
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test("a new column goes to the end of every row, behind what a short row lacks")
  func column() throws {
    let file = try #require(CSVFile(Array("id,a,b\n1,x,y\n2\n".utf8)))
    let row = try #require(file.row("2"))
    let bytes = file.changing(row, to: [("c", "n, m")])
    #expect(String(decoding: bytes, as: UTF8.self) == "id,a,b,c\n1,x,y,\n2,,,\"n, m\"\n")
  }

  @Test("an empty last field is filled before a new column is put behind it")
  func lastField() throws {
    let file = try #require(CSVFile(Array("id,a\n1,\n2,\n".utf8)))
    let row = try #require(file.row("2"))
    let bytes = file.changing(row, to: [("a", "x"), ("b", "y")])
    #expect(String(decoding: bytes, as: UTF8.self) == "id,a,b\n1,,\n2,x,y\n")
  }

  @Test("a short row is filled up to the column that it lacks, which stays one column")
  func shortRow() throws {
    let file = try #require(CSVFile(Array("id,a,b\n1,x,y\n2\n".utf8)))
    let row = try #require(file.row("2"))
    let bytes = file.changing(row, to: [("b", "z")])
    #expect(String(decoding: bytes, as: UTF8.self) == "id,a,b\n1,x,y\n2,,z\n")
    let more = file.changing(row, to: [("b", "z"), ("c", "w")])
    #expect(String(decoding: more, as: UTF8.self) == "id,a,b,c\n1,x,y,\n2,,z,w\n")
  }

  @Test(
    "what cannot be changed safely is refused",
    arguments: ["", "a,b\n1,2\n", "id,a\n1,\"x\n"])
  func refused(text: String) { #expect(CSVFile(Array(text.utf8)) == nil) }

  @Test("bytes that are no UTF-8 are refused, and an id that stands twice is no row")
  func ambiguous() throws {
    #expect(CSVFile([0x69, 0x64, 0x0A, 0xE5, 0x0A]) == nil)
    let file = try #require(CSVFile(Array("id,a\n1,x\n1,y\n".utf8)))
    #expect(file.row("1") == nil)
  }

  @Test("the stamp of a row is another when the row is, and not when others are")
  func stamp() throws {
    func stamp(_ text: String) throws -> String {
      let file = try #require(CSVFile(Array(text.utf8)))
      return try #require(file.row("2")).stamp
    }
    let first = try stamp("id,a\n1,x\n2,y\n")
    #expect(try stamp("id,a\n1,changed\n2,y\n") == first)
    #expect(try stamp("id,a\n1,x\n2,z\n") != first)
  }
}

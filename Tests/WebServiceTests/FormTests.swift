import Testing

@testable import WebService

@Suite("Fields of forms")
struct FormTests {
  @Test(
    "fields read as browsers write them",
    arguments: [
      ("a=1&b=2", ["a": "1", "b": "2"]), ("a=%C3%A5+%26", ["a": "å &"]), ("a", ["a": ""]),
      ("", [:]), ("a=b=c", ["a": "b=c"]), ("&&a=1&", ["a": "1"]),
    ])
  func read(text: String, expected: [String: String]) throws {
    let fields = try #require(FormFields(encoded: text))
    for (name, value) in expected { #expect(fields[name] == value) }
    #expect(fields.starting(with: "").count == expected.count)
  }

  @Test("what is no field is refused", arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "a=%+1"])
  func refused(text: String) { #expect(FormFields(encoded: text) == nil) }

  @Test(
    "a text that goes into an address comes out the same",
    arguments: ["å/b c?&=%+\"", "", "a.b-c_d"])
  func round(text: String) {
    #expect(FormFields.decoded(FormFields.encoded(text)) == text)
  }
}

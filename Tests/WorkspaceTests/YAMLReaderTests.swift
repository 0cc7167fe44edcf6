import Testing

@testable import Workspace

/// Texts by the rules of YAML 1.1; the words of problems are libyaml's and our own.
@Suite("YAML as it stands in the file")
struct YAMLReaderTests {
  /// A node in one line: texts in quotes where the file has quotes.
  private static func line(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, let isPlain): isPlain ? text : "'\(text)'"
    case .sequence(let values): "[" + values.map(line).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\(line($0.key)): \(line($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  @Test(
    "values",
    arguments: [
      ("a: 1\nb: [x, 'y', \"z\"]", "{a: 1, b: [x, 'y', 'z']}"),
      ("no: 2023-01\n? k\n: ~", "{no: 2023-01, k: ~}"),
      (
        "- a: {b: }\n- |\n  two\n  lines\n- >-\n  one\n  line",
        "[{a: {b: }}, 'two\nlines\n', 'one line']"
      ),
      ("a: &x [1, {c: d}]\nb: *x\ne: *x", "{a: [1, {c: d}], b: [1, {c: d}], e: [1, {c: d}]}"),
      ("a: !!int 5 # five\nå: \"\\u00e5\"", "{a: 5, å: 'å'}"), ("---\nx\n...\n", "x"), ("{}", "{}"),
    ])
  func values(text: String, expected: String) throws {
    let node = try #require(try YAMLReader.read(text))
    #expect(Self.line(node) == expected)
  }

  @Test("no document", arguments: ["", "\n \n", "# a comment\n"])
  func nothing(text: String) throws {
    let node = try YAMLReader.read(text)
    #expect(node.map(Self.line) == nil)
  }

  @Test("places are counted from 1, and an alias is where its anchor is")
  func marks() throws {
    let pairs = try #require(try YAMLReader.read("a:\n  - &x 1\nb:   *x\nc:\nd: ''")?.mapping)
    #expect(
      pairs.map(\.key.mark) == [
        .init(line: 1, column: 1), .init(line: 3, column: 1),
        .init(line: 4, column: 1), .init(line: 5, column: 1),
      ])
    #expect(pairs[0].value.sequence?[0].mark == .init(line: 2, column: 5))
    #expect(pairs[1].value.mark == .init(line: 2, column: 5))
    #expect(pairs.map(\.value.isNothing) == [false, false, true, false])
  }

  @Test(
    "what is no YAML",
    arguments: [
      ("a: 1\nb: 2\na: 3", "1:1 the key 'a' stands twice"),
      ("x: {b: 1, 'b': 2}", "1:5 the key 'b' stands twice"),
      ("a: *b", "1:4 found undefined alias"),
      ("a: 1\n---\nb: 2", "2:1 but found another document"),
      ("a: b: c", "1:5 mapping values are not allowed in this context"),
      ("a: \u{7}", "control characters are not allowed"),
      (String(repeating: "[", count: 100_000), "1:101 nested more than 100 deep"),
      (
        (0..<20_000).map { String(repeating: " ", count: $0 % 200) + "a:\n" }.joined(),
        "100:100 nested more than 100 deep"
      ),
      // Each line is as deep as the one before and one deeper.
      (
        "a0: &a0 []\n" + (1...5000).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined(),
        "99:12 nested more than 100 deep"
      ),
    ])
  func problems(text: String, expected: String) {
    let error = #expect(throws: YAMLError.self) { try YAMLReader.read(text) }
    let place = error?.mark.map { "\($0.line):\($0.column) " } ?? ""
    #expect(place + (error?.problem ?? "") == expected)
  }
}

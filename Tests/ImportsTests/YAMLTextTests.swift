internal import Labels
internal import Testing

@testable import Imports

/// Items are added to lists; every other byte stays.
struct YAMLTextTests {
  @Test(
    arguments: [
      ("a: 1\nwaves:\n  - {id: x}\nb: 2\n", "a: 1\nwaves:\n  - {id: x}\n  - NEW\nb: 2\n"),
      (
        "waves:\n- id: x\n  label: y\n\n# about b\nb: 2\n",
        "waves:\n- id: x\n  label: y\n- NEW\n\n# about b\nb: 2\n"
      ),
      ("waves:\n  - x  # first\n", "waves:\n  - x  # first\n  - NEW\n"),
      ("waves:\n  - x", "waves:\n  - x\n  - NEW\n"),
      ("a: 1", "a: 1\nwaves:\n  - NEW\n"), ("waves: [x, y]\nb: 2\n", "waves: [x, y, NEW]\nb: 2\n"),
      // As an editor of Windows ends lines.
      (
        "a: 1\r\nwaves:\r\n  - x\r\n\r\nb: 2\r\n",
        "a: 1\r\nwaves:\r\n  - x\r\n  - NEW\r\n\r\nb: 2\r\n"
      ),
      ("a: 1\r\nwaves: [x]\r\n", "a: 1\r\nwaves: [x, NEW]\r\n"),
      ("a: 1\r\n", "a: 1\r\nwaves:\r\n  - NEW\r\n"),
    ])
  func append(text: String, expected: String) throws {
    var yaml = YAMLText(text, file: "survey.yaml")
    try yaml.append(["NEW"], to: "waves")
    #expect(yaml.text == expected)
  }

  @Test(
    arguments: [
      "waves: []\n", "waves: x\n", "waves: [x,\n  y]\n", "waves: [x] # ]\n",
      // What is read back is another file than was meant.
      "a: &w\n  - x\nwaves: *w\n", "{waves: [x], b: [y]}\n", "a: 1\n...\n",
    ])
  func whatCannotBeAddedToIsTold(text: String) {
    var yaml = YAMLText(text, file: "survey.yaml")
    let problem = #expect(throws: ImportProblem.self) { try yaml.append(["NEW"], to: "waves") }
    #expect(problem?.fixes.first?.english == "write it in by hand   - NEW")
    #expect(yaml.text == text)
  }

  @Test(arguments: ["a\"b", "tab\tx", "rad\nbryt", "å – ”x”", "back\\slash", "# no: comment", ""])
  func quotedTextsAreReadBack(text: String) throws {
    let root = try YAMLText("a: \(YAMLText.quoted(text))\n", file: "x").root()
    #expect(root.text("a") == text)
  }

  /// Characters that YAML has no place for (YAML 1.1, section 5.1) do not make the file unreadable.
  @Test(arguments: ["\u{1}", "\u{7F}", "\u{9F}", "\u{2028}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}"])
  func whatYAMLCannotHoldBecomesASpace(text: String) throws {
    let root = try YAMLText("a: \(YAMLText.quoted("x\(text)y"))\n", file: "x").root()
    #expect(root.text("a") == "x y")
  }
}

import Diagnostics
import Foundation
import Labels
import Testing

@testable import Notebooks

/// Where cells begin and end, and that nothing else is touched.
struct ParsingTests {
  /// CommonMark 0.31, section 4.5: what is a fence and what is not. The number is that of the example
  /// there; the fences bear `sql` here.
  static let fences: [(example: Int, text: String, code: [String])] = [
    (119, "```sql\n<\n >\n```\n", ["<\n >\n"]),
    (120, "~~~sql\n<\n >\n~~~\n", ["<\n >\n"]),
    (121, "``sql\nfoo\n``\n", []),
    (122, "```sql\naaa\n~~~\n```\n", ["aaa\n~~~\n"]),
    (123, "~~~sql\naaa\n```\n~~~\n", ["aaa\n```\n"]),
    (124, "````sql\naaa\n```\n``````\n", ["aaa\n```\n"]),
    (125, "~~~~sql\naaa\n~~~\n~~~~\n", ["aaa\n~~~\n"]),
    (129, "```sql\n\n  \n```\n", ["\n  \n"]),
    (130, "```sql\n```\n", [""]),
    (131, " ```sql\n aaa\naaa\n```\n", ["aaa\naaa\n"]),
    (132, "  ```sql\naaa\n  aaa\naaa\n  ```\n", ["aaa\naaa\naaa\n"]),
    (133, "   ```sql\n   aaa\n    aaa\n  aaa\n   ```\n", ["aaa\n aaa\naaa\n"]),
    (134, "    ```sql\n    aaa\n    ```\n", []),
    (135, "```sql\naaa\n  ```\n", ["aaa\n"]),
    (136, "   ```sql\naaa\n  ```\n", ["aaa\n"]),
    (138, "``` ```\naaa\n", []),
    (140, "foo\n```sql\nbar\n```\nbaz\n", ["bar\n"]),
    (141, "foo\n---\n~~~sql\nbar\n~~~\n# baz\n", ["bar\n"]),
    (143, "~~~~    sql startline\n~~~\n~~~~~~~\n", ["~~~\n"]),
    (144, "````;\n````\n", []),
    (145, "``` sql ```\nfoo\n", []),
    (146, "~~~ sql skip\nfoo\n~~~\n", []),
    (147, "```sql\n``` aaa\n```\n", ["``` aaa\n"]),
  ]

  @Test(arguments: fences)
  func `A cell is a fenced block as CommonMark says`(
    _ example: Int, _ text: String, _ code: [String]
  ) {
    let notebook = Notebook(Array(text.utf8), named: "book.md")
    #expect(notebook.cells.map(\.text) == code, "example \(example)")
  }

  /// Examples 126, 127, 137 and 139, and another fence: the end of the text closes a fence; an output can
  /// stand behind none of them.
  @Test(arguments: [
    "```sql\n", "`````sql\n\n```\naaa\n", "```sql\naaa\n    ```\n", "~~~~~~sql\naaa\n~~~ ~~\n",
    "```sql\naaa\n~~~\n",
  ])
  func `A fence that is never closed is told and left`(_ text: String) {
    let notebook = Notebook(Array(text.utf8), named: "book.md")
    #expect(notebook.cells.count == 1)
    #expect(notebook.cells.first?.problem?.message == "the cell is never closed")
    #expect(NotebookTrialText.after(text) == text)
  }

  /// Texts around cells of each kind, with what a run must leave as it is.
  static let texts = [
    "before\n\n```sql\nSELECT 1 AS a\n```\nafter\n", "```sql\nSELECT 1 AS a\n```",
    "\u{FEFF}```sql\nSELECT 1 AS a\n```\n",
    "---\nyear: 1\n---\r\n```sql\r\nSELECT 1 AS a\r\n```\r\n",
    "a\r\n\r\n```sql\r\nSELECT 1 AS a\r\n```\r\nb", "a\r```sql\rSELECT 1 AS a\r```\rb",
    "- item\n  ```sql\n  SELECT 1\n  ```\n", "> ```sql\n> SELECT 1\n> ```\n",
    "````md\n```sql\nSELECT 1 AS a\n```\n````\n\n```sql\nSELECT 2 AS a\n```\n",
    "<div>\n```sql\nSELECT 1\n```\n</div>\n", "    ```sql\n    SELECT 1\n    ```\n",
    "```sql name=a\nSELECT 1 AS n\n```\n\n`a.n`, ``a.n`` and `` `a.n` `` \\`a.n`\n",
    "```sql name=a\nSELECT 1 AS n\n```\n\n| x | `a.n` |\n|---|---|\n| `a.n` | y |\n",
    "```sql name=a\nSELECT 1 AS n\n```\n\n> a\n> `a.n`\n\n1. `a.n`\n   `a.n`\n",
    "```sql\nSELECT 1 AS a\n```\n<!-- nyckeltal:output cell=x -->\n\nmine\n",
    "```sql\nSELECT 1 AS a\n```\n\n<!-- /nyckeltal:output -->\n",
    "\u{0}\n```sql\nSELECT 1 AS a\n```\n\u{0}",
  ]

  @Test(arguments: texts)
  func `Nothing outside of outputs changes`(_ text: String) {
    let after = Array(NotebookTrialText.after(text).utf8)
    let notebook = Notebook(after, named: "book.md")
    var kept: [UInt8] = []
    var place = 0
    for range in notebook.generatedRanges {
      kept += after[place..<range.lowerBound]
      place = range.upperBound
    }
    kept += after[place...]
    func words(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.filter { $0 != 10 && $0 != 13 } }
    #expect(words(kept) == words(text.utf8))
    #expect(Array(NotebookTrialText.after(String(decoding: after, as: UTF8.self)).utf8) == after)
  }

  /// Whatever else is wrong with the cell.
  @Test(arguments: ["", " chart=nonsense"])
  func `Below a cell nothing is written where markers are damaged`(_ options: String) {
    let text =
      "```sql\(options)\nSELECT 1 AS a\n```\n<!-- nyckeltal:output cell=x -->\n\nmine\n"
    #expect(NotebookTrialText.outcome(text).hasFailed)
    #expect(NotebookTrialText.after(text) == text)
  }

  /// What a run leaves, with the first marker of the output or of the figure removed.
  @Test(arguments: [
    (OutputMarker.opening, OutputMarker.closing, "the marker of the end of an output closes none"),
    (InlineValue.opening, InlineValue.closing, "the marker of the end of a figure closes none"),
  ])
  func `A last marker without a first is told with its line, and nothing is written`(
    _ opening: String, _ closing: String, _ message: String
  ) throws {
    let whole = NotebookTrialText.after(
      "```sql name=a\nSELECT 1 AS n\n```\n\nIt is `a.n` now.\n\n```sql\nSELECT 2 AS n\n```\n")
    var text = whole
    let start = try #require(text.range(of: opening))
    let end = try #require(text[start.lowerBound...].range(of: "-->"))
    text.removeSubrange(start.lowerBound..<end.upperBound)
    let outcome = NotebookTrialText.outcome(text)
    let problem = try #require(
      (outcome.problems + outcome.cells.compactMap(\.problem)).first { $0.message == message })
    let lines = text.components(separatedBy: "\n")
    let found = try #require(problem.location.line)
    #expect(lines[found - 1].contains(closing))
    #expect(outcome.hasFailed)
    // A figure of a cell that failed is a dash; nothing else changes.
    func outside(_ text: String) -> [String] {
      text.components(separatedBy: "\n").filter {
        opening != OutputMarker.opening || !$0.hasPrefix("It is")
      }
    }
    #expect(outside(String(decoding: outcome.after, as: UTF8.self)) == outside(text))
    #expect(!NotebookTrialText.outcome(whole).hasFailed)
  }

  @Test(arguments: [
    "<!-- nyckeltal:inputs\nmy words\n-->", "<!-- nyckeltal:inputs\n1 0123456789abcdef a.csv\n",
    "<!-- nyckeltal:inputs\n1 0123456789abcdef a.csv\n0123456789abcdef = x 1\n\nafter\n",
  ])
  func `A damaged list of files is told and replaced`(_ listing: String) throws {
    let fixture = try NotebookFixture()
    try fixture.write("n\n1\n", to: "a.csv")
    try fixture.write(
      "```sql\nSELECT * FROM \"a.csv\"\n```\n\n" + listing, to: "book.md")
    let first = try fixture.refresh()
    #expect(first.problems.map(\.message) == ["the list of files cannot be read"])
    let text = try fixture.text()
    #expect(text.components(separatedBy: InputListing.opening).count == 2)
    #expect(text.contains("\nafter\n") == listing.contains("after"))
    #expect(!text.contains("0123456789abcdef"))
    #expect(try fixture.refresh().isFresh)
    #expect(try fixture.text() == text)
  }

  @Test(arguments: [
    "one\ntwo", "one\r\n---\nyear: 1\n---", "a\n```sql\nSELECT 1 AS x\n```\n", "a \"b\" \\ : # c",
    "a\u{2028}b\u{85}c\u{0}\u{1B}d", "- a", "# a",
  ])
  func `A question of any words begins a notebook that can be read`(_ question: String) {
    let skeleton = NotebookSkeleton(
      question: question, language: .english, workspace: nil, path: nil, year: 2023)
    let notebook = Notebook(Array(skeleton.text.utf8), named: "x.md")
    #expect(notebook.problems.isEmpty)
    #expect(notebook.cellCount == 1)
    #expect(notebook.language == .english)
    let run = NotebookRun(
      notebook, settings: RunSettings(folder: NotebookFolder(".")), commands: WordCommands())
    let words = question.split { $0.isWhitespace || "\u{0}\u{1B}".contains($0) }
    #expect(NotebookPage(run).title == words.joined(separator: " "))
  }

  @Test func `Outputs have the line ends of the notebook`() {
    let after = NotebookTrialText.after("```sql\r\nSELECT 1 AS a\r\n```\r\n")
    #expect(after.utf8.count { $0 == 10 } == after.utf8.count { $0 == 13 })
    #expect(after.contains("| 1 |"))
  }

  @Test(arguments: [
    ("```sql nam=x\nSELECT 1\n```\n", "there is no option 'nam' of a cell"),
    ("```sql name=X\nSELECT 1\n```\n", "'X' is no name of a cell"),
    ("```sql chart=lin x=a y=b\nSELECT 1\n```\n", "there is no chart 'lin'"),
    ("```sql chart=line x=a\nSELECT 1\n```\n", "a chart needs its columns"),
    ("```sql x=a\nSELECT 1\n```\n", "'x' belongs to a chart, and there is none"),
    ("```sql name=a name=b\nSELECT 1\n```\n", "the option 'name' stands twice"),
    ("```sql format=a:weird\nSELECT 1\n```\n", "'a:weird' is no format of a column"),
    ("```sql show=graph\nSELECT 1\n```\n", "a cell cannot show 'graph'"),
    ("```sql rows=0\nSELECT 1\n```\n", "'rows=0' is no number of rows"),
  ])
  func `A wrong option is told with the line of the fence`(_ text: String, _ message: String) {
    let cell = Notebook(Array(text.utf8), named: "book.md").cells[0]
    #expect(cell.problem?.message == message)
    #expect(cell.problem?.location.line == 1)
  }

  @Test func `Two cells of one name are told apart`() {
    let text = "```sql name=a\nSELECT 1\n```\n\n```sql name=a\nSELECT 2\n```\n"
    let cells = Notebook(Array(text.utf8), named: "book.md").cells
    #expect(cells[0].problem == nil)
    #expect(cells[1].problem?.reason == "the first begins on line 1")
  }

  @Test(
    arguments: [
      ("rate.share", "rate", nil, "share", nil), ("rate[Borås].n", "rate", "Borås", "n", nil),
      ("a.b c:percent1", "a", nil, "b c", "percent1"),
    ] as [(String, String, String?, String, String?)])
  func `A span names a figure`(
    _ text: String, _ cell: String, _ row: String?, _ column: String, _ format: String?
  ) {
    let reference = ValueReference(text)
    #expect(reference?.cell == cell)
    #expect(reference?.row == row)
    #expect(reference?.column == column)
    #expect(reference?.format == format)
  }

  @Test func `A span of code holds every sign but line ends as it is`() {
    let text = "`a\u{2028}b` `c\r\nd`"
    let spans = CodeSpans.find(in: NotebookText(Array(text.utf8)), 0..<text.utf8.count)
    #expect(spans.map(\.text) == ["a\u{2028}b", "c d"])
  }

  /// In a square of the length this would take minutes.
  @Test func `Comments that never end are looked through once`() {
    let text = String(repeating: "<!-- ", count: 400_000) + "`a.n`"
    let spans = CodeSpans.find(in: NotebookText(Array(text.utf8)), 0..<text.utf8.count)
    #expect(spans.map(\.text) == ["a.n"])
  }

  @Test(arguments: ["rate", ".x", "Rate.x", "rate.", "1a.b", "a[b.c", "a b.c"])
  func `Other spans name none`(_ text: String) { #expect(ValueReference(text) == nil) }

  @Test func `The list of files reads as it was written`() {
    var listing = InputListing()
    let names = ["a--b.csv", "x >y.csv", "å%.csv", "c.csv", "d\u{85}e\u{2028}f\u{B}g\r\nh.csv"]
    let entries = names.map { InputEntry(name: $0, hash: ContentHash(of: [$0])) }
    listing.inputs[ContentHash(of: ["one"])] = entries
    listing.inputs[ContentHash(of: ["two"])] = [entries[1], entries[3], entries[4]]
    let read = InputListing(listing.text(lineEnd: "\n"))
    #expect(InputListing("<!-- nyckeltal:inputs\nmy words\n-->") == nil)
    #expect(read?.inputs.mapValues(Set.init) == listing.inputs.mapValues(Set.init))
    #expect(listing.text(lineEnd: "\n").components(separatedBy: "-->").count == 2)
  }
}

/// A run of a text alone.
enum NotebookTrialText {
  static func after(_ text: String) -> String {
    String(decoding: outcome(text).after, as: UTF8.self)
  }

  static func outcome(_ text: String) -> RunOutcome {
    let run = NotebookRun(
      Notebook(Array(text.utf8), named: "book.md"),
      settings: RunSettings(folder: NotebookFolder("/nonexistent"), threads: 1),
      commands: WordCommands())
    return run.outcome()
  }
}

import Diagnostics
import Foundation
import Query
import Testing

@testable import Notebooks

/// What runs do with cells and files.
struct RunTests {
  @Test func `Two hundred cells over one file read it once`() throws {
    let fixture = try NotebookFixture()
    try fixture.write("n\n1\n2\n3\n", to: "data.csv")
    let cells = (1...200).map {
      "```sql name=c\($0)\nSELECT sum(n) + \($0) AS n FROM \"data.csv\"\n```\n"
    }
    try fixture.write(cells.joined(separator: "\n"), to: "book.md")
    let (opened, hashed) = (ReadCounter(), ReadCounter())
    try fixture.refresh { settings in
      settings.opening = { path in
        opened.count(path)
        return try NotebookTables.file(path)
      }
      settings.hashing = { path in
        hashed.count(path)
        return InputFiles.hash(ofFile: path)
      }
    }
    #expect(opened["data.csv"] == 1)
    #expect(hashed["data.csv"] == 1)
    // 1 + 2 + 3 and the number of the cell.
    #expect(try fixture.text().contains("| 206 |"))
  }

  @Test func `Two hundred cells over folders walk each once`() throws {
    let fixture = try NotebookFixture()
    try fixture.write("title: x\nyear: 2026\nunits: [navet]\n", to: "space/nyckeltal.yaml")
    try fixture.write("label: N\n", to: "space/navet/unit.yaml")
    try fixture.write("n\n1\n", to: "waves/one.csv")
    try fixture.write("n\n2\n", to: "waves/two.csv")
    let cells = (1...100).map {
      "```sql name=c\($0)\nSELECT sum(n) + \($0) AS n FROM \"waves/*.csv\"\n```\n\n"
        + "```nyckeltal name=g\($0)\ngoals\n```\n"
    }
    try fixture.write(
      "---\nworkspace: space\n---\n" + cells.joined(separator: "\n"), to: "book.md")
    let listed = ReadCounter()
    let outcome = try fixture.refresh { settings in
      settings.listing = { place in
        switch place {
        case .pattern(let path), .workspace(let path): listed.count(path)
        }
        return InputFiles.names(of: place)
      }
    }
    #expect(!outcome.hasFailed)
    #expect(listed["*.csv"] == 1)
    #expect(listed["space"] == 1)
    // 1 + 2 and the number of the cell.
    #expect(try fixture.text().contains("| 103 |"))
  }

  @Test func `An unchanged notebook runs no cell and reads no table`() throws {
    let fixture = try NotebookFixture()
    try fixture.write("n\n1\n", to: "data.csv")
    try fixture.write(
      "```sql name=a\nSELECT n FROM \"data.csv\"\n```\n\n`a.n`\n", to: "book.md")
    try fixture.refresh()
    let before = try fixture.bytes()
    let opened = ReadCounter()
    let outcome = try fixture.refresh { settings in
      settings.opening = { path in
        opened.count(path)
        return try NotebookTables.file(path)
      }
    }
    #expect(opened["data.csv"] == 0)
    #expect(outcome.isFresh)
    #expect(try fixture.bytes() == before)
  }

  @Test func `A failing cell names its place, its dependents say so, the others run`() throws {
    let fixture = try NotebookFixture()
    try fixture.write(
      """
      words

      ```sql name=wrong
      SELECT 1 AS a,
        nothing
      ```

      ```sql name=after
      SELECT a FROM wrong
      ```

      ```sql name=fine
      SELECT 5 AS five
      ```

      """, to: "book.md")
    let outcome = try fixture.refresh()
    #expect(outcome.hasFailed)
    let problems = outcome.cells.map(\.problem)
    #expect(problems[0]?.location.line == 5)
    #expect(problems[0]?.location.column == 3)
    #expect(problems[0]?.message == "column \"nothing\" does not exist")
    #expect(problems[1]?.code == "notebook-depends")
    #expect(problems[1]?.message == "cell 'wrong', whose result is used here, has failed")
    #expect(problems[2] == nil)
    let text = try fixture.text()
    // In the file that is written, the outputs above have moved what is told of.
    let written = text.components(separatedBy: "\n")
    let lines = outcome.asWritten.cells.map { $0.problem?.location.line ?? $0.line }
    #expect(
      lines.map { written[$0 - 1] } == ["  nothing", "```sql name=after", "```sql name=fine"])
    #expect(text.contains("> Fel på rad 2, tecken 3: column \"nothing\" does not exist"))
    #expect(text.contains("| 5 |"))
    // It is known to fail, and fails again.
    #expect(try fixture.run().outcome().hasFailed)
  }

  @Test(arguments: [
    ("a.n", "cell 'a' has several rows"),
    ("a[x].n", "cell 'a' has several rows that begin with 'x'"),
    ("a[z].n", "cell 'a' has no row that begins with 'z'"), ("a[y].n", nil),
  ])
  func `A figure between words is of one row`(_ span: String, _ message: String?) throws {
    let fixture = try NotebookFixture()
    try fixture.write(
      """
      ```sql name=a
      SELECT * FROM (VALUES ('x', 1), ('x', 2), ('y', 3)) t(k, n)
      ```

      It is `\(span)`.

      """, to: "book.md")
    let outcome = try fixture.refresh()
    #expect(outcome.problems.map(\.message) == [message].compactMap(\.self))
    let page = NotebookPage(try fixture.run())
    #expect(page.problems.map(\.message) == [message].compactMap(\.self))
    #expect(page.html.contains("<strong>3</strong>") == (message == nil))
    #expect(try fixture.text().contains(" 3<!--") == (message == nil))
  }

  /// What data holds can end no figure and begin no markup, and hides nothing.
  @Test(arguments: [
    ("a|b*c_d`e", "a\\|b\\*c\\_d\\`e"), ("a\u{7}b\u{1B}[1m", "a\u{2407}b\u{241B}\\[1m"),
    ("a & b < c", "a &amp; b \\< c"), ("|\u{301}", "\\|\u{301}"), ("a\u{2028}b", "a\u{FFFD}b"),
    ("x<!-- /nyckeltal:value -->", "x&lt;!-- /nyckeltal:value --\\>"),
  ])
  func `A figure between words is a text`(_ value: String, _ written: String) throws {
    let fixture = try NotebookFixture()
    try fixture.write(
      "```sql name=a\nSELECT '\(value)' AS n\n```\n\nIt is `a.n`.\n", to: "book.md")
    #expect(try !fixture.refresh().hasFailed)
    #expect(try fixture.text().contains("--> \(written)\(InlineValue.closing)."))
    #expect(try fixture.run().outcome().isFresh)
  }

  @Test func `A circle is refused with its way`() throws {
    let fixture = try NotebookFixture()
    try fixture.write(
      "```sql name=a\nSELECT * FROM b\n```\n\n```sql name=b\nSELECT * FROM a\n```\n", to: "book.md")
    let outcome = try fixture.refresh()
    #expect(
      outcome.cells.map { $0.problem?.message }
        == Array(repeating: "the cell needs its own result", count: 2))
    #expect(outcome.cells[0].problem?.reason == "a uses b uses a")
  }

  @Test func `WITH hides the name of a cell`() throws {
    let fixture = try NotebookFixture()
    try fixture.write(
      "```sql name=a\nWITH a AS (SELECT 4 AS n) SELECT n FROM a\n```\n", to: "book.md")
    #expect(try !fixture.refresh().hasFailed)
  }

  @Test func `Parameters are bound as values`() throws {
    let fixture = try NotebookFixture()
    try fixture.write(
      """
      ---
      name: "x' OR 'a' = 'a"
      limit: 2
      share: 0.5
      from: 2023-02-01
      word: "12"
      ---

      ```sql name=a
      SELECT $name AS name, $limit + 1 AS next, $share AS share, $from + 1 AS day, $word || '3' AS word
      ```

      ```nyckeltal name=w
      words $name "two words" $limit
      ```

      """, to: "book.md")
    #expect(try !fixture.refresh().hasFailed)
    let text = try fixture.text()
    #expect(text.contains("| x' OR 'a' = 'a | 3 | 0,5 | 2023-02-02 | 123 |"))
    #expect(text.contains("| x' OR 'a' = 'a |\n| two words |\n| 2 |"))
  }

  @Test func `A parameter that is missing is named with its place`() throws {
    let fixture = try NotebookFixture()
    try fixture.write("```sql\nSELECT 1,\n  $year\n```\n", to: "book.md")
    let problem = try fixture.run().outcome().cells[0].problem
    #expect(problem?.message == "there is no parameter $year")
    #expect(problem?.location.line == 3)
  }

  @Test func `The clock is no input`() throws {
    let fixture = try NotebookFixture()
    try fixture.write("```sql\nSELECT current_date AS d\n```\n", to: "book.md")
    #expect(
      try fixture.run().outcome().cells[0].problem?.message
        == "a notebook does not change with the clock")
    try fixture.write(
      "---\nday: 2023-05-06\n---\n```sql\nSELECT current_date AS d\n```\n", to: "book.md")
    try fixture.refresh()
    #expect(try fixture.text().contains("| 2023-05-06 |"))
  }

  @Test(arguments: [
    ("\"space/navet/survey/responses.csv\"", "survey --unit"),
    ("\"space/navet/survey/*.csv\"", "survey --unit"),
    ("\"space/navet/cases/cases.csv\"", "sla --unit"),
    ("study", "goals"), ("\"space/navet/study.csv\"", "goals"),
  ])
  func `Files with rows of persons are refused`(_ table: String, _ command: String) throws {
    let fixture = try NotebookFixture.withPersons()
    try fixture.write(
      "---\nworkspace: space\n---\n```sql\nSELECT * FROM \(table)\n```\n", to: "book.md")
    let problem = try #require(try fixture.run().outcome().cells[0].problem)
    #expect(problem.message.hasSuffix("holds rows of persons, which a notebook does not read"))
    #expect(problem.fixes[0].contains(command))
  }

  @Test(arguments: ["space/navet/survey/responses.csv", "responses"])
  func `A parameter opens no rows of persons`(_ table: String) throws {
    let fixture = try NotebookFixture.withPersons()
    try fixture.write(
      "---\nworkspace: space\nrows: \(table)\n---\n```sql\nSELECT * FROM \"$rows\"\n```\n",
      to: "book.md")
    let outcome = try fixture.refresh()
    #expect(outcome.hasFailed)
    #expect(try fixture.text().contains("> Fel"))
  }

  @Test(arguments: [
    ("symbolic", "survey/responses.csv", "survey"), ("hard", "survey/responses.csv", "survey"),
    ("symbolic", "log/old.csv", "sla"), ("hard", "elsewhere.csv", "sla"),
    ("hard", "groups.csv", "goals"), ("none", "groups.csv", "goals"),
  ])
  func `Another name of a file with rows of persons is refused too`(
    _ link: String, _ file: String, _ command: String
  ) throws {
    let fixture = try NotebookFixture()
    try fixture.write("title: x\nyear: 2023\nunits: [navet]\n", to: "space/nyckeltal.yaml")
    try fixture.write(
      "label: {sv: N, en: N}\nbefore_after:\n  - {id: g, table: groups}\n",
      to: "space/navet/unit.yaml")
    try fixture.write("title: x\n", to: "space/navet/survey/survey.yaml")
    try fixture.write("data: ../elsewhere.csv\n", to: "space/navet/log/cases.yaml")
    for name in ["survey/responses.csv", "log/old.csv", "elsewhere.csv", "groups.csv"] {
      try fixture.write("a\n1\n", to: "space/navet/" + name)
    }
    let source = fixture.path + "/space/navet/" + file
    var name = "space/navet/" + file
    if link != "none" {
      name = "link.csv"
      let path = fixture.path + "/" + name
      if link == "hard" {
        try FileManager.default.linkItem(atPath: source, toPath: path)
      } else {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: source)
      }
    }
    for table in [name, "lin*.csv"] where table == name || link != "none" {
      try fixture.write(
        "---\nworkspace: space\n---\n```sql\nSELECT * FROM \"\(table)\"\n```\n", to: "book.md")
      let problem = try #require(try fixture.run().outcome().cells[0].problem)
      #expect(problem.message.hasSuffix("holds rows of persons, which a notebook does not read"))
      #expect(problem.fixes[0].contains("   \(command) --unit"))
    }
  }

  @Test(arguments: ["/dev/zero", "pipe.csv", "./pipe", "pip*.csv", "folder.csv"])
  func `What is no file is refused before it is read`(_ name: String) throws {
    let fixture = try NotebookFixture()
    #expect(mkfifo(fixture.path + "/pipe.csv", 0o600) == 0)
    #expect(mkfifo(fixture.path + "/pipe", 0o600) == 0)
    try fixture.write("", to: "folder.csv/inside.txt")
    try fixture.write("```sql\nSELECT * FROM \"\(name)\"\n```\n", to: "book.md")
    // Without a look at its kind this would wait for a writer.
    let problem = try #require(try fixture.refresh().cells[0].problem)
    #expect(problem.message.hasSuffix("is no file"))
    #expect(InputFiles.hash(ofFile: fixture.folder.path(name)) == nil)
  }

  @Test func `A notebook is a file of at most 64 MB`() throws {
    let fixture = try NotebookFixture()
    #expect(mkfifo(fixture.path + "/pipe.md", 0o600) == 0)
    try fixture.write("", to: "large.md")
    try fixture.write("", to: "full.md")
    #expect(truncate(fixture.path + "/large.md", (64 << 20) + 1) == 0)
    #expect(truncate(fixture.path + "/full.md", 64 << 20) == 0)
    func reason(_ path: String) -> String? {
      do throws(Diagnostic) {
        _ = try NotebookFile.contents(of: path)
        return nil
      } catch {
        return error.reason
      }
    }
    let other = "it is a folder, a device or a pipe, not a file"
    for path in ["/dev/zero", fixture.path + "/pipe.md", fixture.path] {
      #expect(reason(path) == other)
    }
    #expect(reason(fixture.path + "/large.md") == "it has more than 64 MB")
    #expect(reason(fixture.path + "/full.md") == nil)
    #expect(reason(fixture.path + "/none.md") != nil)
  }

  /// What browsers fetch, and what they find in the page or beside it.
  @Test(arguments: [
    ("![a *b*](http://x.se/i.png)", "<a href=\"http://x.se/i.png\">a <em>b</em></a>"),
    ("![](HTTPS://x.se/i.png)", "<a href=\"HTTPS://x.se/i.png\">HTTPS://x.se/i.png</a>"),
    ("![a](//x.se/i.png \"t\")", "<a href=\"//x.se/i.png\">a</a>"),
    ("![a](</\\\\x.se/i.png>)", "<a href=\"/%5Cx.se/i.png\">a</a>"),
    ("![a](http&#58;//x.se/i.png)", "<a href=\"http://x.se/i.png\">a</a>"),
    ("[![a](ftp://x.se/i.png)](y.html)", "<a href=\"y.html\">a</a>"),
    ("![a ![b](http://x.se/j)](http://x.se/i)", "<a href=\"http://x.se/i\">a b</a>"),
    ("![a][r]\n\n[r]: http://x.se/i.png", "<a href=\"http://x.se/i.png\">a</a>"),
    ("![a](i.png)", "<img src=\"i.png\" alt=\"a\" />"),
    ("![a](b/1:2.png)", "<img src=\"b/1:2.png\" alt=\"a\" />"),
    ("![a](data:image/png;base64,AA)", "<img src=\"data:image/png;base64,AA\" alt=\"a\" />"),
  ])
  func `A page fetches no image`(_ text: String, _ markup: String) throws {
    let fixture = try NotebookFixture()
    try fixture.write("# Title\n\n" + text + "\n", to: "book.md")
    let page = NotebookPage(try fixture.run()).html
    #expect(page.contains(markup))
    #expect(page.contains("<img") == markup.hasPrefix("<img"))
  }

  @Test func `The result of a command is a table`() throws {
    let fixture = try NotebookFixture()
    try fixture.write(
      "```nyckeltal name=w\nwords a b\n```\n\n```sql\nSELECT count(*) AS n, max(word) AS last FROM w\n```\n",
      to: "book.md")
    #expect(try !fixture.refresh().hasFailed)
    #expect(try fixture.text().contains("| 2 | b |"))
  }

  @Test func `A chart is a file beside the notebook, and goes with its cell`() throws {
    let fixture = try NotebookFixture()
    let cell =
      "```sql name=a chart=line x=year y=n title=\"Besök\"\nVALUES (2021, 1), (2022, 3)\n```\n"
    try fixture.write(
      cell.replacingOccurrences(of: "VALUES", with: "SELECT * FROM (VALUES")
        .replacingOccurrences(of: ", 3)", with: ", 3)) AS t (year, n)"), to: "book.md")
    let first = try fixture.refresh()
    #expect(!first.hasFailed)
    let drawing = try fixture.text("book.assets/a-chart.svg")
    #expect(drawing.hasPrefix("<?xml"))
    #expect(try fixture.text().contains("![Besök](book.assets/a-chart.svg)"))
    #expect(try fixture.reasons().isEmpty)
    try FileManager.default.removeItem(atPath: fixture.path + "/book.assets/a-chart.svg")
    #expect(try fixture.reasons() == ["a": [.chartMissing("book.assets/a-chart.svg")]])
    try fixture.refresh()
    #expect(try fixture.text("book.assets/a-chart.svg") == drawing)
    try fixture.write(drawing + " ", to: "book.assets/a-chart.svg")
    #expect(try fixture.reasons() == ["a": [.editedByHand]])
    try fixture.refresh { $0.isForced = true }
    let plain = try fixture.text().replacingOccurrences(
      of: " chart=line x=year y=n title=\"Besök\"", with: "")
    try fixture.write(plain, to: "book.md")
    try fixture.refresh()
    #expect(!FileManager.default.fileExists(atPath: fixture.path + "/book.assets"))
  }

  @Test(arguments: [false, true]) func `A chart is read once in a run`(_ isForced: Bool) throws {
    let fixture = try NotebookFixture()
    func cell(_ name: String) -> String {
      "```sql name=\(name) chart=line x=year y=n\nSELECT * FROM (VALUES (2021, 1), (2022, 3)) AS t (year, n)\n```\n"
    }
    try fixture.write(cell("a") + "\n" + cell("gone"), to: "book.md")
    func count() throws -> (a: Int, gone: Int) {
      let read = ReadCounter()
      try fixture.refresh { settings in
        settings.isForced = isForced
        settings.reading = { path in
          read.count(path)
          return NotebookFile.read(path)
        }
      }
      return (read["a-chart.svg"], read["gone-chart.svg"])
    }
    // Not there yet, fresh, and below no cell.
    #expect(try count() == (1, 1))
    #expect(try count() == (1, 1))
    try fixture.write(
      try fixture.text().replacingOccurrences(of: cell("gone"), with: ""), to: "book.md")
    #expect(try count() == (1, 1))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fixture.path + "/book.assets")
        == ["a-chart.svg"])
  }

  @Test func `A file that changes while cells run is not overwritten`() throws {
    let fixture = try NotebookFixture()
    try fixture.write("```sql\nSELECT 1 AS a\n```\n", to: "book.md")
    let outcome = try fixture.run().outcome()
    try fixture.write("```sql\nSELECT 2 AS a\n```\n", to: "book.md")
    #expect(try !outcome.save(to: fixture.notebook, folder: fixture.folder))
    #expect(try fixture.text() == "```sql\nSELECT 2 AS a\n```\n")
  }

  @Test func `A file is replaced whole and keeps its mode`() throws {
    let fixture = try NotebookFixture()
    try fixture.write("```sql\nSELECT 1 AS a\n```\n", to: "book.md")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: fixture.notebook)
    let before = try FileManager.default.attributesOfItem(atPath: fixture.notebook)
    try fixture.refresh()
    let after = try FileManager.default.attributesOfItem(atPath: fixture.notebook)
    #expect(after[.posixPermissions] as? Int == 0o640)
    #expect(before[.systemFileNumber] as? Int != after[.systemFileNumber] as? Int)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fixture.path) == ["book.md"])
  }
}

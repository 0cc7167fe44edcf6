import ArgumentParser
import Query
import Testing
import TextLayout

@testable import nyckeltal

/// The command line of `nyckeltal query`.
@Suite struct OptionTests {
  @Test(arguments: [
    (["x", "--threads", "0"], "--threads must lie between 1 and 1024, not 0"),
    (["x", "--threads", "1025"], "--threads must lie between 1 and 1024, not 1025"),
    (["x", "--memory", "lots"], "--memory must be a size such as 500MB or 2GB, not 'lots'"),
    (["x", "--memory", "500"], "--memory must be a size such as 500MB or 2GB, not '500'"),
    (["x", "--file", "f.sql"], "Give the SQL as an argument or with --file, not both"),
    (
      ["x", "--format", "json", "--csv-dialect", "excel-sv"],
      "--csv-dialect is for --format csv, not for --format json"
    ),
    (
      ["x", "--threads", "many"],
      "The value 'many' is invalid for '--threads <threads>'"
    ),
    (
      ["x", "--format", "xml"],
      "The value 'xml' is invalid for '--format <format>'. Please provide one of the following:"
        + "\n  - table\n  - csv\n  - json\n  - ndjson\n  - markdown\n  - xlsx"
    ),
  ]) func refusals(_ arguments: [String], _ message: String) {
    do {
      _ = try QueryCommand.parse(arguments)
      Issue.record("\(arguments) was taken")
    } catch {
      #expect(QueryCommand.message(for: error) == message)
    }
  }

  @Test(arguments: [
    ("500MB", 524_288_000), ("2GB", 2_147_483_648), ("1.5 gb", 1_610_612_736), ("1KB", 1024),
    ("1TB", 1_099_511_627_776),
  ]) func sizes(_ text: String, _ bytes: Int) {
    #expect(MemorySize(text)?.bytes == bytes)
  }

  @Test(arguments: [
    "", "MB", "0MB", "-1MB", "infMB", "nanMB", "0x10MB", "1e3MB", "1e99TB", "5", "5PB",
  ])
  func noSizes(_ text: String) {
    #expect(MemorySize(text) == nil)
  }

  /// Help fits a terminal of 80 columns.
  @Test func helpIsNarrow() {
    let help = QueryCommand.helpMessage(columns: 80)
    for line in help.split(separator: "\n") { #expect(TextWidth.of(String(line)) <= 80) }
  }
}

import ArgumentParser
import Diagnostics
import Tables
import Testing

@testable import nyckeltal

/// Commands asked for what is not there. The tests run in the root of the repository, whose workspace
/// is found by itself.
@Suite struct YearCommandTests {
  /// Runs a command, and gives what it refuses with.
  private func refusal(_ arguments: [String]) -> String? {
    do {
      var command = try Nyckeltal.parseAsRoot(arguments)
      // A report that is written ends the process.
      if let report = command as? ReportCommand {
        try report.report()
      } else {
        try command.run()
      }
      return nil
    } catch let diagnostic as Diagnostic {
      return diagnostic.formatted()
    } catch {
      return Nyckeltal.message(for: error)
    }
  }

  @Test(
    "a year of which there is nothing ends with the years of which there is something",
    arguments: [
      ("goals --year 1999", "There are no goals for 1999, but for 2012,"),
      ("goals --unit navet --year 2016", "Unit 'navet' has no goals for 2016, but for 2012,"),
      ("report --year 1999", "There are no goals for 1999, but for 2012,"),
      ("report --year 1999 --output /tmp/none", "There are no goals for 1999, but for 2012,"),
      ("report --unit westum --year 1999", "Unit 'westum' has no goals or data for 1999, but for"),
      ("plans --year 1999", "There are no plans or projects for 1999, but for 2012, 2016, 2023"),
      ("plans --unit navet", "Unit 'navet' has no plans or projects"),
      ("sla --year 1999", "There are no cases for 1999, but for 2023"),
      ("sla --unit navet", "Unit 'navet' has no cases"),
      ("survey --year 1999", "There are no waves of surveys for 1999, but for 2022, 2023"),
      ("survey --unit navet", "Unit 'navet' has no waves of surveys"),
      ("survey --unit navet --wave x", "There is no wave 'x'"),
      ("sla --as-of 2023-06-30 --year 2022", "--as-of 2023-06-30 does not lie in --year 2022"),
      ("goals --as-of 1999-06-30", "There are no goals for 1999, but for"),
      (
        "goals --format htm",
        "The value 'htm' is invalid for '--format <format>': there is no format 'htm'"
      ),
      ("goals -f html,csv", "html and csv are several files: name a folder for them with --output"),
      ("sla --as-of 31/8", "The value '31/8' is invalid for '--as-of <day>'"),
    ])
  func nothing(line: String, message: String) {
    let found = refusal(line.split(separator: " ").map(String.init))
    #expect(found?.hasPrefix(message) == true, "\(found ?? "it was taken")")
  }

  @Test(
    "CSV is one table",
    arguments: [
      (
        "sla -f csv",
        "CSV holds one table, and there are 8. Choose one with --table: cases-svar, cases-svar-month,"
      ),
      ("sla -f csv --table x", "There is no table 'x'; there are: cases-svar,"),
      (
        "survey -f csv --table survey-questions",
        "There is no table 'survey-questions'; there are: medarbetarcentrum-survey-response,"
      ),
    ])
  func tables(line: String, message: String) {
    let found = refusal(line.split(separator: " ").map(String.init))
    #expect(found?.hasPrefix(message) == true, "\(found ?? "it was taken")")
  }

  @Test("a chosen table is written alone") func chosen() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let path = folder.path + "/x.csv"
    let line = ["sla", "-f", "csv", "--table", "cases-svar", "--as-of", "2023-08-31", "-o", path]
    #expect(refusal(line) == nil)
    let lines = try SystemFile.text(of: path)
      .split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("as_of,total,"))
    #expect(lines[1].hasPrefix("2023-08-31,"))
  }

  @Test("several formats are written into a folder, one into a file") func formats() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let several = [
      "goals", "--year", "2023", "-f", "html,json,markdown,csv,text", "-o", folder.path,
    ]
    #expect(refusal(several) == nil)
    #expect(
      Set(folder.names) == ["goals", "goals.html", "goals.json", "goals.md", "goals.txt"])
    let page = folder.path + "/page.html"
    #expect(refusal(["goals", "--year", "2023", "-f", "html", "-l", "en", "-o", page]) == nil)
    #expect(try SystemFile.text(of: page).hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
  }

  @Test(
    "the ending of a file names its format",
    arguments: [
      ("goals", "x.csv", "unit,"), ("goals", "x.html", "<!DOCTYPE html>"),
      ("goals", "x.HTM", "<!DOCTYPE html>"), ("goals", "x.md", "# "), ("goals", "x.json", "{"),
      ("goals", "x.xlsx", "PK"), ("goals", "2023.06", "MÅL"), ("goals", "x", "MÅL"),
      ("check", "x.csv", ""), ("report", "x.csv", "unit,"), ("report", "x.xlsx", "PK"),
      ("report", "x.html", "<!DOCTYPE html>"), ("report --unit navet", "x.xlsx", "PK"),
      ("report --unit navet", "x.md", "# "), ("report --unit navet", "x.txt", ""),
      ("query SELECT\u{A0}1\u{A0}AS\u{A0}a", "x.csv", "a\n1\n"),
      ("query SELECT\u{A0}1\u{A0}AS\u{A0}a", "x.jsonl", "{\"a\""),
      ("query SELECT\u{A0}1\u{A0}AS\u{A0}a", "x.md", "|"),
      ("query SELECT\u{A0}1\u{A0}AS\u{A0}a", "x.txt", ""),
    ])
  func ending(line: String, name: String, start: String) throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let arguments = line.split(separator: " ").map { String($0).replacing("\u{A0}", with: " ") }
    let found = refusal(arguments + ["--output", "\(folder.path)/\(name)"])
    #expect(found == nil || found?.isEmpty == true || line == "check", "\(found ?? "")")
    #expect(folder.names.contains(name))
    let bytes = folder.bytes(of: name)
    #expect(!bytes.isEmpty)
    let text = String(decoding: bytes.prefix(200), as: UTF8.self)
    #expect(text.hasPrefix(start), "\(text)")
  }

  @Test(
    "an ending that fits nothing, or something else, is refused",
    arguments: [
      (
        "goals", "x.xlxs",
        "no format is known by the ending '.xlxs' of 'x.xlxs'; did you mean '.xlsx'?"
      ),
      ("goals", "x.gz", "no format is known by the ending '.gz' of 'x.gz'; known: .txt, .csv,"),
      (
        "goals -f html", "x.csv",
        "--format html does not fit 'x.csv', which means csv: leave the option out, or let the name "
          + "end with .html"
      ),
      ("goals --csv-dialect excel-sv", "x.xlsx", "--csv-dialect does not fit 'x.xlsx'"),
      ("goals -f html,csv", "x.csv", "is one file by its name, and several formats are a folder"),
      ("report", "x.xlxs", "no format is known by the ending '.xlxs' of 'x.xlxs'; did you mean"),
      ("notebook render notebooks-md/x.md", "x.htlm", "did you mean '.html'?"),
      ("report -f html", "x.pdf", "--format html does not fit 'x.pdf', which means pdf"),
      ("report -f html,csv", "x.pdf", "is one file by its name"),
      ("survey --year 2023", "x.csv", "CSV holds one table, and there are"),
      ("query SELECT", "x.docx", "no format is known by the ending '.docx' of 'x.docx'"),
      ("query SELECT -f csv", "x.docx", "no format is known by the ending '.docx' of 'x.docx'"),
      ("query SELECT", "x.xlxs", "did you mean '.xlsx'?"),
      ("query SELECT -f json", "x.csv", "--format json does not fit 'x.csv', which means csv"),
      ("query SELECT --csv-dialect excel-sv", "x.json", "--csv-dialect does not fit 'x.json'"),
    ])
  func wrongEnding(line: String, name: String, message: String) throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let found = refusal(
      line.split(separator: " ").map(String.init) + ["--output", "\(folder.path)/\(name)"])
    #expect(found?.contains(message) == true, "\(found ?? "it was taken")")
    #expect(folder.names == [])
  }

  @Test("a place that cannot be written to is told in a sentence") func places() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let file = folder.path + "/file"
    try Terminal.save(Array("x".utf8), to: file)
    for (arguments, message) in [
      (
        ["goals", "-o", folder.path],
        """
        \(folder.path): error[output]: this is a folder, and a file is to be written
          fix: --output \(folder.path)/report.txt
        """
      ),
      (
        ["goals", "-o", folder.path + "/none/x.txt"],
        """
        \(folder.path)/none: error[output]: there is no such folder
          fix: name another place with --output
        """
      ),
      (
        ["goals", "-o", file + "/x.txt"],
        """
        \(file): error[output]: this is a file, not a folder
          fix: name another place with --output
        """
      ),
      (
        ["report", "-o", file],
        """
        \(file): error[output]: this is a file, and a folder is to be written
          fix: --output reports
        """
      ),
    ] {
      #expect(refusal(arguments) == message)
    }
    #expect(folder.names == ["file"])
  }
}

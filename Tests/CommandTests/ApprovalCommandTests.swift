import ArgumentParser
import Diagnostics
import Foundation
import Imports
import Testing
import Workspace

@testable import nyckeltal

/// `report --approve`, from the command line to the files.
@Suite struct ApprovalCommandTests {
  /// A workspace in a folder of its own.
  private struct Folder {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-approval-\(UUID().uuidString)").path

    init() throws {
      try write("nyckeltal.yaml", "title: Mål\nyear: 2023\nunits: [a, b]\n")
      try write("measurement-units.csv", "unit,label_en,dimension,factor\nlån,loans,loans,1\n")
      for unit in ["a", "b"] {
        try write("\(unit)/unit.yaml", "label: Enhet \(unit)\n")
        try write(
          "\(unit)/targets.csv",
          "id,year,label_sv,measure,target_value,target_unit,direction\n"
            + "\(unit)1,2023,lån,count,100,lån,at_least\n")
        try write("\(unit)/outcomes.csv", Self.outcomes(unit, 90))
      }
    }

    static func outcomes(_ unit: String, _ value: Int) -> String {
      "id,target_id,year,period,label_sv,value,value_unit\n"
        + "\(unit)2,\(unit)1,2023,2023-06,lån,40,lån\n"
        + "\(unit)3,\(unit)1,2023,2023,lån,\(value),lån\n"
    }

    func write(_ name: String, _ text: String) throws {
      let file = URL(fileURLWithPath: path).appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }

    func text(_ name: String) -> String {
      (try? String(contentsOfFile: path + "/" + name, encoding: .utf8)) ?? ""
    }

    func names(_ name: String) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + name)) ?? []).sorted()
    }

    func remove() {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  /// Writes the reports as JSON into `out/` of the workspace, and gives what went wrong.
  @discardableResult
  private func report(_ folder: Folder, _ options: String = "") throws -> LoadedWorkspace {
    let line =
      ["report", "-w", folder.path, "-f", "json", "-l", "en", "-o", folder.path + "/out"]
      + options.split(separator: " ").map(String.init)
    let command = try #require(try Nyckeltal.parseAsRoot(line) as? ReportCommand)
    return try command.report()
  }

  private func refusal(_ folder: Folder, _ options: String) -> String? {
    do {
      try report(folder, options)
      return nil
    } catch let diagnostic as Diagnostic {
      return diagnostic.formatted()
    } catch {
      return Nyckeltal.message(for: error)
    }
  }

  @Test("approved, unchanged, changed, and approved again") func flow() throws {
    let folder = try Folder()
    defer { folder.remove() }
    try report(folder)
    #expect(!folder.text("out/2023/a.json").contains("Changed since approval"))
    try report(folder, "--approve --by Chefen --at 2024-02-01")
    #expect(folder.names("approved/2023") == ["report-1.json"])
    let first = folder.text("approved/2023/report-1.json")
    #expect(first.contains("\"by\": \"Chefen\""))
    #expect(first.contains("\"approved\": \"2024-02-01\""))
    #expect(!first.contains("Changed since approval"))
    for part in ["goals", "a", "b"] {
      try report(folder)
      #expect(
        folder.text("out/2023/\(part).json")
          .contains("Approved 2024-02-01 by Chefen; nothing has changed."))
    }
    try folder.write("a/outcomes.csv", Folder.outcomes("a", 120))
    try report(folder)
    let changed = folder.text("out/2023/a.json")
    #expect(changed.contains("Changed file: a/outcomes.csv."))
    #expect(
      changed.contains("{\"text\": {\"en\": \"90 loans\"}}, {\"text\": {\"en\": \"120 loans\"}}"))
    #expect(folder.text("out/2023/goals.json").contains("Changed file: a/outcomes.csv."))
    #expect(folder.text("out/2023/b.json").contains("nothing has changed."))
    // The ledger keeps what was approved before.
    #expect(
      refusal(folder, "--approve")
        == "This report has been approved: \(folder.path)/approved/2023/report-1.json. Approve it "
        + "again with --again; the earlier approval is kept")
    try report(folder, "--approve --again --at 2024-03-01")
    #expect(folder.names("approved/2023") == ["report-1.json", "report-2.json"])
    #expect(folder.text("approved/2023/report-1.json") == first)
    let digest = FileHash.sha256(Array(first.utf8))
    #expect(
      folder.text("approved/2023/report-2.json")
        .contains("\"path\": \"report-1.json\",\n    \"sha256\": \"\(digest)\""))
    try report(folder)
    #expect(folder.text("out/2023/a.json").contains("Approved 2024-03-01; nothing has changed."))
  }

  @Test("a unit and a day have approvals of their own") func scopes() throws {
    let folder = try Folder()
    defer { folder.remove() }
    try report(folder, "--unit a --approve --at 2024-02-01")
    try report(folder, "--as-of 2023-08-31 --approve --at 2023-09-14")
    #expect(folder.names("approved") == ["2023", "2023-08-31"])
    #expect(folder.names("approved/2023") == ["a"])
    #expect(folder.names("approved/2023/a") == ["report-1.json"])
    try report(folder)
    #expect(folder.text("out/2023/a.json").contains("Approved 2024-02-01; nothing has changed."))
    #expect(!folder.text("out/2023/b.json").contains("Changed since approval"))
    // What is added after the day changes the files, and no fact of the interim report.
    try folder.write("a/outcomes.csv", Folder.outcomes("a", 120))
    try report(folder, "--as-of 2023-08-31")
    #expect(
      folder.text("out/2023-08-31/a.json")
        .contains("Approved 2023-09-14; no fact has changed, but 1 file has: a/outcomes.csv."))
    #expect(folder.text("out/2023-08-31/b.json").contains("nothing has changed."))
    // Of the set and the unit, the newer approval counts.
    try report(folder, "--approve --at 2024-03-01")
    try report(folder)
    #expect(folder.text("out/2023/a.json").contains("Approved 2024-03-01; nothing has changed."))
  }

  @Test("a damaged approval is told of, and the report is written") func damaged() throws {
    let folder = try Folder()
    defer { folder.remove() }
    try report(folder, "--approve")
    try folder.write("approved/2023/report-1.json", "{\"format\": \"nyckel")
    let workspace = try report(folder)
    #expect(workspace.diagnostics.map(\.code) == ["approval"])
    #expect(workspace.diagnostics[0].location.file == "\(folder.path)/approved/2023/report-1.json")
    #expect(folder.text("out/2023/a.json").contains("report-1.json cannot be read, so nothing was"))
    try report(folder, "--approve --again --at 2024-03-01")
    #expect(folder.names("approved/2023") == ["report-1.json", "report-2.json"])
    try report(folder)
    #expect(folder.text("out/2023/a.json").contains("Approved 2024-03-01; nothing has changed."))
  }

  @Test("where nothing can be written the report is, and the approval says why") func place() throws
  {
    let folder = try Folder()
    defer { folder.remove() }
    // A link that leads nowhere stands where the folder would be: so it is for every user, root too.
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/approved", withDestinationPath: folder.path + "/none")
    let problem = refusal(folder, "--approve")
    #expect(
      problem?.hasPrefix(
        "\(folder.path)/approved/2023/report-1.json: error[approval]: the approval cannot be saved")
        == true, "\(problem ?? "it was saved")")
    #expect(problem?.contains("fix: approve where the workspace can be written to") == true)
    #expect(folder.text("out/2023/a.json").contains("\"id\": \"a\""))
    #expect(folder.text("approved") == "")
  }

  /// A file stands where the folder of approvals would be: whether there are any is not known.
  @Test(
    "approvals that cannot be listed are no missing ones", arguments: ["approved", "approved/2023"])
  func unlisted(place: String) throws {
    let folder = try Folder()
    defer { folder.remove() }
    try folder.write(place, "")
    let workspace = try report(folder)
    #expect(workspace.diagnostics.map(\.message) == ["the approvals cannot be read"])
    #expect(workspace.diagnostics.map(\.location.file) == ["\(folder.path)/\(place)"])
    for part in ["goals", "a", "b"] {
      #expect(
        folder.text("out/2023/\(part).json").contains("\(place) cannot be read, so nothing was"))
    }
  }

  @Test("a unit's approvals that cannot be listed are told in its report alone")
  func unlistedUnit() throws {
    let folder = try Folder()
    defer { folder.remove() }
    try folder.write("approved/2023/a", "")
    #expect(try report(folder).diagnostics.count == 1)
    #expect(folder.text("out/2023/a.json").contains("approved/2023/a cannot be read"))
    #expect(!folder.text("out/2023/b.json").contains("cannot be read"))
  }

  @Test(
    "who approves is one line",
    arguments: ["", " ", "a\nb", "a\u{2028}b", "a\u{1B}[2J", String(repeating: "x", count: 101)])
  func name(by: String) {
    #expect {
      _ = try Nyckeltal.parseAsRoot(["report", "--approve", "--by", by])
    } throws: { error in
      Nyckeltal.message(for: error).hasPrefix("--by takes one line of 1 to 100 characters")
    }
  }

  @Test("who approves may have a long name, and signs beyond Latin")
  func longName() throws {
    let name = String(repeating: "ö", count: 100)
    _ = try Nyckeltal.parseAsRoot(["report", "--approve", "--by", name])
  }

  @Test("an incomplete report is not approved") func incomplete() throws {
    let folder = try Folder()
    defer { folder.remove() }
    try folder.write("a/outcomes.csv", Folder.outcomes("a", 90) + "x,a1,år,2023,lån,1,lån\n")
    let workspace = try report(folder, "--approve")
    #expect(workspace.diagnostics.contains { $0.severity == .error })
    #expect(folder.names("approved") == [])
  }

  @Test(
    "options that do not fit",
    arguments: [
      ("--again", "--again belongs to an approval: add --approve"),
      ("--by x", "--by belongs to an approval: add --approve"),
      ("--approve --at 2999-01-01", "--at 2999-01-01 has not come yet; today is"),
      (
        "--approve --at 2022-12-31",
        "--at 2022-12-31 lies before 2023-01-01, the first day of the year"
      ),
      (
        "--as-of 2023-08-31 --approve --at 2023-08-30",
        "--at 2023-08-30 lies before 2023-08-31, the day that the report is of"
      ),
      ("--as-of 2023-08-31T00:00", "a day has no time; write 2023-08-31"),
      ("--as-of 2023-08-31Z", "write year, month and day, such as 2023-08-31"),
      ("--as-of 2023-08-", "write year, month and day, such as 2023-08-31"),
      ("--as-of 2023-02-30", "there is no such day; the month ends on 2023-02-28"),
      ("--as-of 2024-02", "a month is no day; write 2024-02-29 for the end of it"),
      ("--as-of 31/8", "write year, month and day, such as 2023-08-31"),
      ("--as-of 2023-8-31", "write 2023-08-31"),
      ("--as-of 2023-13-01", "write year, month and day, such as 2023-08-31"),
      ("--as-of idag", "write year, month and day, such as 2023-08-31"),
      ("--as-of 2023-08-31-01", "write year, month and day, such as 2023-08-31"),
      (
        "--as-of 2020-01-31",
        "There are no goals for 2020, but for 2023; the day lies before all of them"
      ),
      (
        "--as-of 2031-01-31",
        "There are no goals for 2031, but for 2023; the day lies after all of them"
      ),
    ])
  func options(line: String, message: String) throws {
    let folder = try Folder()
    defer { folder.remove() }
    let found = refusal(folder, line)
    #expect(found?.contains(message) == true, "\(found ?? "it was taken")")
  }
}

import ArgumentParser
import Foundation
import Testing

@testable import nyckeltal

/// Commands whose streams are closed, full, or read by nobody: they end with a code, in words where
/// there is somebody to tell, and never by a trap.
@Suite struct StandardStreamsTests {
  private static let commands = [
    "--help", "--version", "nonsense", "report -w datasets --year 2023", "report -w /nowhere",
    "report -w datasets --year 1999", "goals -w datasets", "survey -w datasets --unit navet",
    "plans -w datasets --unit kansli", "check -w datasets", "query --timing 'SELECT 1'",
    "query 'SELECT'", "query", "trend /nowhere.csv", "sla -w datasets",
    "check -w datasets --disclosure", "compare /nowhere.csv --value a --by b",
    "weight /nowhere.csv --margins /nowhere.csv", "survey /nowhere.csv",
    "import /nowhere.csv -w datasets", "undo -w /nowhere", "forget x -w /nowhere",
    "purge -w /nowhere", "pseudonyms rotate -w /nowhere", "upgrade -w /nowhere",
    "serve -w /nowhere --help", "init /dev/null/new --yes", "notebook check /nowhere.md",
    "notebook run /nowhere.md",
  ]
  private static let streams = [
    "<&-", ">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full",
    ">/dev/full 2>/dev/full", "| true", "2>&1 | true",
  ]

  private static var program: String? { BuiltProgram.path }

  @Test func everyCommandIsStarted() {
    let named = Self.commands.compactMap { $0.split(separator: " ").first.map(String.init) }
    let commands = Nyckeltal.configuration.subcommands.compactMap { $0.configuration.commandName }
    #expect(commands.filter { !named.contains($0) } == [])
  }

  /// What no file may grow beyond, as on a disk that is full: told, with the code for it and no half file.
  @Test func aFileThatCannotGrowIsToldAndGone() throws {
    let program = try #require(Self.program)
    let folder = try TestFolder()
    defer { folder.remove() }
    for command in [
      "query 'SELECT * FROM generate_series(1, 100000)' -o '\(folder.path)/x.csv'",
      "goals -w datasets --year 2023 -o '\(folder.path)/x.csv'",
      "report -w datasets --year 2023 -f xlsx -o '\(folder.path)/x.xlsx'",
    ] {
      #expect(try Self.run("ulimit -f 1; '\(program)' \(command)") == 3, "\(command)")
      #expect(folder.names == [], "\(command)")
    }
  }

  /// A pipe that nobody writes to is no file of statements, and a device none of definitions.
  @Test func whatIsNoFileIsRefused() throws {
    let program = try #require(Self.program)
    let folder = try TestFolder()
    defer { folder.remove() }
    let place = folder.path
    #expect(try Self.run("mkfifo '\(place)/pipe.sql' && ln -s /dev/zero '\(place)/zero'") == 0)
    for command in [
      "query --file '\(place)/pipe.sql'", "query --file '\(place)/zero'",
      "trend '\(place)/zero' --time a", "query 'SELECT * FROM \"\(place)/pipe.sql\"'",
      "survey '\(place)/pipe.sql'", "survey '\(place)/zero'",
    ] {
      #expect(try Self.run("timeout 60 '\(program)' \(command)") == 3, "\(command)")
    }
  }

  /// As what the runtime cannot survive ends it.
  @Test(arguments: ["ILL", "TRAP", "ABRT", "SEGV", "BUS", "FPE"])
  func aFaultEndsInWords(_ signal: String) throws {
    let program = try #require(Self.program)
    let folder = try TestFolder()
    defer { folder.remove() }
    let slow = "SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b"
    let line = """
      export SWIFT_BACKTRACE=enable=no
      '\(program)' query '\(slow)' -o '\(folder.path)/x.csv' 2>'\(folder.path)/log' & p=$!
      for _ in {1..400}; do ls '\(folder.path)' | grep -q part && break; sleep 0.05; done
      kill -\(signal) $p; wait $p
      """
    #expect(try Self.run(line) == 70)
    #expect(folder.names == ["log"])
    let words = String(decoding: folder.bytes(of: "log"), as: UTF8.self)
    #expect(words.contains("error[fault]: the program had to stop"), "\(words)")
  }

  @Test(arguments: streams)
  func ends(_ streams: String) throws {
    let program = try #require(Self.program)
    for command in Self.commands {
      // A shell adds 128 to the number of a signal; 141 is SIGPIPE, which ends what nobody reads.
      let code = try Self.run("'\(program)' \(command) \(streams)")
      #expect([0, 1, 2, 3, 130, 141].contains(code), "\(command) \(streams): \(code)")
    }
  }

  @Test func nothingIsLostInSilence() throws {
    let program = try #require(Self.program)
    for command in ["--help", "report --help", "query 'SELECT 1'", "goals -w datasets"] {
      #expect(try Self.run("'\(program)' \(command) >/dev/full 2>&1") == 3, "\(command)")
    }
  }

  @Test("where the first page is, and what is wrong with a value, stand on standard error alone")
  func shortWords() throws {
    let program = try #require(Self.program)
    let folder = try TestFolder()
    defer { folder.remove() }
    let log = folder.path + "/log"
    let report =
      "'\(program)' report -w datasets --year 2012 -f html -o '\(folder.path)/r/' 2>'\(log)'"
    #expect(try Self.run(report) == 0)
    #expect(
      try String(contentsOfFile: log, encoding: .utf8)
        == "Written: \(folder.path)/r/2012/index.html\n")
    #expect(FileManager.default.fileExists(atPath: folder.path + "/r/2012/index.html"))
    for value in ["--year 1999", "--year 1850", "--as-of 31/8", "--unit nowhere"] {
      #expect(try Self.run("'\(program)' goals -w datasets \(value) 2>'\(log)'") == 2)
      let words = try String(contentsOfFile: log, encoding: .utf8)
      #expect(words.hasPrefix("Error: ") && !words.contains("Usage:"), "\(words)")
    }
    try FileManager.default.removeItem(atPath: folder.path + "/r")
  }

  @Test func whatIsForAPersonStaysOutOfTheFile() throws {
    let program = try #require(Self.program)
    let folder = try TestFolder()
    defer { folder.remove() }
    let file = folder.path + "/result.csv"
    let query = "query --timing --format csv 'SELECT 1 AS one' --output '\(file)'"
    #expect(try Self.run("'\(program)' \(query) 2>&-") == 0)
    #expect(String(decoding: folder.bytes(of: "result.csv"), as: UTF8.self) == "one\n1\n")
  }

  @Test(arguments: ["TERM", "HUP", "INT"])
  func aSignalLeavesNoHalfFile(_ signal: String) throws {
    let program = try #require(Self.program)
    let folder = try TestFolder()
    defer { folder.remove() }
    let slow = "SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b"
    let query = "'\(program)' query '\(slow)' --output '\(folder.path)/x.csv'"
    // 124: it was still running when the signal came.
    #expect(try Self.run("timeout -s \(signal) 1 \(query)") == 124)
    #expect(folder.names == [])
  }

  @Test func aPatternMayMeanManyFiles() throws {
    let program = try #require(Self.program)
    let folder = try TestFolder()
    defer { folder.remove() }
    for number in 1...100 {
      try Data("n\n\(number)\n".utf8).write(
        to: URL(fileURLWithPath: "\(folder.path)/f\(number).csv"))
    }
    let sum = "SELECT sum(n) AS n FROM \"\(folder.path)/f*.csv\""
    let query = "'\(program)' query '\(sum)' --format csv"
    #expect(try Self.run("ulimit -S -n 32; \(query) -o '\(folder.path)/sum.csv'") == 0)
    #expect(String(decoding: folder.bytes(of: "sum.csv"), as: UTF8.self) == "n\n5050\n")
    #expect(try Self.run("ulimit -n 32; \(query)") == 3)
  }

  @Test func whatTakesTooLongIsStopped() throws {
    let program = try #require(Self.program)
    let folder = try TestFolder()
    defer { folder.remove() }
    let endless =
      "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r"
    for slow in ["SELECT count(*) FROM generate_series(1, 1000000000000)", endless] {
      let query = "'\(program)' query --timeout 200ms '\(slow)' -o '\(folder.path)/x.csv'"
      #expect(try Self.run(query) == 124)
    }
    #expect(folder.names == [])
    #expect(try Self.run("'\(program)' query --timeout 1min 'SELECT 1'") == 0)
    #expect(try Self.run("'\(program)' query --timeout 1y 'SELECT 1'") == 2)
  }

  private static func run(_ line: String) throws -> Int32 { try BuiltProgram.run(line) }
}

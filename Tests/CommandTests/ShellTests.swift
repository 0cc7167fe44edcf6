import Query
import Tables
import Testing
import WorkspaceQuery

@testable import nyckeltal

/// Commands to the shell, completion, history.
@Suite struct ShellTests {
  @Test(arguments: [
    (".help", MetaCommand.help), ("\\?", .help), (".tables", .tables), ("\\dt", .tables),
    (".schema targets", .schema("targets")), ("\\d \"navet/visits\";", .schema("navet/visits")),
    ("\\d", .schema(nil)), (".format json", .format(.json)), (".timing on", .timing(true)),
    (".timing off", .timing(false)), (".timing", .timing(nil)),
    (".read my file.sql", .read("my file.sql")),
    ("\\i x.sql", .read("x.sql")), (".output x.csv", .output("x.csv")), (".output", .output(nil)),
    (".quit", .quit), ("\\q", .quit), (".exit", .quit),
  ]) func commands(_ line: String, _ expected: MetaCommand) throws {
    #expect(MetaCommand.isMeant(line))
    #expect(try MetaCommand(line) == expected)
  }

  @Test(arguments: [
    (".tabels", "there is no command .tabels", "did you mean .tables?"),
    ("\\x", "there is no command \\x", ".help lists the commands"),
    (".format", "name a format", "known: table, csv, json, ndjson, markdown"),
    (".format cvs", "there is no format 'cvs'", "did you mean 'csv'?"),
    (".read", ".read needs a file of SQL", ".read figures.sql"),
    (".timing maybe", "timing is on or off", ".timing on"),
  ]) func refusals(_ line: String, _ message: String, _ hint: String) {
    #expect(throws: QueryError(message, hint: hint)) { try MetaCommand(line) }
  }

  @Test(arguments: ["SELECT 1", ".5 + 1", "", ".", "\\"]) func notMeant(_ line: String) {
    #expect(!MetaCommand.isMeant(line))
  }

  @Test(arguments: [
    (["NYCKELTAL_HISTORY": "/x/h"], "/x/h"), (["NYCKELTAL_HISTORY": "", "HOME": "/h"], nil),
    (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/nyckeltal/history"),
    (["XDG_STATE_HOME": "rel", "HOME": "/h"], "/h/.local/state/nyckeltal/history"), ([:], nil),
  ]) func history(_ environment: [String: String], _ path: String?) {
    #expect(HistoryFile.path { environment[$0] } == path)
  }

  struct Names: Catalogue {
    var tableNames: [String] { ["targets", "case-mix"] }
    func source(named name: String) -> (any ChunkSource)? { nil }
  }

  @Test(arguments: [
    ("targ", ["targets"]), ("SELE", ["SELECT"]), ("sele", ["select"]), ("case-", ["\"case-mix\""]),
    ("\"case", ["\"case-mix\""]), (".ta", [".tables"]), ("betyg", ["betyg"]), ("zzz", []), ("", []),
  ]) func completion(_ typed: String, _ expected: [String]) {
    let completion = Completion(Names())
    completion.learn(["betyg"])
    #expect(completion.matches(typed) == expected)
  }
}

internal import Diagnostics
internal import Foundation
internal import Indicators
internal import Labels
internal import Reports
internal import Surveys
internal import Testing
internal import Workspace

@testable import Imports

/// Bringing files in: what is written, what is kept, what is told.
struct ImportTests {
  private func workspace() throws -> (TestWorkspace, January: ImportPlan) {
    let workspace = try TestWorkspace()
    let file = try workspace.file(
      "januari.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    var request = workspace.request(file, invited: LeadersSurvey.invited)
    request.goals = ["minst 60 % svarsfrekvens"]
    request.title = "Vår enkät"
    return (workspace, try workspace.apply(request))
  }

  private func september(_ workspace: TestWorkspace, extra: [[String]] = []) throws -> String {
    try workspace.file(
      "september.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 9, [6, 12, 14]) + extra)
  }

  @Test func firstRound() throws {
    let (workspace, plan) = try workspace()
    #expect(plan.problems.isEmpty)
    #expect(plan.isNewSurvey)
    #expect(plan.rowsOut == 27)
    #expect(
      workspace.text("survey.yaml") == """
        # Made by `nyckeltal import` from an export (Microsoft Forms). Change it as you like: imports only add to it.
        title: "Vår enkät"
        scale: agree-5
        groups:
          - {id: "chefer", label: "Chefer"}
          - {id: "handlaggare", label: "Handläggare"}
          - {id: "stab", label: "Stab"}
        waves:
          - {id: "2026-01", label: {sv: "januari 2026", en: "January 2026"}, date: 2026-01-01, instrument: "1"}
        questions:
          - {id: "q1", label: "Jag har tydliga mål"}
          - {id: "q2", label: "Jag får stöd av min chef"}
          - {id: "q3", label: "Vi når våra mål"}
          - {id: "q4", label: "Hur nöjd är du?", scale: satisfaction-5}
          - {id: "q5", label: "Hur når du oss?", type: several, answers: [{id: "telefon", label: "Telefon"}, {id: "e-post", label: "E-post"}]}
          - {id: "q6", label: "Något mer?", type: text}
        goals:
          - "minst 60 % svarsfrekvens"

        """)
    #expect(
      workspace.text("population.csv")
        == "wave,group,invited\n2026-01,chefer,8\n2026-01,handlaggare,15\n2026-01,stab,22\n")
    let lines = workspace.text("responses.csv").split(separator: "\n")
    #expect(lines[0] == "wave,respondent,group,answered,q1,q2,q3,q4,q5,q6")
    // The pseudonym is the HMAC of `kansliet/enkat\0p00@exempel.se` by Python's hmac.
    let pseudonym = "b3b11f3ff909d0c4c8decdb31afd88a7"
    #expect(lines[1] == "2026-01,\(pseudonym),chefer,2026-01-02,1,2,2,3,\"telefon;e-post\",")
    #expect(lines[2].hasSuffix(",chefer,2026-01-03,2,3,3,4,telefon,Ring [e-postadress]"))
    #expect(!workspace.text("responses.csv").contains("exempel.se"))
    let ledger = workspace.text("imports.csv").split(separator: "\n")
    #expect(ledger.count == 2)
    #expect(ledger[1].hasPrefix("2026-10-01T09:00:00,import,januari.csv,"))
    // The check value is the HMAC of a zero byte and `nyckeltal` by Python's hmac.
    #expect(
      ledger[1].contains(
        ",microsoft-forms,2026-01,27,27,nyckeltal 0.1.0,kansliet/enkat,2413deb5c1fcfcdf,27,"))
    let data = try #require(workspace.snapshot["enkat/responses.csv"])
    #expect(ledger[1].hasSuffix(",27," + FileHash.sha256(Array(data))))
  }

  /// The second round needs nothing: questions and groups are known, and the numbers are those of the first.
  @Test func secondRound() throws {
    let (workspace, _) = try workspace()
    let plan = try workspace.apply(workspace.request(september(workspace)))
    #expect(plan.problems.isEmpty)
    #expect(plan.waves.map(\.wave.id) == ["2026-09"])
    #expect(plan.waves[0].invited.map(\.count) == [8, 15, 22])
    #expect(plan.waves[0].invitedAs == "2026-01")
    // Addresses are the same in both rounds: five, nine and thirteen persons.
    #expect(plan.waves[0].again == 27)
    #expect(workspace.text("responses.csv").split(separator: "\n").count == 1 + 27 + 32)
    #expect(workspace.text("survey.yaml").contains("September 2026"))
    #expect(workspace.text("survey.yaml").contains("date: 2026-09-01"))
  }

  /// A form that is used again has both rounds in its second export; what is there is left alone.
  @Test func bothRoundsInOneFile() throws {
    let (workspace, _) = try workspace()
    let both = try workspace.file(
      "both.csv", LeadersSurvey.names,
      LeadersSurvey.rows(month: 1, [5, 9, 13]) + LeadersSurvey.rows(month: 9, [6, 12, 14]))
    let plan = try workspace.apply(workspace.request(both))
    #expect(plan.waves.map(\.status) == [.known, .new])
    #expect(plan.rowsOut == 32)
    #expect(workspace.text("responses.csv").split(separator: "\n").count == 1 + 27 + 32)
  }

  @Test func roundsThatLookAlike() throws {
    let (workspace, _) = try workspace()
    let rows = LeadersSurvey.rows(month: 1, [5, 9, 13])
    let file = try workspace.file("again.csv", LeadersSurvey.names, rows.reversed())
    var request = workspace.request(file)
    request.wave = "2026-05"
    let plan = try ImportPlanner.plan(request, key: workspace.key)
    #expect(plan.waves.map(\.status) == [.sameAs("2026-01")])
    #expect(!plan.isAnything)
  }

  /// Few can give the same answers twice: whoever knows that they did says so.
  @Test func roundsThatAreAlikeAndTwo() throws {
    let (workspace, _) = try workspace()
    let file = try workspace.file(
      "again.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    var request = workspace.request(file)
    (request.wave, request.replaces) = ("2026-05", true)
    let plan = try ImportPlanner.plan(request, key: workspace.key)
    #expect(plan.waves.map(\.status) == [.new])
    #expect(plan.rowsOut == 27)
  }

  /// Who is of which group stands in the list of persons: the file need not say it.
  @Test func listedPersonsNeedNoGroups() throws {
    let (workspace, _) = try workspace()
    let rows = LeadersSurvey.rows(month: 9, [6, 12, 14])
    let list =
      "wave,respondent,group,disposition\n"
      + rows.prefix(20).map { "2026-09,\($0[3].uppercased()),stab,NC\n" }.joined()
    try Data(list.utf8).write(
      to: URL(fileURLWithPath: "\(workspace.path)/\(workspace.unit)/enkat/invitations.csv"))
    let names = LeadersSurvey.names.filter { $0 != "Vilken grupp tillhör du?" }
    let file = try workspace.file(
      "september.csv", names, rows.map { Array($0[..<5] + $0[6...]) })
    let plan = try ImportPlanner.plan(workspace.request(file), key: workspace.key)
    #expect(plan.problems.isEmpty)
    #expect(plan.waves.map(\.taken) == [20])
    #expect(plan.waves.map(\.notInvited) == [12])
  }

  /// Rows that say no round, or no time, are told: nobody counts them without knowing it.
  @Test func rowsOfNoRound() throws {
    let workspace = try TestWorkspace()
    func plan(
      _ names: [String], leavesOut: Bool = false, _ row: (Int) -> [String]
    ) throws -> ImportPlan {
      var request = workspace.request(
        try workspace.file("a.csv", names, (0..<12).map(row)), invited: [(group: "", count: 20)])
      request.leavesOutUnknown = leavesOut
      return try ImportPlanner.plan(request, key: workspace.key)
    }
    let named = try plan(["omgång", "Trivs du?"]) { [$0 < 2 ? "" : "2026-01", "Ja"] }
    #expect(named.problems.map(\.code) == ["import-wave"])
    #expect(!named.isReady)
    let left = try plan(["omgång", "Trivs du?"], leavesOut: true) {
      [$0 < 2 ? "" : "2026-01", "Ja"]
    }
    #expect(left.problems.map(\.message.english) == ["2 rows have no round"])
    #expect(left.rowsOut == 10)
    let timed = try plan(["datum", "Trivs du?"]) {
      [$0 < 5 ? "2026-01-10" : $0 < 10 ? "2026-09-10" : "okänt", $0 % 2 == 0 ? "Ja" : "Nej"]
    }
    #expect(
      timed.problems.map(\.message.english)
        == ["2 responses without a time that can be read count as '2026-09'"])
    #expect(timed.isReady)
    let namesakes = try plan(["datum", "namn", "Trivs du?"]) {
      ["2026-01-10", "Person \($0 / 2)", $0 % 2 == 0 ? "Ja" : "Nej"]
    }
    #expect(
      namesakes.problems.map(\.message.swedish)
        == ["6 svar ersätts av senare under samma namn"])
  }

  /// What one person wrote for a group stands in no message.
  @Test func groupsOfOnePerson() throws {
    let workspace = try TestWorkspace()
    var rows = LeadersSurvey.rows(month: 1, [5, 9, 13])
    rows[3][5] = "Ensam kurator"
    let file = try workspace.file("januari.csv", LeadersSurvey.names, rows)
    var request = workspace.request(file, invited: [("chefer", 8), ("stab", 22)])
    let problem = try #require(
      try ImportPlanner.plan(request, key: workspace.key).problems.first)
    #expect(
      problem.diagnostic(.english).formatted() == """
        \(file): error[import-invited]: how many were asked is not known: handlaggare, 1 group of one person
          there is no response rate without it
          fix: --invited 'chefer=8,…=…,handlaggare=…,stab=22'
        """)
    #expect(problem.found == ["ensam-kurator"])
    request.invited = LeadersSurvey.invited + [("Ensam kurator", 1), ("chefer", 9)]
    #expect(
      try ImportPlanner.plan(request, key: workspace.key).problems.map(\.message.english)
        == ["the group 'chefer' has two numbers"])
  }

  /// The number that a tool gives a question is that of another question elsewhere: words go first, and what is
  /// known by its number alone is told.
  @Test func questionsByWording() throws {
    let outline = SurveyOutline(
      try YAMLText(
        """
        questions:
          - {id: q1, label: Mål}
          - {id: q2, label: Stöd}
          - {id: q3, label: Stöd}

        """, file: "survey.yaml"
      ).root())
    let cases = [
      ("Q2", "Mål", "q1"), ("Q3", "Stöd", "q3"), ("Q9", "Stöd", "q2"), ("Q2", "Annat", "q2"),
    ]
    for (code, wording, id) in cases {
      let question = ExportQuestion(
        code: code, wording: wording, columns: [code], type: .text, scale: nil, cells: [])
      #expect(
        QuestionMatch.question(question, in: outline, mapping: SurveyMapping()) == .question(id))
    }
  }

  /// Days of one column are read in one way, also where a single one could be read in two.
  @Test func daysOfOneColumn() throws {
    let workspace = try TestWorkspace()
    let rows = (0..<6).map { ["2026-01-1\($0)", $0 == 0 ? "1/15/2020" : "1/\($0 + 1)/2020"] }
    let plan = try workspace.apply(
      workspace.request(
        workspace.file("a.csv", ["datum", "Började"], rows), invited: [(group: "", count: 6)]))
    #expect(plan.problems.isEmpty)
    #expect(plan.questions.map(\.type) == [.date])
    let text = workspace.text("responses.csv")
    #expect(text.contains("2020-01-15") && text.contains("2020-01-06"))
    #expect(!text.contains("2020-06-01"))
  }

  /// What becomes another answer is told once the survey is there.
  @Test func otherAnswers() throws {
    let workspace = try TestWorkspace()
    func request(_ month: String, _ first: String) throws -> ImportRequest {
      let ways = [first] + (0..<11).map { ["Cykel", "Bil"][$0 % 2] }
      let rows = ways.enumerated().map {
        ["2026-\(month)-1\($0 % 9 + 1)", $1, "p\($0)@exempel.se"]
      }
      return workspace.request(
        try workspace.file("\(month).csv", ["datum", "Hur kom du hit?", "E-post"], rows),
        invited: [(group: "", count: 12)])
    }
    #expect(try workspace.apply(request("01", "Segway")).problems.isEmpty)
    let plan = try workspace.apply(request("09", "Häst"))
    #expect(plan.problems.map(\.code) == ["import-answer"])
    #expect(plan.problems.map(\.severity) == [.warning])
    #expect(plan.problems.map(\.found) == [["Häst"]])
    #expect(!plan.problems[0].diagnostic(.swedish).formatted().contains("Häst"))
    #expect(plan.rowsOut == 12)
  }

  /// Of two responses of one person the later counts.
  @Test func duplicates() throws {
    let (workspace, _) = try workspace()
    var again = LeadersSurvey.rows(month: 9, [1, 0, 0])[0]
    again[2] = "9/28/2026 8:05:00"
    again[6] = "Instämmer helt"
    let plan = try workspace.apply(workspace.request(september(workspace, extra: [again])))
    #expect(plan.waves[0].duplicates == 1)
    #expect(plan.waves[0].taken == 32)
    let first = workspace.text("responses.csv").split(separator: "\n")[28]
    #expect(first.hasPrefix("2026-09,") && first.contains(",chefer,2026-09-28,5,"))
  }

  @Test func unknownNumbersAreAskedFor() throws {
    let workspace = try TestWorkspace()
    let file = try workspace.file(
      "januari.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    let before = workspace.snapshot
    let plan = try workspace.apply(workspace.request(file, invited: [(group: "chefer", count: 8)]))
    #expect(plan.problems.map(\.code) == ["import-invited"])
    #expect(
      plan.problems[0].diagnostic(.english).formatted() == """
        \(file): error[import-invited]: how many were asked is not known: handlaggare, stab
          there is no response rate without it
          fix: --invited 'chefer=8,handlaggare=…,stab=…'
        """)
    #expect(workspace.snapshot == before)
    let few = try ImportPlanner.plan(
      workspace.request(file, invited: [("chefer", 4), ("handläggare", 15), ("stab", 22)]),
      key: workspace.key)
    #expect(few.problems[0].message.english.hasPrefix("more of group 'chefer' answered"))
  }

  /// What the survey does not have is told with the closest that it has, and what was said once is known.
  @Test func unmatchedIsToldAndRemembered() throws {
    let (workspace, _) = try workspace()
    var names = LeadersSurvey.names
    names[6] = "Jag har tydliga mål."
    names[7] = "Jag får stöd av chefen"
    let rows = LeadersSurvey.rows(month: 9, [6, 12, 14]).map { row in
      var row = row
      if row[5] == "Stab" { row[5] = "Staben" }
      if row[9] == "Nöjd" { row[9] = "Rätt nöjd" }
      return row
    }
    let file = try workspace.file("september.csv", names, rows)
    var request = workspace.request(file)
    let plan = try ImportPlanner.plan(request, key: workspace.key)
    #expect(plan.problems.map(\.code) == ["import-question", "import-group", "import-answer"])
    #expect(
      plan.problems[0].fixes[0].swedish
        == "--map 'Jag får stöd av chefen=q2'   om det är ”Jag får stöd av min chef”")
    #expect(plan.problems[1].fixes[0].english == "--map 'GROUP=stab'")
    // What a cell holds is shown to the owner of the file alone.
    #expect(plan.problems[1].found == ["Staben"])
    #expect(!plan.problems[1].diagnostic(.swedish).formatted().contains("Staben"))
    #expect(plan.problems[2].found == ["Rätt nöjd"])
    request.meanings = [("Jag får stöd av chefen", "q2"), ("Staben", "stab"), ("Rätt nöjd", "4")]
    #expect(try workspace.apply(request).problems.isEmpty)
    // The next round is matched by what was said now.
    let next = try workspace.file(
      "november.csv", names,
      rows.map { row in [row[0], row[1], "12/\(row[2].dropFirst(2))"] + row[3...] })
    let later = try ImportPlanner.plan(workspace.request(next), key: workspace.key)
    #expect(later.problems.isEmpty)
  }

  @Test func newQuestionsAndGroups() throws {
    let (workspace, _) = try workspace()
    let rows = LeadersSurvey.rows(month: 9, [6, 12, 14]).enumerated().map { place, row in
      var row = row
      if place < 6 { row[5] = "IT" }
      return row + [place % 2 == 0 ? "Ja" : "Nej"]
    }
    let file = try workspace.file("september.csv", LeadersSurvey.names + ["Distans?"], rows)
    var request = workspace.request(file, invited: LeadersSurvey.invited + [("IT", 7)])
    request.addsNew = true
    let plan = try workspace.apply(request)
    #expect(plan.problems.isEmpty)
    let yaml = workspace.text("survey.yaml")
    #expect(yaml.contains(#"- {id: "q7", label: "Distans?", scale: yes-no, versions: ["2"]}"#))
    #expect(yaml.contains(#"- {id: "it", label: "IT"}"#))
    #expect(yaml.contains(#"date: 2026-09-01, instrument: "2"}"#))
  }

  /// A column that is not there is told, and one of persons is not written to the survey as groups.
  @Test(arguments: ["Email", "name", "Vilken grup tillhör du?"])
  func columnsThatAreNoGroups(name: String) throws {
    let workspace = try TestWorkspace()
    let file = try workspace.file(
      "januari.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    var request = workspace.request(file, invited: LeadersSurvey.invited)
    request.groupColumn = name
    let problem = #expect(throws: ImportProblem.self) {
      try ImportPlanner.plan(request, key: workspace.key)
    }
    #expect(problem?.code == "import-group")
    request.groupColumn = "vilken grupp tillhör du"
    #expect(try ImportPlanner.plan(request, key: workspace.key).problems.isEmpty)
  }

  /// No step leads out of the workspace, whatever its definition lists.
  @Test func unitsOutside() throws {
    let (workspace, _) = try workspace()
    let path = "\(workspace.path)/nyckeltal.yaml"
    let yaml = try String(contentsOfFile: path, encoding: .utf8)
    try Data(yaml.replacing("[kansliet]", with: "[.., ../x, /tmp, a/b, kansliet]").utf8)
      .write(to: URL(fileURLWithPath: path))
    #expect(try WorkspaceFiles(workspace.path).units() == ["kansliet"])
  }

  /// Where two units were asked the same it is asked whose answers a file has.
  @Test func severalSurveysThatFit() throws {
    let (workspace, _) = try workspace()
    let files = FileManager.default
    try files.copyItem(
      atPath: "\(workspace.path)/\(workspace.unit)", toPath: "\(workspace.path)/stab")
    let path = "\(workspace.path)/nyckeltal.yaml"
    let yaml = try String(contentsOfFile: path, encoding: .utf8)
    try Data(yaml.replacing("[kansliet]", with: "[kansliet, stab]").utf8)
      .write(to: URL(fileURLWithPath: path))
    var request = workspace.request(try september(workspace))
    for survey in [nil, "enkat"] {
      request.survey = survey
      let problem = #expect(throws: ImportProblem.self) {
        try ImportPlanner.plan(request, key: workspace.key)
      }
      #expect(problem?.code == "import-place")
      #expect(
        problem?.fixes.map(\.english)
          == ["--unit kansliet --survey enkat", "--unit stab --survey enkat"])
    }
    request.unit = "stab"
    #expect(try ImportPlanner.plan(request, key: workspace.key).unit == "stab")
  }

  // MARK: Steps

  @Test func undoBringsBackEveryByte() throws {
    let (workspace, _) = try workspace()
    let before = workspace.snapshot
    try workspace.apply(workspace.request(september(workspace)), at: "2026-10-02T09:00:00")
    #expect(workspace.snapshot != before)
    let change = try ImportStore(workspace.path).undo(
      unit: nil, survey: nil, at: "2026-10-03T09:00:00")
    #expect(change.waves == ["2026-09"])
    #expect(change.rows == 32)
    var after = workspace.snapshot
    let ledger = String(decoding: try #require(after["enkat/imports.csv"]), as: UTF8.self)
    #expect(
      ledger.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] } == [
        "import", "import", "undo",
      ])
    after["enkat/imports.csv"] = before["enkat/imports.csv"]
    #expect(after == before)
    // Only the last can be taken back, and only once.
    #expect(throws: ImportProblem.self) {
      try ImportStore(workspace.path).undo(unit: nil, survey: nil, at: "2026-10-04T09:00:00")
    }
  }

  @Test func undoOfTheFirstRoundTakesTheSurvey() throws {
    let (workspace, _) = try workspace()
    let change = try ImportStore(workspace.path).undo(
      unit: nil, survey: nil, at: "2026-10-03T09:00:00")
    #expect(change.isWholeSurvey)
    #expect(change.rows == 27)
    #expect(workspace.snapshot.keys.sorted() == ["unit.yaml"])
  }

  /// What stood in the folder before the first import is there when that is taken back.
  @Test func undoKeepsWhatStoodThereBefore() throws {
    let workspace = try TestWorkspace()
    let folder = "\(workspace.path)/\(workspace.unit)/enkat"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(folder)/notes.md"))
    let file = try workspace.file(
      "januari.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    let plan = try workspace.apply(workspace.request(file, invited: LeadersSurvey.invited))
    #expect(plan.rowsOut == 27)
    #expect(!workspace.text("survey.yaml").isEmpty)
    let change = try ImportStore(workspace.path).undo(
      unit: nil, survey: nil, at: "2026-10-03T09:00:00")
    #expect(change.rows == 27)
    #expect(workspace.text("notes.md") == "mine")
    #expect(workspace.text("survey.yaml").isEmpty)
  }

  /// Who may read a folder and its files is for its owner to say, also of the copies for undo.
  @Test func whoMayReadStaysAsItWas() throws {
    let (workspace, _) = try workspace()
    let folder = "\(workspace.path)/\(workspace.unit)/enkat"
    let files = FileManager.default
    func mode(_ path: String) throws -> Int? {
      try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(folder)/responses.csv")
    try workspace.apply(workspace.request(september(workspace)))
    #expect(try mode(folder) == 0o700)
    #expect(try mode("\(folder)/responses.csv") == 0o600)
    #expect(try mode("\(folder)/.undo/responses.csv") == 0o600)
    _ = try ImportStore(workspace.path).undo(unit: nil, survey: nil, at: "2026-10-03T09:00:00")
    #expect(try mode("\(folder)/responses.csv") == 0o600)
  }

  /// A person goes from all rounds, and from the copy that undo would bring back.
  @Test func forget() throws {
    let (workspace, _) = try workspace()
    try workspace.apply(workspace.request(september(workspace)))
    let folder = "\(workspace.path)/\(workspace.unit)/enkat"
    try Data("day,visits\n2026-01-01,3\n".utf8).write(
      to: URL(fileURLWithPath: "\(folder)/visits.csv"))
    try Data("*.bak\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/.gitignore"))
    let pseudonym = workspace.key.pseudonym(of: "p01@exempel.se", in: "kansliet/enkat")
    #expect(workspace.text("responses.csv").contains(pseudonym))
    #expect(workspace.text(".undo/responses.csv").contains(pseudonym))
    let changes = try ImportStore(workspace.path).forget(
      "P01@Exempel.se ", key: workspace.key, at: "2026-10-03T09:00:00"
    ).changes
    #expect(changes.map(\.rows) == [2])
    #expect(changes.map(\.waves) == [["2026-01", "2026-09"]])
    for (name, data) in workspace.snapshot {
      #expect(!String(decoding: data, as: UTF8.self).contains(pseudonym), "\(name)")
    }
    #expect(workspace.text("responses.csv").split(separator: "\n").count == 1 + 26 + 31)
    // Whatever else stands there stays.
    #expect(workspace.text("visits.csv") == "day,visits\n2026-01-01,3\n")
    #expect(workspace.text(".gitignore") == "*.bak\n")
    let before = workspace.snapshot
    for nobody in ["nobody", "", " "] {
      #expect(try ImportStore(workspace.path).forget(nobody, key: workspace.key, at: "") == .init())
    }
    #expect(workspace.snapshot == before)
  }

  /// Two at once: the second is told.
  @Test func lock() throws {
    let workspace = try TestWorkspace()
    let lock = try WorkspaceLock(workspace.path)
    let problem = #expect(throws: ImportProblem.self) {
      try WorkspaceLock(workspace.path, waiting: 0.1)
    }
    #expect(problem?.code == "import-locked")
    _ = lock
  }

  /// Whatever stops a step, the folder is as it was; what a killed process has left goes with the next step.
  @Test func aStepThatFailsChangesNothing() throws {
    let (workspace, _) = try workspace()
    let folder = "\(workspace.path)/\(workspace.unit)/enkat"
    let before = workspace.snapshot
    var step = try SurveyStep(folder)
    step.set("survey.yaml", to: Array("title: x".utf8))
    // A name that no file system takes.
    step.set(String(repeating: "x", count: 300), to: [])
    #expect(throws: ImportProblem.self) { try step.run(Ledger.Entry(action: "import", time: "")) }
    #expect(workspace.snapshot == before)
    let left = "\(workspace.path)/\(workspace.unit)/.enkat.4711.part"
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: false)
    try workspace.apply(workspace.request(september(workspace)))
    #expect(!FileManager.default.fileExists(atPath: left))
  }

  @Test(
    "a new survey is called as its file, unless that is called by its round",
    arguments: [
      ("januari.csv", "Enkät"), ("2026-01.csv", "Enkät"),
      ("medarbetare_kansliet.csv", "Medarbetare kansliet"),
    ])
  func title(name: String, title: String) throws {
    let workspace = try TestWorkspace()
    let file = try workspace.file(
      name, LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    let plan = try ImportPlanner.plan(
      workspace.request(file, invited: LeadersSurvey.invited), key: workspace.key)
    #expect(plan.title.swedish == title)
  }

  @Test(arguments: Language.allCases)
  func preview(language: Language) throws {
    let workspace = try TestWorkspace()
    let file = try workspace.file(
      "januari.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    let plan = try ImportPlanner.plan(
      workspace.request(file, invited: LeadersSurvey.invited), key: workspace.key)
    let text = TextRenderer(language: language).render(ImportPreview.document(plan))
    #expect(
      text.contains(
        language == .swedish
          ? "27 rader lästa (Microsoft Forms)." : "27 rows read (Microsoft Forms)."))
    #expect(text.contains(language == .swedish ? "januari 2026" : "January 2026"))
    #expect(text.contains(language == .swedish ? "3 fritextsvar har" : "3 free texts hold"))
    #expect(!text.contains("exempel.se"))
  }
}

/// Words of a usual scale other than its own.
struct ScaleWordsTests {
  /// Answers bear the words of the form, also in questions to which nobody gave one of them; and the next
  /// round may give an answer that the first did not.
  @Test func wordsOfTheForm() throws {
    let words = [
      "Stämmer inte alls", "Stämmer ganska dåligt", "Stämmer ganska bra", "Stämmer helt",
    ]
    func rows(_ month: Int, _ count: Int) -> [[String]] {
      (1...10).map { n in
        ["2026-0\(month)-1\(n % 9 + 1)", words[n % count], words[n % 2], "p\(n)@exempel.se"]
      }
    }
    let workspace = try TestWorkspace()
    let names = ["datum", "Första", "Andra", "E-post"]
    let first = try workspace.file("first.csv", names, rows(1, 3))
    try workspace.apply(workspace.request(first, invited: [(group: "", count: 12)]))
    let yaml = workspace.text("survey.yaml")
    #expect(yaml.contains(#"{id: "4", label: "stämmer ganska bra", positive: true, score: 4}"#))
    // Both questions are on the scale of the survey.
    #expect(yaml.contains(#"- {id: "q2", label: "Andra"}"#))
    let second = try workspace.file("second.csv", names, rows(6, 4))
    let plan = try workspace.apply(workspace.request(second))
    #expect(plan.problems.isEmpty)
    #expect(plan.rowsOut == 10)
  }
}

/// What imports write is what the rest of the program reads.
struct ImportedWorkspaceTests {
  /// The unit lead's case: two rounds, response rates and two goals, without a file made by hand.
  @Test func loads() throws {
    let workspace = try TestWorkspace()
    func file(_ name: String, _ month: Int, _ sizes: [Int]) throws -> String {
      try workspace.file(
        name, Array(LeadersSurvey.names.prefix(10)),
        LeadersSurvey.rows(month: month, sizes).map { Array($0.prefix(10)) })
    }
    var request = workspace.request(
      try file("januari.csv", 1, [5, 9, 13]), invited: LeadersSurvey.invited)
    request.goals = ["minst 60 % svarsfrekvens", "minst 80 % positiva på q3"]
    try workspace.apply(request)
    try workspace.apply(workspace.request(try file("september.csv", 9, [6, 12, 14])))
    let loaded = try WorkspaceLoader.load(folder: workspace.path)
    #expect(loaded.diagnostics.filter { $0.severity != .note }.map(\.message) == [])
    let unit = try #require(loaded.units.first)
    #expect(unit.goals.map(\.target) == [60, 80])
    #expect(unit.surveys.map(\.definition.waves.count) == [2])
    // 32 of the 45 who were asked answered in September.
    let values = unit.outcomes.compactMap(\.value)
    #expect(values.contains { abs($0 - 32.0 / 45 * 100) < 0.05 })
  }
}

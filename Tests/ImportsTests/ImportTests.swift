internal import Diagnostics
internal import Foundation
internal import Labels
internal import Reports
internal import Surveys
internal import Testing
internal import Workspace

@testable import Imports

/// Bringing files in: what is written, what is kept, what is told.
struct ImportTests {
  @Test func firstRound() throws {
    let (workspace, plan) = try TestWorkspace.january()
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
    let (workspace, _) = try TestWorkspace.january()
    let plan = try workspace.apply(workspace.request(workspace.september()))
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
    let (workspace, _) = try TestWorkspace.january()
    let both = try workspace.file(
      "both.csv", LeadersSurvey.names,
      LeadersSurvey.rows(month: 1, [5, 9, 13]) + LeadersSurvey.rows(month: 9, [6, 12, 14]))
    let plan = try workspace.apply(workspace.request(both))
    #expect(plan.waves.map(\.status) == [.known, .new])
    #expect(plan.rowsOut == 32)
    #expect(workspace.text("responses.csv").split(separator: "\n").count == 1 + 27 + 32)
  }

  @Test func roundsThatLookAlike() throws {
    let (workspace, _) = try TestWorkspace.january()
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
    let (workspace, _) = try TestWorkspace.january()
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
    let (workspace, _) = try TestWorkspace.january()
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
    let (workspace, _) = try TestWorkspace.january()
    var again = LeadersSurvey.rows(month: 9, [1, 0, 0])[0]
    again[2] = "9/28/2026 8:05:00"
    again[6] = "Instämmer helt"
    let plan = try workspace.apply(workspace.request(workspace.september(extra: [again])))
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
    let (workspace, _) = try TestWorkspace.january()
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
    let (workspace, _) = try TestWorkspace.january()
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
    let (workspace, _) = try TestWorkspace.january()
    let path = "\(workspace.path)/nyckeltal.yaml"
    let yaml = try String(contentsOfFile: path, encoding: .utf8)
    try Data(yaml.replacing("[kansliet]", with: "[.., ../x, /tmp, a/b, kansliet]").utf8)
      .write(to: URL(fileURLWithPath: path))
    #expect(try WorkspaceFiles(workspace.path).units() == ["kansliet"])
  }

  /// Where two units were asked the same it is asked whose answers a file has.
  @Test func severalSurveysThatFit() throws {
    let (workspace, _) = try TestWorkspace.january()
    let files = FileManager.default
    try files.copyItem(
      atPath: "\(workspace.path)/\(workspace.unit)", toPath: "\(workspace.path)/stab")
    let path = "\(workspace.path)/nyckeltal.yaml"
    let yaml = try String(contentsOfFile: path, encoding: .utf8)
    try Data(yaml.replacing("[kansliet]", with: "[kansliet, stab]").utf8)
      .write(to: URL(fileURLWithPath: path))
    var request = workspace.request(try workspace.september())
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

import Diagnostics
import Foundation
import Indicators
import Labels
import Tables
import Testing
import Workspace

/// Small workspaces with one thing wrong: nothing traps, and nothing goes unsaid.
@Suite struct FaultyWorkspaceTests {
  static let sound: [String: String] = [
    "nyckeltal.yaml": """
    title: {sv: Mål, en: Goals}
    year: 2024
    documents: {plan: {file: plan.pdf, title: Plan}}
    units: [a, b]
    """,
    "measurement-units.csv": """
    unit,label_en,dimension,factor
    besök,visits,visits,1
    procent,per cent,share,1
    tkr,SEK thousand,money,1000
    mnkr,SEK million,money,1000000
    """,
    "a/unit.yaml": "label: A",
    "a/targets.csv": """
    id,year,label_sv,measure,target_value,target_unit,direction,document,line
    g1,2024,besök,count,1000,besök,at_least,plan,1
    g2,2024,andel,share,90,procent,at_least,plan,2
    """,
    "a/outcomes.csv": """
    id,target_id,year,label_sv,value,value_unit,document,line
    o1,g1,2024,besök,940,besök,plan,3
    o2,g2,2024,andel,,procent,plan,4
    """,
    "a/parts.csv": "part,whole,kind\n95,190,x\n5,10,y\n",
    "a/computed.yaml": "o2: {from: a/parts, value: sum(part), of: sum(whole)}",
    "b/unit.yaml": "label: B",
  ]

  /// Loads the sound workspace with some files replaced.
  static func load(_ changes: [String: String] = [:]) throws -> LoadedWorkspace {
    try WorkspaceFolder.load(sound.merging(changes, uniquingKeysWith: { $1 }))
  }

  @Test("the sound workspace has nothing to say")
  func soundness() throws {
    let workspace = try Self.load()
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    #expect(workspace.findings().isEmpty)
  }

  /// 100 of 200 in per cent is 50 against a goal of 90.
  @Test("a part of a whole becomes a percentage for an outcome in per cent")
  func share() throws {
    let workspace = try Self.load()
    let assessment = workspace.assessor.assess(workspace.goals[1])
    #expect(assessment.deciding?.value == 50)
    #expect(assessment.deciding?.total == nil)
    #expect(assessment.verdict == .notMet)
  }

  @Test(
    "one thing wrong, one thing said",
    arguments: [
      (["a/computed.yaml": "o2: {from: a/parts, value: sum(part), where: 'kind ='}"], "expression"),
      (
        ["a/computed.yaml": "o2: {from: a/parts, value: sum(part), where: [x]}"], "definition-value"
      ),
      (["a/computed.yaml": "o2: {from: a/parts, of: sum(whole)}"], "definition-key"),
      (["a/computed.yaml": "o2: {from: a/prats, value: sum(part)}"], "computed"),
      (["a/computed.yaml": "o2: {from: a/parts, value: sum(parrt)}"], "computed"),
      (["a/computed.yaml": "o9: {from: a/parts, value: sum(part)}"], "computed-outcome"),
      (["a/computed.yaml": "o1: {formula: 'o2'}\no2: {formula: 'o1'}"], "computed-cycle"),
      (["a/computed.yaml": "o2: {formula: 'o1 / 0'}"], "computed"),
      (["a/computed.yaml": "o2: {sum: x}"], "computed-kind"),
      (
        [
          "measurement-units.csv":
            "unit,label_en,dimension,factor\nbesök,v,v,0\nprocent,p,share,1\n"
        ],
        "unit-factor"
      ),
      (
        [
          "measurement-units.csv":
            "unit,label_en,dimension,factor\nbesök,v,v,ett\nprocent,p,share,1\n"
        ],
        "unit-factor"
      ),
      (
        [
          "b/outcomes.csv":
            "id,target_id,year,label_sv,value,value_unit,document,line\no1,,2024,x,1,besök,plan,9\n"
        ], "id-duplicate"
      ),
      (
        ["nyckeltal.yaml": "title: T\nyear: 2024\nverdicts: {nearly: 90}\nunits: [a, b]\n"],
        "definition-value"
      ),
      (["nyckeltal.yaml": "title: T\nyear: 2024\nunits: [a, a]\n"], "id-duplicate"),
      (["nyckeltal.yaml": "title: T\nunits: [a, b]\n"], "definition-key"),
      (["a/targets.csv": ""], "csv-empty"),
      (["a/parts.csv": "part,whole,kind\n"], "computed"),
      (
        ["a/cases/cases.yaml": "title: T\ncolumns: {received: x}", "a/cases/cases.csv": ""],
        "csv-empty"
      ),
      (["nyckeltal.yaml": "title: T\nyear: 99999\nunits: [a, b]\n"], "definition-value"),
      (["nyckeltal.yaml": "title: T\nyear: 2024\nunits: {a: 1}\n"], "definition-value"),
      (["nyckeltal.yaml": "title: T\nyear: 2024\nunits: [a, b, ../c]\n"], "definition-value"),
      (["nyckeltal.yaml": "title: T\nyear: 2024\nunits: [a, b, .]\n"], "definition-value"),
      (
        ["nyckeltal.yaml": "title: T\nyear: 2024\nfollow_up_months: [13]\nunits: [a, b]\n"],
        "definition-value"
      ),
      (
        ["nyckeltal.yaml": "title: T\nyear: 2024\nfollow_up_months: {p: [4]}\nunits: [a, b]\n"],
        "follow-up-plan"
      ),
      (["nyckeltal.yaml": "title: T\nyear: 2024\nunits: [a, c]\n"], "unit-missing"),
      (["a/unit.yaml": "label: A\nlable: B"], "definition-unknown-key"),
      (["a/unit.yaml": "label: [A"], "definition-syntax"),
      (["a/unit.yaml": "label: A\ntables: {partz: {title: P}}"], "table-missing"),
    ])
  func faults(changes: [String: String], code: String) throws {
    let workspace = try Self.load(changes)
    #expect(
      workspace.diagnostics.contains { $0.code == code }, "\(workspace.diagnostics.map(\.code))")
    #expect(workspace.diagnostics.allSatisfy { !$0.location.file.isEmpty })
  }

  @Test(
    "a list where none is wanted is called by its name",
    arguments: [
      ("[]", "found an empty list"), ("{}", "found an empty mapping"),
      ("{a: 1}", "found a mapping"),
    ])
  func wrongKind(units: String, reason: String) throws {
    let workspace = try Self.load(["nyckeltal.yaml": "title: T\nyear: 2024\nunits: \(units)\n"])
    let fault = workspace.diagnostics.first { $0.message == "expected a list of units" }
    #expect(fault?.reason == reason, "\(workspace.diagnostics)")
  }

  /// What somebody believes to protect persons, or to change reports, is never taken without a word.
  @Test(
    "settings in the wrong place are errors with the way to mend them",
    arguments: [
      ("minimum_answers: 10", "disclosure: {minimum_answers: 10}"),
      ("minimum_answer: 10", "disclosure: {minimum_answers: 10}"),
      ("allow_below_three: true", "disclosure: {allow_below_three: true}"),
      ("dislosure: {minimum_answers: 10}", "disclosure: {minimum_answers: 5}"),
      ("disclosure: {minimum_answer: 10}", "disclosure: {minimum_answers: 10}"),
      ("disclosure: {least: 10}", nil),
      ("disclosure:\nminimum_answers: 10", "disclosure: {minimum_answers: 10}"),
      ("disclosure: {minimum_answers: }", "write a number   minimum_answers: 5"),
      ("disclosure: {minimum_answers: [10]}", nil),
      ("disclosure: 10", nil),
      ("verdicts: 7", nil),
      ("nearly: 0.8", "verdicts: {nearly: 0.8}"),
      ("accent: '#7a1fa2'", "appearance: {accent: \"#7a1fa2\"}"),
      (
        "appearance:\n  accent: #7a1fa2", "put the colour in quotes   accent: \"#0b5a94\""
      ),
      ("appearance: 7", nil),
      ("appearance: [logo.svg]", nil),
      ("documents: 7", nil),
      ("title: [T]", nil),
    ])
  func misplaced(line: String, fix: String?) throws {
    let title = line.hasPrefix("title") ? "" : "title: T\n"
    let documents = line.hasPrefix("documents") ? "" : "documents: {plan: {title: Plan}}\n"
    let workspace = try Self.load([
      "nyckeltal.yaml": "\(title)\(documents)year: 2024\nunits: [a, b]\n\(line)\n"
    ])
    let problem = try #require(workspace.diagnostics.first { $0.severity == .error })
    #expect(["definition-unknown-key", "definition-value"].contains(problem.code))
    #expect(problem.fixes.first == fix)
    #expect(workspace.disclosure.minimumAnswers == 5)
  }

  @Test(
    "settings of a unit in the wrong place or shape are errors",
    arguments: [
      "report: 7", "tables: 7", "minimum_answers: 10", "disclosure: {minimum_answers: 9}",
    ])
  func misplaced(line: String) throws {
    let workspace = try Self.load(["b/unit.yaml": "label: B\n\(line)\n"])
    #expect(workspace.diagnostics.map(\.severity) == [.error], "\(workspace.diagnostics)")
  }

  @Test("a file that is empty is told once") func emptyFile() throws {
    let workspace = try Self.load(["b/targets.csv": "", "b/outcomes.csv": "\n\n"])
    #expect(workspace.diagnostics.map(\.code) == ["csv-empty", "csv-empty"])
  }

  @Test("a file of a header alone is a file without rows") func headerAlone() throws {
    let workspace = try Self.load([
      "b/targets.csv": Self.sound["a/targets.csv"]?.split(separator: "\n")[0].description ?? "",
      "b/outcomes.csv": Self.sound["a/outcomes.csv"]?.split(separator: "\n")[0].description ?? "",
      "b/activities.csv": "id,area,status\n",
      "b/controls.csv":
        "number,section,area,control_points_count,per_year,lopande,control_date,result\n",
      "b/projects.csv": "id,project,kind\n", "b/sizes.csv": "size\n",
      "b/rules.csv": "id,label_sv,label_en,table,left,right\nr,r,r,b/sizes,sum(size),1\n",
      "b/cases/cases.yaml": "title: T\ncolumns: {id: nr, received: in}",
      "b/cases/cases.csv": "nr,in\n",
    ])
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    #expect(workspace.findings().isEmpty, "\(workspace.findings())")
    #expect(workspace.units[1].years(usual: 2024).isEmpty)
  }

  @Test("a figure of a table without rows says so") func noRows() throws {
    let workspace = try Self.load(["a/parts.csv": "part,whole,kind\n"])
    #expect(workspace.diagnostics.map(\.reason) == ["table 'a/parts' holds no rows"])
  }

  @Test("without a year the latest year with goals that has begun is shown")
  func missingYear() throws {
    let definition = "title: T\ndocuments: {plan: {file: p, title: P}}\nunits: [a, b]\n"
    let targets = (Self.sound["a/targets.csv"] ?? "") + "\ng3,2099,x,count,1,besök,at_least,plan,1"
    for (today, year) in [("2026-11-30", 2024), ("2100-01-01", 2099)] {
      let workspace = try WorkspaceFolder.load(
        Self.sound.merging(
          ["nyckeltal.yaml": definition, "a/targets.csv": targets], uniquingKeysWith: { $1 }),
        day: ReportingDay(today: CalendarDate(iso: today)))
      #expect(workspace.diagnostics.map(\.message) == ["the key 'year' is missing"])
      #expect(workspace.year == year)
    }
  }

  @Test("errors are counted where they are") func damage() throws {
    let workspace = try Self.load([
      "nyckeltal.yaml": "title: T\nunits: [a, b, c]\ncalendar: danmark\nyear: 2024\n",
      "a/computed.yaml": "o9: {formula: '1'}\no2: {from: a/parts, value: sum(none)}",
      "b/unit.yaml": "label: [B",
    ])
    #expect(workspace.ownErrorCount == 1)
    #expect(workspace.units.map(\.id) == ["a", "b", "c"])
    #expect(workspace.units.map(workspace.errorCount) == [2, 1, 1])
    #expect(workspace.units.map(\.isEmpty) == [false, true, true])
  }

  /// 95 + 5 of 190 + 10, and 2 rows: o1 and o3 are found although the line between them is wrong.
  @Test(
    "a formula that is wrong is told alone, at its line, and takes no other with it",
    arguments: [
      ("sum(parrt)", "computed"), ("sum(part) / 0", "computed"), ("part", "computed"),
      ("sum(part", "expression"), ("1), (2", "computed"),
    ])
  func formulas(_ wrong: String, _ code: String) throws {
    let workspace = try Self.load([
      "a/outcomes.csv": """
      id,target_id,year,label_sv,value,value_unit,document,line
      o1,g1,2024,besök,,besök,plan,3
      o2,g2,2024,andel,50,procent,plan,4
      o3,,2024,rader,,besök,plan,5
      """,
      "a/computed.yaml": """
      o1: {from: a/parts, value: sum(part), where: "kind >= 'x'"}
      o2: {from: a/parts, value: '\(wrong)', where: "kind = 'x'"}
      o3: {from: a/parts, value: count(*), of: sum(whole)}
      """,
    ])
    let told = workspace.diagnostics.filter { $0.severity == .error }
    #expect(told.map(\.code) == (wrong == "1), (2" ? [] : [code]))
    #expect(told.allSatisfy { $0.location.line == 2 })
    let figures = Dictionary(uniqueKeysWithValues: workspace.outcomes.map { ($0.id, $0.computed) })
    #expect(figures["o1"]??.value == 100)
    #expect(figures["o1"]??.sources.map(\.line) == [2])
    #expect(figures["o3"]??.value == 2)
    #expect(figures["o3"]??.total == 200)
  }

  @Test("a rule that names something unknown is found, not dropped")
  func rules() throws {
    let workspace = try Self.load([
      "a/rules.csv":
        "id,label_sv,label_en,table,left,right\nr,r,r,,o1,o8\ns,s,s,a/prats,sum(part),1\n"
    ])
    #expect(workspace.findings().map(\.code) == ["rule-run", "rule-run"])
  }

  @Test("a rule that refers to a contradiction that is not listed is found")
  func unknownContradiction() throws {
    let finding = try #require(
      try Self.load([
        "a/rules.csv": "id,label_sv,label_en,left,right,known\nr,r,r,o1,o1,c1\n"
      ]).findings().first)
    #expect(finding.code == "contradiction-unknown" && finding.severity == .error)
  }

  @Test("an outcome of an unknown goal names the closest")
  func unknownGoal() throws {
    let workspace = try Self.load([
      "a/outcomes.csv":
        "id,target_id,year,label_sv,value,value_unit,document,line\no1,g11,2024,x,1,besök,plan,9\n",
      "a/computed.yaml": "{}",
    ])
    let finding = try #require(workspace.findings().first)
    #expect(
      finding.message.english
        == "outcome o1 belongs to goal g11, which does not exist; is g1 meant?")
  }

  @Test("a folder without a definition is no workspace")
  func noWorkspace() {
    #expect(throws: Diagnostic.self) { try WorkspaceLoader.load(folder: "/nowhere") }
  }
}

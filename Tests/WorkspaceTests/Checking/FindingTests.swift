import Diagnostics
import Labels
import Testing

@testable import Workspace

/// What the checks find in figures that read well, each rule beside the case next to it that is none.
@Suite struct FindingTests {
  /// A finding by name and where the documents state it.
  private static func findings(_ files: [String: String]) throws -> [String: Finding] {
    let workspace = try FaultyWorkspaceTests.load(
      ["a/computed.yaml": "{}"].merging(files, uniquingKeysWith: { $1 }))
    return Dictionary(
      workspace.findings().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func rows(_ outcomes: [String]) -> String {
    "id,target_id,year,period,label_sv,value,value_unit,qualifier,stated_status,role,document,line\n"
      + outcomes.map { $0 + "\n" }.joined()
  }

  /// Goal g1 is at least 1 000 visits.
  @Test(
    "an outcome that is called done and falls short",
    arguments: [
      ("o1,g1,2024,2024,besök,940,besök,,genomfort,answer,plan,3", true),
      ("o1,g1,2024,2024,besök,1000,besök,,genomfort,answer,plan,3", false),
      ("o1,g1,2024,2024,besök,940,besök,,,answer,plan,3", false),
      ("o1,g1,2024,2024,besök,940,besök,,pagar,answer,plan,3", false),
    ])
  func doneBelowTarget(row: String, isFound: Bool) throws {
    let findings = try Self.findings(["a/outcomes.csv": Self.rows([row])])
    #expect((findings["done-below-target/g1"] != nil) == isFound, "\(findings.keys)")
  }

  /// A word where a figure was asked for is a warning; one that was read as reached is a note.
  @Test(
    "an outcome that gives no figure where one was asked for",
    arguments: [
      ("o1,g1,2024,besök,,besök,genomfort,,answer,plan,3", .warning),
      ("o1,g1,2024,besök,,besök,genomfort,uppnatt,answer,plan,3", .note),
      ("o1,g1,2024,besök,1200,besök,genomfort,,answer,plan,3", nil),
      ("o1,g1,2024,besök,1200,besök,genomfort,uppnatt,answer,plan,3", nil),
    ] as [(String, Diagnostic.Severity?)])
  func onlyWords(row: String, severity: Diagnostic.Severity?) throws {
    let header =
      "id,target_id,year,label_sv,value,value_unit,stated_status,read_status,role,document,line"
    let findings = try Self.findings(["a/outcomes.csv": "\(header)\n\(row)\n"])
    #expect(findings["figure-missing/g1"]?.severity == severity, "\(findings.keys)")
  }

  /// The six of "follow-up after six months" (004:2396) is no amount that an outcome could give.
  @Test(
    "what is to be done needs no figure", arguments: [("at_least", true), ("done", false)])
  func doneAfter(direction: String, isFound: Bool) throws {
    let findings = try Self.findings([
      "a/targets.csv": """
      id,year,label_sv,measure,target_value,target_unit,direction,document,line
      g1,2024,uppföljning,count,6,besök,\(direction),plan,1
      """,
      "a/outcomes.csv": """
      id,target_id,year,label_sv,value,value_unit,stated_status,read_status,role,document,line
      o1,g1,2024,uppföljning,,besök,genomfort,uppnatt,answer,plan,3
      """,
    ])
    #expect((findings["figure-missing/g1"] != nil) == isFound, "\(findings.keys)")
  }

  @Test("what stands beside a goal as done and counts something else")
  func units() throws {
    let units = """
      unit,label_en,dimension,factor
      besök,visits,besök,1
      möten,meetings,möten,1
      tusen besök,thousand visits,besök,1000
      procent,per cent,share,1
      """
    func found(_ row: String) throws -> Bool {
      try Self.findings([
        "measurement-units.csv": units, "a/outcomes.csv": Self.rows([row]),
      ])["unit-differs/g1"] != nil
    }
    #expect(try found("o1,g1,2024,2024,m,12,möten,,genomfort,context,plan,3"))
    #expect(try !found("o1,g1,2024,2024,m,12,möten,,,context,plan,3"))
    #expect(try found("o1,g1,2024,2024,b,2,tusen besök,,,answer,plan,3"))
    #expect(try !found("o1,g1,2024,2024,b,2000,besök,,,answer,plan,3"))
  }

  @Test(
    "a verdict on everything beside a goal that was missed",
    arguments: [
      ("god_maluppfyllelse", 500, true), ("god_maluppfyllelse", 1200, false),
      ("pagar", 500, false),
    ])
  func overall(status: String, visits: Int, isFound: Bool) throws {
    let findings = try Self.findings([
      "a/outcomes.csv": Self.rows([
        "o1,g1,2024,2024,besök,\(visits),besök,,,answer,plan,3",
        "o3,,2024,2024,omdöme,,,,\(status),overall,plan,9",
      ])
    ])
    let finding = findings["overall-differs/o3"]
    #expect((finding != nil) == isFound)
    if isFound { #expect(finding?.sources.map(\.line) == [9, 3]) }
  }

  @Test("goals without a value to reach, and outcomes that say nothing, are one finding a year")
  func gaps() throws {
    let findings = try Self.findings([
      "a/targets.csv": """
      id,year,label_sv,measure,target_value,target_unit,direction,document,line
      g1,2024,ett,share,,procent,at_least,plan,1
      g2,2024,två,share,,procent,,plan,2
      g3,2024,tre,share,,procent,increase,plan,3
      g4,2024,fyra,share,90,procent,at_least,plan,4
      g5,2023,fem,share,,procent,at_least,plan,5
      """,
      "a/outcomes.csv": Self.rows([
        "o1,g4,2024,2024,fyra,,,,,answer,plan,6", "o2,g3,2024,2024,tre,,,,pagar,answer,plan,7",
      ]),
    ])
    #expect(
      findings["target-missing/a-2024"]?.message.swedish
        == "2024: 2 mål har en måttenhet men inget värde att nå: ett; två")
    #expect(
      findings["target-missing/a-2023"]?.message.english
        == "2023: one goal has a unit of measure but no value to reach: fem")
    #expect(findings["outcome-unstated/a-2024"]?.sources.map(\.line) == [6])
  }

  @Test("one division stated of two things, on lines of their own")
  func divisions() throws {
    func found(_ second: [Int], line: Int = 9, year: Int = 2024) throws -> Bool {
      let rows =
        [(74, 3), (26, 3)].map { ("t\($0.0)", $0.0, $0.1, 2024) }
        + second.map { ("a\($0)", $0, line, year) }
      let findings = try Self.findings([
        "a/outcomes.csv": Self.rows(
          rows.map { "\($0),,\($3),\($3),\($0),\($1),procent,,,figure,plan,\($2)" })
      ])
      return findings.values.contains { $0.code == "division-shared" }
    }
    #expect(try found([74, 26]))
    #expect(try !found([70, 30]))
    #expect(try !found([74, 20]))
    #expect(try !found([74, 26], year: 2023))
  }

  @Test(
    "names that may be of one thing",
    arguments: [
      (
        "externt projekt: 7H Kompetens 2.0 (HoloHouse)", "externt projekt: 7H Komp 2.0 (Miljöbron)",
        true
      ),
      ("frågemall företagsbesök", "frågeunderlag företagsbesök", true),
      ("möte i Borås", "möte i Mark", false), ("möte 1", "möte 2", false),
      ("uppföljning vår", "uppföljning höst", false), ("nätverk", "nätverket", false),
      ("möte om vatten och el", "möte om vatten", false), ("kurs A", "kurs B", false),
    ])
  func names(one: String, other: String, isLikely: Bool) {
    for (one, other) in [(one, other), (other, one)] {
      var variants = NameVariants()
      #expect(variants.before(one, of: "plan", at: 0) == [])
      #expect(variants.before(other, of: "another", at: 1) == [])
      #expect(variants.before(other, of: "plan", at: 2) == (isLikely ? [0] : []))
    }
  }

  @Test(
    "a control made in another rhythm than planned",
    arguments: [
      ("2", "kontrollerat månadsvis", "frequency-exceeded"),
      ("12", "kontrollerat kvartalsvis", "frequency-differs"),
      ("12", "kontrollerat månadsvis", nil), ("2", "alla punkter enligt plan", nil),
      ("2", "månadsvis, i höst kvartalsvis", nil),
    ] as [(String, String, String?)])
  func rhythm(planned: String, note: String, code: String?) throws {
    let findings = try Self.findings([
      "a/controls.csv":
        "area,control_points_count,per_year,result,result_note_sv\nloner,1,\(planned),ok,\"\(note)\"\n"
    ])
    let found = ["frequency-exceeded", "frequency-differs"].filter {
      findings["\($0)/loner"] != nil
    }
    #expect(found == [code].compactMap(\.self))
  }

  // MARK: Acknowledgements

  @Test("a finding that is acknowledged is a note with its reason; one that is not found is told")
  func acknowledged() throws {
    let files = [
      "a/outcomes.csv": Self.rows(["o1,g1,2024,2024,besök,940,besök,,ej_uppnatt,answer,plan,3"]),
      "a/rules.csv": "id,label_sv,label_en,left,right\nr,r,r,o1,950\n",
    ]
    let before = try #require(try Self.findings(files)["rule-broken/a/r"])
    #expect(before.severity == .warning && before.acknowledgement == nil)
    let after = try Self.findings(
      files.merging([
        "acknowledgements.csv": """
        finding,reason_sv,reason_en
        rule-broken/a/r,avrundat,rounded
        rule-broken/a/q,borta,gone
        """
      ]) { $1 })
    #expect(after["rule-broken/a/r"]?.severity == .note)
    #expect(after["rule-broken/a/r"]?.acknowledgement == Label("avrundat", "rounded"))
    let unmet = try #require(after["acknowledgement-unmet/rule-broken/a/q"])
    #expect(unmet.message.english.hasSuffix("is rule-broken/a/r meant?"))
    #expect(unmet.location.line == 3)
  }

  @Test("an acknowledgement needs a finding and a reason")
  func reasons() throws {
    let workspace = try FaultyWorkspaceTests.load([
      "acknowledgements.csv": "finding,reason_sv,reason_en\nx/y,,\n,skäl,reason\n"
    ])
    #expect(workspace.diagnostics.map(\.code) == ["acknowledgement", "acknowledgement"])
    #expect(workspace.acknowledgements.isEmpty)
  }

  @Test("names of findings are unique in the datasets") func identities() {
    let ids = Datasets.workspace.findings().map(\.id)
    #expect(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted() == [])
  }
}

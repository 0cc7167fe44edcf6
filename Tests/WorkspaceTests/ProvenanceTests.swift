import Diagnostics
import Indicators
import Labels
import Surveys
import Tables
import Testing

@testable import Workspace

/// What a definition says of its data: stated, reconstructed to match, invented.
@Suite struct ProvenanceTests {
  private static let survey = """
    title: E
    scale: {answers: [{id: ja, positive: true}, {id: nej}]}
    groups: [{id: g}]
    questions: [{id: q, published: {"2": "plan:1"}}]
    """
  private static let waves = """
    waves:
      - {id: "1", date: 2023-01-01}
      - {id: "2", date: 2024-01-01}
    """
  private static let inventedWave = """
    waves:
      - {id: "1", date: 2023-01-01, invented: true}
      - {id: "2", date: 2024-01-01}
    """
  private static let stated = "provenance: {stated: andelar, invented: omgång 1}"
  private static let matched = "provenance: {stated: andelar, matched: antal}"

  private static let invitations = """
    wave,respondent,group,disposition
    1,a,g,complete
    1,b,g,complete
    2,a,g,complete
    2,b,g,complete
    """
  private static let responses = "wave,respondent,q\n1,a,ja\n1,b,nej\n2,a,ja\n2,b,ja\n"

  private static func load(
    _ definition: [String], computed: String = "{}", more: [String: String] = [:]
  ) throws -> LoadedWorkspace {
    let files = [
      "a/e/survey.yaml": ([survey] + definition).joined(separator: "\n"),
      "a/e/invitations.csv": invitations, "a/e/responses.csv": responses,
      "a/computed.yaml": computed,
    ]
    return try FaultyWorkspaceTests.load(files.merging(more, uniquingKeysWith: { $1 }))
  }

  private static let ofSecondWave = "o2: {survey: a/e, wave: '2', question: q, measure: positive}"

  @Test("the three texts are read, and the marks of the parts")
  func reading() throws {
    let workspace = try Self.load([
      "provenance: {stated: {sv: s, en: t}, matched: {sv: m, en: n}, invented: {sv: i, en: j}}",
      Self.inventedWave,
    ])
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    let definition = try #require(workspace.survey("a/e")?.definition)
    #expect(
      definition.provenance
        == Provenance(stated: Label("s", "t"), matched: Label("m", "n"), invented: Label("i", "j")))
    #expect(definition.waves.map(\.isInvented) == [true, false])
  }

  /// Both persons of the second wave said yes: 100 % where they are real.
  @Test(
    "a figure from made-up rows is an example; one from collected rows beside an invented wave is not"
  )
  func figures() throws {
    let real = try Self.load([Self.stated, Self.inventedWave], computed: Self.ofSecondWave)
    let collected = try #require(real.outcomes.first { $0.id == "o2" })
    #expect(collected.value == 100 && collected.computed?.value == 100 && collected.example == nil)
    let made = try Self.load([Self.matched, Self.waves], computed: Self.ofSecondWave)
    let example = try #require(made.outcomes.first { $0.id == "o2" })
    #expect(example.value == nil && example.computed == nil && example.example?.value == 100)
    let goal = try #require(made.goals.first { $0.id == "g2" })
    #expect(made.assessor.assess(goal).goalProbability == nil)
  }

  @Test("rows of a table that are made up give examples, too")
  func tables() throws {
    let workspace = try FaultyWorkspaceTests.load([
      "a/unit.yaml":
        "label: A\ntables: {parts: {title: P, provenance: {stated: s, invented: allt}}}",
      "a/outcomes.csv": """
      id,target_id,year,label_sv,value,value_unit,document,line
      o1,g1,2024,besök,940,besök,plan,3
      o2,g2,2024,andel,49,procent,plan,4
      """,
    ])
    // 100 of 200 is 50 %; the document says 49.
    let outcome = try #require(workspace.outcomes.first { $0.id == "o2" })
    #expect(outcome.value == 49 && outcome.example?.value == 50 && outcome.differsFromStated)
  }

  @Test(
    "a mark and the words go together",
    arguments: [
      // Marked, not said.
      ([inventedWave], "'1' is marked as invented, but the provenance does not say so"),
      ([matched, inventedWave], "'1' is marked as invented, but the provenance does not say so"),
      // Said, not marked.
      ([stated, waves], "the provenance names something invented, but nothing is marked"),
      ([waves, "provenance: {matched: antal}"], "the label 'stated' is missing"),
      (
        [waves, "provenance: rekonstruerat"],
        "expected stated, and what is matched or invented, each {sv: …, en: …}"
      ),
      ([waves, "provenance: {stated: s, mached: antal}"], "the key 'mached' means nothing here"),
      ([waves, "reconstructed: {sv: x, en: y}"], "the key 'reconstructed' means nothing here"),
      (
        [stated, "waves: [{id: '1', date: 2023-01-01, invented: ja}]"],
        "expected true or false"
      ),
    ])
  func misuse(definition: [String], message: String) throws {
    let found = try Self.load(definition).diagnostics
    #expect(found.contains { $0.message == message }, "\(found.map(\.message))")
  }

  @Test("no outcome is computed from what is invented")
  func inventedParts() throws {
    let wave = try Self.load(
      [Self.stated, Self.inventedWave],
      computed: "o2: {survey: a/e, wave: '1', question: q, measure: positive}")
    let found = try #require(wave.diagnostics.first { $0.code == "computed" })
    #expect(found.reason?.contains("wave '1' is invented") == true)
    let log = """
      title: L
      provenance: {stated: antal, invented: tiderna}
      columns: {received: dag}
      limits: [{id: l, from: dag, to: svar, working_days: 5, invented: true}]
      """
    let cases = try Self.load(
      [Self.waves], computed: "o1: {cases: a/l, limit: l, measure: within}",
      more: ["a/l/cases.yaml": log, "a/l/cases.csv": "dag,svar\n2024-01-02,2024-01-03\n"])
    let refused = try #require(cases.diagnostics.first { $0.code == "computed" })
    #expect(refused.reason?.contains("limit 'l' is invented") == true)
  }

  @Test(
    "the switch leaves examples out, and only them",
    arguments: [("true", 2, 1), ("false", 1, 0), ("nej", 1, 0)])
  func theSwitch(value: String, waves: Int, tables: Int) throws {
    let root = """
      title: {sv: Mål, en: Goals}
      year: 2024
      show_examples: \(value)
      documents: {plan: {file: plan.pdf, title: Plan}}
      units: [a, b]
      """
    let workspace = try Self.load(
      [Self.stated, Self.inventedWave],
      more: [
        "nyckeltal.yaml": root,
        "a/unit.yaml":
          "label: A\ntables: {parts: {title: P, provenance: {stated: s, matched: m}}}",
      ])
    #expect(workspace.survey("a/e")?.definition.waves.count == waves)
    #expect(workspace.units[0].allTables.count { $0.table.name == "a/parts" } == tables)
    #expect(
      workspace.diagnostics.contains { $0.message == "expected true or false" } == (value == "nej"))
  }
}

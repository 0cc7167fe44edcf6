import Diagnostics
import Indicators
import Labels
import Plans
import Tables
import Testing
import Workspace

/// The arithmetic of the documents: sums against parts, notes against statements, text against
/// tables. Which comparisons differ is known beforehand, from a count made by hand.
@Suite struct ConsistencyTests {
  @Test(
    "comparisons by unit",
    arguments: [
      // The accounts: two differences of one tkr (c11, c12).
      ("kansli", 82, ["2011-not8-rr", "2012-not8-utgaende"]),
      // All 29 stated sums of the visitor table agree; the text differs from it and from itself.
      (
        "navet", 39,
        [
          "2011-text-komp", "2012-forskolepedagoger", "2012-mal-helg-lov", "2012-steps",
          "2012-text-konferens",
        ]
      ),
      // 16 stated sums and four texts, all right.
      ("medarbetarcentrum", 20, []),
      ("narvardskontoret", 4, ["2023-overskott"]),
      ("dataskyddsombud", 1, ["2023-granskning"]),
      ("westum", 1, ["2016-styrelsemoten"]),
    ])
  func comparisons(unit: String, count: Int, different: [String]) throws {
    let workspace = Datasets.workspace
    let results = workspace.consistency(of: try #require(workspace.unit(unit)))
    #expect(results.count == count)
    #expect(results.filter { !$0.isEqual }.map(\.id).sorted() == different)
  }

  @Test("the datasets have no errors, and one impossible date")
  func files() {
    let diagnostics = Datasets.workspace.diagnostics
    #expect(diagnostics.filter { $0.severity == .error }.isEmpty)
    #expect(diagnostics.count { $0.code == "plan-date" } == 1)  // 2026-06-31, 004:881 (c47)
  }

  @Test("findings name the known contradictions that they meet")
  func known() {
    let known = Set(Datasets.workspace.findings().flatMap(\.known))
    #expect(
      known.sorted() == [
        "c01", "c02", "c03", "c04", "c05", "c06", "c08", "c09", "c11", "c12", "c13", "c14", "c18",
        "c22", "c23", "c24", "c25", "c26", "c27", "c29", "c30", "c31", "c33", "c34", "c35", "c37",
        "c40", "c42", "c50", "c53", "c54", "c57",
      ])
  }

  /// 14 066 is the figure of c05 (against 15 000) and of c06 (against 16 116), on one line (000:619).
  @Test("a rule names the contradiction that explains it, not every one on the same line")
  func acknowledgements() throws {
    let findings = Datasets.workspace.findings().filter { $0.code == "rule-broken" }
    #expect(findings.allSatisfy { $0.known.count == 1 })
    let visits = try #require(findings.first { $0.message.english.contains("14,066") })
    #expect(visits.known == ["c06"])
    let contradiction = try #require(
      Datasets.workspace.contradictions.first { $0.id == "c06" })
    #expect(contradiction.values == ["14066", "16116"])
  }

  /// 14 019 pupils and 1 023 children are 15 042, given as 15 000 (004:2649, 2729).
  @Test("a rounded figure contradicts nothing")
  func rounding() {
    #expect(!Datasets.workspace.contradictions.contains { $0.id == "c41" })
  }

  /// Followed up in April, August and December: two plans of the office say so (004:312, 991).
  @Test("follow-up months stand only where a plan has them")
  func followUps() {
    let followUps = Datasets.workspace.followUps
    #expect(followUps.calendar(of: "handlingsplan-2023")?.months == [4, 8, 12])
    #expect(followUps.calendar(of: "kulturplan-2020-2023")?.months == [4, 8, 12])
    #expect(followUps.calendar(of: "brb-verksamhetsplan-2022-2024") == nil)
  }

  /// Spring 2022 to spring 2023 (004:667–671); causes of the deviations of a project (003:70–80).
  @Test("due dates and causes as the documents have them")
  func plansAndProjects() throws {
    let activities = Datasets.workspace.units.flatMap(\.activities)
    let study = try #require(activities.first { $0.id == "hp2-sjuharadsbild" })
    #expect(study.periodEnd?.last.description == "2023-06-30")
    let measures = Datasets.workspace.units.flatMap(\.projectMeasures).filter {
      $0.project == "creare-vivere" && $0.kind == .deviation
    }
    let lines = measures.filter { $0.cause == nil }.compactMap { $0.source.reference?.line }
    #expect(lines == [13, 66])
  }
}

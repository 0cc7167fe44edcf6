import Diagnostics
import Labels
import Surveys
import Tables
import Testing

@testable import Reports
@testable import Workspace

/// Groups beside each other, weights, days and the history of groups on a survey's page.
@Suite struct StandingTests {
  /// A group by number, and its answers to q0 in w1.
  private typealias Group = (id: String, invited: Int, answered: Int, positive: Int)

  private static func page(
    _ groups: [Group],
    change: (inout SurveyDefinition) -> Void = { _ in }, day: ((Int) -> String)? = nil
  ) -> ReportDocument {
    var definition = SurveyFixture.definition(questions: 1, groups: groups.map(\.id))
    definition.waves.removeFirst()
    change(&definition)
    var answers: [[String?]] = []
    for group in groups {
      for person in 0..<group.answered {
        answers.append(
          ["w1", group.id, person < group.positive ? "ja" : "nej"]
            + (day.map { [$0(person)] } ?? []))
      }
    }
    func table(_ name: String, _ columns: [String], _ rows: [[String?]]) -> Table {
      Table(
        name: name,
        columns: columns.enumerated().map { place, column in
          (column, Vector(rows.map { $0[place] }))
        })
    }
    let data = SurveyData(
      definition: definition,
      population: [
        table(
          "population", ["wave", "group", "invited"],
          groups.map { ["w1", $0.id, String($0.invited)] })
      ],
      responses: [
        table("responses", ["wave", "group", "q0"] + (day == nil ? [] : ["answered"]), answers)
      ])
    #expect(data.diagnostics.isEmpty, "\(data.diagnostics)")
    return ReportDocument(
      id: "survey", title: Label(same: "Enkät"),
      blocks: SurveySection.blocks(
        of: [SurveyFixture.published(data.cube(), minimum: 5)], year: 2023))
  }

  private static func table(_ page: ReportDocument, _ id: String) -> ReportTable? {
    page.blocks.lazy.compactMap { block in
      if case .table(let table) = block, table.id == id { table } else { nil }
    }.first
  }

  private static func texts(_ page: ReportDocument, _ language: Language = .swedish) -> String {
    TextRenderer(language: language).render(page).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private static let groups: [Group] = [("a", 60, 40, 36), ("b", 60, 40, 20), ("c", 60, 40, 8)]
  private static let few: Group = ("d", 10, 3, 3)

  @Test("groups that are shown are compared, in their order") func standing() throws {
    let page = Self.page(Self.groups)
    let table = try #require(Self.table(page, "enkat-groups-standing"))
    #expect(table.rows.count == 3)
    #expect(table.fact(row: "q0/a", column: "answered")?.value == .count(40))
    let text = Self.texts(page)
    #expect(text.contains("2 av 3 jämförelser mellan en grupp och de övriga visar en skillnad"))
    #expect(text.contains("Ingen rangordning"))
    #expect(
      Self.texts(page, .english).contains("2 of 3 comparisons of a group with the others show"))
  }

  @Test("of two groups, one of few, nothing is compared") func few() {
    #expect(
      Self.table(Self.page([Self.groups[0], Self.few]), "enkat-groups-standing") == nil)
  }

  @Test("made-up answers are not compared") func reconstructed() {
    let page = Self.page(Self.groups) {
      $0.provenance = Provenance(
        stated: Label("a", "a"), matched: Label("b", "b"), invented: nil)
    }
    #expect(Self.table(page, "enkat-groups-standing") == nil)
  }

  /// 60, 60 and 60 invited, 40, 40 and 20 answered, of which 38, 6 and 10 are positive: 54 of 100 unweighted,
  /// and a mean of 0.95, 0.15 and 0.5 weighted.
  @Test("weights are told with what they weigh by, beside what was counted") func weights() throws {
    let groups: [Group] = [("a", 60, 40, 38), ("b", 60, 40, 6), ("c", 60, 20, 10)]
    #expect(Self.table(Self.page(groups), "enkat-weighted") == nil)
    let page = Self.page(groups) { $0.weights = .population }
    let table = try #require(Self.table(page, "enkat-weighted"))
    let weighted = try #require(table.fact(row: "q0", column: "weighted_positive_percent"))
    let share = (0.95 + 0.15 + 0.5) / 3
    guard case .share(let found) = weighted.value else {
      Issue.record("no share: \(weighted)")
      return
    }
    #expect(abs(found - share) < 1e-12)
    let text = Self.texts(page)
    #expect(text.contains("poststratifiering efter grupp"))
    #expect(text.contains("Svarade, ovägt n"))
  }

  @Test("where a group is withheld the weighted share is too") func weightsOfFew() throws {
    let page = Self.page(Self.groups + [Self.few]) { $0.weights = .population }
    let table = try #require(Self.table(page, "enkat-weighted"))
    let weighted = try #require(table.fact(row: "q0", column: "weighted_positive_percent"))
    guard case .withheld = weighted.value else {
      Issue.record("it is told: \(weighted)")
      return
    }
  }

  @Test("the response rate day by day") func days() throws {
    let page = Self.page([("a", 20, 10, 5)]) { _ in
    } day: {
      $0 < 4 ? "2023-05-03" : "2023-05-09"
    }
    let table = try #require(Self.table(page, "enkat-response-days"))
    #expect(table.rows.count == 2)
    #expect(table.fact(row: "2023-05-09", column: "returned_so_far")?.value == .count(10))
    #expect(table.fact(row: "2023-05-03", column: "rr2_percent")?.value == .share(0.2))
    #expect(Self.table(Self.page([("a", 20, 10, 5)]), "enkat-response-days") == nil)
  }

  @Test("what became of groups is told in words") func history() {
    let page = Self.page(Self.groups) {
      $0.groups[0].former = [
        FormerGroup(id: "x", label: Label("Gamla A", "Old A"), change: .renamed)
      ]
      $0.groups[1].former = [
        FormerGroup(id: "y", label: Label(same: "Y"), change: .merged),
        FormerGroup(id: "z", label: Label(same: "Z"), change: .merged),
      ]
      $0.groups[2].splitFrom = "b"
    }
    let swedish = Self.texts(page)
    #expect(swedish.contains("a har hetat Gamla A; serien är densamma."))
    #expect(swedish.contains("I b ingår nu Y och Z"))
    #expect(swedish.contains("c har brutits ut ur b: serien bryts"))
    let english = Self.texts(page, .english)
    #expect(english.contains("a was called Old A; the series is the same."))
    #expect(english.contains("Y and Z are part of b now"))
  }
}

import Diagnostics
import Disclosure
import Labels
import Surveys
import Testing

@testable import Reports
@testable import Workspace

/// How many answered is withheld where a published percentage would make it a count of answers.
@Suite struct ResponseDisclosureTests {
  /// People asked and answering by group, a question of each group that says yes; some of them published. All
  /// who answered did so to the question, unless fewer are named.
  private static func survey(
    _ groups: [(id: String, asked: Int, answered: Int)], toQuestion: [String: Int] = [:],
    published: Set<String>
  ) throws -> PublishedSurvey {
    var definition = SurveyFixture.definition(questions: 0, groups: groups.map(\.id))
    definition.questions = groups.map { group in
      Question(
        id: "q-\(group.id)", label: Label(same: group.id), groups: [group.id],
        published: published.contains(group.id)
          ? ["w1": DocumentReference(document: "004", line: 1)] : [:])
    }
    var invitations: [[String]] = []
    var answers: [[String]] = []
    for wave in ["w0", "w1"] {
      for group in groups {
        for person in 0..<group.asked {
          let respondent = "\(wave)-\(group.id)-\(person)"
          let isReturned = person < group.answered
          invitations.append(
            [wave, respondent, group.id, isReturned ? "complete" : "refusal", "false"])
          if isReturned, person < toQuestion[group.id] ?? group.answered {
            answers.append([wave, respondent, "q-\(group.id)", "ja"])
          }
        }
      }
    }
    let cube = try SurveyFixture.cube(definition, invitations: invitations, answers: answers)
    return SurveyFixture.published(cube, minimum: 5)
  }

  /// How many of groups a, b and c answered, whose question was published, and what of a, b, c and
  /// everyone is withheld in the wave that was published.
  struct Case: Sendable {
    var answered: [Int]
    var published: Set<String>
    var withheld: [WithholdingReason?]

    init(_ answered: [Int], _ published: Set<String>, _ withheld: [WithholdingReason?]) {
      (self.answered, self.published, self.withheld) = (answered, published, withheld)
    }
  }

  private static let cases: [Case] = [
    // Nothing was published: how many answered tells of no answer.
    Case([3, 6, 9], [], [nil, nil, nil, nil]),
    // Six answered what was published: it comes out with its base.
    Case([3, 6, 9], ["b"], [nil, nil, nil, nil]),
    // One group alone is everyone without the others; the smallest of these is withheld too.
    Case([3, 6, 9], ["a"], [.few, .complementary, nil, nil]),
    Case([3, 9, 6], ["a"], [.few, nil, .complementary, nil]),
    Case([3, 2, 9], ["a", "b"], [.few, .few, nil, nil]),
    // Nobody else answered: the group is everyone.
    Case([3, 0, 0], ["a"], [.few, nil, nil, .few]),
    // All together are few.
    Case([2, 1, 0], ["a"], [.few, nil, nil, .few]),
    Case([0, 6, 9], ["a"], [nil, nil, nil, nil]),
  ]

  @Test("groups behind a published question of few", arguments: cases)
  func reasons(_ expected: Case) throws {
    let groups = zip(["a", "b", "c"], expected.answered).map {
      (id: $0, asked: $1 + 1, answered: $1)
    }
    let survey = try Self.survey(groups, published: expected.published)
    let found: [WithholdingReason?] = ["a", "b", "c", nil].map {
      survey.disclosure.reasonForResponses(wave: "w1", group: $0)
    }
    #expect(found == expected.withheld)
    // The wave before was not published.
    #expect(survey.disclosure.reasonForResponses(wave: "w0", group: "a") == nil)
  }

  @Test("no table of a page tells how many of such a group were asked or answered")
  func tables() throws {
    let survey = try Self.survey(
      [("a", 4, 3), ("b", 8, 6), ("c", 12, 9)], published: ["a"])
    let blocks = SurveySection.blocks(of: [survey], year: 2023)
    let figures: Set<String> = [
      "invited", "base", "answered", "returned", "complete", "refusal", "rr1_percent",
      "rr2_percent", "response_rate_percent", "rr2_change_points", "answered_now", "rate_now",
    ]
    var seen: Set<String> = []
    for case .table(let table) in blocks
    where table.columns.contains(where: { $0.id == "group" }) {
      for row in table.rows.indices where table.key(of: row).split(separator: "/").last == "a" {
        for (place, column) in table.columns.enumerated() where figures.contains(column.id) {
          seen.insert(table.id)
          #expect(
            table.rows[row].cells[place].fact?.isWithheld ?? true,
            "\(table.id) \(column.id)")
        }
      }
    }
    #expect(seen.isSuperset(of: ["enkat-response", "enkat-groups", "enkat-response-change"]))
    // The question of the group, compared with the wave before, tells no number either.
    let compared = try #require(
      blocks.lazy.compactMap { block -> ReportTable? in
        if case .table(let table) = block, table.id == "enkat-comparison" { table } else { nil }
      }.first)
    for column in ["answered", "previous_answered"] {
      #expect(compared.fact(row: "q-a", column: column)?.isWithheld == true)
      #expect(compared.fact(row: "q-c", column: column)?.isWithheld == false)
    }
    // Nor does the table of all waves, of the wave that was published.
    let waves = try #require(
      blocks.lazy.compactMap { block -> ReportTable? in
        if case .table(let table) = block, table.id == "enkat-response-by-wave" {
          table
        } else {
          nil
        }
      }.first)
    #expect(waves.fact(row: "a", column: "rr2_w0_percent")?.value == .share(0.75))
    #expect(waves.fact(row: "a", column: "rr2_w1_percent")?.isWithheld == true)
    #expect(waves.fact(row: "c", column: "rr2_w1_percent")?.value == .share(0.75))
    #expect(waves.fact(row: Member.totalID, column: "rr2_w1_percent")?.value == .share(0.75))
    // The total and the group that is left are told: their difference is of two groups.
    let table = try #require(
      blocks.lazy.compactMap { block -> ReportTable? in
        if case .table(let table) = block, table.id == "enkat-response" { table } else { nil }
      }.first)
    #expect(table.fact(row: "c", column: "returned")?.value == .count(9))
    #expect(table.fact(row: Member.totalID, column: "returned")?.value == .count(18))
    #expect(
      table.notes.last?.label.swedish.contains("ett sådant tal skulle annars kunna räknas ut")
        == true)
  }

  @Test("no part of a published question of few tells how many answered it") func parts() throws {
    let survey = try Self.survey(
      [("a", 8, 6), ("b", 12, 9)], toQuestion: ["a": 3], published: ["a"])
    // Six of the group answered something.
    #expect(survey.disclosure.reasonForResponses(wave: "w1", group: "a") == nil)
    func table(_ id: String) throws -> ReportTable {
      try #require(
        SurveySection.blocks(of: [survey], year: 2023).lazy.compactMap { block -> ReportTable? in
          if case .table(let table) = block, table.id == id { table } else { nil }
        }.first)
    }
    let questions = try table("enkat-questions")
    let groups = try table("enkat-groups")
    #expect(questions.fact(row: "q-a", column: "answered")?.isWithheld == true)
    #expect(questions.fact(row: "q-a", column: "response_rate_percent")?.value == .share(0.375))
    for column in ["invited", "base", "answered", "response_rate_percent"] {
      #expect(groups.fact(row: "q-a/a", column: column)?.isWithheld == true)
      #expect(groups.fact(row: "q-b/b", column: column)?.isWithheld == false)
    }
    // The wave before was not published.
    #expect(!survey.disclosure.hidesBase(wave: "w0", question: "q-a", part: .group("a")))
    #expect(survey.disclosure.hidesBase(wave: "w1", question: "q-a", part: .group("a")))
  }

  @Test("of a page that shows nobody's responses a sentence says so") func everyone() throws {
    let survey = try Self.survey([("a", 4, 3)], published: ["a"])
    let blocks = SurveySection.blocks(of: [survey], year: 2023)
    let sentences = blocks.compactMap { block -> String? in
      if case .paragraph(let sentence) = block { sentence.label.english } else { nil }
    }
    #expect(sentences.contains { $0.hasPrefix("How many answered is not shown") })
    #expect(!sentences.contains { $0.contains("3 of 4") })
  }
}

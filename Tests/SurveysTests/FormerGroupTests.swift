import Labels
import Surveys
import Testing

/// Groups that were renamed, and groups that became one.
@Suite struct FormerGroupTests {
  private static let definition: SurveyDefinition = {
    var definition = Narvard.definition(waves: [
      Narvard.wave("2024-01"), Narvard.wave("2025-01", year: 2025),
    ])
    definition.groups = [
      RecipientGroup(
        id: "ab", label: Label(same: "AB"),
        former: [
          FormerGroup(id: "a", label: Label(same: "A"), change: .merged),
          FormerGroup(id: "b", label: Label(same: "B"), change: .merged),
        ]),
      RecipientGroup(
        id: "c", label: Label(same: "C"),
        former: [FormerGroup(id: "k", label: Label(same: "K"), change: .renamed)]),
    ]
    definition.questions = [Question(id: "q", label: Label(same: "q"))]
    return definition
  }()

  @Test("people of an old group count in the new one") func counted() throws {
    let people = [
      ["2024-01", "p1", "a", "complete"], ["2024-01", "p2", "b", "complete"],
      ["2024-01", "p3", "k", "complete"], ["2025-01", "p1", "ab", "complete"],
      ["2025-01", "p3", "c", "complete"],
    ]
    let data = SurveyData(
      definition: Self.definition,
      invitations: table("invitations", ["wave", "respondent", "group", "disposition"], people),
      responses: table(
        "responses", ["wave", "respondent", "q"], people.map { [$0[0], $0[1], "ja"] }))
    #expect(data.diagnostics.isEmpty, "\(data.diagnostics)")
    let cube = data.cube()
    #expect(cube.dispositions(wave: "2024-01", group: "ab").returned == 2)
    #expect(cube.dispositions(wave: "2024-01", group: "c").returned == 1)
    // Who was in A is in AB both times.
    #expect(cube.persons(wave: "2025-01", with: "2024-01", group: "ab") == 1)
  }

  @Test("numbers of groups that became one are added up") func numbers() {
    let data = SurveyData(
      definition: Self.definition,
      population: [
        table(
          "population", ["wave", "group", "invited"],
          [["2024-01", "a", "3"], ["2024-01", "b", "4"], ["2025-01", "ab", "7"]])
      ],
      responses: [table("responses", ["wave", "group", "q"], [["2024-01", "b", "ja"]])])
    #expect(data.diagnostics.isEmpty, "\(data.diagnostics)")
    #expect(data.cube().dispositions(wave: "2024-01", group: "ab").invited == 7)
  }
}

import Diagnostics
import Labels
import Surveys
import Testing

/// Groups by number: what `population.csv` says of a survey without a list of persons.
@Suite struct PopulationTests {
  private static let waves = [Narvard.wave("2024-01"), Narvard.wave("2025-01", year: 2025)]

  private static func definition(groups: [String] = ["a", "b"]) -> SurveyDefinition {
    SurveyDefinition(
      id: "e", title: Label(same: "E"), scale: Narvard.scale,
      groups: groups.map { RecipientGroup(id: $0, label: Label(same: $0)) }, waves: waves,
      questions: [Question(id: "q", label: Label(same: "q"))],
      location: SourceLocation(file: "survey.yaml"))
  }

  private static func read(
    _ population: [[String]], _ responses: [[String]],
    columns: [String] = ["wave", "group", "q"], groups: [String] = ["a", "b"]
  ) -> SurveyData {
    SurveyData(
      definition: definition(groups: groups),
      population: [table("population", ["wave", "group", "invited"], population)],
      responses: [table("responses", columns, responses)])
  }

  /// 8 and 15 invited; 2 of a and 1 of b answered.
  private static let population = [["2024-01", "a", "8"], ["2024-01", "b", "15"]]
  private static let responses = [
    ["2024-01", "a", "ja"], ["2024-01", "a", "nej"], ["2024-01", "b", "ja"],
  ]

  @Test("rates and bases are those of the groups' numbers") func rates() throws {
    let data = Self.read(Self.population, Self.responses)
    #expect(data.diagnostics.isEmpty, "\(data.diagnostics)")
    #expect(!data.isList)
    let result = try data.cube().result(wave: "2024-01")
    #expect(result.counts.invited == 23)
    #expect(result.counts.returned == 3)
    #expect(result.rates.rr2 == 3.0 / 23)
    #expect(result.groups.map(\.outcome.counts.invited) == [8, 15])
    #expect(result.groups.map(\.outcome.counts.returned) == [2, 1])
    let question = try #require(result.question("q"))
    #expect(question.base == QuestionBase(answered: 3, notReturned: 20))
    #expect(question.byGroup.map(\.positive) == [1, 1])
  }

  /// A list of the same persons is the slow reference: the cubes are the same.
  @Test("a list of persons with these numbers gives the same cube") func sameAsList() {
    let people =
      (0..<8).map { ["2024-01", "a\($0)", "a", $0 < 2 ? "complete" : "non-contact"] }
      + (0..<15).map { ["2024-01", "b\($0)", "b", $0 < 1 ? "complete" : "non-contact"] }
    let list = SurveyData(
      definition: Self.definition(),
      invitations: table("invitations", ["wave", "respondent", "group", "disposition"], people),
      responses: table(
        "responses", ["wave", "respondent", "q"],
        [["2024-01", "a0", "ja"], ["2024-01", "a1", "nej"], ["2024-01", "b0", "ja"]]))
    #expect(list.isList)
    #expect(list.cube() == Self.read(Self.population, Self.responses).cube())
  }

  @Test("pseudonyms link the waves of persons that no list names") func pseudonyms() {
    let data = Self.read(
      [["2024-01", "a", "3"], ["2025-01", "a", "3"]],
      [["2024-01", "a", "p", "ja"], ["2025-01", "a", "p", "ja"], ["2025-01", "a", "r", "nej"]],
      columns: ["wave", "group", "respondent", "q"])
    #expect(data.diagnostics.isEmpty, "\(data.diagnostics)")
    #expect(data.cube().persons(wave: "2025-01", with: "2024-01") == 1)
  }

  @Test("long responses need respondents, and may have them") func long() throws {
    let columns = ["wave", "group", "respondent", "question", "answer"]
    let data = Self.read(
      Self.population, [["2024-01", "a", "p", "q", "ja"], ["2024-01", "a", "r", "q", "nej"]],
      columns: columns)
    #expect(data.diagnostics.isEmpty, "\(data.diagnostics)")
    #expect(try data.cube().result(wave: "2024-01").counts.returned == 2)
    let without = Self.read(
      Self.population, [["2024-01", "a", "q", "ja"]],
      columns: ["wave", "group", "question", "answer"])
    #expect(without.diagnostics.map(\.message).contains { $0.contains("no column 'respondent'") })
  }

  @Test("a survey of one group needs no column of groups") func oneGroup() throws {
    let data = Self.read(
      [["2024-01", "a", "4"]], [["2024-01", "ja"]], columns: ["wave", "q"], groups: ["a"])
    #expect(data.diagnostics.isEmpty, "\(data.diagnostics)")
    #expect(try data.cube().result(wave: "2024-01").counts.invited == 4)
  }

  @Test(
    "what contradicts itself is told, with its line",
    arguments: [
      (
        [["2024-01", "a", "1"]], [["2024-01", "a", "ja"], ["2024-01", "a", "ja"]],
        "more of group 'a' answered in wave '2024-01' than were invited", "population.csv:2", 2
      ),
      (
        [["2024-01", "a", "-1"]], [["2024-01", "a", "ja"]],
        "column 'invited' holds no number of persons", "population.csv:2", 0
      ),
      (
        [["2024-01", "a", "många"]], [["2024-01", "a", "ja"]],
        "column 'invited' holds no number of persons", "population.csv:2", 0
      ),
      (
        [["2024-01", "a", "4"], ["2024-01", "b", "9999999"]], [["2024-01", "a", "ja"]],
        "column 'invited' holds no number of persons", "population.csv:3", 4
      ),
      (
        [["2024-01", "a", "3"], ["2024-01", "c", "3"]], [["2024-01", "a", "ja"]],
        "column 'group' holds no known group", "population.csv:3", 3
      ),
      (
        [["2024-01", "a", "3"], ["2024-02", "a", "3"]], [["2024-01", "a", "ja"]],
        "column 'wave' holds no known wave", "population.csv:3", 3
      ),
      (
        [["2024-01", "a", "3"], ["2024-01", "a", "4"]], [["2024-01", "a", "ja"]],
        "group 'a' stands twice for wave '2024-01'", "population.csv:3", 3
      ),
      (
        [["2024-01", "a", "3"]], [["2024-01", "a", "ja"], ["2024-01", "b", "ja"]],
        "group 'b' answers in wave '2024-01', but nobody says how many it is", "responses.csv:3", 3
      ),
      (
        [["2024-01", "a", "3"]], [["2024-01", "a", "ja"], ["2024-01", "c", "ja"]],
        "column 'group' holds no known group", "responses.csv:3", 3
      ),
    ])
  func contradictions(
    population: [[String]], responses: [[String]], message: String, place: String, invited: Int
  ) throws {
    let data = Self.read(population, responses)
    let problem = try #require(
      data.diagnostics.first { $0.message == message }, "\(data.diagnostics)")
    #expect(problem.severity == .error)
    #expect(problem.location.description == place)
    #expect(!problem.fixes.isEmpty)
    #expect(data.cube().dispositions(wave: "2024-01").invited == invited)
  }

  @Test("a respondent who answers twice counts once") func twice() throws {
    let data = Self.read(
      Self.population, [["2024-01", "a", "p", "ja"], ["2024-01", "a", "p", "nej"]],
      columns: ["wave", "group", "respondent", "q"])
    #expect(data.diagnostics.map(\.code) == ["survey-duplicate"])
    #expect(try data.cube().result(wave: "2024-01").counts.returned == 1)
  }
}

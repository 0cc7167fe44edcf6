import Diagnostics
import Labels
import Statistics
import Surveys
import Tables
import Testing

/// Questions of every type, counted from small data of which the figures are seen at a glance.
struct QuestionTypeTests {
  /// A survey of one group in two waves, each person answering one text to the question `q`.
  static func data(
    _ questions: [Question], _ rows: [[String: String]], earlier: [[String: String]] = [],
    areSame: Bool = false
  ) -> SurveyData {
    let waves = [Narvard.wave("w0", year: 2023), Narvard.wave("w1")]
    let definition = SurveyDefinition(
      id: "a/s", title: Label(same: "S"), scale: AnswerScale(answers: []),
      groups: [RecipientGroup(id: "alla", label: Label(same: "Alla"))], waves: waves,
      questions: questions, location: SourceLocation(file: "survey.yaml"))
    let people = [("w0", earlier), ("w1", rows)].flatMap { wave, rows in
      rows.enumerated().map { (wave, areSame ? "r\($0)" : "\(wave)-\($0)", $1) }
    }
    var columns: [String] = []
    for column in questions.compactMap(\.column) where !columns.contains(column) {
      columns.append(column)
    }
    return SurveyData(
      definition: definition,
      invitations: table(
        "invitations", ["wave", "respondent", "group", "disposition"],
        people.map { [$0, $1, "alla", $2["away"] == nil ? "complete" : "refusal"] }),
      responses: table(
        "responses", ["wave", "respondent"] + columns,
        people.filter { $2["away"] == nil }.map { wave, person, cells in
          [wave, person] + columns.map { cells[$0] ?? "" }
        }))
  }

  static func question(_ id: String, _ kind: QuestionKind, _ scale: AnswerScale?) -> Question {
    var question = Question(id: id, label: Label(same: id), scale: scale)
    question.kind = kind
    return question
  }

  static func parts(_ id: String, _ kind: QuestionKind, _ answers: [String]) -> [Question] {
    let options = answers.map { AnswerOption(id: $0, label: Label("\($0)en", "the \($0)")) }
    return options.enumerated().map { position, option in
      var part = question(
        "\(id)-\(option.id)", kind, kind == .several ? .chosen : .places(answers.count))
      part.parent = QuestionParent(
        id: id, label: Label(same: id), part: option.label, options: options, position: position)
      return part
    }
  }

  // MARK: Several answers and rankings

  @Test("a cell of several answers counts for each, whatever the order, spelling and last sign")
  func several() throws {
    let data = Self.data(
      Self.parts("k", .several, ["tel", "mejl", "brev"]),
      ["tel;mejl", "The Mejl;", " TELEN ", "", "vet ej", "tel;fax", "brev;tel;mejl"].map {
        ["k": $0]
      }
    )
    let result = try data.cube().result(wave: "w1")
    #expect(result.questions.map(\.positive) == [3, 3, 1])
    for row in result.questions {
      #expect(row.base == QuestionBase(answered: 4, missing: 3))
    }
    // The fax is told once and not once a part, without the text in the message.
    let told = data.diagnostics.filter { $0.code == "survey-answer" }
    #expect(told.map(\.message) == ["question 'k' holds a text that is not on the scale"])
    #expect(told.map(\.location.line) == [7] && told[0].value == "tel;fax")
  }

  @Test("a ranking counts places, and the unranked apart")
  func ranking() throws {
    let data = Self.data(
      Self.parts("p", .ranking, ["a", "b", "c"]),
      ["a;b;c", "b;a;c", "the b;a", "a;a;b", ""].map { ["p": $0] })
    let result = try data.cube().result(wave: "w1")
    #expect(result.question("p-a")?.counts.map(\.count) == [1, 2, 0, 0])
    #expect(result.question("p-b")?.counts.map(\.count) == [2, 1, 0, 0])
    #expect(result.question("p-c")?.counts.map(\.count) == [0, 0, 2, 1])
    #expect(result.question("p-a")?.scores?.mean == 5.0 / 3)
    #expect(result.question("p-c")?.base.missing == 2)
    #expect(data.diagnostics.filter { $0.code == "survey-answer" }.count == 1)
  }

  // MARK: Numbers, days, texts

  @Test("numbers are read as people write them, within their range")
  func numbers() throws {
    var question = Self.question("n", .number, .found("n"))
    question.numbers = NumberRange(minimum: 0, maximum: 2000)
    let data = Self.data(
      [question], ["10", "1 000", "2,5", "2.5", "-1", "femton", "vet ej", ""].map { ["n": $0] })
    let row = try #require(data.cube().result(wave: "w1").question("n"))
    #expect(row.counts.map(\.option.id) == ["2.5", "10", "1000"])
    #expect(row.counts.map(\.count) == [2, 1, 1])
    #expect(row.scores?.mean == 253.75)
    let told = data.diagnostics.filter { $0.code == "survey-answer" }
    #expect(told.count == 2)
    #expect(told.first?.message == "question 'n' holds a text that is no number that it takes")
    #expect(told.first?.reason == "it counts as missing; it takes a number from 0 up to 2000")
    #expect(
      told.allSatisfy { !$0.message.contains("femton") && !($0.reason ?? "").contains("femton") })
  }

  @Test(
    "days are counted by month, year or ten years, whichever makes at most twelve",
    arguments: [
      (["2024-11-02", "2025-01-30 13:00"], ["2024-11", "2024-12", "2025-01"], [1, 0, 1]),
      (["2023-12-31", "2025-01-01"], ["2023", "2024", "2025"], [1, 0, 1]),
      (["1999-05-05", "2012-05-05"], ["1990-1999", "2000-2009", "2010-2019"], [1, 0, 1]),
      (["1999-13-05"], [], []),
      (["2024-11-02", "9999-12-31", "0224-11-02"], ["2024-11"], [1]),
    ])
  func days(texts: [String], periods: [String], counts: [Int]) throws {
    let data = Self.data(
      [Self.question("d", .date, .found("d"))], texts.map { ["d": $0] })
    let row = try #require(data.cube().withPeriods().result(wave: "w1").question("d"))
    #expect(row.counts.map(\.option.id) == periods)
    #expect(row.counts.map(\.count) == counts)
  }

  @Test("free text is counted, kept apart from the counts, and told only by wave and question")
  func texts() throws {
    let data = Self.data(
      [Self.question("t", .text, .written)],
      ["B sa hen", "vet ej", "", " a sa hen "].map { ["t": $0] })
    let cube = data.cube()
    let row = try #require(cube.result(wave: "w1").question("t"))
    #expect(row.base == QuestionBase(answered: 2, missing: 2))
    #expect(!"\(cube)".contains("sa hen"))
    #expect(data.comments == ["w1": ["t": ["B sa hen", "a sa hen"]]])
  }

  @Test("of two free texts to one question the first is kept, as it is the one that counts")
  func twoTexts() {
    let asked = Self.data([Self.question("t", .text, .written)], [["t": "x"]]).definition
    let data = SurveyData(
      definition: asked,
      invitations: table(
        "invitations", ["wave", "respondent", "group", "disposition"],
        [["w1", "a", "alla", "complete"]]),
      responses: table(
        "responses", ["wave", "respondent", "question", "answer"],
        [["w1", "a", "t", "first"], ["w1", "a", "t", "second"]]))
    #expect(data.comments == ["w1": ["t": ["first"]]])
  }

  // MARK: Conditions

  @Test("a conditional question has the base of those who were asked it; others are told")
  func conditions() throws {
    let yes = AnswerScale.builtIn["yes-partly-no"]
    var follow = Self.question("hur", .one, yes)
    follow.condition = [AnswerRequirement(["stod": ["delvis", "nej"]])]
    var third = Self.question("sen", .one, yes)
    third.condition = [AnswerRequirement(["hur": ["ja"]])]
    let data = Self.data(
      [Self.question("stod", .one, yes), follow, third],
      [
        ["stod": "ja", "hur": "nej", "sen": "ja"], ["stod": "delvis", "hur": "ja", "sen": "nej"],
        ["stod": "nej"], ["hur": "ja"], ["away": "1"], ["stod": "nej", "hur": "ej aktuellt"],
      ])
    let result = try data.cube().result(wave: "w1")
    #expect(result.question("stod")?.base.invited == 6)
    #expect(
      result.question("hur")?.base == QuestionBase(answered: 1, notApplicable: 1, missing: 1))
    #expect(result.question("sen")?.base == QuestionBase(answered: 1))
    let told = data.diagnostics.filter { $0.code == "survey-not-asked" }
    #expect(
      told.map(\.message) == [
        "a respondent answers question 'hur', which was not asked of everybody",
        "a respondent answers question 'hur', which was not asked of everybody",
        "a respondent answers question 'sen', which was not asked of everybody",
      ])
    // The table for SQL holds no row for those who were not asked.
    let codes = data.answersTable.rowCount
    #expect(codes == 6 + 3 + 1)
  }

  // MARK: Indices

  /// Nine items of HME, `x` the steps of each of three people; the sub-indices and the index by the formula
  /// of SKR, (x − 1) / 4 · 100.
  @Test("an index is the mean of its items on 0–100; HME the mean of its three sub-indices")
  func indices() throws {
    let agree = AnswerScale.builtIn["agree-5"]
    var questions = (1...9).map { Self.question("i\($0)", .one, agree) }
    let parts = [("m", 1...3), ("l", 4...6), ("s", 7...9)]
    for (id, items) in parts {
      var index = Self.question(id, .index, .found(id))
      index.index = IndexParts(items: items.map { "i\($0)" }, required: id == "s" ? 2 : nil)
      questions.append(index)
    }
    var hme = Self.question("hme", .index, .found("hme"))
    hme.index = IndexParts(items: ["m", "l", "s"])
    questions.append(hme)
    func cells(_ steps: [String]) -> [String: String] {
      Dictionary(uniqueKeysWithValues: steps.enumerated().map { ("i\($0 + 1)", $1) })
    }
    let data = Self.data(
      questions,
      [
        cells(["5", "5", "5", "3", "3", "3", "1", "2", "3"]),
        // Two of three are enough for steering here, and not for motivation.
        cells(["5", "", "5", "1", "1", "1", "1", "", "5"]),
        cells(["4", "5", "4", "2", "1", "2", "5", "5", "4"]),
      ])
    #expect(data.definition.problems == [])
    let result = try data.cube().result(wave: "w1")
    func values(_ id: String) -> [Double] {
      (result.question(id)?.counts ?? []).flatMap { count in
        Array(repeating: count.option.score ?? .nan, count: count.count)
      }
    }
    // (75 + 100 + 75) / 3 and 100; two of three steps of the third person are 4, one is 5.
    #expect(values("m") == [83.333333333, 100])
    #expect(values("l") == [0, 16.666666667, 50])
    #expect(values("s") == [25, 50, 91.666666667])
    // (100 + 50 + 25) / 3 and (83.3 + 16.7 + 91.7) / 3.
    #expect(values("hme") == [58.333333333, 63.888888889])
    #expect(result.question("hme")?.base == QuestionBase(answered: 2, missing: 1))
    // Alpha of those two who answered all nine, as the library has it of their answers.
    let items = [[5, 4], [5, 5], [5, 4], [3, 2], [3, 1], [3, 2], [1, 5], [2, 5], [3, 4]]
    let alpha = try Reliability(items: items.map { $0.map(Double.init) }).cronbachsAlpha()
    let found = try #require(data.cube().waves["w1"]?.alphas["hme"])
    #expect(abs(found.alpha.value - alpha.value) < 1e-12)
    #expect(found.answered == 2)
  }

  @Test("an index of items that are not there or cannot be rescaled is told")
  func indexProblems() {
    var index = Self.question("x", .index, .found("x"))
    index.index = IndexParts(items: ["a", "t", "nr", "borta"], required: 5)
    let definition = Self.data(
      [
        Self.question("a", .one, AnswerScale.builtIn["agree-5"]),
        Self.question("t", .one, AnswerScale.builtIn["yes-no"]),
        Self.question("nr", .number, .found("nr")), index,
        Self.question("r", .rating, AnswerScale.builtIn["yes-no"]),
      ], []
    ).definition
    #expect(
      definition.problems.map(\.message) == [
        "index 'x' cannot rescale its item 't'", "index 'x' cannot rescale its item 'nr'",
        "index 'x' has an unknown item 'borta'", "index 'x' of 4 items requires 5",
        "the scale of rating 'r' has no scores to take the mean of",
      ])
  }

  @Test("a condition on what is not there, comes later or has no answers is told")
  func conditionProblems() {
    var question = Self.question("b", .one, AnswerScale.builtIn["yes-no"])
    question.condition = [
      AnswerRequirement(["a": ["ja", "kanske"]]), AnswerRequirement(["c": ["ja"]]),
      AnswerRequirement(["n": ["1"]]),
    ]
    let definition = Self.data(
      [
        Self.question("a", .one, AnswerScale.builtIn["yes-no"]),
        Self.question("n", .number, .found("n")), question,
        Self.question("c", .one, AnswerScale.builtIn["yes-no"]),
      ], []
    ).definition
    #expect(
      definition.problems.map(\.message) == [
        "question 'b' is asked after answer 'kanske', which 'a' does not have",
        "question 'b' is asked after 'c', which is no question before it",
        "question 'b' is asked after answers to 'n', which has none to name",
      ])
  }

  // MARK: Changes of means

  private static let before = [3, 4, 2, 3, 3, 4, 2, 3]
  private static let after = [4, 5, 3, 3, 4, 5, 3, 5]

  private static func change(areSame: Bool) throws -> MeanChange {
    let data = data(
      [question("r", .rating, AnswerScale.builtIn["agree-5"])], after.map { ["r": "\($0)"] },
      earlier: before.map { ["r": "\($0)"] }, areSame: areSame)
    let comparison = try data.cube().comparison(wave: "w1", with: "w0")
    #expect(comparison.questions[0].share == nil && comparison.tested == 1)
    return try #require(comparison.questions[0].mean)
  }

  @Test("a mean of different persons is tested by Welch, of the same by pairs")
  func meanChanges() throws {
    let (old, new) = (Self.before.map(Double.init), Self.after.map(Double.init))
    let different = try Self.change(areSame: false)
    let welch = try TTest.welch(new, old)
    #expect(different.method == .welch && different.pairs == nil)
    #expect(abs((different.pValue ?? 0) - welch.test.pValue) < 1e-12)
    #expect(abs((different.interval?.lower ?? 0) - welch.difference.interval.lower) < 1e-12)
    let same = try Self.change(areSame: true)
    let paired = try TTest.paired(new, old)
    #expect(same.method == .paired && same.pairs == 8)
    #expect(abs((same.pValue ?? 0) - paired.test.pValue) < 1e-12)
    #expect(same.evidence == .rose && same.difference == 1)
    #expect(abs((same.interval?.upper ?? 0) - paired.difference.interval.upper) < 1e-12)
  }

  @Test("equal answers are not tested, few are not either")
  func untested() throws {
    func change(_ old: [Int], _ new: [Int]) throws -> MeanChange? {
      let data = Self.data(
        [Self.question("r", .rating, AnswerScale.builtIn["agree-5"])], new.map { ["r": "\($0)"] },
        earlier: old.map { ["r": "\($0)"] })
      return try data.cube().comparison(wave: "w1", with: "w0").questions[0].mean
    }
    #expect(try change([3, 3, 3, 3, 3], [4, 4, 4, 4, 4])?.evidence == .noEvidence)
    #expect(try change([3, 3, 3, 3], [4, 5, 4, 4, 4])?.evidence == .tooFew)
    #expect(try change([], [4, 5, 4, 4, 4]) == nil)
  }
}

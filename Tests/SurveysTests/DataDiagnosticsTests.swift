import Diagnostics
import Labels
import Surveys
import Tables
import Testing

/// What is wrong with the data, as whole messages. A small survey: one person of each kind.
struct DataDiagnosticsTests {
  static let definition: SurveyDefinition = {
    var definition = Narvard.definition(waves: [
      Narvard.wave("2023-08", year: 2023), Narvard.wave("2024-01", instrument: "v2"),
    ])
    definition.groups = [
      RecipientGroup(id: "styrgrupp", label: Label("Styrgrupp", "Steering group")),
      RecipientGroup(id: "samrad", label: Label("Samråd", "Council")),
    ]
    definition.questions = [
      Question(id: "konferens", label: Label(same: "K"), groups: ["styrgrupp"]),
      Question(id: "tillganglig", label: Label(same: "T")),
      Question(id: "protokoll", label: Label(same: "P"), versions: ["v2"]),
    ]
    return definition
  }()

  static let invited = [["2024-01", "a", "styrgrupp", "complete", "", ""]]
  static let answered = ["2024-01", "a", "ja", "ja", "ja"]

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var invitations = DataDiagnosticsTests.invited
    var responses = [DataDiagnosticsTests.answered]
    /// `nil` for the wide columns.
    var columns = ["wave", "respondent", "konferens", "tillganglig", "protokoll"]
    let messages: [String]
  }

  static let cases = [
    Case(testDescription: "sound data", messages: []),
    Case(
      testDescription: "unknown wave of an invitation",
      invitations: invited + [["2024-02", "b", "samrad", "refusal", "", ""]],
      messages: [
        """
        invitations.csv:3: error[survey-wave]: column 'wave' holds no known wave
          the invitation is not counted
          fix: did you mean '2024-01'?
          value: '2024-02'
        """
      ]),
    Case(
      testDescription: "no wave",
      invitations: invited + [["", "b", "samrad", "refusal", "", ""]],
      messages: [
        """
        invitations.csv:3: error[survey-wave]: column 'wave' is empty
          the invitation is not counted
          fix: give the wave
        """
      ]),
    Case(
      testDescription: "unknown group, told once; the responses are not blamed too",
      invitations: [
        ["2024-01", "a", "styrgrup", "complete", "", ""],
        ["2024-01", "b", "styrgrup", "refusal", "", ""],
        ["2024-01", "c", "styrgrup", "refusal", "", ""],
      ],
      messages: [
        """
        invitations.csv:2: error[survey-group]: column 'group' holds no known group
          the invitation is not counted; 2 more rows have the same problem
          fix: did you mean 'styrgrupp'?
          value: 'styrgrup'
        """,
        """
        survey.yaml: error[survey-unmatched]: nobody is invited to survey 'narvard'
          no row of the invitations names a wave and a group of the survey
          fix: see that waves and groups are named as in the invitations
        """,
      ]),
    Case(
      testDescription: "invitations of a header alone", invitations: [], responses: [],
      messages: [
        """
        survey.yaml: error[survey-unmatched]: nobody is invited to survey 'narvard'
          no row of the invitations names a wave and a group of the survey
          fix: see that waves and groups are named as in the invitations
        """
      ]),
    Case(
      testDescription: "no answer is on the scale",
      responses: [["2024-01", "a", "1", "1", "1"]],
      messages: ["konferens", "tillganglig", "protokoll"].map { question in
        """
        responses.csv:2: error[survey-answer]: question '\(question)' holds a text that is not on the \
        scale
          it counts as missing; the scale has ja, delvis, nej
          fix: correct the answer
          fix: add the text to the labels of an answer of the scale
          fix: add the text to the scale's missing or not-applicable texts
          value: '1'
        """
      } + [
        """
        survey.yaml: error[survey-unmatched]: no answer of wave '2024-01' can be counted
          1 person is said to have returned the survey, and no question that they were asked has an \
        answer on the scale
          fix: see that waves, respondents and questions are named as in the responses
          fix: see that the scale has the texts of the responses
        """
      ]),
    Case(
      testDescription: "unknown disposition",
      invitations: invited + [["2024-01", "b", "samrad", "refused", "", ""]],
      messages: [
        """
        invitations.csv:3: error[survey-disposition]: column 'disposition' holds no known disposition
          the invitation is not counted
          fix: did you mean 'refusal'?
          value: 'refused'
        """
      ]),
    Case(
      testDescription: "no respondent",
      invitations: invited + [["2024-01", " ", "samrad", "refusal", "", ""]],
      messages: [
        """
        invitations.csv:3: error[survey-respondent]: column 'respondent' is empty
          the row is not counted
          fix: give every person an id of their own
        """
      ]),
    Case(
      testDescription: "invited twice in a wave, and once in another",
      invitations: invited + [
        ["2024-01", "a", "samrad", "refusal", "", ""],
        ["2023-08", "a", "samrad", "refusal", "", ""],
      ],
      messages: [
        """
        invitations.csv:3: error[survey-duplicate]: a respondent is invited twice in wave '2024-01'
          the first invitation, at invitations.csv:2, counts; this one does not
          fix: remove one of the two
          fix: give each person an id of their own
          value: 'a'
        """
      ]),
    Case(
      testDescription: "substitute",
      invitations: [["2024-01", "a", "styrgrupp", "complete", "kanske", ""]],
      messages: [
        """
        invitations.csv:2: error[survey-substitute]: column 'substitute' holds neither true nor false
          the person counts as an ordinary member
          fix: write true for a substitute, false or nothing for others
          value: 'kanske'
        """
      ]),
    Case(
      testDescription: "a response without invitation",
      responses: [
        answered, ["2024-01", "b", "ja", "ja", "ja"], ["2023-08", "a", "ja", "ja", ""],
      ],
      messages: [
        """
        responses.csv:3: error[survey-invitation]: a response in wave '2024-01' has no invitation
          the response is not counted, as it would belong to no base
          fix: add the respondent to the invitations of the wave
          fix: correct the respondent
          value: 'b'
        """,
        """
        responses.csv:4: error[survey-invitation]: a response in wave '2023-08' has no invitation
          the response is not counted, as it would belong to no base
          fix: add the respondent to the invitations of the wave
          fix: correct the respondent
          value: 'a'
        """,
      ]),
    Case(
      testDescription: "unknown wave of a response",
      responses: [answered, ["2024-10", "a", "ja", "ja", "ja"]],
      messages: [
        """
        responses.csv:3: error[survey-wave]: column 'wave' holds no known wave
          the response is not counted
          fix: did you mean '2024-01'?
          value: '2024-10'
        """
      ]),
    Case(
      testDescription: "a respondent answers twice",
      responses: [answered, ["2024-01", "a", "nej", "nej", "nej"]],
      messages: [
        """
        responses.csv:3: error[survey-duplicate]: a respondent responds twice in wave '2024-01'
          the first one counts; this one does not
          fix: remove one of the two
          fix: give each person an id of their own
          value: 'a'
        """
      ]),
    Case(
      testDescription: "an answer that is not on the scale stays out of the message",
      responses: [["2024-01", "a", "jaa", "ja", " Yes "]],
      messages: [
        """
        responses.csv:2: error[survey-answer]: question 'konferens' holds a text that is not on the \
        scale
          it counts as missing; the scale has ja, delvis, nej
          fix: correct the answer
          fix: add the text to the labels of an answer of the scale
          fix: add the text to the scale's missing or not-applicable texts
          value: 'jaa'
        """
      ]),
    Case(
      testDescription: "an answer to a question that the group does not get",
      invitations: [["2024-01", "a", "samrad", "complete", "", ""]],
      messages: [
        """
        responses.csv:2: warning[survey-not-asked]: group 'samrad' answers question 'konferens', \
        which it was not asked
          the answer is not counted
          fix: add 'samrad' to the groups of the question
        """
      ]),
    Case(
      testDescription: "words for nothing where a question was not asked",
      invitations: [["2024-01", "a", "samrad", "complete", "", ""]],
      responses: [["2024-01", "a", "Ej aktuellt", "ja", "ja"]], messages: []),
    Case(
      testDescription: "an answer to a question of another instrument",
      invitations: [["2023-08", "a", "styrgrupp", "partial", "", ""]],
      responses: [["2023-08", "a", "ja", "ja", "ja"]],
      messages: [
        """
        responses.csv:2: warning[survey-not-asked]: wave '2023-08' answers question 'protokoll', \
        which its instrument does not have
          the answer is not counted
          fix: add 'v1' to the versions of the question
        """
      ]),
    Case(
      testDescription: "complete without answers",
      invitations: invited + [["2024-01", "b", "samrad", "partial", "", ""]],
      messages: [
        """
        invitations.csv:3: warning[survey-disposition]: a respondent is 'partial' but has no answers
          every question counts as missing for the person
          fix: add the answers
          fix: change the disposition, for instance to non-contact or refusal
          value: 'b'
        """
      ]),
    Case(
      testDescription: "answers of someone who refused",
      invitations: [["2024-01", "a", "styrgrupp", "refusal", "", ""]],
      messages: [
        """
        invitations.csv:2: error[survey-disposition]: a respondent is 'refusal' but has answers
          the answers are not counted, so that rates and bases agree
          fix: change the disposition to complete or partial
          fix: remove the answers
          value: 'a'
        """
      ]),
    Case(
      testDescription: "a column that is no question, and a question without a column",
      columns: ["wave", "respondent", "konferens", "tilganglig", "protokoll"],
      messages: [
        """
        responses.csv: warning[survey-question]: column 'tilganglig' is no question of the survey
          the column is not counted
          fix: did you mean 'tillganglig'?
        """,
        """
        responses.csv: warning[survey-question]: no column holds question 'tillganglig', which wave \
        '2024-01' asked
          it counts as missing for everyone who returned the survey
          fix: rename column 'tilganglig' to 'tillganglig'
        """,
      ]),
    Case(
      testDescription: "no column for the respondent",
      columns: ["wave", "respondnet", "konferens", "tillganglig", "protokoll"],
      messages: [
        """
        responses.csv: error[survey-column]: table 'responses' has no column 'respondent'
          responses need wave, respondent
          fix: rename column 'respondnet' to 'respondent'
          found: wave, respondnet, konferens, tillganglig, protokoll
        """,
        """
        invitations.csv:2: warning[survey-disposition]: a respondent is 'complete' but has no answers
          every question counts as missing for the person
          fix: add the answers
          fix: change the disposition, for instance to non-contact or refusal
          value: 'a'
        """,
        """
        survey.yaml: error[survey-unmatched]: no answer of wave '2024-01' can be counted
          1 person is said to have returned the survey, and no question that they were asked has an \
        answer on the scale
          fix: see that waves, respondents and questions are named as in the responses
          fix: see that the scale has the texts of the responses
        """,
      ]),
    Case(
      testDescription: "long: unknown question and a question answered twice",
      responses: [
        ["2024-01", "a", "protokol", "ja"], ["2024-01", "a", "protokoll", "ja"],
        ["2024-01", "a", "protokoll", "nej"],
      ], columns: ["wave", "respondent", "question", "answer"],
      messages: [
        """
        responses.csv:2: error[survey-question]: column 'question' holds no known question
          the answer is not counted
          fix: did you mean 'protokoll'?
          value: 'protokol'
        """,
        """
        responses.csv:4: error[survey-duplicate]: a respondent answers question 'protokoll' twice in \
        wave '2024-01'
          the first one counts; this one does not
          fix: remove one of the two
          fix: give each person an id of their own
          value: 'a'
        """,
      ]),
  ]

  @Test(arguments: cases)
  func wholeMessages(_ example: Case) {
    let data = SurveyData(
      definition: Self.definition,
      invitations: table("invitations", Narvard.invitationColumns, example.invitations),
      responses: table("responses", example.columns, example.responses))
    #expect(data.diagnostics.map { $0.formatted(showingValue: true) } == example.messages)
    // Answers and respondents are personal: nothing of them without the value line.
    #expect(data.diagnostics.allSatisfy { !$0.description.contains("jaa") })
  }

  @Test(arguments: [[Narvard.wide(), Narvard.long()], [Narvard.long(), Narvard.wide()]])
  func theSameAnswersInTwoTablesAreCountedOnce(responses: [Table]) throws {
    let data = SurveyData(
      definition: Narvard.definition(),
      invitations: [table("invitations", Narvard.invitationColumns, Narvard.invitations())],
      responses: responses)
    #expect(Set(data.diagnostics.map(\.code)) == ["survey-duplicate"])
    #expect(
      try data.cube().result(wave: Narvard.wave) == Narvard.data().cube().result(wave: Narvard.wave)
    )
  }

  @Test func whatIsReportedIsNotCounted() throws {
    let data = SurveyData(
      definition: Self.definition,
      invitations: table(
        "invitations", Narvard.invitationColumns,
        [
          ["2024-01", "a", "styrgrupp", "complete", "", ""],
          ["2024-01", "b", "styrgrupp", "refusal", "", ""],
          ["2024-01", "c", "styrgrup", "complete", "", ""],
        ]),
      responses: table(
        "responses", ["wave", "respondent", "konferens"],
        [["2024-01", "a", "jaa"], ["2024-01", "b", "ja"], ["2024-01", "c", "ja"]]))
    let base = try #require(data.cube().result(wave: "2024-01").question("konferens")).base
    #expect(base == QuestionBase(answered: 0, notApplicable: 0, missing: 1, notReturned: 1))
  }

  @Test func unknownWaveIsRefused() {
    let expected = """
      survey.yaml: error[survey-wave]: survey 'narvard' has no wave '2024-1'
        fix: did you mean '2024-01'?
      """
    #expect {
      try Narvard.data().cube().result(wave: "2024-1")
    } throws: { error in
      (error as? Diagnostic)?.formatted() == expected
    }
  }

  @Test func anEmptySurveyGivesEmptyResults() throws {
    let data = SurveyData(definition: Narvard.definition(), invitations: [], responses: [])
    let result = try data.cube().result(wave: Narvard.wave)
    #expect(result.counts.total == 0 && result.rates.rr1 == nil)
    #expect(result.questions.count == 11)
    #expect(result.questions.allSatisfy { $0.responseRate == nil && $0.nearCensus == nil })
    #expect(result.questions.allSatisfy { $0.itemNonResponse == nil && $0.positiveShare == nil })
  }
}

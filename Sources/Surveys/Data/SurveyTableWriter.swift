internal import Tables

/// Writes chunks of a ``SurveyTable``: column by column, with one look-up a cell.
struct SurveyTableWriter {
  private let roster: Roster
  private let sheets: AnswerSheets
  private let names: DefinitionNames
  private let waves: CodedNames
  private let groups: CodedNames
  private let dispositions: CodedNames
  private let truths = CodedNames(["false", "true"])
  private let codes: CodedNames
  /// The code of each mark that a sheet may hold, by question.
  private let codesOfMarks: [[UInt32]]
  private let isConditional: [Bool]

  init(_ survey: CountedSurvey) {
    let (definition, names) = (survey.definition, survey.names)
    (roster, sheets, self.names) = (survey.roster, survey.sheets, names)
    isConditional = definition.questions.map(\.isConditional)
    waves = CodedNames(names.waveNames)
    groups = CodedNames(names.groupNames)
    dispositions = CodedNames(Disposition.allCases.map(\.rawValue))
    // All questions share a pool, in which a text of several scales stands once.
    let scales = definition.scales
    let codes = CodedNames(scales.flatMap(\.codeTexts))
    self.codes = codes
    var first = 0
    var codesOfScales: [AnswerScale: [UInt32]] = [:]
    for scale in scales {
      codesOfScales[scale] = AnswerMark.all(scale).map {
        scale.position(of: $0.code).map { codes[first + $0] } ?? TextRegister.none
      }
      first += scale.codeTexts.count
    }
    codesOfMarks = definition.questions.map { codesOfScales[definition.scale(of: $0)] ?? [] }
  }

  /// The rows of some people of one wave.
  func chunk(of people: ArraySlice<Int32>) -> Chunk {
    let invited = people.map { roster.people[Int($0)] }
    func column(_ pool: TextPool, _ code: (Roster.Person) -> UInt32) -> Vector {
      Vector(.text(invited.map(code), pool))
    }
    var columns = [
      column(waves.pool) { waves[$0.wave] },
      column(roster.respondents.pool) { $0.respondent },
      column(groups.pool) { groups[$0.group] },
      column(dispositions.pool) { dispositions[$0.disposition.position] },
      column(truths.pool) { truths[$0.isSubstitute ? 1 : 0] },
    ]
    for (values, texts) in zip(roster.breakdowns, roster.breakdownValues) {
      columns.append(Self.column(people.map { values[Int($0)] }, texts.pool))
    }
    for question in names.questionNames.indices {
      columns.append(answers(to: question, of: people, invited))
    }
    return Chunk(columns: columns, rowCount: people.count)
  }

  /// What the people said to a question; nothing for those who were not asked.
  private func answers(
    to question: Int, of people: ArraySlice<Int32>, _ invited: [Roster.Person]
  ) -> Vector {
    let isAsked = invited.first.map { person in
      names.groupNames.indices.map {
        names.isAsked(question: question, wave: person.wave, group: $0)
      }
    }
    guard let isAsked else { return Vector(.text([], codes.pool)) }
    let count = sheets.questionCount
    // Who did not return the survey is not known to have been asked a conditional question.
    let silent = isConditional[question] ? AnswerMark.notAsked : .notReturned
    let answers = sheets.withMarks { marks in
      codesOfMarks[question].withUnsafeBufferPointer { codesOfMarks in
        people.withUnsafeBufferPointer { people in
          invited.indices.map { row in
            let person = invited[row]
            if !person.disposition.isInvited || !isAsked[person.group] { return TextRegister.none }
            let mark =
              person.disposition.isReturned
              ? marks[Int(people[row]) * count + question] : silent
            return codesOfMarks[mark.position]
          }
        }
      }
    }
    return Self.column(answers, codes.pool)
  }

  /// Codes as a column; ``TextRegister/none`` is a missing value.
  private static func column(_ codes: [UInt32], _ pool: TextPool) -> Vector {
    guard codes.contains(TextRegister.none) else { return Vector(.text(codes, pool)) }
    let nulls = Nulls(count: codes.count) { codes[$0] == TextRegister.none }
    return Vector(.text(codes.map { $0 == TextRegister.none ? 0 : $0 }, pool), nulls: nulls)
  }
}

/// Names with their codes by position. A name that stands twice has one code.
struct CodedNames {
  let pool = TextPool()
  private let codes: [UInt32]

  init(_ names: [String]) {
    let pool = pool
    codes = names.map { pool.code(adding: $0) }
  }

  subscript(position: Int) -> UInt32 { codes[position] }
}

import Diagnostics
import Labels
import Surveys
import Tables

/// Who is asked what in two waves, and how many of them answer.
struct SurveyPlan: Sendable {
  struct Group: Sendable {
    let before: Int
    let after: Int
    let response: (before: Double, after: Double)
  }

  /// Whether the second wave asks the first one's persons again.
  enum Persons: String, CaseIterable, Sendable {
    case different = "different"
    case same = "the same"
    case half = "half the same"
  }

  let name: String
  let groups: [Group]
  /// The groups of each question.
  let questions: [[Int]]

  /// The sizes and rates of answers of the two surveys that `datasets/` ships, and a larger one.
  static let all = [
    SurveyPlan(
      name: "Närvårdskontoret",
      groups: [
        Group(before: 19, after: 19, response: (13.0 / 19, 11.0 / 19)),
        Group(before: 14, after: 15, response: (4.0 / 14, 6.0 / 15)),
        Group(before: 4, after: 4, response: (2.0 / 4, 3.0 / 4)),
        Group(before: 5, after: 5, response: (4.0 / 5, 1)),
        Group(before: 2, after: 2, response: (1, 1)),
      ],
      questions: [
        [0], [0, 1], [0], [0], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4], [0, 1], [3], [4], [2], [1],
      ]),
    SurveyPlan(
      name: "Medarbetarcentrum",
      groups: [
        Group(before: 22, after: 24, response: (16.0 / 22, 19.0 / 24)),
        Group(before: 20, after: 22, response: (16.0 / 20, 18.0 / 22)),
        Group(before: 10, after: 12, response: (8.0 / 10, 10.0 / 12)),
      ], questions: [[0], [1], [1], [2]]),
    SurveyPlan(
      name: "80 employees, 30 questions",
      groups: [Group(before: 80, after: 80, response: (0.75, 0.75))],
      questions: Array(repeating: [0], count: 30)),
  ]

  private static let yes = AnswerOption(id: "yes", label: Label(same: "yes"), isPositive: true)
  private static let no = AnswerOption(id: "no", label: Label(same: "no"))

  private var definition: SurveyDefinition {
    let waves = ["before", "after"].enumerated().map { index, id in
      Wave(
        id: id, label: Label(same: id), date: CalendarDate(daysSince1970: Int32(index)),
        instrument: "1")
    }
    return SurveyDefinition(
      id: name, title: Label(same: name), scale: AnswerScale(answers: [Self.yes, Self.no]),
      groups: [], waves: waves,
      questions: questions.indices.map { Question(id: "q\($0)", label: Label(same: "q\($0)")) },
      location: SourceLocation(file: "survey.yaml"))
  }

  /// Draws both waves and has them compared as a report does.
  ///
  /// Everyone has a mood, a number from 0 to 1, that half of the person's answers follow; the others
  /// are a number of their own. An answer is positive when the number is below the question's share.
  /// Whoever is asked again keeps each number with a probability of 0.7; so the shares are the same
  /// in both waves for persons of either kind, and answers go together across questions and waves.
  func comparison(
    before: [Double], after: [Double], persons: Persons, _ random: inout SplitMix
  ) -> WaveComparison {
    var counts = [before, after].map { $0.map { _ in (positive: 0, answered: 0) } }
    var asked = [before, after].map { $0.map { _ in 0 } }
    var pairs = before.map { _ in AnswerPairs() }
    for (index, group) in groups.enumerated() {
      let own = questions.indices.filter { questions[$0].contains(index) }
      for person in 0..<max(group.before, group.after) {
        let isSame =
          switch persons {
          case .different: false
          case .same: true
          case .half: person.isMultiple(of: 2)
          }
        let moods = (random.share(), random.share())
        let answers = (
          person < group.before && random.share() < group.response.before,
          person < group.after && random.share() < group.response.after
        )
        for question in own {
          let follows = random.share() < 0.5
          let first = follows ? moods.0 : random.share()
          let keeps = isSame && random.share() < 0.7
          let second = keeps ? first : !isSame && follows ? moods.1 : random.share()
          let (was, now) = (first < before[question], second < after[question])
          if person < group.before { asked[0][question] += 1 }
          if person < group.after { asked[1][question] += 1 }
          if answers.0 {
            counts[0][question].answered += 1
            counts[0][question].positive += was ? 1 : 0
          }
          if answers.1 {
            counts[1][question].answered += 1
            counts[1][question].positive += now ? 1 : 0
          }
          guard isSame, answers.0, answers.1 else { continue }
          switch (was, now) {
          case (true, true): pairs[question].both += 1
          case (false, true): pairs[question].gained += 1
          case (true, false): pairs[question].lost += 1
          case (false, false): pairs[question].neither += 1
          }
        }
      }
    }
    let definition = definition
    let results = (0...1).map { wave in
      result(definition, wave, counts[wave], asked[wave])
    }
    return WaveComparison(
      current: results[1], previous: results[0],
      pairs: Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ("q\($0)", $1) }))
  }

  private func result(
    _ definition: SurveyDefinition, _ wave: Int, _ counts: [(positive: Int, answered: Int)],
    _ asked: [Int]
  ) -> WaveResult {
    let people = GroupOutcome(
      counts: .init(), countsWithoutSubstitutes: .init(), rates: OutcomeRates(.init()),
      ratesWithoutSubstitutes: OutcomeRates(.init()))
    return WaveResult(
      definition: definition, wave: definition.waves[wave], people: people, groups: [],
      questions: definition.questions.enumerated().map { index, question in
        QuestionResult(
          question: question,
          tally: AnswerTally(
            counts: [
              AnswerCount(option: Self.yes, count: counts[index].positive),
              AnswerCount(
                option: Self.no, count: counts[index].answered - counts[index].positive),
            ], notReturned: asked[index] - counts[index].answered))
      })
  }
}

extension SplitMix {
  /// A number from 0 to below 1.
  mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }
}

internal import Synchronization
internal import Tables

/// Pairs the persons of a wave with those of an earlier one. What the pairs add up to leaves this, never
/// a person.
struct PersonPairs {
  private let survey: CountedSurvey
  /// What each mark of each question says: one of ``silent``, ``negative`` and ``positive``.
  private let meanings: [UInt8]
  /// The score of each mark of each question; not a number where it has none.
  private let scores: [Double]
  /// The questions that have a mean.
  private let scored: [Int]
  /// Where the marks of each question stand in ``meanings``.
  private let places: MarkPlaces

  private static let silent: UInt8 = 0
  private static let negative: UInt8 = 1
  private static let positive: UInt8 = 2
  /// So many respondents are worth a thread.
  private static let respondentsOfPiece = 1 << 15

  init(_ survey: CountedSurvey) {
    self.survey = survey
    let definition = survey.definition
    places = MarkPlaces(definition)
    meanings = definition.questions.flatMap { question in
      let scale = definition.scale(of: question)
      return AnswerMark.all(scale).map { mark in
        guard case .answer(let position) = mark.code else { return Self.silent }
        return scale.answers[position].isPositive ? Self.positive : Self.negative
      }
    }
    scores = definition.questions.flatMap { question in
      let scale = definition.scale(of: question)
      return AnswerMark.all(scale).map { mark in
        guard case .answer(let position) = mark.code else { return Double.nan }
        return scale.answers[position].score ?? .nan
      }
    }
    scored = definition.questions.indices.filter { definition.questions[$0].kind.hasMean }
  }

  /// The persons of a wave who are in an earlier one; `nil` when there are none.
  func repeats(_ later: Int, of earlier: Int) -> RepeatCells? {
    let count = survey.roster.respondents.count
    let pieces = 1 + count / Self.respondentsOfPiece
    let parts = Mutex([Counts?](repeating: nil, count: pieces))
    ParallelLoop.overRanges(count, pieces: pieces) { piece, range in
      let own = counts(of: range, later, earlier)
      parts.withLock { $0[piece] = own }
    }
    // In the order of the pieces, for sums of decimals depend on it.
    var found = parts.withLock { $0.compactMap(\.self) }[...]
    guard var sum = found.popFirst() else { return nil }
    for part in found { sum.add(part) }
    return cells(sum)
  }

  /// By place (a group of the definition, or the last for those who moved).
  private struct Counts {
    var persons: [Int]
    /// By place and question, then by what was said in both waves.
    var answers: [Int]
    /// By place and question with a mean.
    var scores: [ScorePairs]

    mutating func add(_ other: Counts) {
      for question in scores.indices { scores[question].add(other.scores[question]) }
      for place in persons.indices { persons[place] += other.persons[place] }
      for place in answers.indices { answers[place] += other.answers[place] }
    }
  }

  private func counts(of respondents: Range<Int>, _ later: Int, _ earlier: Int) -> Counts {
    let questions = survey.names.questionNames.count
    let moved = survey.names.groupNames.count
    var persons = Array(repeating: 0, count: moved + 1)
    var answers = Array(repeating: 0, count: (moved + 1) * questions * 9)
    var differences = Array(repeating: ScorePairs(), count: (moved + 1) * scored.count)
    let (roster, people, starts) = (survey.roster, survey.roster.people, places.starts)
    survey.sheets.withMarks { marks in
      answers.withUnsafeMutableBufferPointer { answers in
        for respondent in respondents {
          guard let now = roster.person(of: respondent, wave: later),
            let then = roster.person(of: respondent, wave: earlier)
          else { continue }
          let (new, old) = (people[now], people[then])
          let position = new.group == old.group ? new.group : moved
          persons[position] += 1
          guard new.disposition.isReturned, old.disposition.isReturned else { continue }
          var place = position * questions * 9
          for question in 0..<questions {
            let start = starts[question]
            let said = meanings[start + marks[now * questions + question].position]
            let before = meanings[start + marks[then * questions + question].position]
            answers[place + Int(before * 3 + said)] += 1
            place += 9
          }
          for (index, question) in scored.enumerated() {
            let score = scores[starts[question] + marks[now * questions + question].position]
            let before = scores[starts[question] + marks[then * questions + question].position]
            if !score.isNaN, !before.isNaN {
              differences[position * scored.count + index].add(score - before)
            }
          }
        }
      }
    }
    return Counts(persons: persons, answers: answers, scores: differences)
  }

  private func cells(_ counts: Counts) -> RepeatCells? {
    let names = survey.names
    func place(_ position: Int) -> RepeatCells.Place {
      position == names.groupNames.count ? .moved : .group(names.groupNames[position])
    }
    var cells = RepeatCells()
    for (position, count) in counts.persons.enumerated() where count > 0 {
      cells.persons[place(position)] = count
    }
    guard !cells.persons.isEmpty else { return nil }
    for position in counts.persons.indices {
      for (index, question) in scored.enumerated() {
        let pairs = counts.scores[position * scored.count + index]
        guard pairs.count > 0 else { continue }
        cells.scores[names.questionNames[question], default: [:]][place(position)] = pairs
      }
    }
    for (question, name) in names.questionNames.enumerated() {
      for position in counts.persons.indices {
        let first = (position * names.questionNames.count + question) * 9
        func count(_ then: UInt8, _ now: UInt8) -> Int {
          counts.answers[first + Int(then * 3 + now)]
        }
        let found = AnswerPairs(
          both: count(Self.positive, Self.positive), gained: count(Self.negative, Self.positive),
          lost: count(Self.positive, Self.negative), neither: count(Self.negative, Self.negative))
        guard found.count > 0 else { continue }
        cells.answers[name, default: [:]][place(position)] = found
      }
    }
    return cells
  }
}

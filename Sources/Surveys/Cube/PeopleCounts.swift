internal import Synchronization
internal import Tables

/// How many people there are of each kind, counted in one pass over everyone who was invited.
///
/// A person has a cell (wave, group, substitute or not) and, in each breakdown, a value; what is counted
/// has a fixed place in an array, so that a person costs an addition a question and no look-up. The
/// threads count ranges of people of their own, and their counts add up in any order.
struct PeopleCounts {
  /// By cell, then by disposition.
  private var dispositions: [Int]
  /// By cell, question and mark: those who returned the survey.
  private var answers: [Int]
  /// For each breakdown by wave, value, question and mark: everyone who was asked. Those without a value
  /// come first.
  private var values: [[Int]]

  private let survey: CountedSurvey
  private let marks: MarkPlaces
  private let questions: Int

  /// Counts all people.
  static func of(_ survey: CountedSurvey) -> PeopleCounts {
    let empty = PeopleCounts(survey)
    let people = survey.roster.people.count
    // A breakdown may have as many values as there are people; a copy of its counts is no gain then.
    let pieces = min(ParallelLoop.allThreads, 1 + people / max(Self.peopleOfPiece, empty.size))
    let sum = Mutex<PeopleCounts?>(nil)
    ParallelLoop.overRanges(people, pieces: pieces) { _, range in
      var own = empty
      own.count(range)
      sum.withLock { sum in
        if sum == nil { sum = own } else { sum?.add(own) }
      }
    }
    return sum.withLock { $0 } ?? empty
  }

  /// So many people are worth a thread.
  private static let peopleOfPiece = 1 << 15

  private init(_ survey: CountedSurvey) {
    self.survey = survey
    let (roster, names) = (survey.roster, survey.names)
    let cells = names.waveNames.count * names.groupNames.count * 2
    marks = MarkPlaces(survey.definition)
    questions = names.questionNames.count
    dispositions = Array(repeating: 0, count: cells * Disposition.count)
    answers = Array(repeating: 0, count: cells * marks.count)
    let size = names.waveNames.count * marks.count
    values = roster.breakdownValues.map { Array(repeating: 0, count: ($0.count + 1) * size) }
  }

  private var size: Int {
    values.reduce(dispositions.count + answers.count) { $0 + $1.count }
  }

  private mutating func add(_ other: PeopleCounts) {
    func add(_ counts: [Int], to sum: inout [Int]) {
      for place in counts.indices { sum[place] += counts[place] }
    }
    add(other.dispositions, to: &dispositions)
    add(other.answers, to: &answers)
    for breakdown in values.indices { add(other.values[breakdown], to: &values[breakdown]) }
  }

  // MARK: Counting

  private mutating func count(_ range: Range<Int>) {
    let (people, questions, marks) = (survey.roster.people, questions, marks)
    let groups = survey.names.groupNames.count
    survey.sheets.withMarks { sheets in
      dispositions.withUnsafeMutableBufferPointer { dispositions in
        answers.withUnsafeMutableBufferPointer { answers in
          marks.starts.withUnsafeBufferPointer { starts in
            for index in range {
              let person = people[index]
              let cell = (person.wave * groups + person.group) * 2 + (person.isSubstitute ? 1 : 0)
              dispositions[cell * Disposition.count + person.disposition.position] += 1
              guard person.disposition.isReturned else { continue }
              let (place, first) = (cell * marks.count, index * questions)
              for question in 0..<questions {
                answers[place + starts[question] + sheets[first + question].position] += 1
              }
            }
          }
        }
      }
    }
    for breakdown in values.indices {
      var counts = values[breakdown]
      values[breakdown] = []
      count(range, survey.roster.breakdowns[breakdown], into: &counts)
      values[breakdown] = counts
    }
  }

  /// Counts those who were asked, by their values in a breakdown.
  private func count(_ range: Range<Int>, _ codes: [UInt32], into counts: inout [Int]) {
    let (people, names) = (survey.roster.people, survey.names)
    let size = marks.count
    let kinds = counts.count / max(1, names.waveNames.count * size)
    survey.sheets.withMarks { sheets in
      counts.withUnsafeMutableBufferPointer { counts in
        marks.starts.withUnsafeBufferPointer { starts in
          for index in range {
            let person = people[index]
            guard person.disposition.isInvited else { continue }
            let value = codes[index] == TextRegister.none ? 0 : Int(codes[index]) + 1
            let asked = names.place(of: person)
            let place = (person.wave * kinds + value) * size
            for question in 0..<questions {
              let mark =
                person.disposition.isReturned ? sheets[index * questions + question] : .notReturned
              counts[place + starts[question] + mark.position] +=
                names.asked[asked + question] ? 1 : 0
            }
          }
        }
      }
    }
  }

  // MARK: Cells

  /// The cells of a wave, by its position.
  func cells(wave: Int) -> WaveCells {
    let (definition, names) = (survey.definition, survey.names)
    var cells = WaveCells()
    // A question that stands twice means its first place.
    let asked = definition.questions(in: definition.waves[wave]).compactMap {
      names.questions[$0.id]
    }
    for question in asked {
      cells.answers[names.questionNames[question]] = [:]
      cells.breakdowns[names.questionNames[question]] = [:]
    }
    for group in names.groupNames.indices {
      for isSubstitute in [false, true] {
        let cell = (wave * names.groupNames.count + group) * 2 + (isSubstitute ? 1 : 0)
        let people = dispositions(cell: cell)
        guard people.total > 0 else { continue }
        let key = PeopleCell(group: names.groupNames[group], isSubstitute: isSubstitute)
        cells.dispositions[key] = people
        for question in asked
        where people.invited > 0 && names.isAsked(question: question, wave: wave, group: group) {
          cells.answers[names.questionNames[question]]?[key] = tally(
            answers[marks.places(of: question, from: cell * marks.count)], of: question,
            notReturned: people.invited - people.returned)
        }
      }
    }
    for (breakdown, column) in definition.breakdowns.map(\.column).enumerated() {
      for question in asked {
        cells.breakdowns[names.questionNames[question]]?[column] = parts(
          breakdown, wave: wave, question: question)
      }
    }
    return cells
  }

  private func dispositions(cell: Int) -> DispositionCounts {
    let first = cell * Disposition.count
    return Disposition.allCases.reduce(into: DispositionCounts()) { counts, disposition in
      counts[disposition] = dispositions[first + disposition.position]
    }
  }

  /// The answers to a question by the values of a breakdown; empty for those without one.
  private func parts(_ breakdown: Int, wave: Int, question: Int) -> [String: AnswerTally] {
    let texts = survey.roster.breakdownValues[breakdown]
    var parts: [String: AnswerTally] = [:]
    for value in 0...texts.count {
      let first = (wave * (texts.count + 1) + value) * marks.count
      let counts = values[breakdown][marks.places(of: question, from: first)]
      guard counts.contains(where: { $0 > 0 }) else { continue }
      parts[value == 0 ? "" : texts.string(UInt32(value - 1))] = tally(
        counts, of: question, notReturned: 0)
    }
    return parts
  }

  /// The tally of counts by mark.
  private func tally(
    _ counts: ArraySlice<Int>, of question: Int, notReturned: Int
  ) -> AnswerTally {
    let asked = survey.definition.questions[question]
    let scale = survey.definition.scale(of: asked)
    var options = Array(repeating: 0, count: scale.answers.count)
    var (notApplicable, missing, silent) = (0, 0, notReturned)
    for (mark, count) in zip(AnswerMark.all(scale), counts) {
      switch mark.code {
      case .answer(let position): options[position] += count
      case .notApplicable: notApplicable += count
      case .missing: missing += count
      case .notReturned: silent += count
      case .notAsked: continue
      }
    }
    // Who did not return the survey is not known to have been asked a conditional question.
    if asked.isConditional { silent = 0 }
    return AnswerTally(
      counts: zip(scale.answers, options).map { AnswerCount(option: $0, count: $1) },
      notApplicable: notApplicable, missing: missing, notReturned: silent)
  }
}

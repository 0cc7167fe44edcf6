/// What everybody in a file answered, counted, with nothing of a single person in it.
///
/// Nothing is told of fewer than ``minimum`` answers to a question; that somebody has none is no answer, and a
/// mean is of numbers. A group of fewer is counted together with others until there are enough, question by
/// question, so that no difference of two figures gives it away.
/// Answers that one person alone wrote stand together as others: they may be free text. Free text itself and
/// data about persons are never in it.
package struct FileOverview: Sendable {
  package let export: Export
  package let waves: [FoundWave]
  /// How many answers a figure needs.
  package let minimum: Int
  package let questions: [QuestionOverview]

  package init(_ export: Export, minimum: Int = 5) {
    self.export = export
    self.minimum = minimum
    waves = WaveGuess.waves(of: export)
    let groups = export.column(.group)?.texts
    let givers = NewDefinition.givers(export.questions)
    questions = export.questions.map {
      QuestionOverview($0, among: export.questions, givers, groups: groups, minimum: minimum)
    }
  }

  /// How many answered in each group, and those who gave none last; nothing where there is no group.
  package var groupSizes: [(name: String, count: Int)] {
    guard let column = export.column(.group) else { return [] }
    var counts: [String: Int] = [:]
    for text in column.texts { counts[text.foldedForMatching, default: 0] += 1 }
    let names = QuestionGuess.firsts(of: column.texts)
    return (names.filter { !$0.isEmpty } + names.filter(\.isEmpty)).map { name in
      (name, counts[name.foldedForMatching, default: 0])
    }
  }
}

/// The answers to one question.
package struct QuestionOverview: Sendable {
  package let question: ExportQuestion
  /// Those who answered, and those who were in the file.
  package let answered: Int
  package let asked: Int
  /// Whether too few gave an answer that counts for figures to be told.
  package let isFew: Bool
  /// The figures of everybody; `nil` where too few answered, or where the answers are texts or days.
  package let all: AnswerFigures?
  /// The figures of groups that are large enough, alone or together; nothing where that is one.
  package let groups: [(names: [String], figures: AnswerFigures)]
  /// The answers that figures count, in order; an answer of one person alone is none of them.
  package let answers: [FoundScale.Answer]

  // givers: how many wrote each text, after folding.
  fileprivate init(
    _ question: ExportQuestion, among others: [ExportQuestion], _ givers: [String: Int],
    groups: [String]?, minimum: Int
  ) {
    self.question = question
    answered = question.answered
    asked = question.cells.count
    let everybody = Array(question.cells.indices)
    let answers = Self.answers(question, others, givers)
    self.answers = answers
    let isCounted = question.type != .text && question.type != .date
    isFew = everybody.count { question.counts($0) } < minimum
    guard !isFew, isCounted else {
      (all, self.groups) = (nil, [])
      return
    }
    all = AnswerFigures(question, everybody, answers)
    let parts = Self.parts(question, groups, minimum)
    self.groups =
      parts.count < 2 ? [] : parts.map { ($0.names, AnswerFigures(question, $0.rows, answers)) }
  }

  private static func answers(
    _ question: ExportQuestion, _ others: [ExportQuestion], _ givers: [String: Int]
  ) -> [FoundScale.Answer] {
    let found = NewDefinition.scale(of: question, among: others) { givers[$0, default: 0] < 2 }
    guard let scale = found.scale else { return [] }
    guard question.scale?.name == nil, question.type != .rating else { return scale.answers }
    return scale.answers.filter { answer in
      question.cells.count { $0.contains { answer.spellings.contains($0.foldedForMatching) } } > 1
    }
  }

  /// Groups with their rows that answered, and how many of these count.
  private struct Part {
    var names: [String]
    var rows: [Int] = []
    var counted = 0
  }

  /// The groups that answered; those of too few joined, smallest first.
  private static func parts(
    _ question: ExportQuestion, _ groups: [String]?, _ minimum: Int
  ) -> [Part] {
    guard let groups else { return [] }
    var parts: [Part] = []
    var places: [String: Int] = [:]
    for (row, group) in groups.enumerated() where !question.cells[row].isEmpty {
      let folded = group.foldedForMatching
      let place = places[folded] ?? parts.count
      if place == parts.count {
        places[folded] = place
        parts.append(Part(names: [group]))
      }
      parts[place].rows.append(row)
      if question.counts(row) { parts[place].counted += 1 }
    }
    while parts.count > 1, let smallest = place(ofSmallest: parts),
      parts[smallest].counted < minimum
    {
      let part = parts.remove(at: smallest)
      guard let next = place(ofSmallest: parts) else { break }
      parts[next].names += part.names
      parts[next].rows += part.rows
      parts[next].counted += part.counted
    }
    return parts
  }

  private static func place(ofSmallest parts: [Part]) -> Int? {
    parts.indices.min { parts[$0].counted < parts[$1].counted }
  }
}

extension ExportQuestion {
  /// Whether a row holds an answer that figures are of.
  fileprivate func counts(_ row: Int) -> Bool {
    isNumeric
      ? cells[row].first.flatMap(QuestionGuess.number) != nil
      : cells[row].contains { !NoAnswer.contains($0) }
  }

  /// Whether its answers have a mean.
  fileprivate var isNumeric: Bool { type == .number || type == .rating || type == .nps }
}

/// Counts of the answers of some rows.
package struct AnswerFigures: Sendable {
  /// Those who answered.
  package let answered: Int
  /// How many gave each answer that is counted by itself.
  package let counts: [Int]
  /// How many gave another answer, or said that they have none.
  package let others: Int
  /// The mean and median of numbers, ratings and marks from 0 to 10.
  package let mean: Double?
  package let median: Double?
  /// The share of 9–10 less that of 0–6, from −1 to 1, and the two shares.
  package let nps: (score: Double, promoters: Int, detractors: Int)?

  init(_ question: ExportQuestion, _ rows: [Int], _ answers: [FoundScale.Answer]) {
    let cells = rows.map { question.cells[$0] }.filter { !$0.isEmpty }
    answered = cells.count
    var places: [String: Int] = [:]
    for (place, answer) in answers.enumerated() {
      for spelling in answer.spellings { places[spelling] = place }
    }
    var counts = Array(repeating: 0, count: answers.count)
    var others = 0
    for cell in cells {
      let found = cell.map { places[$0.foldedForMatching] }
      for place in Set(found.compactMap(\.self)) { counts[place] += 1 }
      if found.contains(nil) { others += 1 }
    }
    (self.counts, self.others) = (counts, answers.isEmpty ? 0 : others)
    let numbers =
      question.isNumeric ? cells.compactMap { QuestionGuess.number($0[0]) }.sorted() : []
    mean = numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
    let middle = numbers.count / 2
    median =
      numbers.isEmpty
      ? nil
      : numbers.count.isMultiple(of: 2)
        ? (numbers[middle - 1] + numbers[middle]) / 2 : numbers[middle]
    guard question.type == .nps, !numbers.isEmpty else {
      nps = nil
      return
    }
    let (promoters, detractors) = (numbers.count { $0 >= 9 }, numbers.count { $0 <= 6 })
    nps = (Double(promoters - detractors) / Double(numbers.count), promoters, detractors)
  }
}

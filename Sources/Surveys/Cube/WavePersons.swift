internal import Tables

/// The persons of one wave with what they said to each question, to be paired with those of another
/// wave. What the pairs add up to leaves it, never a person.
struct WavePersons {
  /// The code of each person. All rows of a survey name respondents by one register, whose codes are
  /// dense.
  private let respondents: [UInt32]
  /// The place of each person's group in the definition.
  private let groups: [UInt32]
  /// By question of the definition and person, one of ``silent``, ``negative`` and ``positive``.
  private let answers: [[UInt8]]

  private static let silent: UInt8 = 0
  private static let negative: UInt8 = 1
  private static let positive: UInt8 = 2

  init(_ wave: Table, _ definition: SurveyDefinition) {
    let groupPlaces = Dictionary(
      definition.groups.enumerated().map { ($1.id, UInt32($0)) },
      uniquingKeysWith: { first, _ in first })
    let meanings = Dictionary(
      definition.scale.answers.map { ($0.id, $0.isPositive ? Self.positive : Self.negative) },
      uniquingKeysWith: { first, _ in first })
    respondents = wave.codes(InvitationColumn.respondent)
    groups = wave.mappedTexts(of: InvitationColumn.group, missing: 0) { groupPlaces[$0] ?? 0 }
    answers = definition.questions.map { question in
      wave.mappedTexts(of: SurveyTable.column(of: question.id), missing: Self.silent) {
        meanings[$0] ?? Self.silent
      }
    }
  }

  /// The persons of this wave who are in an earlier one; `nil` when there are none.
  func repeats(of earlier: WavePersons, _ definition: SurveyDefinition) -> RepeatCells? {
    // The row of each respondent of the earlier wave plus one, by code; 0 for nobody.
    var rows = [Int32](repeating: 0, count: Int(earlier.respondents.max() ?? 0) + 1)
    for (row, respondent) in earlier.respondents.enumerated() {
      rows[Int(respondent)] = Int32(clamping: row + 1)
    }
    var pairs: [(now: Int32, then: Int32, place: Int32)] = []
    let moved = definition.groups.count
    for (row, respondent) in respondents.enumerated() where Int(respondent) < rows.count {
      let then = Int(rows[Int(respondent)]) - 1
      guard then >= 0 else { continue }
      let isSame = groups[row] == earlier.groups[then]
      let place = isSame ? Int(groups[row]) : moved
      pairs.append((Int32(clamping: row), Int32(clamping: then), Int32(clamping: place)))
    }
    guard !pairs.isEmpty else { return nil }

    func place(_ position: Int) -> RepeatCells.Place {
      position == moved ? .moved : .group(definition.groups[position].id)
    }
    var cells = RepeatCells()
    var persons = [Int](repeating: 0, count: moved + 1)
    for pair in pairs { persons[Int(pair.place)] += 1 }
    for (position, count) in persons.enumerated() where count > 0 {
      cells.persons[place(position)] = count
    }
    for (question, (now, then)) in zip(answers, earlier.answers).enumerated() {
      // By place, then by what was said in both waves.
      var counts = [Int](repeating: 0, count: (moved + 1) * 9)
      for pair in pairs {
        counts[Int(pair.place) * 9 + Int(then[Int(pair.then)] * 3 + now[Int(pair.now)])] += 1
      }
      func count(_ place: Int, _ then: UInt8, _ now: UInt8) -> Int {
        counts[place * 9 + Int(then * 3 + now)]
      }
      for position in 0...moved {
        let found = AnswerPairs(
          both: count(position, Self.positive, Self.positive),
          gained: count(position, Self.negative, Self.positive),
          lost: count(position, Self.positive, Self.negative),
          neither: count(position, Self.negative, Self.negative))
        guard found.count > 0 else { continue }
        cells.answers[definition.questions[question].id, default: [:]][place(position)] = found
      }
    }
    return cells
  }
}

extension Table {
  /// The codes of a column of texts, row by row.
  fileprivate func codes(_ name: String) -> [UInt32] {
    column(name).flatMap { column -> [UInt32] in
      guard case .text(let codes, _) = column.storage else { return [] }
      return codes
    }
  }

  private func column(_ name: String) -> [Vector] {
    schema.position(of: name).map { position in chunks.map { $0.columns[position] } } ?? []
  }
}

internal import Labels

extension SurveyCube {
  /// The cube with days counted by the shortest of months, years and ten years that makes at most twelve
  /// periods of what was answered in its waves; ten years where none does.
  ///
  /// It is decided of the waves that the cube has, so that what came later shows in no heading.
  public func withPeriods() -> SurveyCube {
    var definition = definition
    var cells = waves
    for (index, question) in definition.questions.enumerated() where question.kind == .date {
      let scale = definition.scale(of: question)
      let used = scale.answers.indices.filter { place in
        waves.values.contains { wave in
          (wave.answers[question.id] ?? [:]).values.contains { $0.counts[place].count > 0 }
        }
      }
      let periods = Periods(scale.answers.map(\.id), used: used)
      definition.questions[index].scale?.answers = periods.answers
      for wave in cells.keys { cells[wave]?.regroup(question.id, periods) }
    }
    return SurveyCube(definition: definition, waves: cells)
  }

  /// Those of some months, such as `2024-05`, that a period of ``withPeriods()`` holds.
  package static func months(of period: String, among months: [String]) -> Set<String> {
    Set(months.filter { month in Periods.names.contains { $0(month) == period } })
  }
}

/// Months put together to longer periods.
private struct Periods {
  let answers: [AnswerOption]
  /// The period of each month; `nil` outside of what was answered.
  let places: [Int?]

  init(_ months: [String], used: [Int]) {
    guard let first = used.first, let last = used.last else {
      (answers, places) = ([], months.map { _ in nil })
      return
    }
    func periods(_ name: (String) -> String) -> [String] {
      var found: [String] = []
      for month in months[first...last] where found.last != name(month) {
        found.append(name(month))
      }
      return found
    }
    let name = Self.names.first { periods($0).count <= 12 } ?? Self.decade
    let all = periods(name)
    answers = all.map {
      // Ten years have a dash between them; a month has the sign of its date.
      AnswerOption(id: $0, label: Label(same: $0.count == 9 ? $0.replacing("-", with: "–") : $0))
    }
    places = months.indices.map { month in
      (first...last).contains(month) ? all.firstIndex(of: name(months[month])) : nil
    }
  }

  /// What the periods that a month belongs to are called, the shortest first.
  static var names: [(String) -> String] { [{ $0 }, { String($0.prefix(4)) }, decade] }

  private static func decade(_ month: String) -> String {
    let year = (Int(month.prefix(4)) ?? 0) / 10 * 10
    return "\(year)-\(year + 9)"
  }

  func regrouped(_ tally: AnswerTally) -> AnswerTally {
    var counts = Array(repeating: 0, count: answers.count)
    for (place, count) in zip(places, tally.counts) {
      if let place { counts[place] += count.count }
    }
    return AnswerTally(
      counts: zip(answers, counts).map { AnswerCount(option: $0, count: $1) },
      notApplicable: tally.base.notApplicable, missing: tally.base.missing,
      notReturned: tally.base.notReturned)
  }
}

extension WaveCells {
  fileprivate mutating func regroup(_ question: String, _ periods: Periods) {
    answers[question] = answers[question]?.mapValues(periods.regrouped)
    breakdowns[question] = breakdowns[question]?.mapValues { $0.mapValues(periods.regrouped) }
  }
}

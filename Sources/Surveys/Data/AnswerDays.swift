internal import Diagnostics
internal import Tables

/// The day on which each person answered, where responses carry it in a column `answered`.
struct AnswerDays {
  /// By person, days since 1970; ``none`` without one. Empty if no table has the column.
  private var days: [Int32] = []

  /// Stands for a day that is not known.
  private static let none = Int32.min

  var areKnown: Bool { !days.isEmpty }

  /// The day of a person.
  subscript(person: Int) -> CalendarDate? {
    guard !days.isEmpty, days[person] != Self.none else { return nil }
    return CalendarDate(daysSince1970: days[person])
  }

  /// Reads the days of a table, of which `people` has the person of each row; negative where there is none. Of
  /// several rows of one person the last day counts.
  mutating func read(
    _ table: Table, _ people: [Int32], _ roster: Roster, _ definition: SurveyDefinition,
    log: inout ProblemLog
  ) {
    let column = ResponseColumn.answered
    guard !definition.questions.contains(where: { $0.id == column }),
      let found = MeaningColumn<Int32?>(
        column, of: table, blank: Self.none, { CalendarDate(iso: $0.prefix(10))?.daysSince1970 })
    else { return }
    if days.isEmpty { days = Array(repeating: Self.none, count: roster.people.count) }
    for (row, day) in found.rows.enumerated() where people[row] >= 0 {
      let person = Int(people[row])
      let wave = definition.waves[roster.people[person].wave]
      guard let day else {
        log.add(
          Diagnostic(
            .warning, "survey-answered", at: table.location(ofRow: row),
            "column 'answered' holds a text that is no day",
            because: "the answers count, without a day",
            fixes: ["write a day such as \(wave.date)"],
            value: table.text(column, ofRow: row)))
        continue
      }
      guard day != Self.none else { continue }
      if day < wave.date.daysSince1970 {
        log.add(
          Diagnostic(
            .warning, "survey-answered", at: table.location(ofRow: row),
            "a respondent answered before wave '\(wave.id)' went out",
            because: "it went out on \(wave.date)",
            fixes: ["correct the day", "correct the date of the wave in survey.yaml"],
            value: CalendarDate(daysSince1970: day).description))
      }
      days[person] = max(days[person], day)
    }
  }
}

extension CountedSurvey {
  /// How many returned the survey on each day, by the position of the wave; nothing where no day is known.
  var returnsByDay: [[CalendarDate: Int]] {
    var counts = names.waveNames.map { _ in [CalendarDate: Int]() }
    guard days.areKnown else { return counts }
    for (index, person) in roster.people.enumerated() where person.disposition.isReturned {
      if let day = days[index] { counts[person.wave][day, default: 0] += 1 }
    }
    return counts
  }
}

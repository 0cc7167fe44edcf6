package import Labels
package import Tables

/// A round that the rows of a file belong to.
package struct FoundWave: Hashable, Sendable {
  /// The month that it began in, such as `2026-01`, or what the file calls it.
  package var id: String
  package var label: Label
  /// The day of the first answer; `nil` where no row has a time.
  package var date: CalendarDate?
  package var rows: [Int]
}

/// Tells the rounds of a file apart.
///
/// A form that is used again keeps the answers of its first round, so a file may hold several: answers come
/// in bunches, and between two of them lie weeks in which nobody answers.
package enum WaveGuess {
  /// The days without an answer that part two rounds.
  static let gap = 45

  /// The rounds of a file in the order of time. Rows without a time belong to the last.
  package static func waves(of export: Export) -> [FoundWave] {
    if let column = export.column(.wave) { return named(column, export) }
    let timed = export.submitted.enumerated()
      .compactMap { row, moment in moment.map { (row: row, date: $0.date) } }
      .sorted { ($0.date, $0.row) < ($1.date, $1.row) }
    var waves: [FoundWave] = []
    var last: CalendarDate?
    for (row, date) in timed {
      if let last, Int(date.daysSince1970 - last.daysSince1970) < gap {
        waves[waves.count - 1].rows.append(row)
      } else {
        waves.append(FoundWave(id: id(date), label: label(date), date: date, rows: [row]))
      }
      last = date
    }
    let untimed = export.submitted.indices.filter { export.submitted[$0] == nil }
    if waves.isEmpty {
      return [FoundWave(id: "", label: Label(same: ""), date: nil, rows: untimed)]
    }
    waves[waves.count - 1].rows += untimed
    for place in waves.indices { waves[place].rows.sort() }
    return waves
  }

  private static func named(_ column: ExportColumn, _ export: Export) -> [FoundWave] {
    var waves: [FoundWave] = []
    // A row that names no round is one of a round without a name, which the planner asks for.
    for (row, text) in column.texts.enumerated() {
      let id = text.asIdentifier ?? text
      if let place = waves.firstIndex(where: { $0.id == id }) {
        waves[place].rows.append(row)
      } else {
        let label = text.isEmpty ? Label("utan omgång", "no round") : label(of: text)
        waves.append(FoundWave(id: id, label: label, date: nil, rows: [row]))
      }
    }
    for place in waves.indices {
      waves[place].date =
        waves[place].rows.compactMap { export.submitted[$0]?.date }.min()
        ?? date(of: waves[place].id)
    }
    return waves.sorted {
      ($0.date?.daysSince1970 ?? 0, $0.id) < ($1.date?.daysSince1970 ?? 0, $1.id)
    }
  }

  /// The first day of a round by its name: `2026-01`, `2026-01-15`, `2026`.
  package static func date(of id: String) -> CalendarDate? {
    CalendarDate(iso: id) ?? CalendarDate(iso: "\(id)-01") ?? CalendarDate(iso: "\(id)-01-01")
  }

  /// What readers call a round of that name: the month in words where it is one.
  package static func label(of id: String) -> Label {
    guard id.count == 7, let date = CalendarDate(iso: "\(id)-01") else { return Label(same: id) }
    return label(date)
  }

  private static func id(_ date: CalendarDate) -> String {
    String(date.description.prefix(7))
  }

  private static func label(_ date: CalendarDate) -> Label {
    let month = Label.month(date.parts.month)
    return Label("\(month.swedish) \(date.year)", "\(month.english) \(date.year)")
  }
}

import Diagnostics
import Tables

extension CaseLogCheck {
  func rowProblems(_ index: Int) -> [Diagnostic] {
    unreadable(index) + order(index) + pause(index) + closing(index)
  }

  private func reading(_ column: String?, _ index: Int) -> CaseReading {
    column.flatMap { readings[$0]?[index] } ?? .missing
  }

  private func unreadable(_ index: Int) -> [Diagnostic] {
    definition.dateColumns.filter { readings[$0]?[index] == .unreadable }.map { column in
      Diagnostic(
        .error, "case-log-date", at: rows[index].location,
        "column '\(column)' holds a value that is no day",
        because: "Limits that need it cannot judge the case; it is counted as unusable.",
        fixes: ["write the day as 2023-06-22, or the moment as 2023-06-22 08:30"],
        value: rows[index].text(column))
    }
  }

  /// Starts that are missing and ends before starts, for each pair of columns once.
  private func order(_ index: Int) -> [Diagnostic] {
    let row = rows[index]
    var pairs = [(definition.columns.received, definition.columns.answered)]
    for limit in definition.limits
    where limit.condition.map({ $0.holds(row[$0.column]) }) ?? true {
      pairs.append((limit.from, limit.to))
    }
    var (starts, both): (Set<String>, Set<[String]>) = ([], [])
    var found: [Diagnostic] = []
    for (from, to) in pairs {
      let start = reading(from, index)
      // A column that is not there has one error of its own, not one a row.
      if start == .missing, starts.insert(from).inserted, table.schema.position(of: from) != nil {
        found.append(
          Diagnostic(
            .error, "case-log-start", at: row.location, "column '\(from)' is empty",
            because: "The clock cannot start; the case is counted as unusable."))
      }
      guard let to, both.insert([from, to]).inserted, reading(to, index).isBefore(start) else {
        continue
      }
      found.append(
        Diagnostic(
          .error, "case-log-order", at: row.location, "'\(to)' comes before '\(from)'",
          because: "The case is counted as unusable.", fixes: ["correct one of the two days"],
          value: "\(row.text(from) ?? "") – \(row.text(to) ?? "")"))
    }
    return found
  }

  private func pause(_ index: Int) -> [Diagnostic] {
    let columns = definition.columns
    guard let fromColumn = columns.pausedFrom else { return [] }
    let (from, to) = (reading(fromColumn, index), reading(columns.pausedTo, index))
    let (received, answered) = (
      reading(columns.received, index), reading(columns.answered, index)
    )
    var message: String?
    var reason = "The pause is not taken off."
    if to.date != nil, from == .missing {
      message = "a pause ends that never started"
    } else if to.isBefore(from) {
      message = "the pause ends before it starts"
    } else if from.isBefore(received) {
      message = "the pause starts before the case was received"
      reason = "Only the part after '\(columns.received)' is taken off."
    } else if answered.isBefore(from) {
      message = "the pause starts after the case was answered"
    } else if from.date != nil, to == .missing, answered.date != nil {
      message = "the case was answered during a pause that has no end"
      reason = "The pause is taken to run to the answer."
    }
    return message.map {
      [
        Diagnostic(
          .warning, "case-log-pause", at: rows[index].location, $0, because: reason,
          value: "\(rows[index].text(fromColumn) ?? "") – "
            + "\(columns.pausedTo.flatMap { rows[index].text($0) } ?? "")")
      ]
    } ?? []
  }

  private func closing(_ index: Int) -> [Diagnostic] {
    let columns = definition.columns
    guard let answered = columns.answered, let closed = columns.closed,
      reading(closed, index).date != nil, reading(answered, index) == .missing
    else { return [] }
    return [
      Diagnostic(
        .warning, "case-log-closed", at: rows[index].location,
        "the case is closed but was never answered",
        because: "It counts as open, and as overdue when its time is up.",
        fixes: [
          "fill in '\(answered)'", "leave such cases out of the limit with a condition (where)",
        ])
    ]
  }
}

import Diagnostics
import Synchronization
import Tables

/// Finds what is wrong in single cases. Nearly all cases are right: nothing is built for them.
struct CaseRowCheck {
  private let definition: CaseLogDefinition
  private let table: Table
  /// The columns of days in the order of the definition.
  private let days: [(name: String, column: MomentColumn)]
  /// Where the clock starts and ends, for which cases.
  private let clocks: [(from: String, to: String?, isCovered: [Bool]?)]
  private let columns: [String: MomentColumn]

  init(_ check: CaseLogCheck) {
    (definition, table, columns) = (check.definition, check.table, check.columns)
    let known = check.columns
    days = check.definition.dateColumns.compactMap { name in
      known[name].map { (name, $0) }
    }
    let table = check.table
    clocks =
      [(check.definition.columns.received, check.definition.columns.answered, nil)]
      + check.definition.limits.map { ($0.from, $0.to, $0.condition?.holds(in: table)) }
  }

  /// The rows are looked at by all threads; what is wrong is told in their order.
  var diagnostics: [Diagnostic] {
    let plain = PlainDays(definition, clocks.map { ($0.from, $0.to) }, columns)
    let pieces = 1 + table.rowCount / Self.rowsOfPiece
    let found = Mutex<[(piece: Int, problems: [Diagnostic])]>([])
    ParallelLoop.overRanges(table.rowCount, pieces: pieces) { piece, rows in
      let odd = plain.map { plain in rows.filter { !plain.isFine($0) } } ?? Array(rows)
      let own = problems(in: odd)
      if !own.isEmpty { found.withLock { $0.append((piece, own)) } }
    }
    return found.withLock { $0 }.sorted { $0.piece < $1.piece }.flatMap(\.problems)
  }

  /// So many rows are worth a thread.
  private static let rowsOfPiece = 1 << 16

  private func problems(in rows: [Int]) -> [Diagnostic] {
    let unreadable = days.filter { !$0.column.isTyped }
    let clocks = clocks.map { clock in
      (
        clock: clock, from: columns[clock.from], to: clock.to.flatMap { columns[$0] },
        hasFrom: table.schema.position(of: clock.from) != nil
      )
    }
    let names = definition.columns
    let pauses = names.pausedFrom.map { (columns[$0], names.pausedTo.flatMap { columns[$0] }) }
    let (received, answered) = (
      columns[names.received], names.answered.flatMap { columns[$0] }
    )
    let closed = names.closed.flatMap { columns[$0] }
    var found: [Diagnostic] = []
    for row in rows {
      for (name, column) in unreadable where column[row] == .unreadable {
        found.append(unreadableProblem(name, row))
      }
      var (starts, both): (Set<String>, Set<[String]>) = ([], [])
      for (clock, from, to, hasFrom) in clocks where clock.isCovered?[row] ?? true {
        let start = from?[row] ?? .missing
        let isLate = to?[row].isBefore(start) ?? false
        guard isLate || start == .missing else { continue }
        // A column that is not there has one error of its own, not one a row.
        if start == .missing, starts.insert(clock.from).inserted, hasFrom {
          found.append(startProblem(clock.from, row))
        }
        if isLate, let to = clock.to, both.insert([clock.from, to]).inserted {
          found.append(orderProblem(clock.from, to, row))
        }
      }
      if let (from, to) = pauses {
        let problem = Self.pauseProblem(
          from?[row] ?? .missing, to?[row] ?? .missing, received?[row] ?? .missing,
          answered?[row] ?? .missing, names)
        if let problem { found.append(pauseProblem(problem, row)) }
      }
      if let closed, let answered, closed[row].date != nil, answered[row] == .missing {
        found.append(closingProblem(row))
      }
    }
    return found
  }

  private func unreadableProblem(_ column: String, _ row: Int) -> Diagnostic {
    Diagnostic(
      .error, "case-log-date", at: table.location(ofRow: row),
      "column '\(column)' holds a value that is no day",
      because: "Limits that need it cannot judge the case; it is counted as unusable.",
      fixes: ["write the day as 2023-06-22, or the moment as 2023-06-22 08:30"],
      value: table.text(column, ofRow: row))
  }

  private func startProblem(_ column: String, _ row: Int) -> Diagnostic {
    Diagnostic(
      .error, "case-log-start", at: table.location(ofRow: row), "column '\(column)' is empty",
      because: "The clock cannot start; the case is counted as unusable.")
  }

  private func orderProblem(_ from: String, _ to: String, _ row: Int) -> Diagnostic {
    Diagnostic(
      .error, "case-log-order", at: table.location(ofRow: row),
      "'\(to)' comes before '\(from)'",
      because: "The case is counted as unusable.", fixes: ["correct one of the two days"],
      value: values(from, to, row))
  }

  private func values(_ from: String, _ to: String?, _ row: Int) -> String {
    (table.text(from, ofRow: row) ?? "") + " – "
      + (to.flatMap { table.text($0, ofRow: row) } ?? "")
  }

  /// What is wrong with a pause, and what follows from it.
  private static func pauseProblem(
    _ from: CaseReading, _ to: CaseReading, _ received: CaseReading, _ answered: CaseReading,
    _ columns: CaseColumns
  ) -> (message: String, reason: String)? {
    let notTaken = "The pause is not taken off."
    if to.date != nil, from == .missing { return ("a pause ends that never started", notTaken) }
    if to.isBefore(from) { return ("the pause ends before it starts", notTaken) }
    if from.isBefore(received) {
      return (
        "the pause starts before the case was received",
        "Only the part after '\(columns.received)' is taken off."
      )
    }
    if answered.isBefore(from) {
      return ("the pause starts after the case was answered", notTaken)
    }
    if from.date != nil, to == .missing, answered.date != nil {
      return (
        "the case was answered during a pause that has no end",
        "The pause is taken to run to the answer."
      )
    }
    return nil
  }

  private func pauseProblem(
    _ problem: (message: String, reason: String), _ row: Int
  ) -> Diagnostic {
    Diagnostic(
      .warning, "case-log-pause", at: table.location(ofRow: row), problem.message,
      because: problem.reason,
      value: values(definition.columns.pausedFrom ?? "", definition.columns.pausedTo, row))
  }

  private func closingProblem(_ row: Int) -> Diagnostic {
    Diagnostic(
      .warning, "case-log-closed", at: table.location(ofRow: row),
      "the case is closed but was never answered",
      because: "It counts as open, and as overdue when its time is up.",
      fixes: [
        "fill in '\(definition.columns.answered ?? "answered")'",
        "leave such cases out of the limit with a condition (where)",
      ])
  }
}

/// The columns of days of a log whose file gives them as bare days, as nearly every file does: then most
/// rows need no closer look.
private struct PlainDays {
  /// A clock starts with the first and ends with the second.
  private var clocks: [(from: [Int32], to: [Int32]?)] = []
  /// Cells that must be empty for a row to be fine.
  private var empty: [[Int32]] = []
  private var closed: (closed: [Int32], answered: [Int32])?

  /// `nil` where some column is written in another way, or is not there.
  init?(
    _ definition: CaseLogDefinition, _ clocks: [(from: String, to: String?)],
    _ columns: [String: MomentColumn]
  ) {
    let known = columns.compactMapValues(\.bareDays)
    guard known.count == columns.count else { return nil }
    for clock in clocks {
      guard let from = known[clock.from] else { return nil }
      self.clocks.append((from, clock.to.flatMap { known[$0] }))
    }
    let names = definition.columns
    empty = [names.pausedFrom, names.pausedTo].compactMap { $0.flatMap { known[$0] } }
    if let closed = names.closed.flatMap({ known[$0] }),
      let answered = names.answered.flatMap({ known[$0] })
    {
      self.closed = (closed, answered)
    }
  }

  /// Whether there is nothing to tell of a row.
  func isFine(_ row: Int) -> Bool {
    for (from, to) in clocks {
      let start = from[row]
      if start == MomentColumn.noDay { return false }
      if let to, to[row] < start, to[row] != MomentColumn.noDay { return false }
    }
    for column in empty where column[row] != MomentColumn.noDay { return false }
    guard let (closed, answered) = closed else { return true }
    return closed[row] == MomentColumn.noDay || answered[row] != MomentColumn.noDay
  }
}

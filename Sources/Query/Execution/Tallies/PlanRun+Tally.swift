internal import Tables

extension PlanRun {
  private static let partRows = 1 << 16

  /// The different rows of a table and how often each occurs.
  func tallied(_ tally: TallyScan, _ step: PlanStep) throws -> KeptRows {
    let total = tally.rowCount
    let parts = (total + Self.partRows - 1) / Self.partRows
    let cells = tally.columns.reduce(1) { $0 * $1.size }
    // A worker is worth its counts only where it has many more rows than these.
    let count =
      total < query.options.rowsForThreads
      ? 1 : max(1, min(threads, parts, max(2, total / (4 * cells))))
    let reading = step.inputs[0]
    let next = NextNumber()
    let tallies = (0..<count).map { _ in Handover(Tally(tally.columns, tally.filters)) }
    let hold = MemoryHold(query.memory)
    for one in tallies { try hold.take(one.value.byteCount) }
    query.countThreads(count)
    let work: @Sendable (Int) -> Void = { [query] worker in
      reading.timed {
        let own = tallies[worker].value
        while !query.isCancelled {
          let part = next.taken()
          if part >= parts { return }
          let rows = part * Self.partRows..<min(total, (part + 1) * Self.partRows)
          own.add(rows)
          reading.countPart()
          reading.countOut(rows.count)
        }
      }
    }
    let others = WorkerThreads(count - 1) { work($0 + 1) }
    work(0)
    others.join()
    if query.isCancelled { throw QueryCancelled() }
    return try step.timed {
      let whole = tallies[0].value
      for other in tallies.dropFirst() { whole.merge(other.value) }
      let chunks = whole.chunks()
      // Texts are those of the table.
      for chunk in chunks { try hold.take(chunk.weight) }
      let rows = KeptRows(chunks, counted: [hold])
      step.countIn(total)
      step.countOut(rows.rowCount)
      return rows
    }
  }
}

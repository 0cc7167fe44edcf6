internal import Tables

extension PlanRun {
  private static let partRows = 1 << 16

  /// The different rows of a table and how often each occurs.
  func preaggregated(_ scan: PreaggregatedScan, _ step: PlanStep) throws -> MaterializedRows {
    let total = scan.rowCount
    let parts = (total + Self.partRows - 1) / Self.partRows
    let combinations = scan.columns.reduce(1) { $0 * $1.size }
    // A worker is worth its counts only where it has many more rows than these.
    let count =
      total < query.options.rowsForThreads
      ? 1 : max(1, min(threads, parts, max(2, total / (4 * combinations))))
    let reading = step.inputs[0]
    let counter = AtomicCounter()
    let counts = (0..<count).map { _ in
      UnsynchronizedBox(CombinationCounts(scan.columns, scan.filters))
    }
    let reservation = MemoryReservation(query.memory)
    for one in counts { try reservation.take(one.value.byteCount) }
    query.countThreads(count)
    let work: @Sendable (Int) -> Void = { [query] worker in
      reading.timed {
        let own = counts[worker].value
        while !query.isCancelled {
          let part = counter.next()
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
      let whole = counts[0].value
      for other in counts.dropFirst() { whole.merge(other.value) }
      let chunks = whole.chunks()
      // Texts are those of the table.
      for chunk in chunks { try reservation.take(chunk.byteCount) }
      let rows = MaterializedRows(chunks, counted: [reservation])
      step.countIn(total)
      step.countOut(rows.rowCount)
      return rows
    }
  }
}

package import Tables

/// Computes window functions.
package enum WindowEvaluation {
  /// Rows that one thread takes at a time, as whole partitions.
  private static let taskRows = 1 << 15

  /// The input's rows in their order and chunks, with a column for each call.
  ///
  /// Calls of equal PARTITION BY and ORDER BY share a sort. Counts, sums and averages of numbers
  /// take the same time for any frame, as differences of exact running sums; `min` and `max` nearly
  /// so. Other aggregates grow with the frame while it only gains rows, and are computed anew for
  /// each row where it also loses some: then the time is rows times the size of the frame.
  ///
  /// - Parameters:
  ///   - window: The calls; its input is not looked at.
  ///   - chunks: The input's rows.
  ///   - types: The types of the input's columns.
  ///   - memory: Counts what the evaluation itself needs, which is free again when it ends.
  ///   - threads: At most so many, `nil` for one a processor; the result is the same for any.
  /// - Returns: The same chunks with the calls' columns behind their own.
  /// - Throws: ``QueryError`` for calls that mean nothing, values out of range, too little memory.
  package static func columns(
    for window: Window, over chunks: [Chunk], types: [ColumnType], memory: MemoryBudget,
    threads: Int? = nil
  ) throws -> [Chunk] {
    let threads = max(1, threads ?? Machine.processorCount)
    let count = chunks.reduce(0) { $0 + $1.rowCount }
    let input = try WindowInput(chunks, types: types, memory: memory, threads: threads)
    for call in window.calls { try WindowCheck.check(call, types: types, hasRows: count > 0) }
    var columns: [WindowColumn?] = Array(repeating: nil, count: window.calls.count)
    var groups: [WindowSort: [Int]] = [:]
    var order: [WindowSort] = []
    for (index, call) in window.calls.enumerated() {
      let sort = WindowSort(partition: call.partition, order: call.order)
      if groups[sort] == nil { order.append(sort) }
      groups[sort, default: []].append(index)
    }
    for sort in order {
      let calls = groups[sort] ?? []
      let steps = try calls.map { try WindowSteps.step(for: window.calls[$0], input) }
      try evaluate(steps, sort, input)
      for (call, step) in zip(calls, steps) { columns[call] = step.column }
    }
    return try added(columns.compactMap { $0 }, to: chunks, threads)
  }

  private static func evaluate(
    _ steps: [any WindowStep], _ sort: WindowSort, _ input: WindowInput
  ) throws {
    guard input.count > 0 else { return }
    let sorted = try SortedRows(
      input.chunks, partition: sort.partition, by: sort.order, marks: true, memory: input.memory,
      threads: input.threads)
    guard let marks = sorted.marks else { return }
    var starts: [Int] = []
    for place in 0..<input.count where marks.base[place] >= RowKeys.majorMark {
      starts.append(place)
    }
    starts.append(input.count)
    var tasks: [Range<Int>] = []
    var first = 0
    for partition in 1..<starts.count
    where starts[partition] - starts[first] >= taskRows || partition == starts.count - 1 {
      tasks.append(first..<partition)
      first = partition
    }
    try ParallelLoop.run(tasks.count, threads: input.threads) { task in
      let largest = tasks[task].reduce(0) { max($0, starts[$1 + 1] - starts[$1]) }
      let scratch = WindowScratch(rows: largest, memory: input.memory)
      let peers = try WindowPeers(rows: largest, memory: input.memory)
      for partition in tasks[task] {
        let start = starts[partition]
        let rows = WindowPartition(
          rows: sorted.rows.base + start, marks: marks.base + start,
          count: starts[partition + 1] - start, peers: peers)
        for step in steps { try step.evaluate(rows, scratch) }
      }
    }
  }

  private static func added(
    _ columns: [WindowColumn], to chunks: [Chunk], _ threads: Int
  ) throws -> [Chunk] {
    var starts: [Int] = []
    var start = 0
    for chunk in chunks {
      starts.append(start)
      start += chunk.rowCount
    }
    var result = chunks
    result.withUnsafeMutableBufferPointer { result in
      let result = result
      ParallelLoop.run(chunks.count, threads: threads) { index in
        let rows = starts[index]..<(starts[index] + chunks[index].rowCount)
        result[index].columns += columns.map { $0.vector(rows) }
      }
    }
    return result
  }
}

/// What calls must have in common to share a sort.
private struct WindowSort: Hashable {
  var partition: [Int]
  var order: [SortKey]
}

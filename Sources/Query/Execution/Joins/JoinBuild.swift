internal import Synchronization
internal import Tables

/// The right side of a join, ready to be searched by all workers.
///
/// Safe although unchecked: nothing but `matched`, which has its own lock, changes after it is made;
/// looking up keys changes nothing in a ``KeyTable``.
final class JoinBuild: @unchecked Sendable {
  /// All right rows.
  let rows: Chunk
  /// The numbers of the keys; `nil` when every row is a candidate.
  private let keys: KeyTable?
  /// The rows of key `n` are `order[starts[n]..<starts[n + 1]]`. Empty when each row has a key of its
  /// own: then the key's number is the row.
  private let starts: [Int32]
  private let order: [Int32]
  private let reservation: MemoryReservation
  /// A bit for each right row that has found a partner.
  private let matched = Mutex<[UInt64]>([])

  /// Whether a left row has one candidate at most.
  var isUnique: Bool { keys != nil && starts.isEmpty }

  init(_ right: MaterializedRows, types: [ColumnType], keys columns: [Int], run: PlanRun) throws {
    guard right.rowCount < Int(Int32.max) else {
      throw QueryError(
        "the right side of a join has more than 2147483646 rows",
        hint: "put the larger table on the left")
    }
    let memory = run.query.memory
    reservation = MemoryReservation(memory)
    rows =
      right.chunks.isEmpty
      ? Chunk(columns: types.map { .constant(.null, $0, count: 0) }, rowCount: 0)
      : Chunk.joined(right.chunks, types: types)
    if right.chunks.count > 1 { try reservation.take(rows.byteCountWithTexts) }
    guard !columns.isEmpty else {
      (keys, starts, order) = (nil, [], [])
      return
    }
    let table = KeyTable(types: columns.map { types[$0] }, memory: memory)
    var numbers: [UInt32] = []
    numbers.reserveCapacity(right.rowCount)
    for chunk in right.chunks {
      if run.query.isCancelled { throw QueryCancelled() }
      numbers += try table.numbers(
        adding: columns.map { chunk.columns[$0] }, rowCount: chunk.rowCount)
    }
    keys = table
    // Keys are numbered in the order of their first rows: without a key twice, the number is the row.
    if table.count == right.rowCount {
      (starts, order) = ([], [])
      return
    }
    try reservation.take(4 * (table.count + 1 + right.rowCount))
    var starts = Array(repeating: Int32(0), count: table.count + 2)
    for number in numbers { starts[Int(number) + 2] += 1 }
    for key in 2..<starts.count { starts[key] += starts[key - 1] }
    var order = Array(repeating: Int32(0), count: right.rowCount)
    for (row, number) in numbers.enumerated() {
      let place = starts[Int(number) + 1]
      order[Int(place)] = Int32(row)
      starts[Int(number) + 1] = place + 1
    }
    starts.removeLast()
    (self.starts, self.order) = (starts, order)
  }

  /// The number of each left row's key; -1 where no right row has it. `nil` when all are candidates.
  func numbers(of keys: [Vector], rowCount: Int) -> [Int32]? {
    self.keys?.numbers(finding: keys, rowCount: rowCount)
  }

  /// The candidates of a key as places, which ``row(at:)`` turns into rows.
  @inline(__always)
  func candidates(of number: Int32) -> Range<Int> {
    if number < 0 { return 0..<0 }
    if starts.isEmpty { return Int(number)..<Int(number) + 1 }
    return Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
  }

  /// The right row at a place.
  @inline(__always)
  func row(at place: Int) -> Int32 {
    order.isEmpty ? Int32(truncatingIfNeeded: place) : order[place]
  }

  /// Appends the right rows at some places.
  @inline(__always)
  func append(_ places: Range<Int>, to rows: inout [Int32]) {
    if order.isEmpty {
      rows.append(
        contentsOf:
          Int32(
            truncatingIfNeeded: places.lowerBound)..<Int32(truncatingIfNeeded: places.upperBound)
      )
    } else {
      rows.append(contentsOf: order[places])
    }
  }

  /// Adds rows that a worker has found partners for.
  func add(matched words: [UInt64]) {
    matched.withLock { all in
      if all.isEmpty { return all = words }
      for word in words.indices { all[word] |= words[word] }
    }
  }

  /// The rows without partners, in order.
  func unmatched() -> [Int32] {
    let words = matched.withLock { $0 }
    return (0..<Int32(rows.rowCount)).filter { row in
      words.isEmpty || words[Int(row) >> 6] >> UInt64(row & 63) & 1 == 0
    }
  }
}

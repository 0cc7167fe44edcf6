internal import Tables

/// All values of each group, for whatever needs their order: quantiles, `mode`, `mad`, trimmed and
/// geometric means.
///
/// Whole numbers of a small range are counted in ``ValueBins``: doubles that are whole, dates and
/// codes of texts too. Everything else is logged, as whole numbers in the order of the values.
final class ValuesState: AggregateState {
  private enum Form { case bins, log }

  let type: ColumnType
  private let argument: Int
  private var form: Form = .bins
  private let bins = ValueBins()
  private var log = ValueLog()
  /// Codes of texts, which are the values then.
  let texts: KeyDictionary?
  private var groups = 0
  private var rows = 0
  private var scratch: (values: [Int64], owners: [UInt32]) = ([], [])

  init(argument: Int, type: ColumnType) {
    self.argument = argument
    self.type = type
    texts = type == .text ? KeyDictionary() : nil
  }

  func grow(to groups: Int) { self.groups = max(self.groups, groups) }

  var byteCount: Int {
    bins.byteCount + log.byteCount + (texts?.byteCount ?? 0)
  }

  /// The most bins: as many as a log of all rows would take room, within bounds.
  private var limit: Int { max(1 << 20, min(rows * 2, 1 << 25)) }

  func add(_ batch: AggregateBatch) throws {
    if batch.count == 0 { return }
    try add(batch.chunk.columns[argument], batch)
  }

  private func add(_ vector: Vector, _ batch: AggregateBatch) throws {
    let count = batch.count
    rows += count
    if scratch.values.count < count {
      scratch = (Array(repeating: 0, count: count), Array(repeating: 0, count: count))
    }
    var (values, owners) = ([Int64](), [UInt32]())
    swap(&values, &scratch.values)
    swap(&owners, &scratch.owners)
    defer {
      swap(&values, &scratch.values)
      swap(&owners, &scratch.owners)
    }
    values.withUnsafeMutableBufferPointer { values in
      owners.withUnsafeMutableBufferPointer { owners in
        let values = UnsafeMutableBufferPointer(rebasing: values[..<count])
        let owners = UnsafeMutableBufferPointer(rebasing: owners[..<count])
        if case .real(let reals) = vector.storage {
          if form == .bins, !wholes(reals, batch, values, owners) { leaveBins() }
          if form == .log {
            collect(reals, batch, values, owners) { OrderedBits.ordered($0) }
          }
        } else {
          collect(vector, batch, values, owners)
        }
        if let copies = batch.copies {
          put(values, owners, batch, copies)
        } else {
          put(UnsafeBufferPointer(values), UnsafeBufferPointer(owners))
        }
      }
    }
    guard rows < Int(UInt32.max) else {
      throw QueryError("too many rows for exact quantiles")
    }
  }

  private func put(
    _ values: UnsafeBufferPointer<Int64>, _ owners: UnsafeBufferPointer<UInt32>
  ) {
    if form == .bins {
      var (least, most) = (Int64.max, Int64.min)
      for value in values { (least, most) = (min(least, value), max(most, value)) }
      if bins.fit(least...most, groups: groups, limit: limit) {
        let (counts, low, span) = (bins.counts, bins.low, bins.span)
        for place in values.indices {
          counts[Int(owners[place]) * span + Int(values[place] &- low)] &+= 1
        }
        return
      }
      leaveBins()
      if type == .real {
        // The scratch holds whole numbers still.
        for place in values.indices {
          log.append(OrderedBits.ordered(Double(values[place])), to: owners[place])
        }
        return
      }
    }
    log.append(values, to: owners)
  }

  /// Puts each value as often as its row occurs.
  private func put(
    _ values: UnsafeMutableBufferPointer<Int64>, _ owners: UnsafeMutableBufferPointer<UInt32>,
    _ batch: AggregateBatch, _ copies: UnsafePointer<Int64>
  ) {
    // Else they are whole numbers still, and the log may begin at any of them.
    let areOrdered = form == .log
    var place = 0
    batch.forEach { row, _ in
      let count = Int(copies[row])
      rows += count - 1
      if areOrdered {
        for _ in 0..<count { log.append(values[place], to: owners[place]) }
      } else {
        put(values[place], count: count, to: owners[place])
      }
      place += 1
    }
  }

  @inline(__always)
  private func collect<Value>(
    _ column: [Value], _ batch: AggregateBatch, _ values: UnsafeMutableBufferPointer<Int64>,
    _ owners: UnsafeMutableBufferPointer<UInt32>, _ ordered: (Value) -> Int64
  ) {
    column.withUnsafeBufferPointer { column in
      var at = 0
      batch.forEach { row, group in
        values[at] = ordered(column[row])
        owners[at] = UInt32(truncatingIfNeeded: group)
        at += 1
      }
    }
  }

  private func collect(
    _ vector: Vector, _ batch: AggregateBatch, _ values: UnsafeMutableBufferPointer<Int64>,
    _ owners: UnsafeMutableBufferPointer<UInt32>
  ) {
    switch vector.storage {
    case .integer(let column), .timestamp(let column):
      collect(column, batch, values, owners) { $0 }
    case .date(let column): collect(column, batch, values, owners) { Int64($0) }
    case .boolean(let column): collect(column, batch, values, owners) { $0 ? 1 : 0 }
    case .text(let codes, let pool):
      guard let texts else { return }
      texts.withCodes(of: pool) { known in
        collect(codes, batch, values, owners) { code in
          if known[Int(code)] == 0 { known[Int(code)] = texts.code(adding: pool[code]) }
          return Int64(known[Int(code)])
        }
      }
    case .real, .numeric, .interval: break
    }
  }

  /// Takes doubles as whole numbers; `false` where one is not whole or is large.
  private func wholes(
    _ column: [Double], _ batch: AggregateBatch, _ values: UnsafeMutableBufferPointer<Int64>,
    _ owners: UnsafeMutableBufferPointer<UInt32>
  ) -> Bool {
    var areWhole = true
    collect(column, batch, values, owners) { value in
      let whole = abs(value) < 0x1p31 ? Int32(value) : 0
      areWhole = areWhole && Double(whole) == value
      return Int64(whole)
    }
    return areWhole
  }

  private func leaveBins() {
    form = .log
    bins.forEach { group, value, count in
      let ordered = type == .real ? OrderedBits.ordered(Double(value)) : value
      for _ in 0..<count { log.append(ordered, to: UInt32(group)) }
    }
    bins.clear()
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) {
    let other = like(other)
    rows += other.rows
    var codes: [Int64] = []
    if let texts, let theirs = other.texts {
      codes =
        [0] + (0..<UInt32(theirs.pool.count)).map { Int64(texts.code(adding: theirs.pool[$0])) }
    }
    if other.form == .bins {
      other.bins.forEach { group, value, count in
        let value = codes.isEmpty ? value : codes[Int(value)]
        put(value, count: count, to: numbers[group])
      }
    } else {
      if form == .bins { leaveBins() }
      log.append(other.log, numbers: numbers) { codes.isEmpty ? $0 : codes[Int($0)] }
    }
  }

  /// A row a different value of a group: the group, the value, how often it occurs.
  func tables() -> [Chunk] {
    var (owners, values, counts): ([Int64], [Int64], [Int64]) = ([], [], [])
    for group in 0..<groups {
      for run in runs(group) {
        owners.append(Int64(group))
        values.append(run.value)
        counts.append(Int64(run.count))
      }
    }
    return [
      Chunk(
        columns: [Vector(.integer(owners)), vector(values), Vector(.integer(counts))],
        rowCount: owners.count)
    ]
  }

  /// Values as they stand in bins or the log, as those of the column.
  private func vector(_ values: [Int64]) -> Vector {
    if let texts {
      return Vector(.text(values.map { UInt32(truncatingIfNeeded: $0 - 1) }, texts.pool))
    }
    if type == .real { return Vector(.real(values.map(number))) }
    return OrderedBits.vector(Vector(.integer(values)), type)
  }

  func read(_ tables: [Chunk], groups: Int) throws {
    try StateColumns.check(tables, count: 1)
    let chunk = tables[0]
    let (owners, counts) = try (chunk.groupNumbers(0, below: groups), chunk.integers(2))
    guard chunk.columns[1].type == type, chunk.columns[1].nulls?.isAny != true,
      counts.allSatisfy({ $0 > 0 && $0 < Int64(UInt32.max) })
    else { throw StateColumns.malformed }
    if owners.isEmpty { return }
    grow(to: groups)
    try owners.withUnsafeBufferPointer { owners in
      try counts.withUnsafeBufferPointer { counts in
        guard let owners = owners.baseAddress else { return }
        try add(
          chunk.columns[1],
          AggregateBatch(
            chunk: chunk, groups: owners, rows: nil, ordinal: 0, copies: counts.baseAddress))
      }
    }
  }

  private func put(_ value: Int64, count: Int, to group: UInt32) {
    if form == .bins {
      if bins.fit(value...value, groups: groups, limit: limit) {
        bins.counts[Int(group) * bins.span + Int(value &- bins.low)] &+= UInt32(count)
        return
      }
      leaveBins()
    }
    let ordered = type == .real ? OrderedBits.ordered(Double(value)) : value
    for _ in 0..<count { log.append(ordered, to: group) }
  }

  func result(_ call: AggregateCall, groups: [UInt32]) throws -> Vector {
    try ValueResult(call, self).vector(groups)
  }
}

extension ValuesState {
  /// The number of a group's values.
  func count(_ group: Int) -> Int {
    if form == .bins { return bins.runs(group).reduce(0) { $0 + $1.count } }
    return log.withValues(of: group, groups: groups) { $0.count }
  }

  /// The values of some ranks from 0, in rising order of ranks.
  func values(_ group: Int, ranks: (_ count: Int) -> [Int]) -> [Int64] {
    if form == .log {
      return log.withValues(of: group, groups: groups) { values in
        values.isEmpty
          ? [] : ranks(values.count).map { OrderSelection.value($0, in: values) }
      }
    }
    let runs = bins.runs(group)
    let count = runs.reduce(0) { $0 + $1.count }
    if count == 0 { return [] }
    var (place, below) = (0, 0)
    return ranks(count).map { rank in
      while below + runs[place].count <= rank {
        below += runs[place].count
        place += 1
      }
      return runs[place].value
    }
  }

  /// The different values of a group in order, with their counts.
  func runs(_ group: Int) -> [(value: Int64, count: Int)] {
    if form == .bins { return bins.runs(group) }
    return log.withValues(of: group, groups: groups) { values in
      var values = values
      values.sort()
      var runs: [(value: Int64, count: Int)] = []
      for value in values {
        if let last = runs.last, last.value == value {
          runs[runs.count - 1].count += 1
        } else {
          runs.append((value, 1))
        }
      }
      return runs
    }
  }

  /// A value as a number.
  func number(_ value: Int64) -> Double {
    type == .real && form == .log ? OrderedBits.double(value) : Double(value)
  }
}

package import Tables

/// Numbers the distinct rows of key columns from 0, in the order in which they are first seen. NULL
/// equals NULL.
///
/// Rows are numbered in one of three ways. While all columns have few codes (of texts, truth
/// values, small ranges of whole numbers and dates), the codes of a row are digits of an index into
/// an array. Otherwise one column of one word is looked up by its hash with the word beside it, and
/// several by the hash of their words. A table goes from the first way to another at most once.
///
/// Adding is for one thread; finding is for any number of them while nobody adds.
///
/// A number never changes once it is given: states, starts of joins and first rows stand under it. Only the
/// index may be made anew, and it can be, since ``words`` do not depend on it.
package final class KeyTable {
  let columns: [KeyColumn]
  /// Words a key: one a column, then the bits of nulls where some column needs them.
  let width: Int
  let nullWords: Int
  /// The words of all keys, in order of their numbers.
  var words: [UInt64] = []
  var index: Index = .undecided
  /// Codes of texts that ``numbers(finding:rowCount:)`` has met.
  let found: KeyCodeCache

  private let memory: MemoryBudget
  private var counted = 0
  private var wordScratch: [UInt64] = []
  private var codeScratch: [UInt32] = []

  /// The number of distinct keys.
  package private(set) var count = 0

  enum Index {
    case undecided
    /// Numbers plus one by mixed-radix index; 0 is free.
    case dense([UInt32])
    /// Pairs of a word and a number plus one.
    case single(OneWordIndex)
    case wide(ManyWordIndex)
  }

  static let block = 2048

  package init(types: [ColumnType], memory: MemoryBudget) {
    columns = types.enumerated().map { KeyColumn($1, place: $0) }
    nullWords = columns.contains(where: \.fillsWord) ? (columns.count + 63) / 64 : 0
    width = columns.count + nullWords
    self.memory = memory
    found = KeyCodeCache(columns: columns.count)
  }

  deinit { memory.give(counted) }

  /// The number of each row's key, which is added if it is new. Keys need not come from the same
  /// pools.
  package func numbers(adding keys: [Vector], rowCount: Int) throws -> [UInt32] {
    var fresh: [Int32] = []
    return try Array(unsafeUninitializedCapacity: rowCount) { buffer, initialized in
      if let out = buffer.baseAddress {
        try number(keys, rowCount: rowCount, into: out, fresh: &fresh)
      }
      initialized = rowCount
    }
  }

  /// Writes the number of each row's key, and appends the rows that brought a new one, in order.
  func number(
    _ keys: [Vector], rowCount: Int, into out: UnsafeMutablePointer<UInt32>,
    fresh: inout [Int32]
  ) throws {
    guard rowCount > 0 else { return }
    let (shown, keys) = (keys, keys.map(\.keyed))
    if columns.isEmpty {
      out.update(repeating: 0, count: rowCount)
      if count == 0 { fresh.append(0) }
      count = 1
      return
    }
    if case .undecided = index { startIndex() }
    fitRanges(keys)
    let before = count
    var start = 0
    while start < rowCount {
      let rows = start..<min(rowCount, start + Self.block)
      let known = count
      if case .dense = index {
        // A block that leaves the dense form is numbered again.
        if numberDense(keys, rows, into: out + start, fresh: &fresh) { start = rows.upperBound }
      } else {
        numberHashed(keys, rows, into: out + start, fresh: &fresh)
        start = rows.upperBound
      }
      if count > known { try settle() }
    }
    // What was looked up and not found may be there now.
    if count > before { found.clear() }
    keepIntervals(shown, rowCount: rowCount, numbers: out)
    keepDecimals(shown, rowCount: rowCount, numbers: out)
    try settle()
  }

  /// Takes the next number for words that stand at the end of ``words`` already.
  @inline(__always)
  func next(row: Int, fresh: inout [Int32]) -> UInt32 {
    let number = UInt32(truncatingIfNeeded: count)
    count += 1
    fresh.append(Int32(truncatingIfNeeded: row))
    return number
  }

  /// Adds the words of new keys.
  func take(_ added: [UInt64], count: Int) {
    words += added
    self.count = count
  }

  /// Hands the words over until ``giveBack(_:count:)``.
  func lendWords() -> [UInt64] {
    var lent: [UInt64] = []
    swap(&lent, &words)
    return lent
  }

  func giveBack(_ words: [UInt64], count: Int) {
    self.words = words
    self.count = count
  }

  /// Lends room for the words of one block.
  @inline(__always)
  func withWordScratch<Result>(
    _ count: Int, _ body: (UnsafeMutablePointer<UInt64>) -> Result?
  ) -> Result? {
    if wordScratch.count < count { wordScratch = Array(repeating: 0, count: count) }
    return wordScratch.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap(body) }
  }

  /// Lends room for the codes of one block.
  @inline(__always)
  func withCodeScratch<Result>(
    _ count: Int, _ body: (UnsafeMutablePointer<UInt32>) -> Result?
  ) -> Result? {
    if codeScratch.count < count { codeScratch = Array(repeating: 0, count: count) }
    return codeScratch.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap(body) }
  }

  /// Counts what the table occupies by now.
  private func settle() throws {
    var bytes = words.capacity * 8
    for column in columns {
      bytes +=
        (column.texts?.byteCount ?? 0) + column.intervals.capacity * 16
        + column.decimals.capacity * 32
    }
    switch index {
    case .undecided: break
    case .dense(let slots): bytes += slots.count * 4
    case .single(let index): bytes += index.byteCount
    case .wide(let index): bytes += index.byteCount
    }
    let more = bytes - counted
    counted = bytes
    if more > 0 { try memory.take(more) } else { memory.give(-more) }
  }

  private func keepIntervals(
    _ keys: [Vector], rowCount: Int, numbers: UnsafeMutablePointer<UInt32>
  ) {
    for column in columns where column.type == .interval {
      let vector = keys[column.place]
      guard case .interval(let values) = vector.storage else { continue }
      let known = column.intervals.count
      if known < count {
        column.intervals.append(
          contentsOf: repeatElement(
            CalendarInterval(months: .max, days: .max, microseconds: .max), count: count - known))
      }
      for row in 0..<rowCount where !vector.isNull(row) {
        let number = Int(numbers[row])
        column.intervals[number] = KeyColumn.shown(column.intervals[number], values[row])
      }
    }
  }
}

extension KeyTable {
  private func keepDecimals(
    _ keys: [Vector], rowCount: Int, numbers: UnsafeMutablePointer<UInt32>
  ) {
    for column in columns where column.isDecimal {
      let vector = keys[column.place]
      guard case .numeric(let values) = vector.storage else { continue }
      var known = column.decimals.count
      for row in 0..<rowCount {
        let number = Int(numbers[row])
        // New numbers come in order, each in the row that brought it.
        if number == known {
          column.decimals.append(vector.isNull(row) ? DecimalNumber(0) : values[row])
          known += 1
        } else if !vector.isNull(row), values[row].scale < column.decimals[number].scale {
          column.decimals[number] = values[row]
        }
      }
    }
  }

  /// The distinct keys, in order of their numbers.
  package func keys() -> [Vector] { columns.map { keys($0) } }

  /// One column of the distinct keys.
  private func keys(_ column: KeyColumn) -> Vector {
    // Local copies spare a check of access for each word.
    let (words, width, place, type) = (words, width, column.place, column.type)
    let (nullWord, nullBit) = (columns.count + (place >> 6), UInt64(place & 63))
    func value(_ number: Int) -> UInt64 { words[number * width + place] }
    func isNull(_ number: Int) -> Bool {
      switch type {
      case .text, .boolean: value(number) == 0
      case .date: value(number) == KeyColumn.nullDate
      default: words[number * width + nullWord] >> nullBit & 1 == 1
      }
    }
    func all<Value>(_ value: (Int) -> Value) -> [Value] { (0..<count).map(value) }
    let storage: Vector.Storage =
      switch column.type {
      case .boolean: .boolean(all { value($0) == 2 })
      case .integer: .integer(all { Int64(bitPattern: value($0)) })
      case .timestamp: .timestamp(all { Int64(bitPattern: value($0)) })
      case .real: .real(all { Double(bitPattern: value($0)) })
      case .date: .date(all { Int32(truncatingIfNeeded: Int64(bitPattern: value($0))) })
      case .interval: .interval(all { isNull($0) ? CalendarInterval() : column.intervals[$0] })
      case .numeric: .numeric([])
      case .text where column.isDecimal: .numeric(column.decimals)
      case .text:
        .text(
          all { value($0) == 0 ? 0 : UInt32(truncatingIfNeeded: value($0)) - 1 },
          column.texts?.pool ?? TextPool())
      }
    let nulls = Nulls(count: count, isNull: isNull)
    return Vector(storage, nulls: nulls.isAny ? nulls : nil)
  }

  /// Whether a column that fills its word is null in a key.
  func isNull(_ number: Int, _ place: Int) -> Bool {
    words[number * width + columns.count + (place >> 6)] >> UInt64(place & 63) & 1 == 1
  }
}
